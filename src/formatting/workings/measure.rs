//! What a measure comes to, as formulas: a value that people read, and the same as one whole number over another.
//!
//! A spreadsheet computes with floats, and a sum of decimal fractions that should equal a threshold may miss it by a hair. So every number
//! is first made whole (`× 10, × 100, …`) and rounded, which gives back exactly what was typed; whole numbers are added and multiplied
//! without a loss up to fifteen digits; and only whole numbers are compared.

use super::formula::{Cells, coded, if_else, largest, state, state_of_amounts, state_of_counts, sum};
use super::places::{Places, Tally, Values};
use engine::address::Side;
use engine::exact::Exact;
use engine::figures::YEARS;
use engine::measure::Form;
use rust_decimal::Decimal;

/// How a value is worked out. The formulas of the numbers name the cell of the factor as [`FACTOR`].
#[derive(Debug)]
pub struct Fraction {
    /// The value, for people.
    pub value: String,
    /// Its state.
    pub state: String,
    /// The factor that makes its numbers whole.
    pub factor: String,
    /// The number above.
    pub top: String,
    /// The number below, above zero where the state is known.
    pub bottom: String,
    /// Whether the value is one less than the number above by the number below, as a growth is.
    pub less_one: bool,
    /// The sizes of what is added up, where some of it may be below zero: a sum that is small may be of large numbers.
    pub sizes: Vec<String>,
    /// The factor, the number above and the one below; none where something is not known, or too large.
    pub numbers: Option<[Exact; 3]>,
}

/// Stands in formulas for the cell of the factor.
pub const FACTOR: &str = "§";
/// How many decimals a factor makes whole: amounts and rates have no more than six, weights and thresholds no more than twelve.
const PLACES: [u32; 5] = [0, 1, 2, 4, 6];
const PLACES_OF_WEIGHTS: [u32; 6] = [0, 1, 2, 4, 6, 12];
/// From here on six decimals are assumed.
const LARGE: &str = "100000000";
const PLACES_OF_LARGE: u32 = 6;

/// How a measure is worked out by the figures of a side, over the years from one on.
pub fn fraction(form: &Form, places: &Places, side: Side, from_year: usize) -> Option<Fraction> {
    let row = |figure| places.row(side, figure, from_year);
    match form {
        Form::Mean(mean) => {
            mean.of.iter().map(|figure| row(*figure)).collect::<Option<Vec<_>>>().map(|all| mean_of(&all))
        }
        Form::Growth(growth) => {
            let year = |entry| places.entry(side, growth.of, entry);
            Some(growth_of(&year(0)?, &year(YEARS - 1)?))
        }
        Form::Ratio(ratio) => Some(ratio_of(&row(ratio.part)?, &row(ratio.whole)?)),
        Form::Tally(tally) => Some(tally_of(places.tally(side, tally.of)?)),
        Form::Share(share) => Some(share_of(places.tally(side, share.part)?, &row(share.whole)?)),
    }
}

/// Σ ÷ the number of years.
fn mean_of(series: &[Values]) -> Fraction {
    let years = series.first().map_or(1, |values| values.cells.count());
    let sums: Vec<String> = series.iter().map(|values| sum(&values.cells)).collect();
    let wholes: Vec<String> = series.iter().map(|values| whole(&values.cells)).collect();
    let numbers = || {
        let factor = factor_number(series)?;
        let top = total(series)?.times(factor).ok()?;
        Some([factor, top, factor.times(whole_number(years)).ok()?])
    };
    Fraction {
        value: coded("({0})/{1}", &[&sums.join("+"), &years.to_string()]),
        state: largest(&series.iter().map(state_of).collect::<Vec<_>>()),
        factor: factor(series),
        top: wholes.join("+"),
        bottom: coded("{0}*{1}", &[&years.to_string(), FACTOR]),
        less_one: false,
        sizes: sizes(series),
        numbers: numbers(),
    }
}

