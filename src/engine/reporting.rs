//! The report on an assessment: exact numbers become texts, ids become names.

use super::address::{Address, Side};
use super::assess::{Assessment, IndicatorFinding, assess};
use super::criterion::{CriterionFinding, MeasureFinding};
use super::digits::Digits;
use super::exact::{Exact, Rounding};
use super::figures::{Figure, Figures, Line};
use super::ids::FigureId;
use super::input::Input;
use super::known::{Given, Lack, State};
use super::needs::Need;
use super::path::Path;
use super::plausibility::Warning;
use super::problem::{Code, Problem, Problems};
use super::report::{
    CountedReport, CriterionReport, DoubtReport, EligibilityReport, IndicatorReport, LeftOutReport, MeasureReport,
    NeedReport, Report, RosterReport, RulesetName, ScoreReport, WarningReport,
};
use super::roster::{About, Doubt, Flaw, Roster, Standing};
use super::ruleset::{Criterion, FigureForm, Indicator, Measure, Ruleset, Stage, TrackRules};
use super::score::Score;
use super::submission::{NotASubmission, Submission};

/// Reads, assesses and reports: all that a caller with plain data needs.
pub fn report<'a>(ruleset: &'a Ruleset, input: &Input) -> Result<Report<'a>, NotASubmission> {
    let (submission, problems) = Submission::read(ruleset, input)?;
    let assessment = assess(ruleset, &submission);
    Ok(Report::of(ruleset, &submission, &assessment, problems))
}

impl<'a> Report<'a> {
    /// The report on an assessment. `problems` are those found when the submission was read; what is too large follows them.
    pub fn of(
        ruleset: &'a Ruleset,
        submission: &Submission,
        assessment: &Assessment,
        problems: Vec<Problem>,
    ) -> Report<'a> {
        let (track, stage) = (ruleset.track(submission.track), submission.stage);
        let mut problems = Problems(problems);
        if assessment.score.is_err() {
            problems.add(&Path::Root.key("scores"), Code::Overflow);
        }
        for Address { side, figure, .. } in &assessment.overflows {
            let root = Path::Root.key(if *side == Side::Now { "figures" } else { "baseline" });
            problems.add(&root.key(&track.figures[*figure].id), Code::Overflow);
        }
        let items = track.eligibility.iter().zip(&assessment.eligibility);
        let indicators = track.indicators.iter().zip(&assessment.indicators);
        Report {
            ruleset: RulesetName { id: &ruleset.id, title: &ruleset.title.zh },
            track: submission.track,
            stage,
            verdict: assessment.verdict,
            outcomes: assessment.outcomes,
            eligibility: items.map(|(item, outcome)| EligibilityReport { id: &item.id, outcome: *outcome }).collect(),
            indicators: indicators.map(|(indicator, found)| of_indicator(indicator, found, stage, track)).collect(),
            problems: problems.0,
            warnings: assessment.warnings.iter().map(|warning| of_warning(warning, track)).collect(),
            overrides: ruleset.overrides.iter().filter(|one| one.bears_on(track, stage)).collect(),
            score: assessment.score.as_ref().ok().and_then(|score| score.as_ref().map(of_score)),
            rosters: rosters(submission, track),
        }
    }
}

/// The rosters of both sides, by their path.
fn rosters<'a>(submission: &Submission, track: &'a TrackRules) -> Vec<(String, RosterReport<'a>)> {
    let sides = [(Side::Now, &submission.figures), (Side::Baseline, &submission.baseline)];
    let of_side = |(side, figures): (Side, &Figures)| {
        let of_figure = |(id, figure): (FigureId, &Figure)| match figure {
            Figure::Roster(roster) => {
                Some((Address::whole(side, id).path(track), of_roster(roster, &track.figures[id].form)))
            }
            _ => None,
        };
        figures.with_ids().filter_map(of_figure).collect::<Vec<_>>()
    };
    sides.into_iter().flat_map(of_side).collect()
}

