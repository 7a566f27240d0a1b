//! The sheet of figures, indicator by indicator, as a reporting form is: a row a figure.

use std::rc::Rc;

use yew::prelude::*;

use super::indicator::{IndicatorSection, Slot};
use super::paste::paste_beside;
use crate::view::findings::groups::groups;
use crate::view::kit::frame::Frame;
use crate::view::kit::memo::keyed_memo;
use engine::address::{Address, Side};
use engine::ids::IndicatorId;
use model::arrangement::{Use, arrangement, has_whole_baseline};
use model::assessment::Assessment;
use model::desk::Desk;
use model::sheet::Sheet;

/// The sheet, with as many of its indicators as are asked for: where that is not all of them, the others are still to come.
pub fn workbench(frame: &Frame, sheet: &Sheet, assessment: &Assessment, desk: &Desk, count: usize) -> Html {
    let whole_baseline = has_whole_baseline(sheet, &frame.rules, frame.stage);
    let uses = arrangement(&frame.rules, frame.stage, whole_baseline);
    // Targets start where the submission ends: the formulas show it, and nobody fills it in here.
    let typed_here = |used: &&Use| !frame.is_given(Address::whole(used.side, used.figure));
    let slot = |used: &Use| Slot {
        used: *used,
        entry: Rc::clone(&sheet.side(used.side)[used.figure]),
        before: (used.side == Side::Now).then(|| sheet.baseline[used.figure].list().cloned()).flatten(),
        source: sheet.sources[used.figure].clone(),
        problem: assessment.problem_of(used.side, used.figure),
        questions: assessment.questions_of(used.side, used.figure),
    };
    let section = |indicator: IndicatorId| {
        let shown = desk.shows(indicator);
        keyed_memo(
            frame.rules.indicators[indicator].id.clone(),
            IndicatorSection {
                indicator,
                finding: assessment.indicators[indicator].clone(),
                slots: uses[indicator].iter().filter(typed_here).map(slot).collect::<Vec<_>>(),
                note: sheet.notes[indicator].clone(),
                shown,
                is_opened: shown && desk.is_opened,
                change: desk.changes.iter().find(|change| change.is_latest && change.indicator == indicator).copied(),
            },
        )
    };
    html! {
        <div
            class="workbench"
            id="sheet"
            tabindex="-1"
            aria-busy={(count < frame.rules.indicators.len()).then_some("true")}
            onpaste={paste_beside(frame)}
        >
            { groups(frame, count, &section) }
        </div>
    }
}
