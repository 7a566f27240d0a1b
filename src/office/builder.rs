//! A table as it grows while a sheet is read, within bounds.

use crate::refusal::Refusal;
use crate::value::date::DateSystem;
use crate::value::decimal::Decimal;
use crate::value::format::{Format, Shown};
use crate::workbook::{At, Cell, MAX_CELLS, Table};

/// More rows and columns than a sheet of Excel has.
pub const MAX_ROWS: usize = 1 << 20;
/// See [`MAX_ROWS`].
pub const MAX_COLUMNS: usize = 1 << 14;
/// More places than the rows of all sheets may have, with those that are blank.
const MAX_AREA: usize = 10 * MAX_CELLS;
/// More ranges of hidden or merged cells than a sheet may have.
const MAX_RANGES: usize = MAX_CELLS;

/// What all sheets of a workbook may still hold.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Places in rows.
    area: usize,
    /// Bytes of text.
    text: usize,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { area: MAX_AREA, text: 64 << 20 }
    }
}

impl Budget {
    /// Reads a sheet. One that is refused takes nothing from those behind it.
    pub fn spend(&mut self, read: impl FnOnce(&mut Budget) -> Result<Table, Refusal>) -> Result<Table, Refusal> {
        let before = *self;
        let table = read(self);
        if table.is_err() {
            *self = before;
        }
        table
    }
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, which may mean a date.
    Number(Decimal),
    /// A text, an error's name, or TRUE and FALSE.
    Text(String),
}

/// What a formula's result is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// It is in the file.
    Computed,
    /// It is in the file and empty, as it is where the program that wrote the file does not compute.
    Empty,
    /// It is not in the file.
    Uncomputed,
}

/// A table as it grows.
#[derive(Debug)]
pub struct Builder<'a> {
    rows: Vec<Vec<Cell>>,
    system: DateSystem,
    budget: &'a mut Budget,
    cells: usize,
    hidden_rows: Vec<(usize, usize)>,
    hidden_columns: Vec<(usize, usize)>,
    merged: Vec<(At, At)>,
    /// Formulas without a result, or with an empty one.
    empty: Vec<(At, Formula)>,
    formulas: usize,
    /// Whether a filter decides which rows are shown.
    pub is_filtered: bool,
}

impl Builder<'_> {
    /// An empty table.
    pub fn new(system: DateSystem, budget: &mut Budget) -> Builder<'_> {
        Builder {
            rows: Vec::new(),
            system,
            budget,
            cells: 0,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            merged: Vec::new(),
            empty: Vec::new(),
            formulas: 0,
            is_filtered: false,
        }
    }

    /// Puts what a cell holds into its place.
    pub fn put(&mut self, (row, column): At, value: Value, format: &Format) -> Result<(), Refusal> {
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(Refusal::Damaged);
        }
        let cell = cell(value, format, self.system);
        if cell.text.is_empty() {
            return Ok(());
        }
        let rows = (row + 1).saturating_sub(self.rows.len());
        let columns = (column + 1).saturating_sub(self.rows.get(row).map_or(0, Vec::len));
        self.cells += 1;
        self.budget.area = self.budget.area.checked_sub(rows + columns).ok_or(Refusal::TooLarge)?;
        let text = cell.text.len() + cell.format.len();
        self.budget.text = self.budget.text.checked_sub(text).ok_or(Refusal::TooLarge)?;
        if self.cells > MAX_CELLS {
            return Err(Refusal::TooLarge);
        }
        if rows > 0 {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = self.rows.get_mut(row) else { return Ok(()) };
        if columns > 0 {
            cells.resize_with(column + 1, Cell::default);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// Remembers that a cell has a formula.
    pub fn formula(&mut self, at: At, result: Formula) {
        self.formulas += 1;
        if result != Formula::Computed && self.empty.len() < MAX_CELLS {
            self.empty.push((at, result));
        }
    }

    /// Hides rows, both ends included.
    pub fn hide_rows(&mut self, first: usize, last: usize) -> Result<(), Refusal> {
        add(&mut self.hidden_rows, (first, last))
    }

    /// Hides columns, both ends included.
    pub fn hide_columns(&mut self, first: usize, last: usize) -> Result<(), Refusal> {
        add(&mut self.hidden_columns, (first, last))
    }

    /// Merges cells, both ends included.
    pub fn merge(&mut self, from: At, to: At) -> Result<(), Refusal> {
        if from.0 > to.0 || from.1 > to.1 || to.0 >= MAX_ROWS || to.1 >= MAX_COLUMNS {
            return Err(Refusal::Damaged);
        }
        add(&mut self.merged, (from, to))
    }

    /// The table, with what is hidden and merged.
    pub fn finish(mut self) -> Result<Table, Refusal> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let rows = Hidden::of(&self.hidden_rows, self.rows.len());
        let columns = Hidden::of(&self.hidden_columns, width);
        self.spread()?;
        for (row, cells) in self.rows.iter_mut().enumerate() {
            for (column, cell) in cells.iter_mut().enumerate() {
                let (height, width) = cell.merged;
                cell.hidden |= rows.all(row, row + height - 1) || columns.all(column, column + width - 1);
            }
        }
        // Where all results are empty, nothing computed them.
        let is_computed = self.empty.len() < self.formulas;
        self.empty.retain(|(_, result)| !is_computed || *result == Formula::Uncomputed);
        let is_filled = |cell: &Cell| !cell.text.is_empty();
        let mut filled = vec![false; width];
        for (_, column) in self.rows.iter().flat_map(|row| row.iter().zip(0..)).filter(|(cell, _)| is_filled(cell)) {
            filled[column] = true;
        }
        let is_row =
            |row: &usize| rows.all(*row, *row) && self.rows.get(*row).is_some_and(|row| row.iter().any(is_filled));
        Ok(Table {
            hidden_rows: (0..self.rows.len()).filter(is_row).collect(),
            hidden_columns: (0..width).filter(|column| columns.all(*column, *column) && filled[*column]).collect(),
            rows: self.rows,
            is_filtered: self.is_filtered,
            uncomputed: self.empty.iter().map(|(at, _)| *at).collect(),
            formulas: self.formulas,
        })
    }

    /// What a merged cell covers is not shown.
    fn spread(&mut self) -> Result<(), Refusal> {
        // Merged cells do not overlap in a workbook. Where they are said to, it must not take for ever.
        let mut left = 2 * MAX_AREA;
        for ((top, first), (bottom, last)) in core::mem::take(&mut self.merged) {
            for row in top..=bottom.min(self.rows.len().saturating_sub(1)) {
                let Some(cells) = self.rows.get_mut(row) else { break };
                let covered = cells.iter_mut().take(last + 1).skip(first + usize::from(row == top));
                left = left.checked_sub(1 + covered.len()).ok_or(Refusal::TooLarge)?;
                covered.filter(|cell| !cell.text.is_empty()).for_each(|cell| cell.hidden = true);
            }
            if let Some(cell) = self.rows.get_mut(top).and_then(|cells| cells.get_mut(first)) {
                cell.merged = (bottom - top + 1, last - first + 1);
            }
        }
        Ok(())
    }
}

