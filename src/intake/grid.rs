//! The cells of a table, each with what it is by itself: nothing, a number, a word.

use std::cell::OnceCell;

use engine::number::{NumberKind, parse_number};
use engine::pause::Pause;
use engine::problem::Code as Refusal;

use crate::label::Label;
use crate::names::Names;
use crate::order::Numbered;
use crate::reading::At;
use crate::table::{Cell, MAX_CELLS, Parted, Table};
use crate::words::{Role, is_one_of, plain, without_enumeration};
use crate::year::{Year, take_year};

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

/// What a cell is, and where what it says stands among the labels.
#[derive(Clone, Copy, Debug)]
struct Seen {
    sort: Sort,
    label: usize,
}

/// The labels that any table has: what says nothing, and what is no name.
const NOTHING: usize = 0;
const SENTENCE: usize = 1;

/// A table with what its cells are.
#[derive(Debug)]
pub struct Grid<'a> {
    rows: Vec<Vec<Seen>>,
    /// The columns in which something stands, row by row, and where those of every row end.
    filled: (Vec<usize>, Vec<usize>),
    /// What each different text says (of very many some may be there twice), read when it is asked: of a long list hardly any is. With the cell that it first stands in.
    labels: Vec<(At, OnceCell<Label>)>,
    table: &'a Table,
    /// The names that the track knows.
    pub names: &'a Names,
    /// What parted the cells.
    pub parted: Parted,
    /// The last row in which a number stands.
    pub last_number: Option<usize>,
    /// How many columns the longest row has.
    pub width: usize,
}

/// Longer texts are sentences, and no name.
const LONGEST_NAME: usize = 40;
/// More different texts than any table has that is no list.
const MOST_TOLD_APART: usize = 5000;
/// Numbers with more characters are no years.
const MOST_DIGITS: usize = 5;

