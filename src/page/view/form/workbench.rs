//! The indicators of the annex, group by group.

use std::rc::Rc;

use yew::prelude::*;

use super::amount_unit::AmountUnitChoice;
use super::indicator::{IndicatorSection, Slot};
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece, keyed, piece};
use engine::address::Address;
use engine::ids::IndicatorId;
use model::arrangement::{Use, arrangement, has_whole_baseline};
use model::assessment::Assessment;
use model::sheet::Sheet;

#[derive(PartialEq)]
pub struct Workbench {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

impl Piece for Workbench {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let whole_baseline = has_whole_baseline(&self.sheet, &frame.rules, frame.stage);
        let uses = use_memo((frame.rules.clone(), frame.stage, whole_baseline), |(rules, stage, whole_baseline)| {
            arrangement(rules, *stage, *whole_baseline)
        })
        .run(hooks);
        // Targets start where the submission ends: the formulas show it, and nobody fills it in here.
        let typed_here = |used: &&Use| !frame.is_given(Address::whole(used.side, used.figure));
        let slot = |used: &Use| Slot {
            used: *used,
            entry: Rc::clone(&self.sheet.side(used.side)[used.figure]),
            refusal: self.assessment.problem_of(used.side, used.figure),
        };
        let section = |indicator: IndicatorId| {
            keyed(
                frame.rules.indicators[indicator].id.clone(),
                IndicatorSection {
                    indicator,
                    finding: self.assessment.indicators[indicator].clone(),
                    slots: uses[indicator].iter().filter(typed_here).map(slot).collect::<Vec<_>>(),
                    note: self.sheet.notes[indicator].clone(),
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
                { piece(AmountUnitChoice) }
                <div class="groups">{ for indicators.chunk_by(same_group).map(group) }</div>
            </div>
        }
    }
}
