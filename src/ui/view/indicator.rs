//! One indicator: its figures, and what they come to.

use std::rc::Rc;

use yew::prelude::*;

use super::badge::{Badge, outcome_name};
use super::figure::Figure;
use super::finding::FindingView;
use super::frame::{Frame, use_frame};
use super::leap::Leap;
use super::note::Note;
use super::rendered::rendered;
use crate::engine::problem::Code;
use crate::engine::ruleset::Rule;
use crate::ui::show::naming::title;
use crate::ui::state::address::Address;
use crate::ui::state::arrangement::Use;
use crate::ui::state::assessment::Finding;
use crate::ui::state::sheet::Entry;

#[derive(PartialEq, Properties)]
pub struct IndicatorSectionProps {
    /// Its place in the track.
    pub place: usize,
    pub finding: Rc<Finding>,
    pub slots: Vec<Slot>,
    pub note: Rc<str>,
}

/// A figure that the indicator uses, as it stands.
#[derive(Clone, PartialEq)]
pub struct Slot {
    /// Which, and where it is filled in.
    pub used: Use,
    /// What is filled in.
    pub entry: Rc<Entry>,
    /// Why the figure as a whole is refused.
    pub refusal: Option<Code>,
}

#[component]
pub fn IndicatorSection(props: &IndicatorSectionProps) -> Html {
    rendered("IndicatorSection");
    let frame = use_frame();
    let indicator = &frame.rules.indicators[props.place];
    let outcome = props.finding.report.outcome;
    let reviewed = indicator.criteria(frame.stage).iter().any(|criterion| matches!(criterion.rule, Rule::Qualitative));
    let heading = [&indicator.id, "/heading"].concat();
    html! {
        <section
            class="card indicator"
            part="indicator"
            id={indicator.id.clone()}
            tabindex="-1"
            aria-labelledby={heading.clone()}
            data-indicator={indicator.id.clone()}
            data-outcome={outcome_name(outcome)}
        >
            <header class="indicator-head">
                <h3 id={heading}>
                    <span class="ordinal">{ indicator.number }</span>
                    { frame.say(&indicator.title) }
                </h3>
                <Badge {outcome} />
            </header>
            <div class="indicator-body">
                <div class="entries">
                    <div class="figures">{ for props.slots.iter().map(|slot| figure(&frame, props.place, slot)) }</div>
                    <div hidden={!reviewed}><Note indicator={props.place} text={props.note.clone()} /></div>
                </div>
                <FindingView indicator={props.place} finding={props.finding.clone()} />
            </div>
        </section>
    }
}

/// A figure where it is filled in first; from the other indicators, the way there.
fn figure(frame: &Frame, here: usize, slot: &Slot) -> Html {
    let Use { side, figure, home } = slot.used;
    let name = frame.name(Address::whole(side, figure));
    if home == here {
        return html! { <Figure key={name.to_string()} {side} {figure} entry={slot.entry.clone()} refusal={slot.refusal} /> };
    }
    let words = frame.words();
    html! {
        <p key={name.to_string()} class="reference">
            { title(figure, side, &frame.rules, frame.stage, frame.lang) }{ words.colon }
            <Leap to={name}>{ (words.filled_in_at)(frame.rules.indicators[home].number) }</Leap>
        </p>
    }
}