impl Grid<'_> {
    /// Looks at every cell of a table.
    pub async fn of<'a>(table: &'a Table, names: &'a Names, pause: Pause<'_>) -> Grid<'a> {
        let (mut texts, mut numbers) = (Numbered::default(), Vec::new());
        let mut grid = Grid {
            rows: Vec::new(),
            filled: (Vec::new(), Vec::new()),
            labels: Vec::new(),
            table,
            names,
            parted: table.parted,
            last_number: None,
            width: 0,
        };
        grid.labels.push(((0, 0), OnceCell::from(Label::default())));
        grid.labels.push(((0, 0), OnceCell::from(Label { is_unknown: true, ..Label::default() })));
        for (row, cells) in table.rows.iter().enumerate() {
            pause.after(row).await;
            let mut seen = Vec::with_capacity(cells.len());
            for (column, cell) in cells.iter().enumerate() {
                let sort = sort(&cell.text);
                let label = match sort {
                    Sort::Words if !is_short(&cell.text) => SENTENCE,
                    Sort::Number if year_of_number(&cell.text).is_none() => NOTHING,
                    Sort::Words | Sort::Number => {
                        // Most texts of a long list are names that stand there once: to tell all of them apart would take longer than
                        // to read one of them twice.
                        let known = texts.find(&cell.text).map(|number| numbers[number]);
                        known.unwrap_or_else(|| {
                            grid.labels.push(((row, column), OnceCell::new()));
                            if texts.len() < MOST_TOLD_APART {
                                texts.number(&cell.text);
                                numbers.push(grid.labels.len() - 1);
                            }
                            grid.labels.len() - 1
                        })
                    }
                    _ => NOTHING,
                };
                if sort == Sort::Number {
                    grid.last_number = Some(row);
                }
                seen.push(Seen { sort, label });
            }
            grid.width = grid.width.max(seen.len());
            grid.rows.push(seen);
        }
        grid.spread_merged();
        for (row, cells) in grid.rows.iter().enumerate() {
            pause.after(row).await;
            let filled = cells.iter().enumerate().filter(|(_, cell)| cell.sort != Sort::Blank);
            grid.filled.0.extend(filled.map(|(column, _)| column));
            grid.filled.1.push(grid.filled.0.len());
        }
        grid
    }

    /// The table itself.
    pub fn table(&self) -> &Table {
        self.table
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// What a cell is.
    pub fn sort(&self, row: usize, column: usize) -> Sort {
        self.at(row, column).map_or(Sort::Blank, |cell| cell.sort)
    }

    /// What a cell says as a head.
    pub fn label(&self, row: usize, column: usize) -> Option<&Label> {
        let (at, label) = self.labels.get(self.at(row, column)?.label)?;
        Some(label.get_or_init(|| self.read(*at)))
    }

    /// Reads what the text of a cell says.
    fn read(&self, (row, column): At) -> Label {
        let text = self.text(row, column);
        match year_of_number(text).filter(|_| sort(text) == Sort::Number) {
            Some(year) => Label { year: Some(Year::Of(year)), ..Label::default() },
            None => Label::read(text, self.names),
        }
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
    pub fn filled(&self, row: usize) -> &[usize] {
        let (columns, ends) = &self.filled;
        let from = row.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
        ends.get(row).and_then(|end| columns.get(from..*end)).unwrap_or(&[])
    }

    /// Whether a cell of this sort stands in a row.
    pub fn has(&self, row: usize, sort: Sort) -> bool {
        self.filled(row).iter().any(|column| self.sort(row, *column) == sort)
    }

    /// Whether a cell of a row says that its row or column has this role.
    pub fn has_role(&self, row: usize, role: Role) -> bool {
        let says = |column: &usize| self.label(row, *column).is_some_and(|label| label.role == Some(role));
        self.filled(row).iter().any(says)
    }

    /// Whether a cell is a number that may as well be a year, or says a year and nothing else.
    pub fn is_year(&self, row: usize, column: usize) -> bool {
        self.label(row, column).is_some_and(|label| label.is_year())
    }

    /// Whether a cell is hidden.
    pub fn is_hidden(&self, row: usize, column: usize) -> bool {
        self.cell(row, column).is_some_and(|cell| cell.hidden)
    }

    fn at(&self, row: usize, column: usize) -> Option<Seen> {
        self.rows.get(row)?.get(column).copied()
    }

    /// Words that stand in a merged cell are said of every cell that it covers.
    fn spread_merged(&mut self) {
        let mut left = 10 * MAX_CELLS;
        for (row, cells) in self.table.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (down, across) = cell.merged;
                let Some(seen) = self.at(row, column).filter(|_| down > 1 || across > 1) else { continue };
                if !(seen.sort == Sort::Words || self.is_year(row, column)) {
                    continue;
                }
                for below in self.rows.iter_mut().skip(row).take(down) {
                    // Merged cells do not overlap in a workbook. Where they are said to, it must not take for ever.
                    left = left.saturating_sub(1 + below.len().min(across));
                    if left == 0 {
                        return;
                    }
                    for covered in below.iter_mut().skip(column).take(across) {
                        if covered.sort == Sort::Blank {
                            *covered = seen;
                        }
                    }
                }
            }
        }
    }
}

fn is_short(text: &str) -> bool {
    text.chars().nth(LONGEST_NAME).is_none()
}

/// A number says nothing but, perhaps, a year.
fn year_of_number(text: &str) -> Option<u16> {
    if text.len() > 4 * MOST_DIGITS || text.trim().chars().count() > MOST_DIGITS {
        return None;
    }
    match take_year(without_enumeration(&plain(text))) {
        Some((rest, Year::Of(year))) if rest.is_empty() => Some(year),
        _ => None,
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
    // Most cells of long tables are words, and without a digit there is no number to look for.
    if !bare.bytes().any(|byte| byte.is_ascii_digit()) {
        return Sort::Words;
    }
    for kind in [NumberKind::SignedAmount, NumberKind::Percent, NumberKind::Count] {
        if parse_number(text, kind) != Err(Refusal::NotANumber) {
            return Sort::Number;
        }
    }
    Sort::Words
}

fn is_error(bare: &str) -> bool {
    bare.starts_with('#') && (bare.chars().all(|c| c == '#') || bare.ends_with(['!', '?', '/', 'a']))
}

fn is_not_available(bare: &str) -> bool {
    const MARKS: &str = "无 暂无 n/a na null nil 不适用 未统计 未提供 缺 空 × \\ none nan";
    is_one_of(MARKS, bare) || (!bare.is_empty() && bare.chars().all(|c| matches!(c, '-' | '/' | '…' | '.' | '_' | '·')))
        // Quotation marks around nothing.
        || bare.is_empty()
}
