//! The cells of a table, each with what it is by itself: nothing, a number, a word.

use std::collections::BTreeMap;
use std::rc::Rc;

use engine::number::{NumberKind, parse_number};
use engine::problem::Code as Refusal;

use crate::label::Label;
use crate::names::Names;
use crate::table::{Cell, Table};
use crate::words::plain;
use crate::year::Year;

/// What a cell is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Nothing.
    Blank,
    /// A number, in range or not.
    Number,
    /// A mark for a value that is not there: —, /, 无.
    NotAvailable,
    /// What a spreadsheet could not compute or show: #N/A, ####.
    Error,
    /// Anything else.
    Words,
}

/// A table with what its cells are.
#[derive(Debug)]
pub struct Grid<'a> {
    rows: Vec<Vec<(Sort, Rc<Label>)>>,
    table: &'a Table,
    /// The names that the track knows.
    pub names: &'a Names,
    /// Whether commas parted the cells.
    pub is_csv: bool,
    /// The last row in which a number stands.
    pub last_number: Option<usize>,
    /// How many columns the longest row has.
    pub width: usize,
}

/// Longer texts are sentences, and no name.
const LONGEST_NAME: usize = 40;

impl Grid<'_> {
    /// Looks at every cell of a table.
    pub fn of<'a>(table: &'a Table, names: &'a Names) -> Grid<'a> {
        let mut labels: BTreeMap<&'a str, Rc<Label>> = BTreeMap::new();
        let nothing = Rc::new(Label::default());
        let mut look = |cell: &'a Cell| {
            let sort = sort(&cell.text);
            let label = match sort {
                Sort::Words | Sort::Number if cell.text.chars().count() <= LONGEST_NAME => {
                    Rc::clone(labels.entry(&cell.text).or_insert_with(|| Rc::new(label(&cell.text, sort, names))))
                }
                Sort::Words => Rc::new(Label { is_unknown: true, ..Label::default() }),
                _ => Rc::clone(&nothing),
            };
            (sort, label)
        };
        let rows: Vec<Vec<_>> = table.rows.iter().map(|row| row.iter().map(&mut look).collect()).collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let last_number = rows.iter().rposition(|row| row.iter().any(|cell| cell.0 == Sort::Number));
        let mut grid = Grid { rows, table, names, is_csv: table.is_csv, last_number, width };
        grid.spread_merged();
        grid
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// What a cell is.
    pub fn sort(&self, row: usize, column: usize) -> Sort {
        self.at(row, column).map_or(Sort::Blank, |cell| cell.0)
    }

    /// What a cell says as a head.
    pub fn label(&self, row: usize, column: usize) -> Option<&Rc<Label>> {
        self.at(row, column).map(|cell| &cell.1)
    }

    /// What a cell shows.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |cell| &cell.text)
    }

    /// The cell as it was handed over.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.table.rows.get(row)?.get(column)
    }

    /// The columns of a row in which something stands.
    pub fn filled(&self, row: usize) -> impl Iterator<Item = usize> {
        (0..self.rows.get(row).map_or(0, Vec::len)).filter(move |column| self.sort(row, *column) != Sort::Blank)
    }

    /// Whether a cell is a number that may as well be a year, or says a year and nothing else.
    pub fn is_year(&self, row: usize, column: usize) -> bool {
        self.label(row, column).is_some_and(|label| label.is_year())
    }

    /// Whether a cell is hidden.
    pub fn is_hidden(&self, row: usize, column: usize) -> bool {
        self.cell(row, column).is_some_and(|cell| cell.hidden)
    }

    fn at(&self, row: usize, column: usize) -> Option<&(Sort, Rc<Label>)> {
        self.rows.get(row)?.get(column)
    }

    /// Words that stand in a merged cell are said of every cell that it covers.
    fn spread_merged(&mut self) {
        for row in 0..self.rows.len() {
            for column in 0..self.rows[row].len() {
                let (down, across) = self.cell(row, column).map_or((1, 1), |cell| cell.merged);
                let (sort, label) = self.rows[row][column].clone();
                if (down <= 1 && across <= 1) || !(sort == Sort::Words || label.is_year()) {
                    continue;
                }
                let last = (row + down).min(self.rows.len());
                for (r, cells) in self.rows.iter_mut().enumerate().take(last).skip(row) {
                    for (c, cell) in cells.iter_mut().enumerate().skip(column).take(across) {
                        if (r, c) != (row, column) && cell.0 == Sort::Blank {
                            *cell = (sort, Rc::clone(&label));
                        }
                    }
                }
            }
        }
    }
}

fn label(text: &str, sort: Sort, names: &Names) -> Label {
    let label = Label::read(text, names);
    match (sort, label.year) {
        // A number says nothing but, perhaps, a year.
        (Sort::Number, Some(Year::Of(_))) if text.trim().chars().count() <= 5 => {
            Label { year: label.year, ..Label::default() }
        }
        (Sort::Number, _) => Label::default(),
        _ => label,
    }
}

/// What a text is by itself.
pub fn sort(text: &str) -> Sort {
    let bare = plain(text);
    if bare.is_empty() && text.trim().is_empty() {
        return Sort::Blank;
    }
    if is_error(&bare) {
        return Sort::Error;
    }
    if is_not_available(&bare) {
        return Sort::NotAvailable;
    }
    let read = [NumberKind::SignedAmount, NumberKind::Percent, NumberKind::Count].map(|kind| parse_number(text, kind));
    let is_number = read.iter().any(|read| !matches!(read, Err(Refusal::NotANumber)));
    if is_number { Sort::Number } else { Sort::Words }
}

fn is_error(bare: &str) -> bool {
    bare.starts_with('#') && (bare.chars().all(|c| c == '#') || bare.ends_with(['!', '?', '/', 'a']))
}

fn is_not_available(bare: &str) -> bool {
    const MARKS: [&str; 15] =
        ["无", "暂无", "n/a", "na", "null", "nil", "不适用", "未统计", "未提供", "缺", "空", "×", "\\", "none", "nan"];
    MARKS.contains(&bare) || (!bare.is_empty() && bare.chars().all(|c| matches!(c, '-' | '/' | '…' | '.' | '_' | '·')))
        // Quotation marks around nothing.
        || bare.is_empty()
}
