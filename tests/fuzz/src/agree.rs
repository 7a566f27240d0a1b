//! A report held against the contract, and against the submission that it is about.

use crate::fraction::{Fraction, Round};
use crate::paths::{at, is_one_step, is_silent};
use engine::digits::Digits;
use engine::outcome::{Outcome, OutcomeCounts, Verdict};
use engine::problem::Code;
use engine::report::{CriterionReport, IndicatorReport, MeasureReport};
use engine::ruleset::{Certainty, Override};
use engine::{Input, Report, Ruleset};
use num_traits::{Signed, Zero};
use std::collections::BTreeSet;

pub fn check(ruleset: &Ruleset, submission: &Input, report: &Report) {
    let track = ruleset.track(report.track);
    assert_eq!(report.indicators.len(), track.indicators.len());
    report.indicators.iter().for_each(check_indicator);
    counts_add_up(report);
    assert_eq!(report.verdict, verdict(ruleset, submission, report));
    let plain = track.figures.iter().all(|figure| is_one_step(&figure.id));
    if plain {
        check_places(submission, report);
    }
    check_overrides(report);
    if let Some(score) = &report.score {
        let total = Fraction::lowest(&score.exact);
        assert_eq!(total.rounded(6, Round::HalfAway), score.total.as_str());
    }
}

fn counts_add_up(report: &Report) {
    let of = |outcome| report.indicators.iter().filter(|indicator| indicator.outcome == outcome).count();
    let counted = OutcomeCounts {
        met: of(Outcome::Met),
        unmet: of(Outcome::Unmet),
        incomplete: of(Outcome::Incomplete),
        invalid: of(Outcome::Invalid),
        not_computable: of(Outcome::NotComputable),
        unstated: of(Outcome::Unstated),
        review: of(Outcome::Review),
    };
    assert_eq!(report.outcomes, counted);
    let refused = report.indicators.iter().flat_map(|one| &one.criteria).any(|one| one.outcome == Outcome::Invalid);
    assert!(!refused || !report.problems.is_empty(), "invalid, and no word of why");
}

/// The contract's order, written down a second time.
const ORDER: [Outcome; 7] = [
    Outcome::Unmet,
    Outcome::Invalid,
    Outcome::NotComputable,
    Outcome::Incomplete,
    Outcome::Unstated,
    Outcome::Review,
    Outcome::Met,
];

fn check_indicator(indicator: &IndicatorReport) {
    let outcomes: Vec<_> = indicator.criteria.iter().map(|criterion| criterion.outcome).collect();
    assert_eq!(Some(&indicator.outcome), ORDER.iter().find(|outcome| outcomes.contains(outcome)), "{}", indicator.id);
    assert!(!outcomes.contains(&Outcome::Incomplete) || !indicator.missing.is_empty(), "{}", indicator.id);
    indicator.measures.iter().for_each(check_measure);
    for criterion in &indicator.criteria {
        let measure = indicator.measures.iter().find(|measure| Some(&measure.id) == criterion.measure.as_ref());
        assert_eq!(measure.is_some(), criterion.measure.is_some(), "{}", indicator.id);
        check_criterion(criterion, measure, indicator.id);
    }
}

fn check_measure(measure: &MeasureReport) {
    let known = measure.state == engine::known::State::Known;
    assert_eq!((measure.value.is_some(), measure.exact.is_some()), (known, known), "{}", measure.id);
    shown(&measure.value, &measure.exact);
}

/// The fraction, after making sure that what is shown is it, rounded.
fn shown(value: &Option<Digits>, exact: &Option<Digits>) -> Option<Fraction> {
    let exact = exact.as_ref().map(|exact| Fraction::lowest(exact));
    assert_eq!(value.as_deref(), exact.as_ref().map(|exact| exact.rounded(6, Round::HalfAway)).as_deref());
    exact
}

