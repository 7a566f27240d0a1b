//! How sure a rule is, and what was read into it.

use yew::prelude::*;

use crate::texts::words;
use crate::view::kit::piece::{HookContext, Piece};
use engine::ruleset::Certainty;
use engine::text::Lang;

#[derive(PartialEq)]
pub struct CertaintyNote {
    pub lang: Lang,
    pub certainty: Certainty,
    pub note: Option<AttrValue>,
}

impl Piece for CertaintyNote {
    fn show(&self, _: &mut HookContext) -> Html {
        let name = match self.certainty {
            Certainty::Stated => "stated",
            Certainty::Reading => "reading",
            Certainty::Unstated => "unstated",
            Certainty::Override => "override",
        };
        html! {
            <p class="sureness" data-certainty={name}>
                <span class="tag">{ (words(self.lang).certainty)(self.certainty) }</span>
                <span>{ self.note.clone().unwrap_or_default() }</span>
            </p>
        }
    }
}
