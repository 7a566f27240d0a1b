//! The workbooks of the corpus as another reader sees them: calamine.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use office::value::decimal::Decimal;
use office::workbook::Cell;

use crate::corpus::{files, reference};

/// Whether a cell holds what calamine found in it.
fn agrees(cell: &Cell, data: &Data) -> bool {
    let number = cell.number.as_deref().and_then(Decimal::read);
    match data {
        Data::Empty => cell.text.is_empty(),
        Data::String(text) => number.is_none() && *text == cell.text,
        Data::Int(value) => number == Decimal::read(&value.to_string()),
        Data::Float(value) => number == Decimal::read(&format!("{value:.14e}")),
        Data::Bool(value) => cell.text == value.to_string().to_uppercase(),
        Data::Error(_) => cell.text.starts_with('#'),
        // What is no day is a number here: see the formats.
        Data::DateTime(value) => number.is_none() || value.as_f64().is_sign_negative(),
        Data::DateTimeIso(_) | Data::DurationIso(_) => number.is_none(),
    }
}

#[test]
fn another_reader_finds_the_same_in_every_cell() {
    let mut cells = 0;
    for file in files() {
        let bytes = std::fs::read(&file).expect("a workbook");
        let Ok(book) = office::open(&bytes) else { continue };
        let mut other = open_workbook_auto_from_rs(Cursor::new(&bytes)).expect("a workbook");
        for sheet in &book.sheets {
            let table = sheet.table.as_ref().expect("a table");
            let range = other.worksheet_range(&sheet.title).expect("a sheet");
            let (top, left) = range.start().unwrap_or_default();
            let mut seen = 0;
            for (row, column, data) in range.used_cells() {
                let (row, column) = (row + top as usize, column + left as usize);
                let blank = Cell::default();
                let cell = table.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&blank);
                let place = reference(row, column);
                assert!(agrees(cell, data), "{} {} {place}: {cell:?}, and {data:?}", file.display(), sheet.title);
                seen += usize::from(!cell.text.is_empty());
            }
            let filled = table.rows.iter().flatten().filter(|cell| !cell.text.is_empty()).count();
            assert_eq!(seen, filled, "{} {}", file.display(), sheet.title);
            cells += filled;
        }
    }
    assert!(cells > 500, "{cells} cells");
}