/// How many of the rows or columns before each are hidden.
struct Hidden(Vec<usize>);

impl Hidden {
    fn of(ranges: &[(usize, usize)], length: usize) -> Hidden {
        let (mut begins, mut ends) = (vec![0usize; length + 1], vec![0usize; length + 1]);
        for (first, last) in ranges.iter().filter(|(first, last)| first <= last && *first < length) {
            begins[*first] += 1;
            ends[(last + 1).min(length)] += 1;
        }
        let (mut open, mut count) = (0usize, 0);
        let mut before = vec![0];
        for (begin, end) in begins.iter().zip(&ends).take(length) {
            open = open + begin - end;
            count += usize::from(open > 0);
            before.push(count);
        }
        Hidden(before)
    }

    /// Whether all from the first to the last are. What lies beyond the table counts as shown.
    fn all(&self, first: usize, last: usize) -> bool {
        let counted = |index: usize| self.0.get(index).copied();
        match (counted(first), counted(last + 1)) {
            (Some(before), Some(behind)) => behind - before == last + 1 - first,
            _ => false,
        }
    }
}

fn add<T>(list: &mut Vec<T>, range: T) -> Result<(), Refusal> {
    if list.len() == MAX_RANGES {
        return Err(Refusal::TooLarge);
    }
    list.push(range);
    Ok(())
}

fn cell(value: Value, format: &Format, system: DateSystem) -> Cell {
    let mut cell = Cell::default();
    let plain = match value {
        Value::Text(text) => {
            cell.text = format.shows_text(&text);
            text
        }
        Value::Number(number) => {
            match format.shows(number, system) {
                Shown::Moment(text) => cell.text = text,
                // A percent sign that is only written behind the number: with the number beside it, it would be taken for a format.
                Shown::Number(text, false) if text.contains(['%', '％']) => {
                    cell.text = [&number.general(), "%"].concat()
                }
                Shown::Number(text, is_percent) => {
                    cell.text = text;
                    cell.number = Some(number.plain());
                    // A percent sign elsewhere in the format says nothing of this number.
                    if is_percent || !format.code.contains('%') {
                        cell.format.clone_from(&format.code);
                    }
                }
            }
            number.general()
        }
    };
    // A format such as `;;;` hides what is there.
    if cell.text.is_empty() {
        cell.hidden = !plain.is_empty();
        cell.text = plain;
    }
    cell
}
