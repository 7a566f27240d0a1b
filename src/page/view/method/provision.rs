//! Sentences of the plan that are no indicator, each with its quotation.

use yew::prelude::*;

use crate::view::findings::quotation::Quotation;
use crate::view::kit::piece::piece;
use engine::ruleset::Clause;
use engine::text::Lang;

/// The clauses as a list.
pub fn provisions(clauses: &[Clause], lang: Lang) -> Html {
    let one = |clause: &Clause| {
        let source = clause.source.get(lang).to_owned();
        html! {
            <li key={clause.id.clone()}>
                <p class="name">{ clause.title.get(lang) }</p>
                { piece(Quotation { lang, quote: clause.quote.clone().into(), source: source.into() }) }
            </li>
        }
    };
    html! { <ul class="provisions">{ for clauses.iter().map(one) }</ul> }
}
