//! How sure a rule is, and what was read into it.

use yew::prelude::*;

use crate::engine::ruleset::Certainty;
use crate::engine::text::Lang;
use crate::ui::wording::words;

#[derive(PartialEq, Properties)]
pub struct SurenessProps {
    pub lang: Lang,
    pub certainty: Certainty,
    pub note: Option<AttrValue>,
}

#[component]
pub fn Sureness(props: &SurenessProps) -> Html {
    let name = match props.certainty {
        Certainty::Stated => "stated",
        Certainty::Reading => "reading",
        Certainty::Unstated => "unstated",
        Certainty::Override => "override",
    };
    html! {
        <p class="sureness" data-certainty={name}>
            <span class="tag">{ (words(props.lang).certainty)(props.certainty) }</span>
            <span>{ props.note.clone().unwrap_or_default() }</span>
        </p>
    }
}
