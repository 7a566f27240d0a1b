//! How everything in an assessment came about: the formulas with the applicant's own numbers in.
//!
//! Built only for those who show them: a caller who wants a report does without.

use super::address::{Address, Side};
use super::assess::IndicatorFinding;
use super::compound::compound_formula;
use super::criterion::CriterionFinding;
use super::exact::Exact;
use super::ids::{IndicatorId, MeasureId, Table};
use super::known::{Known, State};
use super::measure::{Source, Term};
use super::outcome::Outcome;
use super::ruleset::{Certainty, Indicator, Measure, Rule, Ruleset, Stage, Threshold};
use super::submission::Submission;

/// What is found for one indicator, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedIndicator {
    /// The first of its criteria's outcomes in the order of weight.
    pub outcome: Outcome,
    /// Its measures.
    pub measures: Table<MeasureId, ExplainedMeasure>,
    /// The criteria of the stage, in their order.
    pub criteria: Vec<ExplainedCriterion>,
    /// The entries that its criteria need and that are absent, each once.
    pub missing: Vec<Address>,
}

/// A measure by the figures of the stage and, where that is of interest, at the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedMeasure {
    /// By the figures of the stage.
    pub now: Worked,
    /// At the baseline: where a criterion compares with it, and at recognition wherever it is known.
    pub baseline: Option<Worked>,
}

/// A formula with the numbers in, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// The formula.
    pub terms: Vec<Term>,
    /// Its value, where it is known.
    pub value: Option<Exact>,
    /// Whether it is known, or why not.
    pub state: State,
}

/// What a criterion asks and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedCriterion {
    /// What was asked: by the ruleset, or by an override on top of it.
    pub rule: Rule,
    /// How sure that is.
    pub certainty: Certainty,
    /// What came of it.
    pub finding: CriterionFinding,
    /// How the threshold came about; empty where it stands in the ruleset.
    pub threshold: Vec<Term>,
}

/// Explains what an assessment found for a submission, indicator by indicator.
pub fn explain(
    ruleset: &Ruleset,
    submission: &Submission,
    found: Table<IndicatorId, IndicatorFinding>,
) -> Table<IndicatorId, ExplainedIndicator> {
    let track = ruleset.track(submission.track);
    let (now, baseline) = (submission.source(track, Side::Now), submission.source(track, Side::Baseline));
    let found = track.indicators.iter().zip(found);
    found.map(|(indicator, found)| explain_indicator(indicator, found, submission.stage, now, baseline)).collect()
}

fn explain_indicator(
    indicator: &Indicator,
    found: IndicatorFinding,
    stage: Stage,
    now: Source,
    baseline: Source,
) -> ExplainedIndicator {
    let measures = indicator.measures.iter().zip(&found.measures).map(|(measure, found)| {
        let then = match &found.baseline {
            Some(value) => Some(worked(measure, baseline, value)),
            // At recognition the start is of interest wherever it is known, not only where a criterion looks back to it.
            None if stage == Stage::Recognition => {
                Some(worked(measure, baseline, &measure.form.value(baseline))).filter(|then| then.value.is_some())
            }
            None => None,
        };
        ExplainedMeasure { now: worked(measure, now, &found.now), baseline: then }
    });
    let criteria = indicator.criteria(stage).iter().zip(found.criteria).map(|(asked, finding)| ExplainedCriterion {
        rule: asked.rule.clone(),
        certainty: asked.certainty,
        finding,
        threshold: match &asked.rule {
            Rule::AtLeast(Threshold::Compound(rates)) => compound_formula(now, *rates),
            _ => Vec::new(),
        },
    });
    ExplainedIndicator {
        outcome: found.outcome,
        measures: measures.collect(),
        criteria: criteria.collect(),
        missing: found.missing,
    }
}

fn worked(measure: &Measure, source: Source, value: &Known<Exact>) -> Worked {
    Worked {
        terms: measure.form.formula(source),
        value: value.as_ref().ok().copied(),
        state: value.as_ref().err().map_or(State::Known, |lack| lack.state()),
    }
}
