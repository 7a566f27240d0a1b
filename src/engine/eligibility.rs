//! Eligibility: yes-or-no conditions of the plan's part 二, and the field that the batch must name.

use super::ids::FieldId;
use super::input::Input;
use super::known::Given;
use super::outcome::Outcome;
use super::path::Path;
use super::problem::{Code, Problems};
use super::ruleset::{Clause, Ruleset, TrackRules};

/// Reads the answers to the track's eligibility items.
pub fn read_answers(track: &TrackRules, answers: &Input, problems: &mut Problems) -> Vec<Given<bool>> {
    let path = Path::Root.key("eligibility");
    let readable = problems.check_keys(answers, |key| track.eligibility.iter().any(|item| item.id == key), &path);
    let read = |item: &Clause| match answers.get(&item.id) {
        Input::Bool(answer) => Given::Known(*answer),
        _ if !readable => Given::Refused,
        Input::Absent => Given::Missing,
        _ => problems.refuse(&path.key(&item.id), Code::WrongType),
    };
    track.eligibility.iter().map(read).collect()
}

/// The outcome of an eligibility item: met, unmet, incomplete (not answered) or invalid (neither true nor false).
pub fn outcome(answer: &Given<bool>) -> Outcome {
    match answer {
        Given::Known(true) => Outcome::Met,
        Given::Known(false) => Outcome::Unmet,
        Given::Missing => Outcome::Incomplete,
        Given::Refused => Outcome::Invalid,
    }
}

/// Reads which of the batch's fields is named. Nothing named is no problem, only incomplete.
pub fn read_field(ruleset: &Ruleset, field: &Input, problems: &mut Problems) -> Given<FieldId> {
    let path = Path::Root.key("field");
    match field {
        Input::Absent => Given::Missing,
        Input::Text(name) if name.trim().is_empty() => Given::Missing,
        Input::Text(name) => match ruleset.fields.find(|field| field.zh == *name) {
            Some(field) => Given::Known(field),
            None => problems.refuse(&path, Code::UnknownField),
        },
        _ => problems.refuse(&path, Code::WrongType),
    }
}
