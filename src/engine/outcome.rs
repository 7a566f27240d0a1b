//! Outcomes and the verdict that follows from them.

use serde::Serialize;

use super::known::State;
use super::names::names;

/// The outcome of a criterion, an indicator or an eligibility item. In the order of weight: an indicator takes the first of its
/// criteria's outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The threshold is not reached.
    Unmet,
    /// A figure it needs was refused.
    Invalid,
    /// It would take a division by zero.
    NotComputable,
    /// A figure is missing.
    Incomplete,
    /// No threshold, or no weight, is stated.
    Unstated,
    /// Qualitative: reviewers decide.
    Review,
    /// The threshold is reached.
    Met,
}

names!(Outcome {
    Unmet = "unmet",
    Invalid = "invalid",
    NotComputable = "not_computable",
    Incomplete = "incomplete",
    Unstated = "unstated",
    Review = "review",
    Met = "met",
});

impl Outcome {
    /// What an indicator takes of its criteria's outcomes.
    pub fn first(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
        outcomes.into_iter().min().unwrap_or(Outcome::Unstated)
    }
}

impl From<State> for Outcome {
    /// What becomes of a criterion whose measure is not known. (A known one is decided by its threshold.)
    fn from(state: State) -> Outcome {
        match state {
            State::Known => Outcome::Met,
            State::Unstated => Outcome::Unstated,
            State::Refused => Outcome::Invalid,
            State::Missing => Outcome::Incomplete,
            State::NotComputable => Outcome::NotComputable,
        }
    }
}

/// How many indicators have each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct OutcomeCounts {
    pub met: usize,
    pub unmet: usize,
    pub incomplete: usize,
    pub invalid: usize,
    pub not_computable: usize,
    pub unstated: usize,
    pub review: usize,
}

impl FromIterator<Outcome> for OutcomeCounts {
    fn from_iter<I: IntoIterator<Item = Outcome>>(outcomes: I) -> OutcomeCounts {
        let mut counts = OutcomeCounts::default();
        for outcome in outcomes {
            let index = match outcome {
                Outcome::Met => &mut counts.met,
                Outcome::Unmet => &mut counts.unmet,
                Outcome::Incomplete => &mut counts.incomplete,
                Outcome::Invalid => &mut counts.invalid,
                Outcome::NotComputable => &mut counts.not_computable,
                Outcome::Unstated => &mut counts.unstated,
                Outcome::Review => &mut counts.review,
            };
            *index += 1;
        }
        counts
    }
}

impl OutcomeCounts {
    /// Each outcome with its number, from what is done to what only others decide.
    pub fn listed(&self) -> [(Outcome, usize); 7] {
        [
            (Outcome::Met, self.met),
            (Outcome::Unmet, self.unmet),
            (Outcome::Invalid, self.invalid),
            (Outcome::NotComputable, self.not_computable),
            (Outcome::Incomplete, self.incomplete),
            (Outcome::Unstated, self.unstated),
            (Outcome::Review, self.review),
        ]
    }
}

/// What the whole submission comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// An eligibility item is answered with no.
    Ineligible,
    /// An indicator is unmet.
    Unmet,
    /// Something is missing, refused or not computable.
    Incomplete,
    /// All that can be computed is met; reviewers or the batch's notice decide the rest.
    SubjectToReview,
    /// Everything is met.
    Met,
}

names!(Verdict {
    Ineligible = "ineligible",
    Unmet = "unmet",
    Incomplete = "incomplete",
    SubjectToReview = "subject_to_review",
    Met = "met",
});

impl Verdict {
    /// The verdict. `eligibility` is the outcome of each item; `field_named` is whether one of the batch's fields is chosen.
    pub fn of(eligibility: &[Outcome], field_named: bool, counts: &OutcomeCounts) -> Verdict {
        let open = counts.incomplete + counts.invalid + counts.not_computable;
        if eligibility.contains(&Outcome::Unmet) {
            Verdict::Ineligible
        } else if counts.unmet > 0 {
            Verdict::Unmet
        } else if open > 0 || !field_named || eligibility.iter().any(|outcome| *outcome != Outcome::Met) {
            Verdict::Incomplete
        } else if counts.review + counts.unstated > 0 {
            Verdict::SubjectToReview
        } else {
            Verdict::Met
        }
    }
}
