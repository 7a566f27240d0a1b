//! The result of an indicator in one line, at the end of its rows: how far it is, and the outcome.

use yew::prelude::*;

use super::badge::badge;
use super::summary::left_blank;
use crate::view::kit::frame::Frame;
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use formatting::explanation::comparison::{distance, measured};
use formatting::texts::Words;
use model::desk::OutcomeChange;

/// The outcome, what it was before where it just changed, and how far it is.
pub fn result(frame: &Frame, at: IndicatorId, finding: &ExplainedIndicator, change: Option<OutcomeChange>) -> Html {
    let words = frame.words();
    html! {
        <>
            <span class="result-says">
                { says(frame, at, finding, words) }
            </span>
            <span class="was" hidden={change.is_none()}>
                { change.map(|change| (words.workbench.was)((words.outcome)(change.from))).unwrap_or_default() }
            </span>
            { badge(finding.outcome, words) }
        </>
    }
}

/// What is lacking where a threshold is not reached; else the values.
fn says(frame: &Frame, at: IndicatorId, finding: &ExplainedIndicator, words: &Words) -> String {
    let indicator = &frame.rules.indicators[at];
    let criteria = indicator.criteria(frame.stage).iter().zip(&finding.criteria);
    let texts = criteria.filter_map(|(asked, found)| {
        let measure = asked.measure?;
        let unit = indicator.measures[measure].unit;
        let lacking = match found.finding.outcome {
            Outcome::Unmet => distance(&found.rule, &found.finding, unit, words),
            _ => None,
        };
        match (lacking, finding.outcome) {
            (Some(lacking), _) => Some(lacking),
            // Beside what is lacking, what is reached says nothing.
            (None, Outcome::Unmet) => None,
            (None, _) => {
                let asked = Some((&found.rule, &found.finding));
                measured(&finding.measures[measure], unit, asked, words).map(|reading| reading.text)
            }
        }
    });
    let blank = left_blank(finding).then(|| words.left_blank.to_owned());
    texts.chain(blank).collect::<Vec<_>>().join(words.enumeration)
}
