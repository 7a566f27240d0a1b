//! How many of each verdict: a count, in no order of merit.

use engine::outcome::Verdict;
use std::fmt;

/// The count at the end.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    ineligible: u64,
    unmet: u64,
    incomplete: u64,
    subject_to_review: u64,
    met: u64,
    /// Lines that could not be assessed.
    pub broken: u64,
}

impl Summary {
    /// Counts one more; none is a line that could not be assessed.
    pub fn add(&mut self, verdict: Option<Verdict>) {
        *match verdict {
            Some(Verdict::Ineligible) => &mut self.ineligible,
            Some(Verdict::Unmet) => &mut self.unmet,
            Some(Verdict::Incomplete) => &mut self.incomplete,
            Some(Verdict::SubjectToReview) => &mut self.subject_to_review,
            Some(Verdict::Met) => &mut self.met,
            None => &mut self.broken,
        } += 1;
    }

    /// Takes in another count.
    pub fn absorb(&mut self, more: &Summary) {
        let Summary { ineligible, unmet, incomplete, subject_to_review, met, broken } = self;
        *ineligible += more.ineligible;
        *unmet += more.unmet;
        *incomplete += more.incomplete;
        *subject_to_review += more.subject_to_review;
        *met += more.met;
        *broken += more.broken;
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.ineligible + self.unmet + self.incomplete + self.subject_to_review + self.met + self.broken
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            ("ineligible", self.ineligible),
            ("unmet", self.unmet),
            ("incomplete", self.incomplete),
            ("subject to review", self.subject_to_review),
            ("met", self.met),
            ("not assessed", self.broken),
        ];
        writeln!(f, "{:<18}{:>8}", "submissions", self.count())?;
        counts.iter().try_for_each(|(name, count)| writeln!(f, "  {name:<16}{count:>8}"))
    }
}