fn check_criterion(criterion: &CriterionReport, measure: Option<&MeasureReport>, named: &str) {
    let observed = shown(&criterion.observed, &criterion.observed_exact);
    let threshold = shown(&criterion.threshold, &criterion.threshold_exact);
    if criterion.rule == "at_least" {
        let exact = measure.and_then(|measure| measure.exact.as_ref());
        assert_eq!(criterion.observed_exact.as_ref(), exact, "{named}: the measure itself is observed");
    }
    let decided = matches!(criterion.outcome, Outcome::Met | Outcome::Unmet);
    assert_eq!(criterion.outcome == Outcome::Review, criterion.rule == "qualitative", "{named}");
    assert!(criterion.rule != "unstated" || criterion.outcome == Outcome::Unstated, "{named}");
    if !decided {
        assert_eq!((&criterion.gap, &criterion.attainment, criterion.needs.len()), (&None, &None, 0), "{named}");
        return;
    }
    let observed = observed.unwrap_or_else(|| panic!("{named}: decided by nothing"));
    let distance = match &threshold {
        None => {
            assert_eq!(criterion.rule, "increases", "{named}");
            assert_eq!(criterion.outcome == Outcome::Met, observed.p.is_positive(), "{named}");
            None
        }
        Some(threshold) => {
            let distance = threshold.minus(&observed);
            assert_eq!(criterion.outcome == Outcome::Unmet, distance.p.is_positive(), "{named}");
            Some(distance)
        }
    };
    let gap = distance.filter(|distance| distance.p.is_positive()).map(|distance| distance.rounded(6, Round::Up));
    assert!(
        criterion.gap.as_deref() == gap.as_deref() || (criterion.gap.is_none() && is_huge(criterion)),
        "{named}: {criterion:?}, not {gap:?}"
    );
    let threshold = threshold.filter(|threshold| !threshold.p.is_zero());
    let attainment = threshold.map(|threshold| observed.over(&threshold).rounded(4, Round::TowardsZero));
    assert!(
        criterion.attainment.as_deref() == attainment.as_deref()
            || (criterion.attainment.is_none() && is_huge(criterion)),
        "{named}: {criterion:?}, not {attainment:?}"
    );
    assert!(criterion.outcome == Outcome::Unmet || criterion.needs.is_empty(), "{named}: met, and yet a need");
}

/// Whether what is compared is so long that a third number made of both may not fit the engine's exact arithmetic. Such a number is
/// left out of the report, but the outcome stands.
fn is_huge(criterion: &CriterionReport) -> bool {
    let length = |text: &Option<Digits>| text.as_ref().map_or(0, |text| text.len());
    length(&criterion.observed_exact) + length(&criterion.threshold_exact) > 22
}

fn verdict(ruleset: &Ruleset, submission: &Input, report: &Report) -> Verdict {
    let answers = submission.get("eligibility");
    let items = &ruleset.track(report.track).eligibility;
    let answered = |answer| items.iter().filter(|item| *answers.get(&item.id) == Input::Bool(answer)).count();
    let any = |outcomes: &[Outcome]| report.indicators.iter().any(|one| outcomes.contains(&one.outcome));
    let field_named =
        ruleset.fields.iter().any(|field| *submission.get("field") == Input::Text(field.zh.as_str().into()));
    if answered(false) > 0 {
        Verdict::Ineligible
    } else if any(&[Outcome::Unmet]) {
        Verdict::Unmet
    } else if any(&[Outcome::Incomplete, Outcome::Invalid, Outcome::NotComputable])
        || answered(true) < items.len()
        || !field_named
    {
        Verdict::Incomplete
    } else if any(&[Outcome::Review, Outcome::Unstated]) {
        Verdict::SubjectToReview
    } else {
        Verdict::Met
    }
}

/// What is called missing is not there, what is refused is, and neither is named twice.
fn check_places(submission: &Input, report: &Report) {
    for path in report.indicators.iter().flat_map(|indicator| &indicator.missing) {
        assert!(is_silent(at(submission, path)), "{path} is there");
    }
    let mut seen = BTreeSet::new();
    for problem in &report.problems {
        assert!(seen.insert((&problem.path, problem.message)), "{problem:?} twice");
        // A key that does not belong here may be any text, and the scores go by ids with points in them.
        if problem.code == Code::UnknownKey || problem.path.starts_with("scores.indicators.") {
            continue;
        }
        let value = at(submission, &problem.path).unwrap_or_else(|| panic!("{problem:?}, and nothing there"));
        // A line of a tally is not left out by writing null for it, as the year of a series is.
        let is_line = problem.code == Code::WrongType && problem.path.ends_with(']');
        assert!(*value != Input::Absent || is_line, "{problem:?}, and nothing there");
    }
}

/// An override that the report repeats is the rule that was applied.
fn check_overrides(report: &Report) {
    for one in &report.overrides {
        let indicator = report.indicators.iter().find(|indicator| indicator.id == one.indicator());
        let indicator = indicator.expect("an indicator of this track");
        let Override::Threshold { stage, measure, threshold, .. } = one else { continue };
        assert_eq!(*stage, report.stage);
        let criterion = indicator.criteria.iter().find(|criterion| criterion.measure == Some(measure));
        let criterion = criterion.expect("a criterion of this measure");
        assert_eq!((criterion.rule, criterion.certainty), ("at_least", Certainty::Override));
        let set = Fraction { p: threshold.mantissa().into(), q: 10u128.pow(threshold.scale()).into() };
        assert_eq!(
            criterion.threshold_exact.as_ref().map(|exact| Fraction::lowest(exact).minus(&set).p.is_zero()),
            Some(true)
        );
    }
}
