//! How sure a rule is, and what was read into it.

use yew::prelude::*;

use engine::ruleset::Certainty;
use engine::text::Lang;
use formatting::texts::words;

/// How sure a rule is, with its note.
pub fn certainty_note(lang: Lang, certainty: Certainty, note: Option<AttrValue>) -> Html {
    let name = match certainty {
        Certainty::Stated => "stated",
        Certainty::Reading => "reading",
        Certainty::Unstated => "unstated",
        Certainty::Override => "override",
    };
    html! {
        <p class="sureness" data-certainty={name}>
            <span class="tag">{ (words(lang).certainty)(certainty) }</span>
            <span>{ note.unwrap_or_default() }</span>
        </p>
    }
}
