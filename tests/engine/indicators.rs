//! Every indicator at every stage, by the tables in `cases/`.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::submission::{submission, track_of};
use crate::common::table::rows;
use crate::common::{plan, report};
use engine::ids::FigureId;
use engine::report::{CriterionReport, IndicatorReport};
use engine::ruleset::{Rule, Stage};
use rust_decimal::Decimal;

const TABLES: [&str; 2] = [include_str!("../cases/park.txt"), include_str!("../cases/enterprise.txt")];

struct Case<'a> {
    line: usize,
    indicator: &'a str,
    stage: &'a str,
    outcome: &'a str,
    observed: &'a str,
    detail: &'a str,
    report: IndicatorReport<'static>,
}

fn cases() -> Vec<Case<'static>> {
    let read = |(line, cells): (usize, Vec<&'static str>)| {
        let cell = |index: usize| cells.get(index).copied().unwrap_or("");
        let report = report(&submission(cell(0), cell(1), cell(2)));
        let report = report.indicators.into_iter().find(|one| one.id == cell(0)).expect("the indicator");
        Case { line, indicator: cell(0), stage: cell(1), outcome: cell(3), observed: cell(4), detail: cell(5), report }
    };
    TABLES.into_iter().flat_map(rows).map(read).collect()
}

fn named<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// Needs as the tables write them: `gold 1, silver 1` or `revenue[2] 0.5`.
fn needs(criterion: &CriterionReport) -> String {
    let need = |need: &engine::report::NeedReport| match (&need.kind, need.entry) {
        (Some(kind), _) => format!("{kind} {}", need.amount),
        (None, Some(entry)) => format!("{}[{entry}] {}", need.figure, need.amount),
        (None, None) => format!("{} {}", need.figure, need.amount),
    };
    criterion.needs.iter().map(need).collect::<Vec<_>>().join(", ")
}

#[test]
fn every_case_comes_out_as_its_table_says() {
    for case in cases() {
        let place = format!("line {}: {} at {}", case.line, case.indicator, case.stage);
        let criterion = &case.report.criteria[0];
        assert_eq!(named(case.report.outcome), case.outcome, "{place}: outcome");
        if !["", "-"].contains(&case.observed) {
            assert_eq!(criterion.observed_exact.as_deref(), Some(case.observed), "{place}: observed");
        }
        match case.detail.split_once(' ') {
            Some(("needs", expected)) => assert_eq!(needs(criterion), expected, "{place}: needs"),
            Some(("missing", expected)) => assert_eq!(case.report.missing.join(" "), expected, "{place}: missing"),
            _ => assert_eq!(case.detail, "", "{place}: the last column is not understood"),
        }
        assert_eq!(case.outcome == "unmet", !criterion.needs.is_empty(), "{place}: needs go with unmet");
        if case.outcome == "incomplete" {
            assert!(!case.report.missing.is_empty(), "{place}: what is missing is named");
        }
    }
}

/// A table that forgot an indicator, or the step just below or above a threshold, would prove nothing.
#[test]
fn the_tables_cover_every_indicator_stage_and_threshold() {
    let mut outcomes: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for case in cases() {
        outcomes.entry((case.indicator, case.stage)).or_default().insert(case.outcome);
    }
    for track in [&plan().park, &plan().enterprise] {
        for indicator in &track.indicators {
            for (stage, name) in [(Stage::Creation, "creation"), (Stage::Recognition, "recognition")] {
                let expected: &[&str] = match indicator.criteria(stage)[0].rule {
                    Rule::Qualitative => &["review"],
                    Rule::Unstated => &["unstated"],
                    _ => &["met", "unmet", "incomplete", "invalid"],
                };
                let seen = outcomes.get(&(indicator.id.as_str(), name)).cloned().unwrap_or_default();
                assert!(
                    expected.iter().all(|outcome| seen.contains(outcome)),
                    "{} at {name}: only {seen:?}",
                    indicator.id
                );
            }
        }
    }
}

#[test]
fn every_threshold_has_its_case_one_smallest_step_below_at_and_above() {
    let mut steps: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for case in cases() {
        let criterion = &case.report.criteria[0];
        let (Some(threshold), Some(observed)) = (&criterion.threshold_exact, &criterion.observed_exact) else {
            continue;
        };
        let smallest =
            |need: &engine::report::NeedReport| need.amount == if need.kind.is_some() { "1" } else { "0.000001" };
        let side = match case.outcome {
            "unmet" if criterion.needs.iter().all(smallest) => "below",
            "met" if observed == threshold => "at",
            "met" => "above",
            _ => continue,
        };
        steps.entry((case.indicator, case.stage)).or_default().insert(side);
    }
    for track in [&plan().park, &plan().enterprise] {
        for indicator in &track.indicators {
            for (stage, name) in [(Stage::Creation, "creation"), (Stage::Recognition, "recognition")] {
                if let Rule::AtLeast(_) | Rule::GrowthAtLeast(_) | Rule::IncreaseAtLeast(_) =
                    indicator.criteria(stage)[0].rule
                {
                    let seen = steps.get(&(indicator.id.as_str(), name)).cloned().unwrap_or_default();
                    assert_eq!(seen.len(), 3, "{} at {name}: only {seen:?}", indicator.id);
                }
            }
        }
    }
}

/// `attainment` never says more than has been reached, and 1 exactly where the threshold is reached.
#[test]
fn attainment_agrees_with_the_outcome() {
    for case in cases() {
        let criterion = &case.report.criteria[0];
        let positive =
            criterion.threshold.as_ref().is_some_and(|threshold| threshold.parse::<Decimal>().unwrap() > Decimal::ZERO);
        if let (true, Some(attainment)) = (positive, &criterion.attainment) {
            let attainment: Decimal = attainment.parse().unwrap();
            let place = format!("line {}: {} at {}", case.line, case.indicator, case.stage);
            assert_eq!(attainment >= Decimal::ONE, case.outcome == "met", "{place}");
        }
    }
}

/// No figure is declared in vain.
#[test]
fn every_figure_of_the_rules_is_used() {
    for track in [track_of("park.").1, track_of("enterprise.").1] {
        let rates = track.figure("national_revenue_growth");
        let used: BTreeSet<FigureId> =
            track.indicators.iter().flat_map(|i| &i.measures).flat_map(|m| m.form.figures()).chain(rates).collect();
        assert_eq!(used.len(), track.figures.len());
    }
}
