//! The figures that a track asks for.

use rust_decimal::Decimal;

use crate::text::Text;

/// A figure that a submission gives.
#[derive(Clone, Debug)]
pub struct FigureRule {
    /// Its key in the submission.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What to count, and the plan's caveats.
    pub hint: Option<Text>,
    /// Its form.
    pub form: FigureForm,
}

/// The forms of figures.
#[derive(Clone, Debug)]
pub enum FigureForm {
    /// One amount in 万元.
    Amount {
        /// Whether it may be below zero.
        signed: bool,
    },
    /// Three yearly amounts in 万元, oldest first.
    Series {
        /// Whether they may be below zero.
        signed: bool,
    },
    /// A whole number.
    Count {
        /// What is counted.
        counted_in: Text,
    },
    /// Counts by kind.
    Tally {
        /// The kinds.
        kinds: Vec<Kind>,
        /// Whether a line's weight is divided by the unit's rank.
        ranked: bool,
        /// What is counted.
        counted_in: Text,
    },
    /// The growth rates of two years, in percent.
    Rates,
}

/// A kind of a tally.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Its weight ω; none where the document states none.
    pub weight: Option<Decimal>,
}

impl FigureForm {
    /// The kinds, for a tally; none for anything else.
    pub fn kinds(&self) -> &[Kind] {
        match self {
            FigureForm::Tally { kinds, .. } => kinds,
            _ => &[],
        }
    }
}
