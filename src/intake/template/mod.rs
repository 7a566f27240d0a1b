//! Sheets of our own template (模板): every cell is read where it belongs, whatever was inserted, moved or renamed around it.
//!
//! A sheet has a cell that says so, its mark: the rules, the track, and what the sheet is for. The row of the mark says what the columns
//! hold, and its column what the rows are. Both are hidden. What is moved or copied in a spreadsheet takes these along, and what is
//! inserted has none; the places of cells would say neither.
//!
//! `figures.rs`: sheets of figures, and where they come from. `particulars.rs`: the sheet of who applies. Lists are read as any list is.

mod figures;
mod particulars;

use engine::address::{Address, Side};
use engine::ids::FigureId;
use engine::names::Named as _;
use engine::ruleset::{Ruleset, Stage, Track};

use crate::context::{Context, address};
use crate::reading::{At, Because, Code, Reading, Unused, Used};
use crate::table::{Cell, Table};

pub use figures::{claims, last_year};
pub use particulars::{Particular, Said, particulars, sources, yes_or_no};

/// What marks begin with: the name, and the version of how sheets are marked.
const BEGINNING: &str = "shifan 1 ";
/// No mark stands further down or to the right.
const MOST_BEFORE: usize = 50;

/// Stands at columns and rows that hold nothing to be read: titles, heads, notes.
pub const NOTHING: &str = "-";
/// Stands at the column of units.
pub const UNIT: &str = "unit";
/// Stands at the column of where figures come from, in the person's words.
pub const SOURCE: &str = "source";
/// Stands at the column of what a person says beside the figures.
pub const SAYS: &str = "says";
/// What the sheet is for that says who applies, and all that is said in words.
pub const PARTICULARS: &str = "particulars";
/// Stands at the row of calendar years.
pub const YEARS: &str = "years";
/// Stand at the columns of values. A single number is in the last one; a line of a tally has its kind, its count and its rank in them.
pub const VALUES: [&str; 3] = ["value 1", "value 2", "value 3"];

/// The rules, the track and the stage that a template is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition(String);

impl Edition {
    /// The edition of a track at a stage.
    pub fn of(ruleset: &Ruleset, track: Track, stage: Stage) -> Edition {
        Edition([BEGINNING, &ruleset.id, " ", track.as_str(), " ", stage.as_str(), " "].concat())
    }

    /// Whether it is one of this stage.
    pub fn is_of(&self, stage: Stage) -> bool {
        self.0.ends_with(&[" ", stage.as_str(), " "].concat())
    }

    /// The mark of a sheet for the figures of a side, or for the list of a tally.
    pub fn mark(&self, sheet: &str) -> String {
        [&*self.0, sheet].concat()
    }
}

/// The mark of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'a> {
    at: At,
    text: &'a str,
}

/// Finds the mark of a table.
pub fn mark(table: &Table) -> Option<Mark<'_>> {
    table.rows.iter().take(MOST_BEFORE).enumerate().find_map(|(row, cells)| {
        let column = cells.iter().take(MOST_BEFORE).position(|cell| cell.text.starts_with(BEGINNING))?;
        Some(Mark { at: (row, column), text: &cells[column].text })
    })
}

impl Mark<'_> {
    /// The table below the mark of a list, by whatever rules it is read. What stands above is ours: a title, what counts, an example;
    /// and so are the columns that are marked as nothing to be read: how each item was counted.
    pub fn list_below(self, table: &Table) -> Option<Table> {
        let is_other = |sheet: &str| Side::named(sheet).is_some() || sheet == PARTICULARS;
        let is_list = self.text.rsplit(' ').next().is_some_and(|sheet| !is_other(sheet));
        let marks = &table.rows[self.at.0];
        let read = |(column, cell): (usize, &Cell)| {
            let is_ours = marks.get(column).is_some_and(|mark| mark.text == NOTHING);
            if is_ours { Cell::default() } else { cell.clone() }
        };
        let below = |(row, cells): (usize, &Vec<Cell>)| {
            if row > self.at.0 { cells.iter().enumerate().map(read).collect() } else { Vec::new() }
        };
        is_list.then(|| Table { rows: table.rows.iter().enumerate().map(below).collect(), parted: table.parted })
    }

    /// What has to be said of the sheet beside what is read of it: that it was made for others, and what stands above a list.
    pub fn left(self, table: &Table, context: &Context) -> Vec<Unused> {
        let unused = |row: usize, column: usize, text: &str, code| Unused {
            from: (row, column),
            to: (row, column),
            text: text.to_owned(),
            along: None,
            code,
            times: 1,
        };
        let mut left = Vec::new();
        if context.edition.is_some() && self.place(context).is_none() {
            left.push(unused(self.at.0, self.at.1, self.text, Code::OtherTemplate));
        }
        if self.list_below(table).is_some() {
            for (row, cells) in table.rows.iter().enumerate().take(self.at.0) {
                let filled = cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
                left.extend(filled.map(|(column, cell)| unused(row, column, &cell.text, Code::Note)));
            }
        }
        left
    }

    /// What its sheet is for, by the rules of the context; none if it was made for others.
    pub fn place(self, context: &Context) -> Option<Place> {
        let Edition(beginning) = context.edition.as_ref()?;
        let sheet = self.text.strip_prefix(&**beginning)?;
        match Side::named(sheet) {
            Some(side) => Some(Place::Figures(side)),
            None if sheet == PARTICULARS => Some(Place::Particulars),
            None => address(sheet, context.track).map(Place::List),
        }
    }
}

/// What a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The figures of a side.
    Figures(Side),
    /// The list of a tally.
    List(Address),
    /// Who applies, and all that is said in words.
    Particulars,
}

impl Place {
    /// The place at which such a sheet is pasted, as it were.
    pub fn at(self, context: &Context) -> Option<Address> {
        match self {
            Place::Figures(side) => context.track.figures.ids().next().map(|first| Address::whole(side, first)),
            Place::List(tally) => Some(tally),
            Place::Particulars => None,
        }
    }
}

/// Of a form in which nothing is filled in, its kinds are no list with one of each.
pub fn take_no_list(reading: &mut Reading) {
    let listed = |used: &Used| used.because.contains(&Because::Listed);
    let figures: Vec<FigureId> =
        reading.used.iter().filter(|used| listed(used)).map(|used| used.address.figure).collect();
    reading.used.retain(|used| !figures.contains(&used.address.figure));
    reading.figures.retain(|(figure, _)| !figures.contains(figure));
    reading.side = reading.side.filter(|_| !reading.figures.is_empty());
}
