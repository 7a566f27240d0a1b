//! What a stage asks, whether it is reached, and how far it is.

use std::rc::Rc;

use yew::prelude::*;

use super::badge::badge;
use super::certainty::CertaintyNote;
use super::quotation::Quotation;
use super::scale::Scale;
use super::ways::Ways;
use crate::formatting::explanation::change::change;
use crate::formatting::explanation::comparison::{distance, reached, requirement, threshold_steps};
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece, piece};
use crate::view::overrides::threshold_override::ThresholdOverride;
use engine::explain::ExplainedIndicator;
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use engine::ruleset::{Certainty, MeasureUnit, Rule};

#[derive(PartialEq)]
pub struct CriterionView {
    pub indicator: IndicatorId,
    /// The criterion, by its index in the stage.
    pub index: usize,
    pub finding: Rc<ExplainedIndicator>,
}

impl Piece for CriterionView {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let indicator = &frame.rules.indicators[self.indicator];
        let criteria = indicator.criteria(frame.stage);
        let asked = &criteria[self.index];
        // Without a measure nothing is shown in any unit.
        let unit = asked.measure.map_or(MeasureUnit::Count, |measure| indicator.measures[measure].unit);
        let found = &self.finding.criteria[self.index];
        let (exact, working) = (&found.finding, asked.measure.map(|measure| &self.finding.measures[measure]));
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
        let said_before =
            criteria[..self.index].iter().any(|other| (&other.quote, &other.note) == (&asked.quote, &asked.note));
        // What was read into the plan says nothing of a number that stands in the batch's notice.
        let silent = said_before || found.certainty == Certainty::Override;
        let note = asked.note.as_ref().filter(|_| !silent).map(|note| frame.say(note));
        html! {
            <div class="criterion" data-outcome={exact.outcome.as_str()} data-rule={rule.name()}>
                <p class="asked" hidden={requirement.is_none()}>
                    <span class="label" hidden={matches!(rule, Rule::Qualitative)}>{ words.requirement }</span>
                    <strong>{ requirement.unwrap_or_default() }</strong>
                    <span class="own-outcome" hidden={!own_outcome}>{ badge(exact.outcome) }</span>
                </p>
                <p class="change" hidden={threshold_steps.is_none()}>{ threshold_steps.unwrap_or_default() }</p>
                <p class="change" hidden={change.is_none()}>{ change.unwrap_or_default() }</p>
                <div class="attainment" hidden={reached.is_none()}>
                    {
                        piece(Scale {
                            reached: exact.attainment.map_or(0, Scale::reached),
                            met: exact.outcome == Outcome::Met,
                        })
                    }
                    <span class="threshold-mark" aria-hidden="true">{ words.threshold_mark }</span>
                </div>
                <p class="distance" hidden={reached.is_none() && distance.is_none()}>
                    <strong>{ distance.unwrap_or_default() }</strong>
                    <span>{ reached.unwrap_or_default() }</span>
                </p>
                { piece(Ways { needs: exact.needs.clone() }) }
                { piece(ThresholdOverride { indicator: self.indicator, index: self.index, finding: self.finding.clone() }) }
                <div hidden={said_before}>{ piece(Quotation { lang: frame.lang, quote: asked.quote.clone().into(), source: source.into() }) }</div>
                { piece(CertaintyNote { lang: frame.lang, certainty: found.certainty, note }) }
            </div>
        }
    }
}
