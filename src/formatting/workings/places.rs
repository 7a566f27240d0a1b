//! Where figures stand, and the numbers that stand there.

use super::formula::Cells;
use engine::address::Side;
use engine::exact::Exact;
use engine::figures::YEARS;
use engine::ids::FigureId;
use rust_decimal::Decimal;

/// Where every figure stands.
#[derive(Debug, Default)]
pub struct Places(Vec<((Side, FigureId), Place)>);

/// Where a figure stands.
#[derive(Debug)]
pub enum Place {
    /// In a row: a series, rates, an amount or a count.
    Row(Row),
    /// In a row for each kind.
    /// Boxed, because it is much larger.
    Tally(Box<Tally>),
}

/// A figure in one row.
#[derive(Debug)]
pub struct Row {
    /// The cells of the three years.
    pub cells: Cells,
    /// The first of them that is the figure's: an amount or a count has the last only, and rates have the last two.
    pub first: usize,
    /// The numbers in them, where they are known.
    pub numbers: [Option<Decimal>; YEARS],
    /// Whether they may be below zero.
    pub signed: bool,
}

/// Some of the cells of a row.
#[derive(Clone, Debug)]
pub struct Values {
    /// The cells.
    pub cells: Cells,
    /// The numbers in them; none unless all are known.
    pub numbers: Option<Vec<Decimal>>,
    /// Whether they may be below zero.
    pub signed: bool,
}

/// A tally: a cell for each kind in each of these columns.
#[derive(Debug)]
pub struct Tally {
    /// How many there are.
    pub counts: Cells,
    /// The weights.
    pub weights: Cells,
    /// Where weights are divided by ranks.
    pub ranked: Option<Ranked>,
    /// The formula of its state.
    pub state: String,
    /// How many there are of each kind, or of a ranked tally their multiples; none while anything of it is not known.
    pub numbers: Option<Vec<Exact>>,
    /// The weights, where they are stated.
    pub known_weights: Vec<Option<Decimal>>,
}

/// What a tally has where weights are divided by ranks. Σ count ÷ rank is no decimal number, so it is brought to a common denominator.
#[derive(Debug)]
pub struct Ranked {
    /// The cell of the least common multiple of the ranks.
    pub common: Cells,
    /// Σ count × common multiple ÷ rank, which is whole.
    pub multiples: Cells,
    /// Σ count ÷ rank, for people.
    pub folded: Cells,
    /// The common multiple.
    pub number: Exact,
}

impl Places {
    /// Remembers where a figure stands.
    pub fn put(&mut self, side: Side, figure: FigureId, place: Place) {
        self.0.push(((side, figure), place));
    }

    fn of(&self, side: Side, figure: FigureId) -> Option<&Place> {
        self.0.iter().find(|(at, _)| *at == (side, figure)).map(|(_, place)| place)
    }

    /// The cells of a figure, of a series those of the years from one on.
    pub fn row(&self, side: Side, figure: FigureId, from_year: usize) -> Option<Values> {
        if let Place::Row(row) = self.of(side, figure)? {
            Some(row.values(row.first.max(from_year), YEARS - 1))
        } else {
            None
        }
    }

    /// The cell of one year.
    pub fn entry(&self, side: Side, figure: FigureId, entry: usize) -> Option<Values> {
        if let Place::Row(row) = self.of(side, figure)? { Some(row.values(entry, entry)) } else { None }
    }

    /// The cells of a tally.
    pub fn tally(&self, side: Side, figure: FigureId) -> Option<&Tally> {
        if let Place::Tally(tally) = self.of(side, figure)? { Some(tally) } else { None }
    }
}

impl Row {
    fn values(&self, first: usize, last: usize) -> Values {
        let (row, column) = self.cells.from;
        let cells = Cells { from: (row, column + first), to: (row, column + last), ..self.cells.clone() };
        Values { cells, numbers: self.numbers[first..=last].iter().copied().collect(), signed: self.signed }
    }
}