/// (last − first) ÷ first, which is last ÷ first − 1.
fn growth_of(first: &Values, last: &Values) -> Fraction {
    let (before, now) = (first.cells.text(), last.cells.text());
    let both = [first.clone(), last.clone()];
    let numbers = || {
        let factor = factor_number(&both)?;
        let whole = |values: &Values| total(core::slice::from_ref(values))?.times(factor).ok();
        Some([factor, whole(last)?, whole(first)?])
    };
    Fraction {
        value: coded("({0}-{1})/{1}", &[&now, &before]),
        state: largest(&[state_of(first), state_of(last), above_zero(&before)]),
        factor: factor(&both),
        top: whole(&last.cells),
        bottom: whole(&first.cells),
        less_one: true,
        sizes: sizes(&both),
        numbers: numbers(),
    }
}

/// Σ part ÷ Σ whole.
fn ratio_of(part: &Values, divisor: &Values) -> Fraction {
    let both = [part.clone(), divisor.clone()];
    let numbers = || {
        let factor = factor_number(&both)?;
        let whole = |values: &Values| total(core::slice::from_ref(values))?.times(factor).ok();
        Some([factor, whole(part)?, whole(divisor)?])
    };
    Fraction {
        value: coded("{0}/{1}", &[&sum(&part.cells), &sum(&divisor.cells)]),
        state: largest(&[state_of(part), state_of(divisor), above_zero(&sum(&divisor.cells))]),
        factor: factor(&both),
        top: whole(&part.cells),
        bottom: whole(&divisor.cells),
        less_one: false,
        sizes: sizes(&both),
        numbers: numbers(),
    }
}

/// Σ count × weight, or Σ count × weight ÷ rank over the common multiple of the ranks.
fn tally_of(tally: &Tally) -> Fraction {
    let (counts, weights) = (tally.counts.text(), tally.weights.text());
    let whole_weights = coded("ROUND({0}*{1},0)", &[&weights, FACTOR]);
    let (people, exact, bottom) = match &tally.ranked {
        Some(ranked) => {
            (ranked.folded.text(), ranked.multiples.text(), coded("{0}*{1}", &[FACTOR, &ranked.common.text()]))
        }
        None => (counts.clone(), counts, FACTOR.to_owned()),
    };
    let product = |of: &str, by: &str| coded("SUMPRODUCT({0},{1})", &[of, by]);
    let numbers = || {
        let weights = tally.known_weights.iter().copied().collect::<Option<Vec<_>>>()?;
        let factor = power(&weights, &PLACES_OF_WEIGHTS)?;
        let parts = tally.numbers.as_ref()?.iter().zip(weights);
        let mut top = Exact::ZERO;
        for (count, weight) in parts {
            top = top.plus(count.times(Exact::from(weight)).ok()?.times(factor).ok()?).ok()?;
        }
        let common = tally.ranked.as_ref().map_or(Exact::ONE, |ranked| ranked.number);
        Some([factor, top, factor.times(common).ok()?])
    };
    Fraction {
        value: product(&people, &weights),
        state: tally.state.clone(),
        factor: factor_of(&tally.weights, &PLACES_OF_WEIGHTS),
        top: product(&exact, &whole_weights),
        bottom,
        less_one: false,
        sizes: Vec::new(),
        numbers: numbers(),
    }
}

/// A tally ÷ a count.
fn share_of(tally: &Tally, divisor: &Values) -> Fraction {
    let tally = tally_of(tally);
    let by = divisor.cells.text();
    let numbers = || {
        let [factor, top, bottom] = tally.numbers?;
        Some([factor, top, bottom.times(total(core::slice::from_ref(divisor))?).ok()?])
    };
    Fraction {
        value: coded("{0}/{1}", &[&tally.value, &by]),
        state: largest(&[tally.state.clone(), state_of_counts(&divisor.cells), above_zero(&by)]),
        bottom: coded("{0}*{1}", &[&tally.bottom, &by]),
        numbers: numbers(),
        ..tally
    }
}

