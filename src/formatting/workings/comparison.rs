//! The sheet of comparisons: for each row of the assessment, its value and its threshold as whole numbers, and the two that are compared.
//!
//! Its rows are those of the assessment, so that what belongs together stands in the same row.

use super::formula::{Cells, Worked, coded, held, if_else, largest, state, state_of_amounts};
use super::judgement::Compared;
use super::measure::{FACTOR, Fraction, factor_of_threshold, rates_factor, threshold_factor};
use super::places::Values;
use crate::book::look::{Look, cell, text};
use engine::exact::Exact;
use engine::known::State;
use engine::ruleset::Rule;
use office::write::{Cell, Content};
use rust_decimal::Decimal;

/// The columns: what the row is about; the state, the factor, the number above and the one below of the value, and of the same at the
/// baseline; the state and the two numbers of the threshold; the state of them all, the two numbers that are compared, and what their
/// difference is divided by.
const NOW: usize = 1;
const BASELINE: usize = 5;
const THRESHOLD: usize = 9;
const STATE: usize = 12;
const LEFT: usize = 13;
const RIGHT: usize = 14;
const BELOW: usize = 15;
/// How many there are.
pub const COLUMNS: usize = 16;

/// What is compared in a row.
pub struct Asked<'a> {
    /// The value, and whether it is known.
    pub now: (&'a Fraction, State),
    /// The same at the baseline, where it has a part.
    pub baseline: Option<(&'a Fraction, State)>,
    /// What is asked of it, if anything is.
    pub rule: Option<&'a Rule>,
    /// The cell of the threshold.
    pub threshold: Cells,
    /// The number in it.
    pub number: Option<Decimal>,
    /// The rates that a threshold is compounded from, one by one.
    pub rates: Vec<Values>,
    /// Whether these rates are known.
    pub rates_state: State,
}

/// The row of a comparison.
pub struct Comparison {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// The cell of the state of the value, and of that at the baseline.
    pub states: [String; 2],
    /// What is compared; none where nothing is.
    pub compared: Option<Compared>,
}

/// The row in which a measure is worked out and compared.
pub fn comparison(title: &str, row: usize, label: &str, asked: &Asked) -> Comparison {
    let mut cells = vec![cell(Look::Remark); COLUMNS];
    cells[0] = text(label, Look::Label);
    let mut growing = Row { title, row, cells };
    let now = growing.fraction(NOW, asked.now);
    let then = asked.baseline.map(|baseline| growing.fraction(BASELINE, baseline));
    let states = [growing.at(NOW), growing.at(BASELINE)];
    let threshold = growing.threshold(asked);
    let compared =
        asked.rule.zip(threshold).map(|(rule, threshold)| growing.compare(rule, asked, now, then, threshold));
    Comparison { cells: growing.cells, states, compared }
}

/// A number above and one below, each in its cell, and its state.
struct Pair {
    state: (String, State),
    top: Worked,
    bottom: Worked,
}

/// A row as it grows.
struct Row<'a> {
    title: &'a str,
    row: usize,
    cells: Vec<Cell>,
}

