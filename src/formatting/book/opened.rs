//! A workbook that was opened, as the page has it.

use std::rc::Rc;

use intake::Table;
use intake::table::Cell;
use model::book::{Book, Remark, Sheet};
use office::Workbook;

/// The sheets of a workbook as tables.
pub fn book(workbook: Workbook) -> Book {
    let mut book = Book::default();
    for remark in workbook.remarks {
        match remark {
            office::workbook::Remark::Macros => book.remarks.push(Remark::Macros),
            office::workbook::Remark::ComputedOnOpening => book.remarks.push(Remark::ComputedOnOpening),
            office::workbook::Remark::NoTable(title) => book.remarks.push(Remark::NotRead(title.into())),
            // Its days are texts by now.
            office::workbook::Remark::From1904 => {}
        }
    }
    for sheet in workbook.sheets {
        match sheet.table {
            Err(_) => book.remarks.push(Remark::NotRead(sheet.title.into())),
            Ok(table) if table.rows.is_empty() => {}
            Ok(table) => book.sheets.push(Sheet {
                title: sheet.title.into(),
                is_hidden: sheet.is_hidden,
                uncomputed: table.uncomputed,
                is_filtered: table.is_filtered,
                table: Rc::new(Table { rows: table.rows.into_iter().map(cells).collect(), ..Table::default() }),
            }),
        }
    }
    book
}

fn cells(row: Vec<office::workbook::Cell>) -> Vec<Cell> {
    let cell = |cell: office::workbook::Cell| Cell {
        number: cell.number,
        format: cell.format,
        hidden: cell.hidden,
        merged: cell.merged,
        ..Cell::text(&cell.text)
    };
    row.into_iter().map(cell).collect()
}