fn of_roster<'a>(roster: &Roster, form: &'a FigureForm) -> RosterReport<'a> {
    let whole = |number: &Given<Exact>| {
        number.known().and_then(|number| u64::try_from(number.floor()).ok()).unwrap_or_default()
    };
    let of_line = |line: &Line| {
        let kind = &form.kinds()[*line.kind.known()?].id;
        Some(CountedReport { kind, count: whole(&line.count), rank: whole(&line.rank) })
    };
    let left_out = |(item, standing): (usize, &Standing)| match standing {
        Standing::Counted { .. } => None,
        Standing::Duplicate { of, by } => Some(LeftOutReport { item, code: "duplicate", of: Some(*of), by: Some(*by) }),
        Standing::LeftOut(why) => Some(LeftOutReport { item, code: why.as_str(), of: None, by: None }),
    };
    let of_doubt = |doubt: &Doubt| {
        let (character, expected) = match doubt.about {
            About::Code(Flaw::Character { at }) => (Some(at + 1), None),
            About::Code(Flaw::CheckCharacter { at, expected }) => (Some(at + 1), Some(expected.into())),
            _ => (None, None),
        };
        DoubtReport { item: doubt.item, code: doubt.about.as_str(), of: doubt.of, character, expected }
    };
    RosterReport {
        items: roster.standings.len(),
        counted: roster.lines.known().map(|lines| lines.iter().filter_map(of_line).collect()),
        left_out: roster.standings.iter().enumerate().filter_map(left_out).collect(),
        doubts: roster.doubts.iter().map(of_doubt).collect(),
    }
}

fn of_indicator<'a>(
    indicator: &'a Indicator,
    found: &IndicatorFinding,
    stage: Stage,
    track: &'a TrackRules,
) -> IndicatorReport<'a> {
    let criteria = indicator.criteria(stage).iter().zip(&found.criteria);
    IndicatorReport {
        id: &indicator.id,
        number: indicator.number,
        group: &indicator.group.zh,
        title: &indicator.title.zh,
        outcome: found.outcome,
        measures: indicator.measures.iter().zip(&found.measures).map(of_measure).collect(),
        criteria: criteria.map(|(criterion, found)| of_criterion(criterion, found, indicator, track)).collect(),
        missing: found.missing.iter().map(|address| address.path(track)).collect(),
    }
}

fn of_measure<'a>((measure, MeasureFinding { now, .. }): (&'a Measure, &MeasureFinding)) -> MeasureReport<'a> {
    MeasureReport {
        id: &measure.id,
        unit: measure.unit,
        state: now.as_ref().err().map_or(State::Known, Lack::state),
        value: now.as_ref().ok().map(shown),
        exact: now.as_ref().ok().map(|value| value.fraction()),
        share: measure.share.map(|share| Exact::from(share).shown(PLACES, Rounding::HalfAway)),
    }
}

fn of_criterion<'a>(
    criterion: &'a Criterion,
    found: &CriterionFinding,
    indicator: &'a Indicator,
    track: &'a TrackRules,
) -> CriterionReport<'a> {
    CriterionReport {
        measure: criterion.measure.map(|measure| &*indicator.measures[measure].id),
        rule: criterion.rule.name(),
        threshold: found.threshold.as_ref().map(shown),
        threshold_exact: found.threshold.map(Exact::fraction),
        observed: found.observed.as_ref().map(shown),
        observed_exact: found.observed.map(Exact::fraction),
        outcome: found.outcome,
        attainment: found.attainment.map(|reached| reached.shown(4, Rounding::TowardsZero)),
        gap: found.gap.map(|gap| gap.shown(6, Rounding::Up)),
        needs: found.needs.iter().map(|need| of_need(need, track)).collect(),
        certainty: criterion.certainty,
        quote: &criterion.quote,
    }
}

fn of_need<'a>(need: &Need, track: &'a TrackRules) -> NeedReport<'a> {
    let figure = &track.figures[need.lever.figure];
    NeedReport {
        figure: &figure.id,
        entry: need.lever.entry,
        kind: need.lever.kind.map(|kind| &*figure.form.kinds()[kind].id),
        from: need.lever.rise.map(|rise| &*figure.form.kinds()[rise.from].id),
        amount: need.amount.shown(6, Rounding::Up),
    }
}

fn of_warning<'a>(warning: &Warning, track: &'a TrackRules) -> WarningReport<'a> {
    let relation = &track.plausibility[warning.relation];
    WarningReport {
        paths: warning.at.iter().map(|address| address.path(track)).collect(),
        code: &relation.code,
        message: &relation.message.zh,
    }
}

fn of_score(score: &Score) -> ScoreReport {
    ScoreReport {
        basics: shown(&score.basics),
        workplan: shown(&score.workplan),
        total: shown(&score.total),
        exact: score.total.fraction(),
    }
}

/// No share has more decimals.
const PLACES: u32 = 12;

/// A value as the report shows it; no outcome depends on it.
fn shown(value: &Exact) -> Digits {
    value.shown(6, Rounding::HalfAway)
}
