//! The person's own mock review, weighed.

use crate::common::{LIBRARY, enterprise, input, report};
use serde_json::json;

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
    let mut batch: serde_json::Value = serde_json::from_str(engine::ruleset::PLAN_2025).unwrap();
    for (place, points) in [(0, "30"), (6, "10")] {
        batch["tracks"]["enterprise"]["indicators"][place]["points"] = json!(points);
    }
    let batch = LIBRARY.read(&input(&batch)).unwrap();
    let score = |indicators: serde_json::Value| {
        let submission = json!({"track": "enterprise", "stage": "creation", "scores": {"basics": "1", "workplan": "50", "indicators": indicators}});
        serde_json::to_value(engine::report(&batch, &input(&submission)).unwrap().score).unwrap()
    };
    assert_eq!(score(json!({"enterprise.revenue": 80})), json!(null));
    let both = score(json!({"enterprise.revenue": 80, "enterprise.talent": 60}));
    assert_eq!(both, json!({"basics": "75", "workplan": "50", "total": "65", "exact": "65"}));
}
