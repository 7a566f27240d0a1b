//! The ways to close a distance.

use yew::prelude::*;

use crate::formatting::explanation::needs::ways;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use engine::needs::Need;

#[derive(PartialEq)]
pub struct Ways {
    pub needs: Vec<Need>,
}

impl Piece for Ways {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let ways = ways(&self.needs, &frame.rules, frame.stage, frame.lang);
        let one = |(index, way): (usize, &String)| html! { <li key={index}>{ way }</li> };
        html! {
            <div class="ways" hidden={ways.is_empty()}>
                <p>{ if ways.len() > 1 { words.needs_of_kinds } else { words.needs } }</p>
                <ul>{ for ways.iter().enumerate().map(one) }</ul>
            </div>
        }
    }
}
