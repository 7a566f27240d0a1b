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
use engine::ruleset::Rule;
use formatting::explanation::finding::CriterionSaid;

/// A criterion of an indicator, by its index in the stage.
pub fn criterion(frame: &Frame, at: IndicatorId, index: usize, finding: &ExplainedIndicator, typable: bool) -> Html {
    let words = frame.words();
    let indicator = &frame.rules.indicators[at];
    let (asked, found) = (&indicator.criteria(frame.stage)[index], &finding.criteria[index]);
    let (exact, rule) = (&found.finding, &found.rule);
    let said = frame.basis().criterion(at, index, finding);
    let CriterionSaid { requirement, steps, change, distance, reached, source, .. } = said;
    // An `if` keeps its place among the children even when it shows nothing: the field of the override stays the same one.
    html! {
        <div key={index} class="criterion" data-outcome={exact.outcome.as_str()} data-rule={rule.name()}>
            if let Some(requirement) = requirement {
                <p class="asked">
                    if !matches!(rule, Rule::Qualitative) {
                        <span class="label">{ words.requirement }</span>
                    }
                    <strong>{ requirement }</strong>
                    if let Some(outcome) = said.outcome {
                        <span class="own-outcome">{ badge(outcome, words) }</span>
                    }
                </p>
            }
            if let Some([years, steps]) = steps {
                <p class="change"><span class="of-years">{ years }</span>{ steps }</p>
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
            { needs(words, &said.needs) }
            <div>{ if typable { threshold_override(frame, indicator, asked, found.certainty) } else { html! {} } }</div>
            if let Some(quote) = said.quote {
                <div>{ quotation(frame.lang, &quote, source) }</div>
            }
            { certainty_note(frame.lang, said.sureness.certainty, said.sureness.note.map(AttrValue::from)) }
        </div>
    }
}
