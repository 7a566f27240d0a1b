//! A button that opens a file, and how a file is read.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlInputElement, TextDecoder, TextDecoderOptions};
use yew::prelude::*;

use intake::table::Cell;
use intake::{Table, TooLarge};
use model::book::{Book, Remark, Sheet};
use model::notice::FileRefusal;
use office::refusal::What;
use office::{Refusal, Workbook};

/// More than a table may have; a larger file is not even read.
const MOST_BYTES: f64 = 64_000_000.0;
/// More than any submission.
pub const MOST_BYTES_OF_A_SUBMISSION: usize = 16_000_000;

/// A button that opens a file, and gives it to `onchoose`. The browser's own field for files cannot be named in the page's language, so
/// a button stands for it.
pub fn open_file(label: &'static str, action: &'static str, onchoose: Callback<File>) -> Html {
    let press = |event: MouseEvent| {
        let field = event.target_unchecked_into::<Element>().next_element_sibling();
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.click();
        }
    };
    let choose = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let file = field.files().and_then(|files| files.get(0));
        // Whoever mends a file and chooses it once more has chosen something new.
        field.set_value("");
        if let Some(file) = file {
            onchoose.emit(file);
        }
    };
    html! {
        <span class="open-file">
            <button type="button" data-action={action} onclick={press}>{ label }</button>
            <input
                type="file"
                accept=".json,.xlsx,.xls,.xlsm,.et,.csv,.tsv,.txt,application/json,text/csv,text/plain"
                data-file={action}
                tabindex="-1"
                hidden=true
                onchange={choose}
            />
        </span>
    }
}

/// What a file holds.
pub enum Content {
    /// A text.
    Text(String),
    /// A workbook.
    Book(Book),
}

impl Content {
    /// The text, where only a file of ours will do.
    pub fn into_text(self) -> Result<String, FileRefusal> {
        match self {
            Content::Text(text) => Ok(text),
            Content::Book(_) => Err(FileRefusal::NotOurs),
        }
    }
}

/// The table of a text. Many a system hands out pages and calls them workbooks.
pub fn table_of(text: &str) -> Result<Table, TooLarge> {
    let is_page = text.trim_start().starts_with('<');
    if is_page { Table::of_html(text).map(Option::unwrap_or_default) } else { Table::of_text(text) }
}

/// Reads a file and hands over what it holds.
pub fn read_file(file: File, done: impl FnOnce(Result<Content, FileRefusal>) + 'static) {
    if file.size() > MOST_BYTES {
        return done(Err(FileRefusal::TooLarge));
    }
    spawn_local(async move {
        let bytes = JsFuture::from(file.array_buffer()).await;
        done(bytes.map_err(|_| FileRefusal::Unreadable).and_then(|bytes| content(Uint8Array::new(&bytes))));
    });
}

/// What the bytes hold, by the first of them and whatever the file is called.
fn content(bytes: Uint8Array) -> Result<Content, FileRefusal> {
    match office::open(&bytes.to_vec()) {
        Ok(workbook) => Ok(Content::Book(book(workbook))),
        Err(Refusal::NotAWorkbook(What::Empty | What::Text | What::Html | What::Xml | What::Other)) => {
            decoded(&bytes).map(Content::Text)
        }
        Err(Refusal::NotAWorkbook(_)) => Err(FileRefusal::OtherDocument),
        Err(Refusal::Encrypted) => Err(FileRefusal::Encrypted),
        Err(Refusal::TooLarge) => Err(FileRefusal::TooLarge),
        Err(Refusal::Damaged) => Err(FileRefusal::DamagedWorkbook),
        Err(Refusal::Unsupported(_)) => Err(FileRefusal::OtherWorkbook),
    }
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

/// The text of a file: UTF-8 or what its first bytes say, else GB18030, as Chinese offices save it. Anything else is no text.
fn decoded(bytes: &Uint8Array) -> Result<String, FileRefusal> {
    let labels: &[&str] = match &*bytes.subarray(0, 2).to_vec() {
        [0xFF, 0xFE, ..] => &["utf-16le"],
        [0xFE, 0xFF, ..] => &["utf-16be"],
        _ => &["utf-8", "gb18030"],
    };
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = |label: &&str| TextDecoder::new_with_label_and_options(label, &options).ok();
    let read = |decoder: TextDecoder| decoder.decode_with_buffer_source(bytes).ok();
    let text = labels.iter().filter_map(decoder).find_map(read).ok_or(FileRefusal::Unreadable)?;
    if text.contains('\0') { Err(FileRefusal::Unreadable) } else { Ok(text) }
}
