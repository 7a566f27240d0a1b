//! The growth that the national rates of two years come to together: the threshold of 营业收入增速 at recognition.

use super::exact::Exact;
use super::figures::RATES;
use super::known::{Known, all};
use super::measure::{Source, Term};

/// The growth that yearly rates in percent compound to: (1 + a)(1 + b) − 1.
pub fn compound(source: Source, rates: usize) -> Known<Exact> {
    let rates = source.figures.listed(rates).as_ref().map_err(Clone::clone).and_then(all)?;
    let hundred = Exact::whole(100);
    let growth =
        rates.into_iter().try_fold(Exact::ONE, |product, rate| product.times(Exact::ONE.plus(rate.over(hundred)?)?));
    Ok(growth?.minus(Exact::ONE)?)
}

/// The same with the numbers in: `(1 + 2.1%) × (1 + 2.5%) − 1`.
pub fn compound_formula(source: Source, rates: usize) -> Vec<Term> {
    let (sign, one) = (Term::Sign, Term::Number(Exact::ONE));
    let mut terms = Vec::new();
    for index in 0..RATES {
        let listed = source.figures.listed(rates).as_ref().ok();
        let rate = listed.and_then(|entries| entries[index].clone().ok()).map_or(Term::Blank, Term::Percent);
        terms.push(sign(if index == 0 { "(" } else { " × (" }));
        terms.extend([one.clone(), sign(" + "), rate, sign(")")]);
    }
    terms.extend([sign(" − "), one]);
    terms
}
