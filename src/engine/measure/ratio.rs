//! A ratio of sums: Σ part ÷ Σ whole, over the years that count; or one amount over another.

use super::{Lever, Source, Term, bracketed};
use crate::exact::Exact;
use crate::figures::{Figure, YEARS};
use crate::known::{Known, Lack, both};

/// One series or amount over another.
#[derive(Clone, Debug)]
pub struct Ratio {
    /// The numerator, by its index in the track.
    pub part: usize,
    /// The denominator.
    pub whole: usize,
}

impl Ratio {
    pub(super) fn value(&self, source: Source) -> Known<Exact> {
        let (part, whole) = both(sum(source, self.part), sum(source, self.whole))?;
        share_of(part, whole)
    }

    pub(super) fn levers(&self, source: Source) -> Known<Vec<Lever>> {
        let effect = Exact::ONE.over(sum(source, self.whole)?)?;
        let entry = is_series(source, self.part).then_some(YEARS - 1);
        Ok(vec![Lever { figure: self.part, entry, kind: None, effect }])
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

fn is_series(source: Source, figure: usize) -> bool {
    matches!(source.figures.figure(figure), Figure::Listed(_))
}

fn sum(source: Source, figure: usize) -> Known<Exact> {
    if is_series(source, figure) {
        Ok(Exact::sum(source.years(figure)?)?)
    } else {
        source.figures.single(figure).clone()
    }
}

fn sum_terms(source: Source, figure: usize) -> Vec<Term> {
    if is_series(source, figure) {
        bracketed(source.year_terms(figure))
    } else {
        vec![source.figures.single(figure).clone().map_or(Term::Blank, Term::Amount)]
    }
}
