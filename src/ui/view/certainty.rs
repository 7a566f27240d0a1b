//! How sure a rule is, and what was read into it.

use yew::prelude::*;

use super::frame::use_frame;
use crate::engine::ruleset::Certainty;

#[derive(PartialEq, Properties)]
pub struct SurenessProps {
    pub certainty: Certainty,
    pub note: Option<AttrValue>,
}

#[component]
pub fn Sureness(props: &SurenessProps) -> Html {
    let frame = use_frame();
    let name = match props.certainty {
        Certainty::Stated => "stated",
        Certainty::Reading => "reading",
        Certainty::Unstated => "unstated",
        Certainty::Override => "override",
    };
    html! {
        <p class="sureness" data-certainty={name}>
            <span class="tag">{ (frame.words().certainty)(props.certainty) }</span>
            <span>{ props.note.clone().unwrap_or_default() }</span>
        </p>
    }
}
