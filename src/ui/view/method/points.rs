//! Points of ours, each with its name.

use yew::prelude::*;

use crate::ui::view::piece::{HookContext, Piece};
use crate::ui::wording::method::statements::Point;

#[derive(PartialEq)]
pub struct Points {
    pub points: &'static [Point],
}

impl Piece for Points {
    fn show(&self, _: &mut HookContext) -> Html {
        let one = |(name, text): &Point| html! { <div key={*name}><dt>{ *name }</dt><dd>{ *text }</dd></div> };
        html! { <dl class="points">{ for self.points.iter().map(one) }</dl> }
    }
}
