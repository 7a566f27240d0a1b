//! What came of a table: what is used and why, what is left out and why, and what has to be asked.

use std::rc::Rc;

use engine::address::{Address, Column, Part, Side};
use engine::ids::{FigureId, KindId};
use engine::names::Named;
use engine::roster::Item;
use engine::ruleset::TrackRules;

use crate::context::Along;
use crate::list::Field;
use crate::template::Said;
use crate::unit::Unit;
use crate::words::joined;

pub use crate::codes::{Asked, Because, Code};

/// A cell, by its row and column, both counted from 0.
pub type At = (usize, usize);

/// All that was read from a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The side that the figures belong to; none where nothing was read.
    pub side: Option<Side>,
    /// The figures, in the order in which the track declares them.
    pub figures: Vec<(FigureId, Figure)>,
    /// The year of the last entry of every series, where the table says it.
    pub last_year: Option<u16>,
    /// What is said beside the figures; only of our own template.
    pub said: Vec<Said>,
    /// The cells that are used, in the order of the figures.
    pub used: Vec<Used>,
    /// The cells that are not, from the top.
    pub unused: Vec<Unused>,
    /// What only a person can tell.
    pub questions: Vec<Question>,
    /// Whether the table was too large to be read at all.
    pub is_too_large: bool,
}

/// A figure as the table has it, in texts that a submission may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// An amount or a count.
    Single(String),
    /// The entries of a series or of rates; none where the table has none.
    Listed(Vec<Option<String>>),
    /// The lines of a tally.
    Tally(Vec<Line>),
    /// The items of a list, which a tally may be.
    Roster(Rc<Vec<Item>>),
}

/// A line of a tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The kind; none where the place alone says it, in a bare block.
    pub kind: Option<KindId>,
    /// How many; none in a bare column of ranks.
    pub count: Option<String>,
    /// The unit's rank, where the table says it.
    pub rank: Option<String>,
}

/// A cell that is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// Where it goes.
    pub address: Address,
    /// Where it comes from.
    pub cell: At,
    /// The last of the cells, where a whole column of a list is used.
    pub to: At,
    /// What the cell shows.
    pub text: String,
    /// What is read: the text, with the unit behind it.
    pub written: String,
    /// The names that lead there, as the table has them.
    pub names: String,
    /// The row or column whose name leads there.
    pub along: Along,
    /// Why.
    pub because: Vec<Because>,
}

/// Cells that are not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The first of them.
    pub from: At,
    /// The last of them.
    pub to: At,
    /// What the first that says something says.
    pub text: String,
    /// The row or column that is left out as a whole; none for single cells.
    pub along: Option<Along>,
    /// Why.
    pub code: Code,
    /// How often it stands there, where a list names the same again and again.
    pub times: usize,
}

/// A question, with the answer that was taken meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub code: Asked,
    /// What it is about.
    pub paths: Vec<Address>,
    /// The cells that it is about, the first and the last.
    pub cells: Option<(At, At)>,
    /// What may be answered.
    pub choices: Vec<Choice>,
    /// The choice that was taken; none where nothing is written without an answer.
    pub chosen: Option<usize>,
}

/// An answer that may be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The row or column is this figure.
    Figure(FigureId),
    /// The row or column is this kind.
    Kind(FigureId, KindId),
    /// The numbers are in this unit.
    Unit(Unit),
    /// These cells are the ones that count.
    Cells(At, At),
    /// These cells, a column of a list, say this of its items.
    Column(At, At, Field),
    /// The series ends with this year.
    LastYear(u16),
    /// The first value is this entry of the series.
    Entry(usize),
    /// The number is meant as it stands, in percent.
    Percent,
    /// The number is a fraction: 0.05 is 5 %.
    Fraction,
    /// The total, or the parts, are right.
    AsItStands,
    /// What the total in this cell has more than its parts is of this kind: so many.
    Rest(FigureId, KindId, At, String),
}

impl Reading {
    /// The reading of a table that is too large.
    pub fn too_large() -> Reading {
        Reading { is_too_large: true, ..Reading::default() }
    }
}

impl Choice {
    /// The choice as a text: an id, a unit, a range of cells.
    pub fn text(&self, track: &TrackRules) -> String {
        match self {
            Choice::Figure(figure) => track.figures[*figure].id.clone(),
            Choice::Kind(figure, kind) => {
                let rule = &track.figures[*figure];
                joined(&[rule.id.as_str(), ".", &rule.form.kinds()[*kind].id])
            }
            Choice::Unit(unit) => unit.as_str().to_owned(),
            Choice::Cells(from, to) | Choice::Column(from, to, _) => cells_text(*from, *to),
            Choice::LastYear(year) => usize::from(*year).to_string(),
            Choice::Entry(entry) => entry.to_string(),
            Choice::Percent => "percent".to_owned(),
            Choice::Fraction => "fraction".to_owned(),
            Choice::AsItStands => "as_it_stands".to_owned(),
            Choice::Rest(..) => "rest".to_owned(),
        }
    }
}

/// A cell as spreadsheets name it: `D4`.
pub fn cell_text((row, column): At) -> String {
    let mut text = String::new();
    let mut left = column + 1;
    while left > 0 {
        text.insert(0, (b'A' + ((left - 1) % 26) as u8) as char);
        left = (left - 1) / 26;
    }
    text.push_str(&(row + 1).to_string());
    text
}

/// Cells as spreadsheets name them: `A5:F5`, or `D4` for one.
pub fn cells_text(from: At, to: At) -> String {
    if from == to { cell_text(from) } else { joined(&[&*cell_text(from), ":", &cell_text(to)]) }
}

/// The smallest block of cells around two blocks, each from its first cell to its last.
pub fn around((from, to): (At, At), (other_from, other_to): (At, At)) -> (At, At) {
    let first = (from.0.min(other_from.0), from.1.min(other_from.1));
    (first, (to.0.max(other_to.0), to.1.max(other_to.1)))
}

/// The address of a figure, or of one of its entries.
pub fn entry(side: Side, figure: FigureId, entry: Option<usize>) -> Address {
    Address::whole(side, figure).at(entry.map_or(Part::Whole, Part::Entry))
}

/// The address of a column of a tally's line.
pub fn line(side: Side, figure: FigureId, line: usize, column: Column) -> Address {
    Address::whole(side, figure).at(Part::Line(line, column))
}
