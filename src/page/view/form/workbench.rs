//! The indicators of the annex, group by group.

use std::rc::Rc;

use yew::prelude::*;

use super::amount_unit::AmountUnitChoice;
use super::indicator::{IndicatorSection, Slot};
use crate::view::kit::frame::Frame;
use crate::view::kit::memo::{keyed_memo, memo};
use engine::address::{Address, Side};
use engine::ids::IndicatorId;
use model::arrangement::{Use, arrangement, has_whole_baseline};
use model::assessment::Assessment;
use model::sheet::Sheet;

/// The indicators of the annex.
pub fn workbench(frame: &Frame, sheet: &Sheet, assessment: &Assessment) -> Html {
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
        keyed_memo(
            frame.rules.indicators[indicator].id.clone(),
            IndicatorSection {
                indicator,
                finding: assessment.indicators[indicator].clone(),
                slots: uses[indicator].iter().filter(typed_here).map(slot).collect::<Vec<_>>(),
                note: sheet.notes[indicator].clone(),
            },
        )
    };
    let indicators: Vec<_> = frame.rules.indicators.ids().collect();
    let group = |indicators: &[IndicatorId]| {
        let name = &frame.rules.indicators[indicators[0]].group;
        html! {
            <section key={name.zh.clone()} class="group">
                <h2>{ frame.say(name) }</h2>
                <div class="group-indicators">{ for indicators.iter().map(|indicator| section(*indicator)) }</div>
            </section>
        }
    };
    let same_group = |one: &IndicatorId, next: &IndicatorId| {
        frame.rules.indicators[*one].group == frame.rules.indicators[*next].group
    };
    html! {
        <div class="workbench">
            { memo(AmountUnitChoice) }
            <div class="groups">{ for indicators.chunk_by(same_group).map(group) }</div>
        </div>
    }
}
