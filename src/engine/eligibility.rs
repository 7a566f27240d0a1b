//! Eligibility: yes-or-no conditions of the plan's part 二, and the field that the batch must name.

use serde::Serialize;

use super::input::Input;
use super::outcome::Outcome;
use super::path::Path;
use super::problem::{Code, Problems};
use super::ruleset::{Ruleset, TrackRules};

/// The finding on one eligibility item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EligibilityFinding {
    /// The item's id.
    pub id: String,
    /// `met`, `unmet`, `incomplete` (not answered) or `invalid` (answered with neither true nor false).
    pub outcome: Outcome,
}

/// Reads the answers to the track's eligibility items.
pub fn read_eligibility(track: &TrackRules, answers: &Input, problems: &mut Problems) -> Vec<EligibilityFinding> {
    let path = Path::Root.key("eligibility");
    let readable = problems.check_keys(answers, |key| track.eligibility.iter().any(|item| item.id == key), &path);
    let mut finding = |id: &String| {
        let outcome = match answers.get(id) {
            Input::Bool(true) => Outcome::Met,
            Input::Bool(false) => Outcome::Unmet,
            _ if !readable => Outcome::Invalid,
            Input::Absent => Outcome::Incomplete,
            _ => {
                problems.add(&path.key(id), Code::WrongType);
                Outcome::Invalid
            }
        };
        EligibilityFinding { id: id.clone(), outcome }
    };
    track.eligibility.iter().map(|item| finding(&item.id)).collect()
}

/// Whether the submission names one of the batch's fields. Nothing named is no problem, only incomplete.
pub fn field_is_named(ruleset: &Ruleset, field: &Input, problems: &mut Problems) -> bool {
    let code = match field {
        Input::Absent => return false,
        Input::Text(name) if name.trim().is_empty() => return false,
        Input::Text(name) if ruleset.fields.iter().any(|field| field.zh == *name) => return true,
        Input::Text(_) => Code::UnknownField,
        _ => Code::WrongType,
    };
    problems.add(&Path::Root.key("field"), code);
    false
}
