//! The mean of yearly amounts: Σ ÷ the number of years.

use super::{Lever, Source, Term, bracketed, join};
use crate::exact::Exact;
use crate::figures::YEARS;
use crate::ids::FigureId;
use crate::known::{Known, sum};

/// The yearly mean of one series, or of several added up (股权融资 and 债权融资).
#[derive(Clone, Debug)]
pub struct Mean {
    /// The series.
    pub of: Vec<FigureId>,
}

impl Mean {
    pub(super) fn value(&self, source: Source) -> Known<Exact> {
        let sum = sum(self.of.iter().flat_map(|figure| source.years(*figure)))?;
        Ok(sum.over(years(source))?)
    }

    pub(super) fn levers(&self, source: Source) -> Known<Vec<Lever>> {
        let effect = Exact::ONE.over(years(source))?;
        let lever =
            |figure: &FigureId| Lever { figure: *figure, entry: Some(YEARS - 1), kind: None, rise: None, effect };
        Ok(self.of.iter().map(lever).collect())
    }

    pub(super) fn formula(&self, source: Source) -> Vec<Term> {
        let sum = join(self.of.iter().map(|figure| source.year_terms(*figure)), " + ");
        let mut terms = bracketed(sum);
        terms.extend([Term::Sign(" ÷ "), Term::Number(years(source))]);
        terms
    }
}

fn years(source: Source) -> Exact {
    Exact::whole(source.year_count() as i64)
}
