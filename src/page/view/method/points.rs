//! Points of ours, each with its name.

use yew::prelude::*;

use crate::texts::method::statements::Point;
use crate::view::kit::piece::{HookContext, Piece};

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
