//! A submission with its options, as one document: `{"submission": …, "options": …}`.

use crate::{agree, needs};
use engine::names::Named;
use engine::ruleset::{PLAN_2025, Stage, Track};
use engine::submission::NotASubmission;
use engine::{Input, Library};
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let document = serde_json::from_str(PLAN_2025).expect("JSON");
    Library::new(document).expect("the plan's ruleset holds together")
});

/// Assesses it and checks all that must hold of the report, whatever was handed in.
pub fn check(case: &Input) {
    let (submission, options) = (case.get("submission"), case.get("options"));
    let ruleset = match LIBRARY.choose(options) {
        Ok(ruleset) => ruleset,
        Err(refusal) => {
            let roots = ["ruleset", "overrides", "options"];
            let named =
                options.get("ruleset") != &Input::Absent || roots.iter().any(|root| refusal.path.starts_with(root));
            assert!(named || is_unknown_key(options, &refusal.path), "a refusal without a place: {refusal}");
            assert!(!refusal.reason.is_empty(), "{refusal}");
            return;
        }
    };
    match engine::report(&ruleset, submission) {
        Ok(report) => {
            assert_eq!(engine::report(&ruleset, submission).as_ref(), Ok(&report), "the same again");
            agree::check(&ruleset, submission, &report);
            needs::check(&ruleset, submission, &report);
        }
        Err(NotASubmission::NoObject) => assert!(!matches!(submission, Input::Object(_))),
        Err(NotASubmission::UnknownTrack) => assert!(!is_name::<Track>(submission.get("track"))),
        Err(NotASubmission::UnknownStage) => assert!(!is_name::<Stage>(submission.get("stage"))),
    }
}

fn is_unknown_key(options: &Input, place: &str) -> bool {
    matches!(options, Input::Object(pairs) if pairs.iter().any(|(key, _)| key == place))
}

fn is_name<T: Named>(value: &Input) -> bool {
    T::ALL.iter().any(|one| *value == Input::Text(one.as_str().into()))
}
