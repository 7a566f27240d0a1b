//! The traps, by name: cases that a plausible implementation gets wrong.

use crate::common::{enterprise, indicator, input, json, plan, report, report_with};
use engine::outcome::Outcome;
use serde_json::json;

#[test]
fn three_thirds_of_a_standard_are_one_and_meet_the_threshold() {
    let thirds = report(&enterprise(json!({"standards": [
        {"kind": "industry", "count": 1, "rank": 3}, {"kind": "industry", "count": 1, "rank": 3}, {"kind": "industry", "count": 1, "rank": 3}]})));
    let standards = indicator(&thirds, "enterprise.standards");
    assert_eq!(standards.outcome, Outcome::Met);
    assert_eq!(standards.measures[0].exact.as_deref(), Some("1"));
}

#[test]
fn a_mean_just_below_the_threshold_is_unmet_and_not_shown_as_the_threshold() {
    let park = |last: &str| {
        report(&json!({"track": "park", "stage": "creation", "figures": {"revenue": ["1000000", "1000000", last]}}))
    };
    let below = park("999999.999997");
    let criterion = &indicator(&below, "park.industry_scale").criteria[0];
    assert_eq!((criterion.outcome, criterion.observed.as_deref()), (Outcome::Unmet, Some("999999.999999")));
    assert_eq!((criterion.gap.as_deref(), criterion.attainment.as_deref()), (Some("0.000001"), Some("0.9999")));
    assert_ne!(criterion.observed, criterion.threshold);
    // A third of that below, six places cannot tell them apart: the gap and the fraction still do.
    let below = park("999999.999999");
    let criterion = &indicator(&below, "park.industry_scale").criteria[0];
    assert_eq!(criterion.outcome, Outcome::Unmet);
    assert_eq!(criterion.observed_exact.as_deref(), Some("2999999999999/3000000"));
    assert_eq!((criterion.gap.as_deref(), criterion.needs[0].amount.as_str()), (Some("0.000001"), "0.000001"));
}

#[test]
fn growth_from_zero_is_not_computable() {
    let growth = report(&json!({"track": "enterprise", "stage": "recognition",
        "figures": {"revenue": ["0", "1", "2"], "national_revenue_growth": ["5", "5"], "patents": [{"kind": "gold", "count": 1}]}}));
    assert_eq!(indicator(&growth, "enterprise.revenue").outcome, Outcome::NotComputable);
}

#[test]
fn half_a_separator_is_refused_and_everything_else_still_assessed() {
    let half = report(&enterprise(
        json!({"revenue": ["1,23", "30000", "30000"], "talent": [{"kind": "skilled", "count": 50}]}),
    ));
    assert_eq!(serde_json::to_value(&half.problems).unwrap()[0]["path"], "figures.revenue[0]");
    assert_eq!(indicator(&half, "enterprise.revenue").outcome, Outcome::Invalid);
    assert_eq!(indicator(&half, "enterprise.talent").outcome, Outcome::Met);
}

#[test]
fn an_empty_tally_is_zero_and_an_absent_one_is_missing() {
    let empty = report(&enterprise(json!({"patents": []})));
    assert_eq!(indicator(&empty, "enterprise.invention_patents").outcome, Outcome::Unmet);
    assert_eq!(indicator(&empty, "enterprise.invention_patents").measures[0].value.as_deref(), Some("0"));
    let absent = report(&enterprise(json!({})));
    assert_eq!(indicator(&absent, "enterprise.invention_patents").outcome, Outcome::Incomplete);
    assert_eq!(indicator(&absent, "enterprise.invention_patents").missing, ["figures.patents"]);
}

#[test]
fn a_missing_value_is_never_zero() {
    for missing in [json!(null), json!(""), json!("　")] {
        let with_hole = report(&enterprise(json!({"revenue": ["90000", "90000", missing]})));
        let revenue = indicator(&with_hole, "enterprise.revenue");
        assert_eq!((revenue.outcome, revenue.measures[0].value.as_deref()), (Outcome::Incomplete, None));
    }
}

#[test]
fn an_unstated_threshold_is_never_invented_and_an_override_sets_it() {
    let figures = json!({"track": "park", "stage": "creation", "figures": {"revenue": [100, 100, 100], "rd_spending": [3, 3, 3]}});
    let plain = report(&figures);
    let criterion = &indicator(&plain, "park.rd_intensity").criteria[0];
    assert_eq!(
        (criterion.outcome, criterion.threshold.as_deref(), criterion.observed.as_deref()),
        (Outcome::Unstated, None, Some("0.03"))
    );
    let set = |threshold: &str| json!([{"indicator": "park.rd_intensity", "stage": "creation", "measure": "rd_intensity", "threshold": threshold}]);
    for (threshold, outcome) in [("0.029999", Outcome::Met), ("0.03", Outcome::Met), ("0.030001", Outcome::Unmet)] {
        let overridden = report_with(&figures, set(threshold));
        assert_eq!(indicator(&overridden, "park.rd_intensity").outcome, outcome, "{threshold}");
        assert_eq!(serde_json::to_value(&overridden.overrides).unwrap(), set(threshold));
    }
}

