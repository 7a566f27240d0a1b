//! What a stage asks, whether it is reached, and how far it is.

use std::rc::Rc;

use yew::prelude::*;

use super::badge::{Badge, outcome_name};
use super::certainty::Sureness;
use super::frame::use_frame;
use super::quotation::Quotation;
use super::scale::Scale;
use super::ways::Ways;
use crate::engine::outcome::Outcome;
use crate::engine::ruleset::{MeasureUnit, Rule};
use crate::ui::show::comparison::{change, distance, reached, requirement};
use crate::ui::state::assessment::Finding;

#[derive(PartialEq, Properties)]
pub struct CriterionViewProps {
    /// The indicator, by its place in the track.
    pub indicator: usize,
    /// The criterion, by its place in the stage.
    pub place: usize,
    pub finding: Rc<Finding>,
}

#[component]
pub fn CriterionView(props: &CriterionViewProps) -> Html {
    let frame = use_frame();
    let words = frame.words();
    let indicator = &frame.rules.indicators[props.indicator];
    let (asked, found) = (&indicator.criteria(frame.stage)[props.place], &props.finding.report.criteria[props.place]);
    // Without a measure nothing is shown in any unit.
    let unit = asked.measure.map_or(MeasureUnit::Count, |measure| indicator.measures[measure].unit);
    let change = change(&asked.rule, found, unit, words);
    let change = change.map(|(label, reading)| {
        [label, words.colon, if reading.rounded { words.about.trim_start() } else { "" }, &reading.text].concat()
    });
    let distance = distance(&asked.rule, found, unit, words);
    let reached = reached(found, words);
    let place = (words.place)(frame.rules.annex, indicator.number);
    let place = [&place, words.separator, (words.stage)(frame.stage)].concat();
    let (one_of_several, numeric) =
        (props.finding.report.criteria.len() > 1, !matches!(asked.rule, Rule::Unstated | Rule::Qualitative));
    html! {
        <div class="criterion" data-outcome={outcome_name(found.outcome)} data-rule={asked.rule.name()}>
            <p class="asked">
                <span class="label" hidden={!numeric}>{ words.requirement }</span>
                <strong>{ requirement(&asked.rule, found, unit, frame.stage, words) }</strong>
                <span class="own-outcome" hidden={!one_of_several}><Badge outcome={found.outcome} /></span>
            </p>
            <p class="change" hidden={change.is_none()}>{ change.unwrap_or_default() }</p>
            <div class="attainment" hidden={reached.is_none()}>
                <Scale
                    attainment={AttrValue::from(found.attainment.clone().unwrap_or_default())}
                    met={found.outcome == Outcome::Met}
                />
                <span class="threshold-mark" aria-hidden="true">{ words.threshold_mark }</span>
            </div>
            <p class="distance" hidden={reached.is_none() && distance.is_none()}>
                <strong>{ distance.unwrap_or_default() }</strong>
                <span>{ reached.unwrap_or_default() }</span>
            </p>
            <Ways needs={found.needs.clone()} />
            <Quotation quote={asked.quote.clone()} {place} />
            <Sureness certainty={found.certainty} note={asked.note.as_ref().map(|note| frame.say(note))} />
        </div>
    }
}
