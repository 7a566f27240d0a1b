//! The result of an indicator in one line, at the end of its rows: how far it is, and the outcome.

use yew::prelude::*;

use super::badge::badge;
use crate::view::kit::frame::Frame;
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;
use model::desk::OutcomeChange;

/// The outcome, what it was before where it just changed, and how far it is.
pub fn result(frame: &Frame, at: IndicatorId, finding: &ExplainedIndicator, change: Option<OutcomeChange>) -> Html {
    let words = frame.words();
    html! {
        <>
            <span class="result-says">
                { frame.basis().result(at, finding) }
            </span>
            <span class="was" hidden={change.is_none()}>
                { change.map(|change| (words.workbench.was)((words.outcome)(change.from))).unwrap_or_default() }
            </span>
            { badge(finding.outcome, words) }
        </>
    }
}
