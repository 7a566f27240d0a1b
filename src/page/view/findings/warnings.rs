//! The warnings: figures that do not go together. They change no outcome.

use yew::prelude::*;

use crate::formatting::explanation::naming::full;
use crate::view::kit::frame::Frame;
use crate::view::kit::link::link_to;
use engine::address::Address;
use model::assessment::{Assessment, Warning};

/// The warnings, each with links to its figures.
pub fn warnings(frame: &Frame, assessment: &Assessment) -> Html {
    let words = frame.words();
    let figure = |address: &Address| {
        let name = frame.name(*address);
        html! {
            <li key={name.to_string()}>
                {
                    link_to(&frame.dispatcher, name, html! { { full(*address, &frame.rules, frame.period, frame.lang) } })
                }
            </li>
        }
    };
    // Said once of all the years in which it is so.
    let one = |warnings: &[Warning]| {
        let relation = warnings[0].relation.map(|relation| &frame.rules.plausibility[relation]);
        let message = relation.map_or(words.years_far_apart.into(), |relation| frame.say(&relation.message));
        html! {
            <li key={relation.map(|relation| relation.code.clone()).unwrap_or_default()}>
                { message }
                <ul>{ for warnings.iter().flat_map(|warning| &warning.at).map(figure) }</ul>
            </li>
        }
    };
    let same = |one: &Warning, next: &Warning| one.relation == next.relation;
    html! {
        <section class="doubts" hidden={assessment.warnings.is_empty() && !assessment.baseline_overlaps}>
            <h2>{ words.warnings }</h2>
            <p class="overlap" hidden={!assessment.baseline_overlaps}>
                { link_to(&frame.dispatcher, "baseline_last_year", html! { { words.years.baseline_overlaps } }) }
            </p>
            <ul>{ for assessment.warnings.chunk_by(same).map(one) }</ul>
        </section>
    }
}
