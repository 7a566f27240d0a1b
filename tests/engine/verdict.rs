//! What the outcomes come to: of an indicator with several criteria, and of the whole submission.

use crate::common::{input, report};
use engine::outcome::{Outcome, OutcomeCounts, Verdict};
use serde_json::json;

#[test]
fn the_verdict_follows_the_order_of_the_contract() {
    let field = json!("新材料");
    let yes = json!({"registered_in_china": true, "legal_person": true, "main_business_in_field": true});
    let sample: serde_json::Value =
        serde_json::from_str(include_str!("../../www/samples/enterprise-creation.json")).unwrap();
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

#[test]
fn the_year_and_the_sources_of_figures_change_nothing_in_the_report() {
    for sample in [
        include_str!("../../www/samples/park-creation.json"),
        include_str!("../../www/samples/park-recognition.json"),
        include_str!("../../www/samples/enterprise-creation.json"),
        include_str!("../../www/samples/enterprise-recognition.json"),
    ] {
        let mut without: serde_json::Value = serde_json::from_str(sample).unwrap();
        for key in ["last_year", "sources"] {
            without.as_object_mut().unwrap().remove(key);
        }
        let mut with = without.clone();
        with["last_year"] = json!(2025);
        with["sources"] = json!({"revenue": "统计年报", "patents": "国家知识产权局登记簿"});
        assert_eq!(report(&with), report(&without));
    }
}

/// `met` needs a batch without qualitative or unstated criteria; such a batch is a document, not code.
#[test]
fn a_batch_without_open_questions_can_be_met_outright() {
    let mut batch: serde_json::Value = serde_json::from_str(engine::ruleset::PLAN_2025).unwrap();
    let keep = |indicator: &serde_json::Value| indicator["id"] == "enterprise.talent";
    batch["tracks"]["enterprise"]["indicators"].as_array_mut().unwrap().retain(keep);
    let batch = crate::common::LIBRARY.read(&input(&batch)).unwrap();
    let submission = input(&json!({"track": "enterprise", "stage": "creation", "field": "生物",
        "eligibility": {"registered_in_china": true, "legal_person": true, "main_business_in_field": true},
        "figures": {"talent": [{"kind": "skilled", "count": 50}]}}));
    assert_eq!(engine::report(&batch, &submission).unwrap().verdict, Verdict::Met);
}

/// What an indicator with several criteria comes to, in the contract's own order.
#[test]
fn of_several_criteria_the_first_in_the_contracts_order_counts() {
    let order = ["unmet", "invalid", "not_computable", "incomplete", "unstated", "review", "met"];
    // One measure for each outcome, by the figure behind it.
    let measure = |outcome: &str, figure: &str| {
        json!({"id": outcome, "form": "growth", "of": figure, "unit": "ratio", "certainty": "stated",
            "title": {"zh": "x", "en": "x"}, "formula": {"creation": {"zh": "x", "en": "x"}, "recognition": {"zh": "x", "en": "x"}}})
    };
    let series = ["unmet", "invalid", "not_computable", "incomplete", "unstated", "review", "met"];
    let mut batch: serde_json::Value = serde_json::from_str(engine::ruleset::PLAN_2025).unwrap();
    let track = &mut batch["tracks"]["enterprise"];
    for id in series {
        let figure = json!({"id": id, "form": "series", "title": {"zh": "x", "en": "x"}});
        track["figures"].as_array_mut().unwrap().push(figure);
    }
    let criterion = |outcome: &str| match outcome {
        "unstated" => json!({"measure": outcome, "rule": "unstated", "certainty": "unstated", "quote": "x"}),
        "review" => json!({"measure": outcome, "rule": "qualitative", "certainty": "stated", "quote": "x"}),
        _ => json!({"measure": outcome, "rule": "at_least", "threshold": "1", "certainty": "stated", "quote": "x"}),
    };
    let indicator = |first: &str, second: &str| {
        json!({"id": format!("enterprise.{first}_{second}"), "number": 1, "group": {"zh": "x", "en": "x"}, "title": {"zh": "x", "en": "x"},
            "purpose": "x", "measures": [measure(first, first), measure(second, second)],
            "criteria": {"creation": [criterion(first), criterion(second)], "recognition": [criterion(first)]}})
    };
    let pairs: Vec<(&str, &str)> =
        order.iter().flat_map(|a| order.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b).collect();
    track["indicators"] = pairs.iter().map(|(a, b)| indicator(a, b)).collect();
    let batch = crate::common::LIBRARY.read(&input(&batch)).unwrap();
    let submission = json!({"track": "enterprise", "stage": "creation", "figures": {
        "unmet": [1, 1, 1], "invalid": ["x", 1, 1], "not_computable": [0, 1, 1], "incomplete": [null, 1, 1],
        "unstated": [1, 1, 2], "review": [1, 1, 2], "met": [1, 1, 2]}});
    let report = serde_json::to_value(engine::report(&batch, &input(&submission)).unwrap()).unwrap();
    for (indicator, (a, b)) in report["indicators"].as_array().unwrap().iter().zip(pairs) {
        let first = order.iter().find(|outcome| **outcome == a || **outcome == b).unwrap();
        assert_eq!(indicator["outcome"], *first, "{a} and {b}");
    }
}

#[test]
fn each_open_outcome_alone_keeps_the_verdict_open_and_none_makes_up_for_another() {
    // How many indicators are incomplete, invalid, not computable, left to review, unstated
    let table = [
        ([0, 0, 0, 0, 0], Verdict::Met),
        ([1, 0, 0, 0, 0], Verdict::Incomplete),
        ([0, 1, 0, 0, 0], Verdict::Incomplete),
        ([0, 0, 1, 0, 0], Verdict::Incomplete),
        ([1, 1, 0, 0, 0], Verdict::Incomplete),
        ([0, 1, 1, 0, 0], Verdict::Incomplete),
        ([1, 0, 1, 0, 0], Verdict::Incomplete),
        ([2, 1, 1, 0, 0], Verdict::Incomplete),
        ([0, 0, 0, 1, 0], Verdict::SubjectToReview),
        ([0, 0, 0, 0, 1], Verdict::SubjectToReview),
        ([0, 0, 0, 2, 2], Verdict::SubjectToReview),
        ([0, 0, 1, 1, 1], Verdict::Incomplete),
    ];
    for (numbers, expected) in table {
        let [incomplete, invalid, not_computable, review, unstated] = numbers;
        let counts =
            OutcomeCounts { incomplete, invalid, not_computable, review, unstated, ..OutcomeCounts::default() };
        assert_eq!(Verdict::of(&[Outcome::Met], true, &counts), expected, "{counts:?}");
    }
}