#[test]
fn one_missing_weight_leaves_the_whole_tally_unstated() {
    let figures = json!({"track": "park", "stage": "creation",
        "figures": {"smart_factories": [{"kind": "basic", "count": 10}], "industrial_enterprises": 100}});
    let weight = |kind: &str| json!({"indicator": "park.digitalization", "kind": kind, "weight": "1"});
    let three = report_with(&figures, json!([weight("basic"), weight("advanced"), weight("excellent")]));
    assert_eq!(indicator(&three, "park.digitalization").measures[0].value, None);
    let four =
        report_with(&figures, json!([weight("basic"), weight("advanced"), weight("excellent"), weight("leading")]));
    assert_eq!(indicator(&four, "park.digitalization").measures[0].value.as_deref(), Some("0.1"));
    assert_eq!(indicator(&four, "park.digitalization").outcome, Outcome::Unstated, "still no threshold");
}

#[test]
fn a_hundred_thousand_lines_are_added_up() {
    let lines: Vec<_> = (0..100_000)
        .map(|n| json!({"kind": "other", "count": if n % 2 == 0 { json!(1) } else { json!(null) }}))
        .collect();
    let report = report(&enterprise(json!({"patents": lines})));
    assert_eq!(indicator(&report, "enterprise.invention_patents").missing.len(), 50_000);
}

/// Growth from below zero and a share of a loss have no meaning, even where the ruleset lets figures be negative.
#[test]
fn nothing_is_divided_by_less_than_nothing() {
    let mut batch: serde_json::Value = serde_json::from_str(engine::ruleset::PLAN_2025).unwrap();
    let figures = batch["tracks"]["enterprise"]["figures"].as_array_mut().unwrap();
    figures.iter_mut().find(|figure| figure["id"] == "revenue").unwrap()["may_be_negative"] = json!(true);
    let batch = crate::common::LIBRARY.read(&input(&batch)).unwrap();
    let submission = json!({"track": "enterprise", "stage": "creation",
        "figures": {"revenue": [-1, 0, 5], "rd_spending": [1, 1, 1], "gross_profit": [1, 1, 1]}});
    let at = |first: i32| {
        let mut submission = submission.clone();
        submission["figures"]["revenue"][0] = json!(first);
        let report = engine::report(&batch, &input(&submission)).unwrap();
        let states = [(0, 1), (2, 0), (10, 0)].map(|(i, m)| report.indicators[i].measures[m].state);
        serde_json::to_value(states).unwrap()
    };
    assert_eq!(at(-1), json!(["not_computable", "known", "known"]));
    assert_eq!(at(-6), json!(["not_computable", "not_computable", "not_computable"]));
    assert_eq!(at(1), json!(["known", "known", "known"]));
}

/// The state of a measure says why there is no value.
#[test]
fn a_measure_without_a_value_says_why() {
    let state = |figures: serde_json::Value| {
        let report = report(&json!({"track": "park", "stage": "creation", "figures": figures}));
        serde_json::to_value(indicator(&report, "park.rd_intensity").measures[0].state).unwrap()
    };
    assert_eq!(state(json!({"revenue": [1, 1, 1], "rd_spending": [1, 1, 1]})), "known");
    assert_eq!(state(json!({"revenue": [1, 1, 1], "rd_spending": [1, 1, null]})), "missing");
    assert_eq!(state(json!({"revenue": [1, 1, 1], "rd_spending": [1, "x", null]})), "refused");
    assert_eq!(state(json!({"revenue": [0, 0, 0], "rd_spending": [1, 1, 1]})), "not_computable");
    let report = report(&json!({"track": "park", "stage": "creation", "figures": {}}));
    assert_eq!(serde_json::to_value(indicator(&report, "park.digitalization").measures[0].state).unwrap(), "unstated");
}

/// By the contract it is the key that is refused, not the figure: the problem names it, and the rest of the line counts.
#[test]
fn an_unknown_key_in_a_line_is_named_and_loses_nothing_else() {
    let report = report(&json!({"track": "park", "stage": "creation",
        "figures": {"patents": [{"kind": "other", "count": 500, "name": "…"}]}}));
    assert_eq!(serde_json::to_value(&report.problems).unwrap()[0]["path"], "figures.patents[0].name");
    assert_eq!(indicator(&report, "park.invention_patents").outcome, Outcome::Met);
}

#[test]
fn a_key_that_is_given_twice_counts_once_and_with_its_last_value() {
    let twice = json(
        r#"{"track": "park", "stage": "creation", "x": 1, "x": 2, "figures": {"employees": "x", "employees": 5, "y": 1, "y": 1}}"#,
    );
    let report = engine::report(plan(), &twice).unwrap();
    let problems: Vec<_> = report.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(problems, ["x", "figures.y"]);
}
