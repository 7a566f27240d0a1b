//! What everything rests on: the document, its version, how sure its rules are, and the fields open to both tracks.

use yew::prelude::*;

use crate::view::findings::certainty::certainty_note;
use engine::ruleset::{Certainty, Ruleset};
use engine::text::{Lang, Text};
use formatting::texts::words;

pub fn basis(lang: Lang, ruleset: &Ruleset) -> Html {
    let method = words(lang).method;
    let about = [
        (method.document, ruleset.title.get(lang)),
        (method.number, &ruleset.number),
        (method.issuer, ruleset.issuer.get(lang)),
        (method.issued, &ruleset.issued),
        (method.ruleset, &ruleset.id),
        (method.version, ruleset.version.as_deref().unwrap_or(method.version_unstated)),
    ];
    let line = |(name, text): (&'static str, &str)| {
        html! { <div key={name}><dt>{ name }</dt><dd>{ text.to_owned() }</dd></div> }
    };
    let mark = |certainty: Certainty| {
        let note = (method.certainty_means)(certainty);
        html! { <li key={note}>{ certainty_note(lang, certainty, Some(note.into())) }</li> }
    };
    let field = |field: &Text| html! { <li key={field.zh.clone()}>{ field.get(lang) }</li> };
    let certainties = [Certainty::Stated, Certainty::Reading, Certainty::Unstated, Certainty::Override];
    html! {
        <>
            <dl class="facts">{ for about.into_iter().map(line) }</dl>
            <p>{ method.basis_means }</p>
            <h4>{ method.certainties }</h4>
            <ul class="marks">{ for certainties.into_iter().map(mark) }</ul>
            <h4>{ method.fields }</h4>
            <ul class="names">{ for ruleset.fields.iter().map(field) }</ul>
        </>
    }
}
