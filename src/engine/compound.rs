//! The growth that the national rates of two years come to together: the threshold of 营业收入增速 at recognition.

use super::exact::Exact;
use super::figures::RATES;
use super::ids::FigureId;
use super::known::Known;
use super::measure::{Source, Term};

/// The growth that yearly rates in percent compound to: (1 + a)(1 + b) − 1.
pub(crate) fn compound(source: Source, rates: FigureId) -> Known<Exact> {
    let hundred = Exact::whole(100);
    let growth = source
        .rates(rates)?
        .into_iter()
        .try_fold(Exact::ONE, |product, rate| product.times(Exact::ONE.plus(rate.over(hundred)?)?));
    Ok(growth?.minus(Exact::ONE)?)
}

/// The same with the numbers in: `(1 + 2.1%) × (1 + 2.5%) − 1`.
pub fn compound_formula(source: Source, rates: FigureId) -> Vec<Term> {
    let (sign, one) = (Term::Sign, Term::Number(Exact::ONE));
    let mut terms = Vec::new();
    for entry in 0..RATES {
        terms.push(sign(if entry == 0 { "(" } else { " × (" }));
        terms.extend([one.clone(), sign(" + "), source.entry_term(rates, entry, Term::Percent), sign(")")]);
    }
    terms.extend([sign(" − "), one]);
    terms
}
