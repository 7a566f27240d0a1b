//! A table as it was handed over: from a clipboard, a file or a workbook.

use engine::Input;

use crate::delimited::cells;
use crate::html;

/// More cells than a table may have.
pub const MAX_CELLS: usize = 200_000;
/// More cells than the smallest rectangle around a table may have: rows differ in length.
const MAX_AREA: usize = 10 * MAX_CELLS;
/// More bytes of text than a table may have.
pub const MAX_TEXT: usize = 64 << 20;

/// Rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows, from the top. They may differ in length.
    pub rows: Vec<Vec<Cell>>,
    /// What parted them, where they were a text.
    pub parted: Parted,
}

/// What parts the cells of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parted {
    /// Tabs, as in a clipboard; or they were no text.
    #[default]
    Tabs,
    /// Commas or semicolons.
    Commas,
    /// Spaces, which may stand within a cell as well.
    Spaces,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it shows.
    pub text: String,
    /// The number behind it, in its shortest decimal form, where a workbook has one.
    pub number: Option<String>,
    /// How the workbook shows the number: `0.00%`.
    pub format: String,
    /// Whether its row or column is hidden.
    pub hidden: bool,
    /// How many rows and columns it covers.
    pub merged: (usize, usize),
}

/// A table that is larger than any that people fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl Cell {
    /// A cell that shows a text.
    pub fn text(text: &str) -> Cell {
        Cell::of(text.trim().to_owned())
    }

    /// The same of a text without blanks around it.
    fn of(text: String) -> Cell {
        Cell { text, merged: (1, 1), ..Cell::default() }
    }
}

impl Table {
    /// The table of a text: as a spreadsheet puts it into the clipboard, as CSV, or with spaces between the columns.
    pub fn of_text(text: &str) -> Result<Table, TooLarge> {
        if text.len() > MAX_TEXT {
            return Err(TooLarge);
        }
        let (rows, parted) = cells(text, MAX_CELLS).ok_or(TooLarge)?;
        Table { rows: rows.into_iter().map(|row| row.into_iter().map(Cell::of).collect()).collect(), parted }.bounded()
    }

    /// The first table of a page: what a program puts into the clipboard beside the text, or in its place. None where there is no table.
    pub fn of_html(html: &str) -> Result<Option<Table>, TooLarge> {
        if html.len() > MAX_TEXT {
            return Err(TooLarge);
        }
        match html::rows(html, MAX_CELLS)? {
            None => Ok(None),
            Some(rows) => Table { rows, ..Table::default() }.bounded().map(Some),
        }
    }

    /// Whether only one cell says something: no table, but a text.
    pub fn is_one_cell(&self) -> bool {
        self.rows.iter().flatten().filter(|cell| !cell.text.is_empty()).nth(1).is_none()
    }

    fn bounded(self) -> Result<Table, TooLarge> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        if width.saturating_mul(self.rows.len()) > MAX_AREA { Err(TooLarge) } else { Ok(self) }
    }

    /// The table of untrusted data: `{"rows": [[…], …]}`, `{"text": "…"}`, or a text. Anything else is an empty table.
    pub fn read(input: &Input) -> Result<Table, TooLarge> {
        match (input, input.get("rows"), input.get("text")) {
            (Input::Text(text), ..) | (_, Input::Absent, Input::Text(text)) => Table::of_text(text),
            (_, Input::List(rows), _) => Table::of_rows(rows)?.bounded(),
            // What takes too much to be read is not taken for nothing.
            (_, Input::Unreadable, _) | (_, _, Input::Unreadable) | (Input::Unreadable, ..) => Err(TooLarge),
            _ => Ok(Table::default()),
        }
    }

    fn of_rows(rows: &[Input]) -> Result<Table, TooLarge> {
        let (mut cells, mut text) = (0, 0);
        let mut table = Table::default();
        for row in rows {
            let row = match row {
                Input::List(row) => row.as_slice(),
                Input::Unreadable => return Err(TooLarge),
                _ => &[],
            };
            cells += row.len().max(1);
            let row: Vec<Cell> = row.iter().map(cell).collect();
            text += row.iter().map(|cell| cell.text.len()).sum::<usize>();
            if cells > MAX_CELLS || text > MAX_TEXT {
                return Err(TooLarge);
            }
            table.rows.push(row);
        }
        Ok(table)
    }
}

fn cell(input: &Input) -> Cell {
    let number = |input: &Input| match input {
        Input::Number(number) | Input::Text(number) if !number.trim().is_empty() => Some(number.trim().to_owned()),
        _ => None,
    };
    match input {
        Input::Absent | Input::List(_) => Cell::text(""),
        Input::Text(text) | Input::Number(text) => Cell::text(text),
        Input::Bool(flag) => Cell::text(if *flag { "TRUE" } else { "FALSE" }),
        // It cannot be read, and is named as what a workbook could not compute either.
        Input::Unreadable => Cell::text("#VALUE!"),
        Input::Object(_) => {
            let behind = number(input.get("number"));
            let shown = number(input.get("text")).or(behind.clone()).unwrap_or_default();
            let format = if let Input::Text(format) = input.get("format") { format.to_string() } else { String::new() };
            let covers = |index: usize| match input.get("merged") {
                Input::List(sides) => match sides.get(index) {
                    Some(Input::Number(side) | Input::Text(side)) => side.parse().unwrap_or(1).clamp(1, MAX_CELLS),
                    _ => 1,
                },
                _ => 1,
            };
            Cell {
                number: behind,
                format,
                hidden: *input.get("hidden") == Input::Bool(true),
                merged: (covers(0), covers(1)),
                ..Cell::text(&shown)
            }
        }
    }
}
