//! The traps, by name: cases that a plausible implementation gets wrong.

mod common;

use common::{input, json, plan, report, report_with};
use serde_json::json;
use shifan::engine::outcome::{Outcome, Verdict};
use shifan::engine::{Report, assess};

fn indicator<'a>(report: &'a Report, id: &str) -> &'a shifan::engine::report::IndicatorReport {
    report.indicators.iter().find(|indicator| indicator.id == id).expect("the indicator")
}

fn enterprise(figures: serde_json::Value) -> serde_json::Value {
    json!({"track": "enterprise", "stage": "creation", "figures": figures})
}

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

#[test]
fn a_hundred_thousand_lines_are_added_up() {
    let lines: Vec<_> = (0..100_000)
        .map(|n| json!({"kind": "other", "count": if n % 2 == 0 { json!(1) } else { json!(null) }}))
        .collect();
    let report = report(&enterprise(json!({"patents": lines})));
    assert_eq!(indicator(&report, "enterprise.invention_patents").missing.len(), 50_000);
}

#[test]
fn the_verdict_follows_the_order_of_the_contract() {
    let field = json!("新材料");
    let yes = json!({"registered_in_china": true, "legal_person": true, "main_business_in_field": true});
    let sample: serde_json::Value =
        serde_json::from_str(include_str!("../www/samples/enterprise-creation.json")).unwrap();
    let mut complete = sample.clone();
    complete["figures"]["patents"] = json!([{"kind": "other", "count": 60}]);
    complete["figures"]["standards"] = json!([{"kind": "national", "count": 1}]);
    let with = |changes: &[(&str, serde_json::Value)]| {
        let mut submission = complete.clone();
        submission["field"] = field.clone();
        submission["eligibility"] = yes.clone();
        for (key, value) in changes {
            submission[*key] = value.clone();
        }
        report(&submission).verdict
    };
    assert_eq!(with(&[]), Verdict::SubjectToReview);
    assert_eq!(with(&[("field", json!(null))]), Verdict::Incomplete);
    assert_eq!(with(&[("field", json!("养老"))]), Verdict::Incomplete);
    assert_eq!(with(&[("eligibility", json!({"registered_in_china": true}))]), Verdict::Incomplete);
    assert_eq!(with(&[("figures", sample["figures"].clone())]), Verdict::Unmet);
    let no = json!({"registered_in_china": true, "legal_person": false, "main_business_in_field": true});
    assert_eq!(with(&[("eligibility", no.clone()), ("figures", sample["figures"].clone())]), Verdict::Ineligible);
    assert_eq!(with(&[("figures", json!({}))]), Verdict::Incomplete);
}

/// `met` needs a batch without qualitative or unstated criteria; such a batch is a document, not code.
#[test]
fn a_batch_without_open_questions_can_be_met_outright() {
    let mut batch: serde_json::Value = serde_json::from_str(shifan::engine::ruleset::PLAN_2025).unwrap();
    let keep = |indicator: &serde_json::Value| indicator["id"] == "enterprise.talent";
    batch["tracks"]["enterprise"]["indicators"].as_array_mut().unwrap().retain(keep);
    let batch = common::LIBRARY.read(&input(&batch)).unwrap();
    let submission = input(&json!({"track": "enterprise", "stage": "creation", "field": "生物",
        "eligibility": {"registered_in_china": true, "legal_person": true, "main_business_in_field": true},
        "figures": {"talent": [{"kind": "skilled", "count": 50}]}}));
    assert_eq!(assess(&batch, &submission).unwrap().verdict, Verdict::Met);
}

#[test]
fn a_batch_narrows_the_fields_without_code() {
    let batch = common::LIBRARY.read(&json(include_str!("../www/rulesets/batch-2026-1.json"))).unwrap();
    for (field, by_plan, by_batch) in [("商业航天", false, true), ("新材料", true, false), ("低空装备", true, true)]
    {
        let submission = input(&json!({"track": "park", "stage": "creation", "field": field}));
        let named = |ruleset| assess(ruleset, &submission).unwrap().problems.is_empty();
        assert_eq!((named(plan()), named(&batch)), (by_plan, by_batch), "{field}");
    }
}

#[test]
fn scores_are_weighed_and_never_made_up() {
    let score = |scores: serde_json::Value| {
        let mut submission = enterprise(json!({}));
        submission["scores"] = scores;
        serde_json::to_value(report(&submission).score).unwrap()
    };
    assert_eq!(
        score(json!({"basics": "82.5", "workplan": "90"})),
        json!({"basics": "82.5", "workplan": "90", "total": "85.5", "exact": "171/2"})
    );
    for incomplete in
        [json!(null), json!({}), json!({"basics": "82.5"}), json!({"basics": "101", "workplan": "90"}), json!([1])]
    {
        assert_eq!(score(incomplete.clone()), json!(null), "{incomplete}");
    }
}

#[test]
fn points_of_a_batch_take_the_place_of_the_basics() {
    let mut batch: serde_json::Value = serde_json::from_str(shifan::engine::ruleset::PLAN_2025).unwrap();
    for (place, points) in [(0, "30"), (6, "10")] {
        batch["tracks"]["enterprise"]["indicators"][place]["points"] = json!(points);
    }
    let batch = common::LIBRARY.read(&input(&batch)).unwrap();
    let score = |indicators: serde_json::Value| {
        let submission = json!({"track": "enterprise", "stage": "creation", "scores": {"basics": "1", "workplan": "50", "indicators": indicators}});
        serde_json::to_value(assess(&batch, &input(&submission)).unwrap().score).unwrap()
    };
    assert_eq!(score(json!({"enterprise.revenue": 80})), json!(null));
    let both = score(json!({"enterprise.revenue": 80, "enterprise.talent": 60}));
    assert_eq!(both, json!({"basics": "75", "workplan": "50", "total": "65", "exact": "65"}));
}
