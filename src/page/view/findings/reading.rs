//! The findings of all indicators in a row: to read through, and on paper.

use yew::prelude::*;

use super::badge::badge;
use super::finding::FindingView;
use super::groups::groups;
use crate::view::kit::frame::Frame;
use crate::view::kit::memo::memo;
use engine::ids::IndicatorId;
use model::assessment::Assessment;
use model::sheet::Sheet;

/// The findings, group by group. Where they are only printed, nothing in them can be typed into: the fields are on the page already.
pub fn reading(frame: &Frame, sheet: &Sheet, assessment: &Assessment, typable: bool) -> Html {
    let card = |at: IndicatorId| {
        let (indicator, finding) = (&frame.rules.indicators[at], &assessment.indicators[at]);
        let note = sheet.notes[at].clone();
        let heading = ["card-", &indicator.id].concat();
        html! {
            <section
                key={indicator.id.clone()}
                class="card"
                tabindex="-1"
                data-card={indicator.id.clone()}
                data-outcome={finding.outcome.as_str()}
                aria-labelledby={heading.clone()}
            >
                <header class="indicator-head">
                    <h3 id={heading}>
                        <span class="ordinal">{ indicator.number }</span>
                        { frame.say(&indicator.title) }
                    </h3>
                    { badge(finding.outcome, frame.words()) }
                </header>
                <div class="noted" hidden={note.trim().is_empty()}>
                    <p class="quiet">{ frame.words().note }</p>
                    <p class="note-text">{ AttrValue::from(note) }</p>
                </div>
                { memo(FindingView { indicator: at, finding: finding.clone(), typable }) }
            </section>
        }
    };
    html! { <div class="reading">{ groups(frame, usize::MAX, &card) }</div> }
}