impl Row<'_> {
    fn at(&self, column: usize) -> String {
        Cells::one(self.title, (self.row, column)).text()
    }

    /// Puts a formula into a column. What it comes to is named by the cell from then on.
    fn put(&mut self, column: usize, formula: Worked) -> Worked {
        let result = formula.number.map(held).unwrap_or_default();
        self.cells[column] = Cell { content: Content::Formula(formula.code, result), style: Look::Remark as usize };
        Worked { code: self.at(column), number: formula.number }
    }

    fn put_state(&mut self, column: usize, code: String, found: State) -> (String, State) {
        (self.put(column, Worked { code, number: code_of(found) }).code, found)
    }

    /// The state, the factor and the two numbers of a value.
    fn fraction(&mut self, from: usize, (fraction, found): (&Fraction, State)) -> Pair {
        let state = self.put_state(from, fraction.state.clone(), found);
        let numbers = fraction.numbers;
        let of = |at: usize| numbers.map(|numbers| numbers[at]);
        let factor = self.put(from + 1, waits(&state, 1, &fraction.factor, of(0)));
        let in_place = |formula: &str| formula.replace(FACTOR, &factor.code);
        let top = self.put(from + 2, waits(&state, 0, &in_place(&fraction.top), of(1)));
        let bottom = self.put(from + 3, waits(&state, 1, &in_place(&fraction.bottom), of(2)));
        Pair { state, top, bottom }
    }

    /// The state and the two numbers of a threshold; none where a reviewer decides.
    fn threshold(&mut self, asked: &Asked) -> Option<Pair> {
        match asked.rule? {
            Rule::Qualitative => None,
            // More than before: there is no number.
            Rule::Increases => {
                let state = (state::KNOWN.to_owned(), State::Known);
                Some(Pair { state, top: Worked::whole(0), bottom: Worked::whole(1) })
            }
            _ if asked.rates.is_empty() => Some(self.stated(asked)),
            _ => Some(self.compounded(asked)),
        }
    }

    /// The threshold that stands in its cell, or that a person writes there.
    fn stated(&mut self, asked: &Asked) -> Pair {
        let cell = asked.threshold.text();
        // A truth is a number to some programs, and no batch has a threshold below zero.
        let parts = [&*cell, state::KNOWN, state::REFUSED, state::UNSTATED];
        let code = "IF(ISLOGICAL({0}),{2},IF(ISNUMBER({0}),IF({0}<0,{2},{1}),IF({0}=\"\",{3},{2})))";
        let code = coded(code, &parts);
        let found = if asked.number.is_some() { State::Known } else { State::Unstated };
        let state = self.put_state(THRESHOLD, code, found);
        let factor = asked.number.and_then(threshold_factor);
        let bottom = self.put(THRESHOLD + 2, waits(&state, 1, &factor_of_threshold(&asked.threshold), factor));
        let number = asked.number.zip(factor).and_then(|(number, factor)| Exact::from(number).times(factor).ok());
        let code = coded("ROUND({0}*{1},0)", &[&cell, &bottom.code]);
        let top = self.put(THRESHOLD + 1, waits(&state, 0, &code, number));
        Pair { state, top, bottom }
    }

    /// (100 + first) × (100 + second) − 100², over 100², with the rates made whole.
    fn compounded(&mut self, asked: &Asked) -> Pair {
        let rates = &asked.rates;
        let states: Vec<String> = rates.iter().map(|rate| state_of_amounts(&rate.cells, true)).collect();
        let state = self.put_state(THRESHOLD, largest(&states), asked.rates_state);
        let (codes, factors): (Vec<String>, Vec<Option<Exact>>) = rates.iter().map(rates_factor).unzip();
        let power = rates.len().to_string();
        let factor = factors.into_iter().collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
        let hundred = factor.and_then(|factor| factor.times(Exact::whole(100)).ok());
        let product = |of: &dyn Fn(Exact, Exact) -> Option<Exact>| {
            rates.iter().try_fold(Exact::ONE, |product, rate| {
                let rate = Exact::from(*rate.numbers.as_ref()?.first()?).times(factor?).ok()?;
                product.times(of(hundred?, rate)?).ok()
            })
        };
        let code = coded("(100*{0})^{1}", &[&largest(&codes), &power]);
        let bottom = self.put(THRESHOLD + 2, waits(&state, 1, &code, product(&|hundred, _| Some(hundred))));
        let root = coded("ROUND({0}^(1/{1}),0)", &[&bottom.code, &power]);
        let grown = rates.iter().map(|rate| coded("({0}+ROUND({1}*{0}/100,0))", &[&root, &rate.cells.text()]));
        let grown = Worked {
            code: grown.collect::<Vec<_>>().join("*"),
            number: product(&|hundred, rate| hundred.plus(rate).ok()),
        };
        let difference = grown.minus(&bottom);
        let top = self.put(THRESHOLD + 1, waits(&state, 0, &difference.code, difference.number));
        Pair { state, top, bottom }
    }

    /// The state of all, and the two numbers.
    fn compare(&mut self, rule: &Rule, asked: &Asked, now: Pair, then: Option<Pair>, threshold: Pair) -> Compared {
        let is_less = asked.now.0.less_one;
        let looks_back = matches!(rule, Rule::GrowthAtLeast(_) | Rule::IncreaseAtLeast(_) | Rule::Increases);
        // A growth is one less than the one number by the other. Where it is held against a number, that one is raised instead.
        let top = if is_less && looks_back { now.top.minus(&now.bottom) } else { now.top.clone() };
        let (bottom, above, below) = (&now.bottom, &threshold.top, &threshold.bottom);
        let mut states = vec![now.state.clone(), threshold.state.clone()];
        let (left, right, divisor) = match (rule, &then) {
            (Rule::GrowthAtLeast(_), Some(then)) => (
                top.times(&then.bottom).times(below),
                then.top.times(bottom).times(&below.plus(above)),
                below.times(&then.top).times(bottom),
            ),
            (Rule::IncreaseAtLeast(_), Some(then)) => (
                top.times(&then.bottom).times(below),
                then.top.times(below).plus(&above.times(&then.bottom)).times(bottom),
                below.times(bottom).times(&then.bottom),
            ),
            (Rule::Increases, Some(then)) => {
                (top.times(&then.bottom), then.top.times(bottom), bottom.times(&then.bottom))
            }
            _ => {
                let asked_of_it = if is_less { above.plus(below) } else { above.clone() };
                (top.times(below), asked_of_it.times(bottom), below.times(bottom))
            }
        };
        if let Some(then) = then.as_ref().filter(|_| looks_back) {
            states.push(then.state.clone());
            if matches!(rule, Rule::GrowthAtLeast(_)) {
                // From nothing there is no growth. While the baseline is not known, that is the weightier.
                let is_nothing = then.top.number.is_some_and(|top| top <= Exact::ZERO);
                let code = if_else(&coded("{0}<=0", &[&then.top.code]), state::NOT_COMPUTABLE, state::KNOWN);
                states.push((code, if is_nothing { State::NotComputable } else { State::Known }));
            }
        }
        let found = states.iter().map(|(_, found)| *found).max_by_key(|found| code_of(*found)).unwrap_or(State::Known);
        let codes: Vec<String> = states.into_iter().map(|(code, _)| code).collect();
        let state = self.put_state(STATE, largest(&codes), found);
        let [left, right, below] = [(LEFT, left), (RIGHT, right), (BELOW, divisor)]
            .map(|(column, one)| self.put(column, waits(&state, 0, &one.code, one.number)).code);
        let mut wholes = vec![now.top.code];
        wholes.extend(then.filter(|_| looks_back).map(|then| then.top.code));
        let factor = self.at(NOW + 1);
        let sizes = asked.now.0.sizes.iter().map(|size| size.replace(FACTOR, &factor));
        let sizes = sizes.map(|size| coded("{0}<1E15", &[&size])).collect();
        Compared { state: state.0, left, right, below, wholes, sizes, is_strict: matches!(rule, Rule::Increases) }
    }
}

/// A formula for as long as a state is known, and a number otherwise.
fn waits(state: &(String, State), otherwise: i64, code: &str, number: Option<Exact>) -> Worked {
    let code = if_else(&coded("{0}>0", &[&state.0]), &otherwise.to_string(), code);
    Worked { code, number: if state.1 == State::Known { number } else { Some(Exact::whole(otherwise)) } }
}

/// The code of a state: see [`state`].
fn code_of(found: State) -> Option<Exact> {
    let code = match found {
        State::Known => state::KNOWN,
        State::NotComputable => state::NOT_COMPUTABLE,
        State::Missing => state::MISSING,
        State::Refused => state::REFUSED,
        State::Unstated => state::UNSTATED,
    };
    code.parse::<Decimal>().ok().map(Exact::from)
}
