//! What is read of a file.

use crate::refusal::Refusal;

/// More cells than a table may have.
pub const MAX_CELLS: usize = 200_000;

/// A row and a column, from 0.
pub type At = (usize, usize);

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// Its sheets in their order.
    pub sheets: Vec<Sheet>,
    /// What has to be said of it as a whole.
    pub remarks: Vec<Remark>,
}

/// Something that a person should know of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It has macros. They are not run.
    Macros,
    /// Its days are counted from 1904.
    From1904,
    /// It has formulas and asks to be computed when it is opened: the program that wrote it did perhaps not compute their results.
    ComputedOnOpening,
    /// A sheet with this title is no table: a chart, a dialog, macros.
    NoTable(String),
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What its tab says.
    pub title: String,
    /// Whether its tab is hidden.
    pub is_hidden: bool,
    /// Its table, or why it was not read.
    pub table: Result<Table, Refusal>,
}

/// The cells of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows, from that of A1. They end with their last cell that holds something.
    pub rows: Vec<Vec<Cell>>,
    /// The hidden rows in which something stands.
    pub hidden_rows: Vec<usize>,
    /// The hidden columns in which something stands.
    pub hidden_columns: Vec<usize>,
    /// Whether a filter decides which rows are shown.
    pub is_filtered: bool,
    /// Cells with a formula of which no result is in the file. They are blank here.
    pub uncomputed: Vec<At>,
    /// How many cells have a formula.
    pub formulas: usize,
}

/// A cell. One that holds nothing has an empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it shows. Dates are in the form of ISO 8601; numbers in the format `General` have all their digits.
    pub text: String,
    /// The number that it holds, with at most 15 significant digits. None for dates, and where a percent sign stands behind the number
    /// without being its format (`0.0"%"`): the text has all its digits then.
    pub number: Option<String>,
    /// The format of the number: `0.00%`. Empty for `General`, and where a percent sign in it is not for this number.
    pub format: String,
    /// Whether it is not shown: its row or column is hidden, a merged cell covers it, or its format shows nothing.
    pub hidden: bool,
    /// How many rows and columns it covers.
    pub merged: (usize, usize),
}

impl Default for Cell {
    fn default() -> Cell {
        Cell { text: String::new(), number: None, format: String::new(), hidden: false, merged: (1, 1) }
    }
}

impl Workbook {
    /// The remarks that follow from what the sheets hold.
    pub(crate) fn finished(mut self, is_computed_on_opening: bool) -> Workbook {
        let has_result = self
            .sheets
            .iter()
            .any(|sheet| sheet.table.as_ref().is_ok_and(|table| table.formulas > table.uncomputed.len()));
        if is_computed_on_opening && has_result {
            self.remarks.push(Remark::ComputedOnOpening);
        }
        self
    }
}
