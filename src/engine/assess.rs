//! The heart of the product: `assess(submission) -> report`.

use std::collections::BTreeSet;

use super::criterion::{Finding, Measured, Sources, evaluate};
use super::eligibility::{field_is_named, read_eligibility};
use super::exact::{Exact, Rounding};
use super::figures::{Figures, YEARS};
use super::input::Input;
use super::known::{Known, Lack, State};
use super::measure::Source;
use super::needs::Need;
use super::outcome::{Outcome, OutcomeCounts, Verdict};
use super::path::Path;
use super::plausibility::warnings;
use super::problem::{Code, Problems};
use super::report::{CriterionReport, IndicatorReport, MeasureReport, NeedReport, Report, RulesetName};
use super::ruleset::{Criterion, Indicator, Measure, Ruleset, Stage, Track, TrackRules};
use super::score::score;

/// Why a submission cannot be assessed at all. Anything less is a problem within the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotASubmission {
    /// It is no object.
    NoObject,
    /// Its track is neither `park` nor `enterprise`.
    UnknownTrack,
    /// Its stage is neither `creation` nor `recognition`.
    UnknownStage,
}

impl NotASubmission {
    /// The reason, one sentence.
    pub fn message(self) -> &'static str {
        match self {
            NotASubmission::NoObject => "submission: an object is needed",
            NotASubmission::UnknownTrack => "submission.track: this must be one of: park, enterprise",
            NotASubmission::UnknownStage => "submission.stage: this must be one of: creation, recognition",
        }
    }
}

/// The keys of a submission.
const KEYS: [&str; 9] =
    ["track", "stage", "field", "eligibility", "figures", "baseline", "notes", "applicant", "scores"];

/// An assessment with what led to it, for whoever shows the steps.
#[derive(Debug)]
pub struct Assessed {
    /// The report.
    pub report: Report,
    /// The figures as read.
    pub figures: SubmittedFigures,
    /// What came of each indicator's criteria, in exact numbers: the report has only what is left of them after rounding.
    pub findings: Vec<Vec<Finding>>,
}

/// Assesses a submission by a ruleset.
pub fn assess(ruleset: &Ruleset, submission: &Input) -> Result<Report, NotASubmission> {
    assess_in_full(ruleset, submission).map(|assessed| assessed.report)
}

/// Assesses a submission by a ruleset, and keeps what led to the report.
pub fn assess_in_full(ruleset: &Ruleset, submission: &Input) -> Result<Assessed, NotASubmission> {
    if !matches!(submission, Input::Object(_)) {
        return Err(NotASubmission::NoObject);
    }
    let track_name = named(submission.get("track"), &Track::NAMES).ok_or(NotASubmission::UnknownTrack)?;
    let stage = named(submission.get("stage"), &Stage::NAMES).ok_or(NotASubmission::UnknownStage)?;
    let track = ruleset.track(track_name);

    let mut problems = Problems::default();
    problems.check_keys(submission, |key| KEYS.contains(&key), &Path::Root);
    let field_named = field_is_named(ruleset, submission.get("field"), &mut problems);
    let eligibility = read_eligibility(track, submission.get("eligibility"), &mut problems);
    let figures = SubmittedFigures::read(track, submission, &mut problems);
    let score = score(ruleset, track, submission.get("scores"), &mut problems);

    let sources = figures.sources(track, stage);
    let assess_one = |indicator| assess_indicator(indicator, stage, sources, &mut problems);
    let (findings, indicators): (Vec<_>, Vec<_>) = track.indicators.iter().map(assess_one).unzip();
    let outcomes: OutcomeCounts = indicators.iter().map(|indicator| indicator.outcome).collect();
    let answers: Vec<_> = eligibility.iter().map(|item| item.outcome).collect();
    let report = Report {
        ruleset: RulesetName { id: ruleset.id.clone(), title: ruleset.title.zh.clone() },
        track: track_name,
        stage,
        verdict: Verdict::of(&answers, field_named, &outcomes),
        outcomes,
        eligibility,
        indicators,
        problems: problems.0,
        warnings: warnings(track, &figures.now),
        overrides: ruleset.overrides.iter().filter(|one| one.bears_on(track, stage)).cloned().collect(),
        score,
    };
    Ok(Assessed { report, figures, findings })
}

/// The figures of a submission and those of its baseline.
#[derive(Debug)]
pub struct SubmittedFigures {
    now: Figures,
    baseline: Figures,
}

impl SubmittedFigures {
    /// Reads both.
    fn read(track: &TrackRules, submission: &Input, problems: &mut Problems) -> SubmittedFigures {
        let mut read = |key| Figures::read(track, submission.get(key), &Path::Root.key(key), problems);
        SubmittedFigures { now: read("figures"), baseline: read("baseline") }
    }

