//! The heart of the product: a submission held against the rules.

use super::address::{Address, Part, Side};
use super::criterion::{CriterionFinding, MeasureFinding, Sources, decide, evaluate};
use super::eligibility;
use super::exact::{Exact, Overflow};
use super::ids::{IndicatorId, MeasureId, Table};
use super::known::{Given, Known};
use super::outcome::{Outcome, OutcomeCounts, Verdict};
use super::plausibility::{Warning, warnings};
use super::ruleset::{Criterion, Indicator, Measure, Ruleset};
use super::score::{Score, weigh};
use super::submission::Submission;

/// What a submission comes to, in exact numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What it all comes to.
    pub verdict: Verdict,
    /// How many indicators have each outcome.
    pub outcomes: OutcomeCounts,
    /// The outcomes of the eligibility items, in their order.
    pub eligibility: Vec<Outcome>,
    /// What is found for each indicator.
    pub indicators: Table<IndicatorId, IndicatorFinding>,
    /// Figures that do not go together.
    pub warnings: Vec<Warning>,
    /// Figures whose numbers are too large to be computed exactly, each once.
    pub overflows: Vec<Address>,
    /// The person's own mock review, weighed; none until all of it is there, an error where it is too large.
    pub score: Result<Option<Score>, Overflow>,
}

/// What is found for one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorFinding {
    /// The first of its criteria's outcomes in the order of weight.
    pub outcome: Outcome,
    /// What its measures come to.
    pub measures: Table<MeasureId, MeasureFinding>,
    /// What came of the stage's criteria, in their order.
    pub criteria: Vec<CriterionFinding>,
    /// The entries that its criteria need and that are absent, each once.
    pub missing: Vec<Address>,
}

/// Assesses a submission by a ruleset.
pub fn assess(ruleset: &Ruleset, submission: &Submission) -> Assessment {
    let track = ruleset.track(submission.track);
    let sources = submission.sources(track);
    let mut overflows = Vec::new();
    let assess_one = |indicator| assess_indicator(indicator, submission, sources, &mut overflows);
    let indicators: Table<IndicatorId, IndicatorFinding> = track.indicators.iter().map(assess_one).collect();
    let outcomes: OutcomeCounts = indicators.iter().map(|indicator| indicator.outcome).collect();
    let (verdict, eligibility) = conclude(submission, &outcomes);
    Assessment {
        verdict,
        outcomes,
        eligibility,
        indicators,
        warnings: warnings(track, &submission.figures),
        overflows,
        score: weigh(ruleset, track, &submission.scores),
    }
}

/// What a submission comes to, and nothing of how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What it all comes to.
    pub verdict: Verdict,
    /// How many indicators have each outcome.
    pub outcomes: OutcomeCounts,
    /// The outcomes of the eligibility items, in their order.
    pub eligibility: Vec<Outcome>,
    /// The outcomes of each indicator's criteria, in their order.
    pub criteria: Table<IndicatorId, Vec<Outcome>>,
}

/// Judges a submission by a ruleset: the outcomes that [`assess`] comes to, without distances, needs and plausibility.
pub fn judge(ruleset: &Ruleset, submission: &Submission) -> Judgement {
    let track = ruleset.track(submission.track);
    let sources = submission.sources(track);
    let judge_one = |indicator: &Indicator| -> Vec<Outcome> {
        let asked = indicator.criteria(submission.stage).iter();
        let outcome = |criterion: &Criterion| {
            let measure = criterion.measure.map(|id| &indicator.measures[id]);
            let found = measure.map(|measure| MeasureFinding { now: measure.form.value(sources.now), baseline: None });
            decide(criterion, measure.zip(found.as_ref()), sources).outcome
        };
        asked.map(outcome).collect()
    };
    let criteria: Table<IndicatorId, Vec<Outcome>> = track.indicators.iter().map(judge_one).collect();
    let outcomes: OutcomeCounts = criteria.iter().map(|outcomes| Outcome::first(outcomes.iter().copied())).collect();
    let (verdict, eligibility) = conclude(submission, &outcomes);
    Judgement { verdict, outcomes, eligibility, criteria }
}

/// The verdict, and the outcomes of the eligibility items.
fn conclude(submission: &Submission, outcomes: &OutcomeCounts) -> (Verdict, Vec<Outcome>) {
    let eligibility: Vec<_> = submission.eligibility.iter().map(eligibility::outcome).collect();
    let field_named = matches!(submission.field, Given::Known(_));
    (Verdict::of(&eligibility, field_named, outcomes), eligibility)
}

fn assess_indicator(
    indicator: &Indicator,
    submission: &Submission,
    sources: Sources,
    overflows: &mut Vec<Address>,
) -> IndicatorFinding {
    let asked = indicator.criteria(submission.stage);
    let measures: Table<MeasureId, MeasureFinding> = indicator
        .measures
        .with_ids()
        .map(|(id, measure)| {
            let looks_back = asked.iter().any(|criterion| criterion.measure == Some(id) && criterion.looks_back());
            MeasureFinding {
                now: measure.form.value(sources.now),
                baseline: looks_back.then(|| measure.form.value(sources.baseline)),
            }
        })
        .collect();
    let mut criteria = Vec::new();
    let (mut missing, mut tallies) = (Vec::new(), Vec::new());
    for criterion in asked {
        let measured = criterion.measure.map(|id| (&indicator.measures[id], &measures[id]));
        let finding = evaluate(criterion, measured, sources);
        if let (true, Some((measure, found))) = (finding.lack.overflow || finding.lacks_gap(), measured) {
            note_overflow(measure, found, sources, overflows);
        }
        note_missing(&finding.lack.missing, &mut missing, &mut tallies);
        criteria.push(finding);
    }
    let outcome = Outcome::first(criteria.iter().map(|finding| finding.outcome));
    IndicatorFinding { outcome, measures, criteria, missing }
}

/// Adds what one more criterion lacks, each entry once. Of a tally, which may have very many lines, every criterion lacks the same:
/// `tallies` are those that were told of.
fn note_missing(lacking: &[Address], missing: &mut Vec<Address>, tallies: &mut Vec<Address>) {
    let before = tallies.len();
    for address in lacking {
        let known = if let Part::Line(..) = address.part {
            let tally = Address::whole(address.side, address.figure);
            if !tallies.contains(&tally) {
                tallies.push(tally);
            }
            tallies[..before].contains(&tally)
        } else {
            missing.contains(address)
        };
        if !known {
            missing.push(*address);
        }
    }
}

/// Names the figures whose numbers are too large, once.
fn note_overflow(measure: &Measure, found: &MeasureFinding, sources: Sources, overflows: &mut Vec<Address>) {
    let overflows_in = |value: &Known<Exact>| matches!(value, Err(lack) if lack.overflow);
    let at_baseline = match &found.baseline {
        Some(value) => overflows_in(value),
        None => overflows_in(&measure.form.value(sources.baseline)),
    };
    let side = if at_baseline { Side::Baseline } else { Side::Now };
    let address = Address::whole(side, measure.form.figures()[0]);
    if !overflows.contains(&address) {
        overflows.push(address);
    }
}
