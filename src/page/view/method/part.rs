//! A part of the rules: its heading, to which the contents lead, and the way back.

use yew::prelude::*;

use crate::texts::words;
use crate::view::kit::leap::leap_to;
use crate::view::kit::piece::{HookContext, Piece};
use engine::text::Lang;

/// The id of the contents.
pub const CONTENTS: &str = "method/contents";

#[derive(PartialEq)]
pub struct Part {
    pub lang: Lang,
    pub id: &'static str,
    pub title: AttrValue,
    pub children: Html,
}

impl Piece for Part {
    fn show(&self, _: &mut HookContext) -> Html {
        html! {
            <section class="part">
                <h3 id={self.id} tabindex="-1">{ self.title.clone() }</h3>
                { self.children.clone() }
                <p class="back">{ leap_to(CONTENTS, html! { { words(self.lang).method.back } }) }</p>
            </section>
        }
    }
}
