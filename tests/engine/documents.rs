//! Rulesets as documents: a batch changes the rules without code.

use crate::common::{LIBRARY, enterprise, input, json, plan, report, report_with};
use engine::outcome::Outcome;
use engine::ruleset::PLAN_2025;
use engine::text::Lang;
use serde_json::json;

#[test]
fn a_batch_narrows_the_fields_without_code() {
    let batch = LIBRARY.read(&json(include_str!("../../www/rulesets/batch-2026-1.json"))).unwrap();
    for (field, by_plan, by_batch) in [("商业航天", false, true), ("新材料", true, false), ("低空装备", true, true)]
    {
        let submission = input(&json!({"track": "park", "stage": "creation", "field": field}));
        let named = |ruleset| engine::report(ruleset, &submission).unwrap().problems.is_empty();
        assert_eq!((named(plan()), named(&batch)), (by_plan, by_batch), "{field}");
    }
}

#[test]
fn a_text_is_there_in_both_languages() {
    let document = json!({"extends": "plan-2025", "id": "a", "title": {"zh": "甲", "en": "A"}});
    let title = LIBRARY.read(&input(&document)).unwrap().title;
    assert_eq!([title.get(Lang::Zh), title.get(Lang::En)], ["甲", "A"]);
}

/// What the report calls a rule is what the document calls it.
#[test]
fn rules_have_one_name() {
    let document: serde_json::Value = serde_json::from_str(PLAN_2025).unwrap();
    for track in ["park", "enterprise"] {
        for stage in ["creation", "recognition"] {
            let report = serde_json::to_value(report(&json!({"track": track, "stage": stage}))).unwrap();
            let indicators = document["tracks"][track]["indicators"].as_array().unwrap();
            for (written, reported) in indicators.iter().zip(report["indicators"].as_array().unwrap()) {
                let rules = |criteria: &serde_json::Value| -> Vec<String> {
                    let criteria = criteria.as_array().unwrap();
                    criteria.iter().map(|criterion| criterion["rule"].as_str().unwrap().to_owned()).collect()
                };
                assert_eq!(rules(&reported["criteria"]), rules(&written["criteria"][stage]), "{}", written["id"]);
            }
        }
    }
}

/// A kind that a batch does not count is a weight like any other, and no way to close a distance.
#[test]
fn a_weight_may_be_zero() {
    let weight = json!([{"indicator": "enterprise.invention_patents", "kind": "gold", "weight": 0}]);
    let gold = enterprise(json!({"patents": [{"kind": "gold", "count": 7}]}));
    let patents =
        report_with(&gold, weight).indicators.into_iter().find(|one| one.id == "enterprise.invention_patents");
    let patents = patents.unwrap();
    assert_eq!((patents.outcome, patents.measures[0].exact.as_deref()), (Outcome::Unmet, Some("0")));
    let kinds: Vec<_> = patents.criteria[0].needs.iter().map(|need| need.kind.unwrap()).collect();
    assert_eq!(kinds, ["silver", "other"]);
}

/// Of two overrides of one number the last counts; those of other numbers stand beside it.
#[test]
fn the_last_override_of_a_number_counts() {
    let threshold = |indicator: &str, stage: &str, measure: &str, number: &str| json!({"indicator": indicator, "stage": stage, "measure": measure, "threshold": number});
    let weight =
        |indicator: &str, kind: &str, number: &str| json!({"indicator": indicator, "kind": kind, "weight": number});
    let count = ["park.talent", "creation", "talent_count"];
    let first = threshold(count[0], count[1], count[2], "1");
    let basic = weight("park.digitalization", "basic", "1");
    let gold = weight("park.invention_patents", "gold", "1");
    // The earlier, the later, and whether they set one number.
    let table = [
        (&first, threshold(count[0], count[1], count[2], "2"), true),
        (&first, threshold("enterprise.talent", count[1], count[2], "2"), false),
        (&first, threshold(count[0], "recognition", count[2], "2"), false),
        (&first, threshold(count[0], count[1], "talent_share", "2"), false),
        (&first, weight("park.talent", "skilled", "2"), false),
        (&basic, weight("park.digitalization", "basic", "2"), true),
        (&basic, weight("park.digitalization", "leading", "2"), false),
        (&gold, weight("enterprise.invention_patents", "gold", "2"), false),
        (&basic, first.clone(), false),
    ];
    for (earlier, later, same) in table {
        let list = json!([earlier, later]);
        let ruleset = LIBRARY.choose(&input(&json!({ "overrides": list }))).unwrap();
        let kept = serde_json::to_value(&ruleset.overrides).unwrap();
        assert_eq!(kept, if same { json!([later]) } else { list.clone() }, "{list}");
    }
}

/// A null in a document that extends another is nothing given, so the other's word stands.
#[test]
fn a_key_left_null_is_taken_from_the_extended_document() {
    let title = json!({"zh": "甲", "en": "A"});
    let batch = json!({"extends": "plan-2025", "id": "a", "title": title, "fields": null, "number": "甲〔2026〕1号"});
    let batch = LIBRARY.read(&input(&batch)).unwrap();
    assert_eq!((batch.fields.len(), batch.number.as_str(), batch.id.as_str()), (9, "甲〔2026〕1号", "a"));
}

/// The version tells the states of one document apart: a base's "1" would say nothing of the document that extends it.
#[test]
fn a_version_is_a_documents_own() {
    let version = |changes: serde_json::Value| {
        let mut document = json!({"extends": "plan-2025", "id": "a", "title": {"zh": "甲", "en": "A"}});
        document.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        LIBRARY.read(&input(&document)).unwrap().version
    };
    assert_eq!(LIBRARY.default_ruleset().version.as_deref(), Some("1"));
    assert_eq!(version(json!({})), None);
    assert_eq!(version(json!({"version": null})), None);
    assert_eq!(version(json!({"version": "2"})).as_deref(), Some("2"));
}
