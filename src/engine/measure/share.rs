//! A share: a weighted tally ÷ a count (智能工厂占比, 高水平人才占比).

use super::ratio::share_of;
use super::tally::{kind_levers, weighted_sum, weighted_terms};
use super::{Lever, Source, Term, bracketed};
use crate::exact::Exact;
use crate::known::{Known, both};

/// A weighted tally over a count.
#[derive(Clone, Debug)]
pub struct Share {
    /// The tally, by its index in the track.
    pub part: usize,
    /// The count.
    pub whole: usize,
}

impl Share {
    pub(super) fn value(&self, source: Source) -> Known<Exact> {
        let (part, whole) = both(weighted_sum(source, self.part), source.figures.single(self.whole).clone())?;
        share_of(part, whole)
    }

    pub(super) fn levers(&self, source: Source) -> Known<Vec<Lever>> {
        let whole = source.figures.single(self.whole).clone()?;
        kind_levers(source, self.part, Exact::ONE.over(whole)?)
    }

    pub(super) fn formula(&self, source: Source) -> Vec<Term> {
        let mut terms = bracketed(weighted_terms(source, self.part));
        let whole = source.figures.single(self.whole).clone();
        terms.extend([Term::Sign(" ÷ "), whole.map_or(Term::Blank, Term::Number)]);
        terms
    }
}
