//! The indicators of the annex, group by group.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::use_frame;
use super::indicator::{IndicatorSection, Slot};
use super::rendered::rendered;
use crate::ui::state::address::Side;
use crate::ui::state::arrangement::{Use, arrangement};
use crate::ui::state::assessment::Assessment;
use crate::ui::state::sheet::Sheet;

#[derive(PartialEq, Properties)]
pub struct WorkbenchProps {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn Workbench(props: &WorkbenchProps) -> Html {
    rendered("Workbench");
    let frame = use_frame();
    let words = frame.words();
    let uses = use_memo((frame.rules.clone(), frame.stage), |(rules, stage)| arrangement(rules, *stage));
    let slot = |used: &Use| {
        let entries: fn(&Sheet, Side) -> &[_] = Sheet::side;
        Slot {
            used: *used,
            entry: Rc::clone(&entries(&props.sheet, used.side)[used.figure]),
            refusal: props.assessment.refusal_of(used.side, used.figure),
        }
    };
    let section = |place: usize| {
        html! {
            <IndicatorSection
                key={frame.rules.indicators[place].id.clone()}
                {place}
                finding={props.assessment.indicators[place].clone()}
                slots={uses[place].iter().map(slot).collect::<Vec<_>>()}
                note={props.sheet.notes[place].clone()}
            />
        }
    };
    let places: Vec<usize> = (0..frame.rules.indicators.len()).collect();
    let group = |places: &[usize]| {
        let name = &frame.rules.indicators[places[0]].group;
        html! {
            <section key={name.zh.clone()} class="group">
                <h2>{ frame.say(name) }</h2>
                <div class="group-indicators">{ for places.iter().map(|place| section(*place)) }</div>
            </section>
        }
    };
    let same_group =
        |one: &usize, next: &usize| frame.rules.indicators[*one].group == frame.rules.indicators[*next].group;
    html! {
        <div class="workbench">
            <p class="units">{ words.units_accepted }</p>
            <div class="groups">{ for places.chunk_by(same_group).map(group) }</div>
        </div>
    }
}
