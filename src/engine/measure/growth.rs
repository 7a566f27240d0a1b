//! The growth of a series: (third year − first year) ÷ first year, the plan's own formula. The middle year does not enter.

use super::{Lever, Source, Term};
use crate::exact::Exact;
use crate::figures::YEARS;
use crate::ids::FigureId;
use crate::known::{Known, Lack, both};

/// The growth of a series over its three years.
#[derive(Clone, Debug)]
pub struct Growth {
    /// The series.
    pub of: FigureId,
}

impl Growth {
    pub(super) fn value(&self, source: Source) -> Known<Exact> {
        let (first, last) = both(source.year(self.of, 0), source.year(self.of, YEARS - 1))?;
        growth(first, last)
    }

    pub(super) fn levers(&self, source: Source) -> Known<Vec<Lever>> {
        let effect = Exact::ONE.over(source.year(self.of, 0)?)?;
        Ok(vec![Lever { figure: self.of, entry: Some(YEARS - 1), kind: None, rise: None, effect }])
    }

    pub(super) fn formula(&self, source: Source) -> Vec<Term> {
        let term = |entry| source.entry_term(self.of, entry, Term::Amount);
        let (first, last) = (term(0), term(YEARS - 1));
        let sign = Term::Sign;
        vec![sign("("), last, sign(" − "), first.clone(), sign(")"), sign(" ÷ "), first]
    }
}

/// (last − first) ÷ first. From zero, or from below it, growth has no meaning.
pub(crate) fn growth(first: Exact, last: Exact) -> Known<Exact> {
    if first <= Exact::ZERO {
        return Err(Lack::not_computable());
    }
    Ok(last.minus(first)?.over(first)?)
}
