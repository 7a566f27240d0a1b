//! A ratio of sums: Σ part ÷ Σ whole, over the years that count; or one amount over another.

use super::{Lever, Source, Term, bracketed};
use crate::exact::Exact;
use crate::figures::YEARS;
use crate::ids::FigureId;
use crate::known::{self, Known, Lack, both};

/// One series or amount over another.
#[derive(Clone, Debug)]
pub struct Ratio {
    /// The numerator.
    pub part: FigureId,
    /// The denominator.
    pub whole: FigureId,
}

impl Ratio {
    pub(super) fn value(&self, source: Source) -> Known<Exact> {
        let (part, whole) = both(sum(source, self.part), sum(source, self.whole))?;
        share_of(part, whole)
    }

    pub(super) fn levers(&self, source: Source) -> Known<Vec<Lever>> {
        let effect = Exact::ONE.over(sum(source, self.whole)?)?;
        let entry = source.is_series(self.part).then_some(YEARS - 1);
        Ok(vec![Lever { figure: self.part, entry, kind: None, rise: None, effect }])
    }

    pub(super) fn formula(&self, source: Source) -> Vec<Term> {
        let mut terms = sum_terms(source, self.part);
        terms.push(Term::Sign(" ÷ "));
        terms.extend(sum_terms(source, self.whole));
        terms
    }
}

/// part ÷ whole. Over zero, or over a whole below zero, it has no meaning.
pub(super) fn share_of(part: Exact, whole: Exact) -> Known<Exact> {
    if whole <= Exact::ZERO { Err(Lack::not_computable()) } else { Ok(part.over(whole)?) }
}

fn sum(source: Source, figure: FigureId) -> Known<Exact> {
    if source.is_series(figure) { known::sum(source.years(figure)) } else { source.single(figure) }
}

fn sum_terms(source: Source, figure: FigureId) -> Vec<Term> {
    if source.is_series(figure) {
        bracketed(source.year_terms(figure))
    } else {
        vec![source.single_term(figure, Term::Amount)]
    }
}
