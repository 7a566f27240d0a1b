//! The figures that a track asks for.

use rust_decimal::Decimal;

use super::RosterRule;
use crate::ids::{KindId, Table};
use crate::number::NumberKind;
use crate::text::Text;

/// A figure that a submission gives.
#[derive(Clone, Debug)]
pub struct FigureRule {
    /// Its key in the submission.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What tables call it besides its title.
    pub aliases: Vec<String>,
    /// What to count, and the plan's caveats.
    pub hint: Option<Text>,
    /// What helps to fill it in.
    pub help: Option<Help>,
    /// Its form.
    pub form: FigureForm,
}

/// What helps to fill a figure in: advice that is not of the official text.
#[derive(Clone, Debug)]
pub struct Help {
    /// From which table or paper it usually comes.
    pub source: Text,
    /// What is often mistaken for it.
    pub mistakes: Text,
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
        kinds: Table<KindId, Kind>,
        /// Whether a line's weight is divided by the unit's rank.
        ranked: bool,
        /// What is counted.
        counted_in: Text,
        /// How a list of the things is counted, where the document says so. Boxed, because it is much larger than the rest.
        roster: Option<Box<RosterRule>>,
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
    /// What tables call it besides its title.
    pub aliases: Vec<String>,
    /// Its weight ω; none where the document states none.
    pub weight: Option<Decimal>,
}

impl FigureForm {
    /// The kinds, for a tally; none for anything else.
    pub fn kinds(&self) -> &Table<KindId, Kind> {
        static NONE: Table<KindId, Kind> = Table::EMPTY;
        match self {
            FigureForm::Tally { kinds, .. } => kinds,
            _ => &NONE,
        }
    }

    /// How its numbers are read: an amount, a rate, a count.
    pub fn number_kind(&self) -> NumberKind {
        match self {
            FigureForm::Amount { signed: true } | FigureForm::Series { signed: true } => NumberKind::SignedAmount,
            FigureForm::Amount { .. } | FigureForm::Series { .. } => NumberKind::Amount,
            FigureForm::Rates => NumberKind::Percent,
            FigureForm::Count { .. } | FigureForm::Tally { .. } => NumberKind::Count,
        }
    }

    /// What is counted, for a count or a tally.
    pub fn counted_in(&self) -> Option<&Text> {
        match self {
            FigureForm::Count { counted_in } | FigureForm::Tally { counted_in, .. } => Some(counted_in),
            FigureForm::Amount { .. } | FigureForm::Series { .. } | FigureForm::Rates => None,
        }
    }
}
