//! Rulesets as documents: a batch changes the rules without code.

mod common;

use common::{LIBRARY, input, json, plan};
use serde_json::json;
use shifan::engine::assess;
use shifan::engine::text::Lang;

#[test]
fn a_batch_narrows_the_fields_without_code() {
    let batch = LIBRARY.read(&json(include_str!("../www/rulesets/batch-2026-1.json"))).unwrap();
    for (field, by_plan, by_batch) in [("商业航天", false, true), ("新材料", true, false), ("低空装备", true, true)]
    {
        let submission = input(&json!({"track": "park", "stage": "creation", "field": field}));
        let named = |ruleset| assess(ruleset, &submission).unwrap().problems.is_empty();
        assert_eq!((named(plan()), named(&batch)), (by_plan, by_batch), "{field}");
    }
}

#[test]
fn a_text_is_there_in_both_languages() {
    let document = json!({"extends": "plan-2025", "id": "a", "title": {"zh": "甲", "en": "A"}});
    let title = LIBRARY.read(&input(&document)).unwrap().title;
    assert_eq!([title.get(Lang::Zh), title.get(Lang::En)], ["甲", "A"]);
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