    /// Where a stage's criteria take their figures from. At recognition, means and sums are over the creation period, which
    /// is the last two years; a baseline is always over its three.
    pub fn sources<'a>(&'a self, track: &'a TrackRules, stage: Stage) -> Sources<'a> {
        let from_year = match stage {
            Stage::Creation => 0,
            Stage::Recognition => YEARS - 2,
        };
        Sources {
            now: Source { track, figures: &self.now, from_year },
            baseline: Source { track, figures: &self.baseline, from_year: 0 },
        }
    }
}

fn named<T: Copy>(input: &Input, names: &[(&str, T)]) -> Option<T> {
    let Input::Text(text) = input else { return None };
    names.iter().find(|(name, _)| name == text).map(|(_, value)| *value)
}

fn assess_indicator(
    indicator: &Indicator,
    stage: Stage,
    sources: Sources,
    problems: &mut Problems,
) -> (Vec<Finding>, IndicatorReport) {
    let values: Vec<_> = indicator.measures.iter().map(|measure| measure.form.value(sources.now)).collect();
    let (mut findings, mut criteria) = (Vec::new(), Vec::new());
    for criterion in indicator.criteria(stage) {
        let measure = criterion.measure.map(|index| &indicator.measures[index]);
        let measured = |index: usize| Measured { form: &indicator.measures[index].form, now: &values[index] };
        let finding = evaluate(criterion, criterion.measure.map(measured), sources);
        if let (true, Some(measure)) = (finding.lack.overflow, measure) {
            note_overflow(measure, sources, problems);
        }
        criteria.push(report_criterion(criterion, measure, &finding, sources.now.track));
        findings.push(finding);
    }
    let mut seen = BTreeSet::new();
    let missing = findings.iter().flat_map(|finding| &finding.lack.missing);
    let missing = missing.filter(|path| seen.insert(path.as_str())).cloned().collect();
    let report = IndicatorReport {
        id: indicator.id.clone(),
        number: indicator.number,
        group: indicator.group.zh.clone(),
        title: indicator.title.zh.clone(),
        outcome: findings.iter().map(|finding| finding.outcome).min().unwrap_or(Outcome::Unstated),
        measures: indicator.measures.iter().zip(&values).map(report_measure).collect(),
        criteria,
        missing,
    };
    (findings, report)
}

/// Names the figures whose numbers are too large, once.
fn note_overflow(measure: &Measure, sources: Sources, problems: &mut Problems) {
    let overflows = |source| matches!(measure.form.value(source), Err(lack) if lack.overflow);
    let root = Path::Root.key(if overflows(sources.baseline) { "baseline" } else { "figures" });
    let path = root.key(&sources.now.track.figures[measure.form.figures()[0]].id);
    if !problems.0.iter().any(|problem| problem.code == Code::Overflow && problem.path == path.text()) {
        problems.add(&path, Code::Overflow);
    }
}

fn report_measure((measure, value): (&Measure, &Known<Exact>)) -> MeasureReport {
    MeasureReport {
        id: measure.id.clone(),
        unit: measure.unit,
        state: value.as_ref().err().map_or(State::Known, Lack::state),
        value: value.as_ref().ok().map(shown),
        exact: value.as_ref().ok().map(|value| value.fraction()),
        share: measure.share.map(|share| share.to_string()),
    }
}

fn report_criterion(
    criterion: &Criterion,
    measure: Option<&Measure>,
    finding: &Finding,
    track: &TrackRules,
) -> CriterionReport {
    CriterionReport {
        measure: measure.map(|measure| measure.id.clone()),
        rule: criterion.rule.name(),
        threshold: finding.threshold.as_ref().map(shown),
        threshold_exact: finding.threshold.as_ref().map(|value| value.fraction()),
        observed: finding.observed.as_ref().map(shown),
        observed_exact: finding.observed.as_ref().map(|value| value.fraction()),
        outcome: finding.outcome,
        attainment: finding.attainment.map(|reached| reached.shown(4, Rounding::TowardsZero)),
        gap: finding.gap.map(|gap| gap.shown(6, Rounding::Up)),
        needs: finding.needs.iter().map(|need| report_need(need, track)).collect(),
        certainty: criterion.certainty,
        quote: criterion.quote.clone(),
    }
}

fn report_need(need: &Need, track: &TrackRules) -> NeedReport {
    let figure = &track.figures[need.lever.figure];
    NeedReport {
        figure: figure.id.clone(),
        entry: need.lever.entry,
        kind: need.lever.kind.map(|index| figure.form.kinds()[index].id.clone()),
        amount: need.amount.shown(6, Rounding::Up),
    }
}

/// A value as the report shows it; no outcome depends on it.
fn shown(value: &Exact) -> String {
    value.shown(6, Rounding::HalfAway)
}
