//! What a stage asks, whether it is reached, and how far it is.

use yew::prelude::*;

use super::badge::badge;
use super::certainty::certainty_note;
use super::needs::needs;
use super::quotation::quotation;
use super::scale::scale;
use crate::view::kit::frame::Frame;
use crate::view::overrides::threshold_override::threshold_override;
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use engine::ruleset::{Certainty, MeasureUnit, Rule};
use formatting::explanation::change::change;
use formatting::explanation::comparison::{distance, reached, requirement, threshold_steps};
use formatting::explanation::naming::rate_years;
use formatting::texts::Words;

/// A criterion of an indicator, by its index in the stage.
pub fn criterion(frame: &Frame, at: IndicatorId, index: usize, finding: &ExplainedIndicator, typable: bool) -> Html {
    let words = frame.words();
    let indicator = &frame.rules.indicators[at];
    let criteria = indicator.criteria(frame.stage);
    let (asked, found) = (&criteria[index], &finding.criteria[index]);
    // Without a measure nothing is shown in any unit.
    let unit = asked.measure.map_or(MeasureUnit::Count, |measure| indicator.measures[measure].unit);
    let (exact, working) = (&found.finding, asked.measure.map(|measure| &finding.measures[measure]));
    let rule = &found.rule;
    let requirement = requirement(rule, exact, unit, frame.stage, words);
    let threshold_steps = threshold_steps(found, words);
    let change = working.and_then(|working| change(rule, exact, working, unit, words));
    let distance = distance(rule, exact, unit, words);
    let reached = reached(exact, words);
    let source = (words.source)(frame.rules.annex, indicator.number);
    let source = [&source, words.separator, (words.stage)(frame.stage)].concat();
    // The indicator says it already, and so does the note.
    let own_outcome = criteria.len() > 1 && !matches!(rule, Rule::Unstated);
    let said_before = criteria[..index].iter().any(|other| (&other.quote, &other.note) == (&asked.quote, &asked.note));
    // What was read into the plan says nothing of a number that stands in the batch's notice.
    let silent = said_before || found.certainty == Certainty::Override;
    let note = asked.note.as_ref().filter(|_| !silent).map(|note| frame.say(note));
    // An `if` keeps its place among the children even when it shows nothing: the field of the override stays the same one.
    html! {
        <div key={index} class="criterion" data-outcome={exact.outcome.as_str()} data-rule={rule.name()}>
            if let Some(requirement) = requirement {
                <p class="asked">
                    if !matches!(rule, Rule::Qualitative) {
                        <span class="label">{ words.requirement }</span>
                    }
                    <strong>{ requirement }</strong>
                    if own_outcome {
                        <span class="own-outcome">{ badge(exact.outcome, words) }</span>
                    }
                </p>
            }
            if let Some(steps) = threshold_steps {
                <p class="change">{ of_years(rate_years(rule, &frame.rules, frame.period, words), words) }{ steps }</p>
            }
            if let Some(change) = change {
                <p class="change">{ change }</p>
            }
            if let (Some(_), Some(attainment)) = (&reached, exact.attainment) {
                <div class="attainment">
                    { scale(attainment, exact.outcome == Outcome::Met) }
                    <span class="threshold-mark" aria-hidden="true">{ words.threshold_mark }</span>
                </div>
            }
            if reached.is_some() || distance.is_some() {
                <p class="distance">
                    <strong>{ distance.unwrap_or_default() }</strong>
                    <span>{ reached.unwrap_or_default() }</span>
                </p>
            }
            { needs(frame, &exact.needs) }
            <div>{ if typable { threshold_override(frame, indicator, asked, found.certainty) } else { html! {} } }</div>
            if !said_before {
                <div>{ quotation(frame.lang, &asked.quote, source) }</div>
            }
            { certainty_note(frame.lang, found.certainty, note) }
        </div>
    }
}

/// Which years the numbers of a formula are of, before it.
pub fn of_years(years: Option<String>, words: &Words) -> Html {
    html! { <span class="of-years">{ years.map(|years| [&*years, words.colon].concat()).unwrap_or_default() }</span> }
}