fn sizes(series: &[Values]) -> Vec<String> {
    let signed = series.iter().filter(|values| values.signed);
    signed.map(|values| coded("MAX(MAX({0}),-MIN({0}))*{1}", &[&values.cells.text(), FACTOR])).collect()
}

fn state_of(values: &Values) -> String {
    state_of_amounts(&values.cells, values.signed)
}

/// Not computable unless something is above zero. A sum of decimal fractions is made whole before it is asked; what is no number is
/// refused elsewhere.
fn above_zero(sum: &str) -> String {
    let code = if_else(&coded("ROUND({0},6)<=0", &[sum]), state::NOT_COMPUTABLE, state::KNOWN);
    coded("IFERROR({0},{1})", &[&code, state::KNOWN])
}

/// The sum of cells, made whole by the factor.
fn whole(cells: &Cells) -> String {
    let each = coded("ROUND({0}*{1},0)", &[&cells.text(), FACTOR]);
    if cells.count() == 1 { each } else { coded("SUMPRODUCT({0})", &[&each]) }
}

fn factor(series: &[Values]) -> String {
    let all: Vec<String> = series.iter().map(|values| factor_of(&values.cells, &PLACES)).collect();
    largest(&all)
}

/// The smallest factor that makes all of some cells whole. Of large numbers a spreadsheet cannot tell how many decimals they have: LibreOffice
/// takes two for the same that differ by a few parts in 10^15.
pub fn factor_of(cells: &Cells, places: &[u32]) -> String {
    let cells = cells.text();
    let is_large = coded("MAX(MAX({0}),-MIN({0}))>={1}", &[&cells, LARGE]);
    if_else(&is_large, &ten_to(PLACES_OF_LARGE), &smallest_factor(&cells, places))
}

fn smallest_factor(cells: &str, places: &[u32]) -> String {
    let (last, others) = places.split_last().unwrap_or((&0, &[]));
    others.iter().rev().fold(ten_to(*last), |otherwise, places| {
        let number = places.to_string();
        let rounded = coded("SUMPRODUCT(--(ROUND({0},{1})<>{0}))=0", &[cells, &number]);
        if_else(&rounded, &ten_to(*places), &otherwise)
    })
}

/// The factors of a threshold.
pub fn factor_of_threshold(cell: &Cells) -> String {
    factor_of(cell, &PLACES_OF_WEIGHTS)
}

/// The same as a number.
pub fn threshold_factor(threshold: Decimal) -> Option<Exact> {
    power(&[threshold], &PLACES_OF_WEIGHTS)
}

/// The factors of rates.
pub fn rates_factor(rates: &Values) -> (String, Option<Exact>) {
    (factor_of(&rates.cells, &PLACES), factor_number(core::slice::from_ref(rates)))
}

fn ten_to(places: u32) -> String {
    ["1", &"0".repeat(places as usize)].concat()
}

fn factor_number(series: &[Values]) -> Option<Exact> {
    let all = series.iter().map(|values| power(values.numbers.as_ref()?, &PLACES));
    all.collect::<Option<Vec<_>>>()?.into_iter().max()
}

fn power(numbers: &[Decimal], steps: &[u32]) -> Option<Exact> {
    let is_large = numbers.iter().any(|number| LARGE.parse().is_ok_and(|large: Decimal| number.abs() >= large));
    let places = numbers.iter().map(|number| number.normalize().scale()).max().unwrap_or(0);
    let step = if is_large { PLACES_OF_LARGE } else { *steps.iter().find(|step| **step >= places)? };
    Exact::integer(10i128.checked_pow(step)?).ok()
}

fn total(series: &[Values]) -> Option<Exact> {
    let mut sum = Exact::ZERO;
    for values in series {
        for number in values.numbers.as_ref()? {
            sum = sum.plus((*number).into()).ok()?;
        }
    }
    Some(sum)
}

fn whole_number(number: usize) -> Exact {
    Exact::integer(number as i128).unwrap_or(Exact::ZERO)
}
