//! A share: a weighted tally ÷ a count (智能工厂占比, 高水平人才占比).

use super::ratio::share_of;
use super::tally::{kind_levers, weighted_sum, weighted_terms};
use super::{Lever, Source, Term, bracketed};
use crate::exact::Exact;
use crate::ids::FigureId;
use crate::known::{Known, both};

/// A weighted tally over a count.
#[derive(Clone, Debug)]
pub struct Share {
    /// The tally.
    pub part: FigureId,
    /// The count.
    pub whole: FigureId,
}

impl Share {
    pub(super) fn value(&self, source: Source) -> Known<Exact> {
        let (part, whole) = both(weighted_sum(source, self.part), source.single(self.whole))?;
        share_of(part, whole)
    }

    pub(super) fn levers(&self, source: Source) -> Known<Vec<Lever>> {
        let whole = source.single(self.whole)?;
        kind_levers(source, self.part, Exact::ONE.over(whole)?)
    }

    pub(super) fn formula(&self, source: Source) -> Vec<Term> {
        let mut terms = bracketed(weighted_terms(source, self.part));
        terms.extend([Term::Sign(" ÷ "), source.single_term(self.whole, Term::Number)]);
        terms
    }
}
