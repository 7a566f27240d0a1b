//! Sentences of the plan that are no indicator, each with its quotation.

use yew::prelude::*;

use crate::view::findings::quotation::quotation;
use engine::ruleset::Clause;
use engine::text::Lang;

/// The clauses as a list.
pub fn provisions(clauses: &[Clause], lang: Lang) -> Html {
    let one = |clause: &Clause| {
        let source = clause.source.get(lang).to_owned();
        html! {
            <li key={clause.id.clone()}>
                <p class="name">{ clause.title.get(lang) }</p>
                { quotation(lang, &clause.quote, source) }
            </li>
        }
    };
    html! { <ul class="provisions">{ for clauses.iter().map(one) }</ul> }
}
