//! The indicators of the annex, group by group.

use std::rc::Rc;

use yew::prelude::*;

use super::amount_unit::AmountUnitChoice;
use super::indicator::{IndicatorSection, Slot};
use crate::view::kit::frame::Frame;
use crate::view::kit::memo::{keyed_memo, memo};
use model::address::{Address, Side};
use model::arrangement::{Use, arrangement, has_whole_baseline};
use model::assessment::Assessment;
use model::sheet::Sheet;

/// The indicators of the annex.
pub fn workbench(frame: &Frame, sheet: &Sheet, assessment: &Assessment) -> Html {
    let whole_baseline = has_whole_baseline(sheet, &frame.rules, frame.stage);
    let uses = arrangement(&frame.rules, frame.stage, whole_baseline);
    // Targets start where the submission ends: the formulas show it, and nobody fills it in here.
    let typed_here = |used: &&Use| !frame.is_given(Address::whole(used.side, used.figure));
    let slot = |used: &Use| {
        let entries: fn(&Sheet, Side) -> &[_] = Sheet::side;
        Slot {
            used: *used,
            entry: Rc::clone(&entries(sheet, used.side)[used.figure]),
            problem: assessment.refusal_of(used.side, used.figure),
        }
    };
    let section = |index: usize| {
        keyed_memo(
            frame.rules.indicators[index].id.clone(),
            IndicatorSection {
                index,
                finding: assessment.indicators[index].clone(),
                slots: uses[index].iter().filter(typed_here).map(slot).collect::<Vec<_>>(),
                note: sheet.notes[index].clone(),
            },
        )
    };
    let places: Vec<usize> = (0..frame.rules.indicators.len()).collect();
    let group = |places: &[usize]| {
        let name = &frame.rules.indicators[places[0]].group;
        html! {
            <section key={name.zh.clone()} class="group">
                <h2>{ frame.say(name) }</h2>
                <div class="group-indicators">{ for places.iter().map(|index| section(*index)) }</div>
            </section>
        }
    };
    let same_group =
        |one: &usize, next: &usize| frame.rules.indicators[*one].group == frame.rules.indicators[*next].group;
    html! {
        <div class="workbench">
            { memo(AmountUnitChoice) }
            <div class="groups">{ for places.chunk_by(same_group).map(group) }</div>
        </div>
    }
}
