//! What is too large for exact arithmetic: named at its figure, never wrapped, never rounded away.

use crate::common::{enterprise, indicator, report, report_with};
use engine::outcome::Outcome;
use engine::problem::Code;
use serde_json::json;

#[test]
fn ranks_beyond_exact_arithmetic_are_an_overflow_and_never_a_wrong_number() {
    let primes = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919, 911, 907, 887];
    let line = |rank: &i32| json!({"kind": "industry", "count": 1, "rank": rank});
    let mut lines: Vec<_> = primes.iter().map(line).collect();
    let large = report(&enterprise(json!({"standards": lines, "talent": [{"kind": "skilled", "count": 50}]})));
    assert_eq!(indicator(&large, "enterprise.standards").outcome, Outcome::Invalid);
    assert_eq!(serde_json::to_value(&large.problems).unwrap()[0]["code"], "overflow");
    assert_eq!(large.problems.len(), 1);
    assert_eq!(indicator(&large, "enterprise.talent").outcome, Outcome::Met);
    lines.reverse();
    assert_eq!(report(&enterprise(json!({"standards": lines}))).problems, large.problems);
}

/// What only serves display may be too large without touching the outcome.
#[test]
fn a_number_too_large_to_show_decides_nothing() {
    let submission =
        json!({"track": "park", "stage": "creation", "figures": {"tech_contracts": vec!["900000000000"; 3]}});
    let threshold = json!([{"indicator": "park.tech_contracts", "stage": "creation", "measure": "average_tech_contracts", "threshold": "0.000000000001"}]);
    let met = report_with(&submission, threshold);
    assert_eq!(indicator(&met, "park.tech_contracts").outcome, Outcome::Met);
    assert_eq!(
        (indicator(&met, "park.tech_contracts").criteria[0].attainment.as_deref(), met.problems.len()),
        (None, 0)
    );
    let unmet = report(&json!({"track": "enterprise", "stage": "recognition",
        "figures": {"revenue": ["1000000000", "1", "1"], "national_revenue_growth": ["999999999999", "999999999999"]}}));
    assert_eq!(indicator(&unmet, "enterprise.revenue").outcome, Outcome::Unmet);
}

/// An overflow is named where it happens.
#[test]
fn an_overflow_of_the_baseline_is_named_there() {
    let primes = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919, 911, 907, 887];
    let lines: Vec<_> = primes.iter().map(|rank| json!({"kind": "pilot_platform", "count": 1, "rank": rank})).collect();
    let report = report(
        &json!({"track": "park", "stage": "creation", "figures": {"platforms": []}, "baseline": {"platforms": lines}}),
    );
    assert_eq!(serde_json::to_value(&report.problems).unwrap()[0]["path"], "baseline.platforms");
    assert_eq!(indicator(&report, "park.innovation_platforms").outcome, Outcome::Invalid);
}

/// A figure that two criteria need is named once, others beside it are named as well, and what was refused stays.
#[test]
fn every_figure_that_overflows_is_named_once() {
    let most = |kind: &str| vec![json!({"kind": kind, "count": 1_000_000_000}); 11];
    let weight = |indicator: &str, kind: &str| json!({"indicator": indicator, "kind": kind, "weight": "999999999999"});
    let figures = json!({"patents": most("gold"), "employees": "x", "talent": most("skilled")});
    let submission = json!({"track": "park", "stage": "creation", "figures": figures});
    let overrides = json!([weight("park.invention_patents", "gold"), weight("park.talent", "skilled")]);
    let report = report_with(&submission, overrides);
    let problems: Vec<_> = report.problems.iter().map(|problem| (problem.path.as_str(), problem.code)).collect();
    let expected = [
        ("figures.employees", Code::NotANumber),
        ("figures.patents", Code::Overflow),
        ("figures.talent", Code::Overflow),
    ];
    assert_eq!(problems, expected);
    assert_eq!(indicator(&report, "park.invention_patents").outcome, Outcome::Invalid);
    assert_eq!(indicator(&report, "park.talent").outcome, Outcome::Unstated);
}

/// Whoever is told that a criterion is unmet is told how far, or that no number says it.
#[test]
fn an_unmet_criterion_has_its_gap_or_an_overflow() {
    let primes = [997, 991, 983, 977, 971, 967];
    let rates = |rate: &str| json!([rate, rate]);
    let lines: Vec<_> = primes.iter().map(|rank| json!({"kind": "industry", "count": 1, "rank": rank})).collect();
    let table = [
        enterprise(json!({"standards": lines})),
        json!({"track": "enterprise", "stage": "recognition",
            "figures": {"revenue": ["1000003", "999983", "999979"], "national_revenue_growth": rates("0.000001")}}),
        json!({"track": "enterprise", "stage": "recognition",
            "figures": {"revenue": ["999999999989.999989", "1", "999999999988.999987"], "national_revenue_growth": rates("5.912347")}}),
    ];
    for submission in table {
        let report = report(&submission);
        for criterion in report.indicators.iter().flat_map(|indicator| &indicator.criteria) {
            let told = criterion.gap.is_some() || report.problems.iter().any(|one| one.code == Code::Overflow);
            let has_threshold = criterion.threshold.is_some();
            assert!(criterion.outcome != Outcome::Unmet || !has_threshold || told, "{submission}");
        }
    }
}

/// A need that its field would refuse is none.
#[test]
fn no_need_is_larger_than_its_field_takes() {
    let weight = |weight: &str| json!([{"indicator": "park.invention_patents", "kind": "gold", "weight": weight}]);
    // the weight of one kind, and whether as many of it as are needed can be filled in
    for (of_gold, is_offered) in [("1", true), ("0.000001", true), ("0.000000000001", false)] {
        let figures = json!({"patents": [{"kind": "gold", "count": 0}]});
        let report = report_with(&json!({"track": "park", "stage": "creation", "figures": figures}), weight(of_gold));
        let criterion = &indicator(&report, "park.invention_patents").criteria[0];
        assert_eq!(criterion.outcome, Outcome::Unmet);
        let needs = serde_json::to_value(&criterion.needs).unwrap();
        let gold = needs.as_array().unwrap().iter().any(|need| need["kind"] == "gold");
        assert_eq!(gold, is_offered, "{of_gold}: {needs}");
    }
}
