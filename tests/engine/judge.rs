//! The outcomes alone: the same as those of the whole assessment.

use crate::common::{LIBRARY, input};
use engine::outcome::Outcome;
use engine::{Submission, assess, judge};
use serde_json::Value;

#[test]
fn a_judgement_has_the_outcomes_of_the_assessment() {
    let mut compared = 0;
    for line in include_str!("../replay/submissions.jsonl").lines() {
        let case: Value = serde_json::from_str(line).expect("JSON");
        let ruleset = LIBRARY.choose(&input(&case["options"])).expect("options");
        let (submission, _) = Submission::read(&ruleset, &input(&case["submission"])).expect("a submission");
        let (whole, short) = (assess(&ruleset, &submission), judge(&ruleset, &submission));
        assert_eq!((short.verdict, short.outcomes), (whole.verdict, whole.outcomes));
        assert_eq!(short.eligibility, whole.eligibility);
        for (criteria, indicator) in short.criteria.iter().zip(&whole.indicators) {
            let outcomes: Vec<Outcome> = indicator.criteria.iter().map(|criterion| criterion.outcome).collect();
            assert_eq!(*criteria, outcomes);
            assert_eq!(Outcome::first(criteria.iter().copied()), indicator.outcome);
            compared += criteria.len();
        }
    }
    assert!(compared > 2000, "{compared}");
}
