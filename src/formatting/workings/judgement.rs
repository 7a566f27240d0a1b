//! The outcome of a comparison, and how far it is from its threshold, as formulas over two whole numbers.

use super::formula::{coded, if_else, quoted};
use crate::texts::Words;
use engine::outcome::Outcome;

/// The cells of a comparison.
pub struct Compared {
    /// The state of all that is compared.
    pub state: String,
    /// What has to be as large as the other.
    pub left: String,
    /// The other.
    pub right: String,
    /// What their difference is divided by.
    pub below: String,
    /// Numbers that have to be whole for the comparison to be exact.
    pub wholes: Vec<String>,
    /// Conditions under which what was added up has lost nothing.
    pub sizes: Vec<String>,
    /// Whether it has to be larger than the other.
    pub is_strict: bool,
}

impl Compared {
    /// The outcome. Every program holds and compares whole numbers of up to fifteen digits exactly. Larger ones differ for certain where they
    /// differ by more than a part in 10^9; where they are nearer, it says that it cannot tell.
    pub fn outcome(&self, words: &Words) -> String {
        let Compared { state, left, right, below, wholes, sizes, is_strict } = self;
        let word = |outcome| quoted((words.outcome)(outcome));
        let (met, unmet) = (word(Outcome::Met), word(Outcome::Unmet));
        let signs = if *is_strict { ">" } else { ">=" };
        let decided = |sign: &str| coded("IF({0}{1}{2},{3},{4})", &[left, sign, right, &met, &unmet]);
        let whole: String = wholes.iter().map(|top| coded(",{0}=INT({0})", &[top])).collect();
        let sizes: String = sizes.iter().map(|size| [",", &**size].concat()).collect();
        let exact = coded("AND(ABS({0})<1E15,ABS({1})<1E15{2}{3})", &[left, right, &whole, &sizes]);
        let certain = coded("ABS({0}-{1})>1E-9*MAX(ABS({0}),ABS({1}))", &[left, right]);
        let undecided = quoted(words.workings.undecided);
        let known = [&exact, &*decided(signs), &certain, &decided(">"), &undecided, below];
        // Nothing is divided by what is not above zero, whatever was typed into the sheets.
        let known = coded("IF({5}<=0,{4},IF({0},{1},IF({2},{3},{4})))", &known);
        // In the order of the states.
        let open = [Outcome::NotComputable, Outcome::Incomplete, Outcome::Invalid, Outcome::Unstated].map(word);
        coded("IFERROR(IF({0}>0,CHOOSE({0},{1}),{2}),{3})", &[state, &open.join(","), &known, &undecided])
    }

    /// What is lacking, rounded up, and what is beyond, rounded down; `outcome` is the cell of the outcome.
    pub fn distances(&self, outcome: &str, words: &Words) -> [String; 2] {
        let Compared { left, right, below, .. } = self;
        let is = |one| coded("{0}={1}", &[outcome, &quoted((words.outcome)(one))]);
        // In millionths, so that a whole number is rounded: ROUNDUP of a fraction errs where its decimals do not end.
        let lacking = coded("MAX(-INT(({0}-{1})*1000000/{2}),1)/1000000", &[left, right, below]);
        let beyond = coded("INT(({0}-{1})*1000000/{2})/1000000", &[left, right, below]);
        [if_else(&is(Outcome::Unmet), &lacking, "\"\""), if_else(&is(Outcome::Met), &beyond, "\"\"")]
    }
}

/// The outcome that decides for all of some; `are_all_met` is the condition under which they are met. What is none of the words is an error
/// of the spreadsheet, and must not pass for met.
pub fn worst(outcomes: &str, are_all_met: &str, words: &Words) -> String {
    let order = [
        (words.outcome)(Outcome::Unmet),
        words.workings.undecided,
        (words.outcome)(Outcome::Invalid),
        (words.outcome)(Outcome::NotComputable),
        (words.outcome)(Outcome::Incomplete),
        (words.outcome)(Outcome::Unstated),
        (words.outcome)(Outcome::Review),
    ];
    let met = if_else(are_all_met, &quoted((words.outcome)(Outcome::Met)), &quoted(words.workings.undecided));
    order.iter().rev().fold(met, |otherwise, word| if_else(&has(outcomes, word), &quoted(word), &otherwise))
}

/// Whether a word stands in some cells.
pub fn has(cells: &str, word: &str) -> String {
    coded("COUNTIF({0},{1})>0", &[cells, &quoted(word)])
}
