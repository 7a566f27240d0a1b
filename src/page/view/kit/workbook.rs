//! A workbook as the module that reads it hands it over. The module is not the page's: the element around it has it loaded when the first
//! workbook is opened (`www/office.js`).

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use intake::Table;
use intake::table::Cell;
use model::book::{Book, Remark, Sheet};
use model::notice::{FileRefusal, NoReader};
use office::{Refusal, Workbook, flat};

thread_local! {
    /// One instance of the program serves one element, so there is one.
    static READER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Has workbooks read by a function: it is given the bytes and promises those of `office::flat`, or throws a word that says why not.
pub fn read_workbooks_by(reader: Function) {
    READER.set(Some(reader));
}

/// What is read of a workbook, or why it is refused; or else why nobody reads it.
pub async fn workbook(bytes: &Uint8Array) -> Result<Result<Book, Refusal>, FileRefusal> {
    let reader = READER.with_borrow(Clone::clone).ok_or(FileRefusal::NoReader(NoReader::Absent))?;
    let promise = reader.call1(&JsValue::NULL, bytes).map_err(|word| why_not(&word))?;
    let read = JsFuture::from(Promise::resolve(&promise)).await.map_err(|word| why_not(&word))?;
    let read = read.dyn_into().ok().and_then(|read: Uint8Array| flat::read(&read.to_vec()));
    Ok(read.ok_or(FileRefusal::NoReader(NoReader::Broken))?.map(book))
}

/// What the word of `www/office.js` means.
fn why_not(word: &JsValue) -> FileRefusal {
    let word = word.as_string().unwrap_or_default();
    FileRefusal::NoReader(match &*word {
        "absent" => NoReader::Absent,
        "unreachable" => NoReader::Unreachable,
        "broken" => NoReader::Broken,
        _ => match word.strip_prefix("version ") {
            Some(version) => NoReader::OtherVersion(version.into()),
            // It stopped in the midst of this file.
            None => return FileRefusal::Unreadable,
        },
    })
}

/// The sheets of a workbook as tables.
fn book(workbook: Workbook) -> Book {
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
