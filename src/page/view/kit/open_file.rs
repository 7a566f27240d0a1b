//! A button that opens a file, and how a file is read.

use std::cell::Cell;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlInputElement, TextDecoder, TextDecoderOptions};
use yew::prelude::*;

use super::frame::Dispatcher;
use super::workbook::workbook;
use intake::{Table, TooLarge};
use model::action::Action;
use model::book::Book;
use model::notice::{FileRefusal, Notice};
use office::Refusal;
use office::refusal::What;
use office::sniff::{HEAD, container};

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

/// The table of a text. Many a system hands out pages and calls them workbooks.
pub fn table_of(text: &str) -> Result<Table, TooLarge> {
    let is_page = text.trim_start().starts_with('<');
    if is_page { Table::of_html(text).map(Option::unwrap_or_default) } else { Table::of_text(text) }
}

thread_local! {
    /// How many files were opened so far.
    static OPENED: Cell<u32> = const { Cell::new(0) };
}

/// Reads a file and hands over what it holds, unless another was opened meanwhile.
pub fn read_file(file: File, dispatcher: &Dispatcher, done: impl FnOnce(Result<Content, FileRefusal>) + 'static) {
    let dispatcher = dispatcher.clone();
    read(file, done, async move |bytes| match container(&bytes.subarray(0, HEAD as u32).to_vec()) {
        Ok(_) => {
            dispatcher.dispatch(Action::Say(Notice::Preparing));
            workbook(&bytes).await?.map(Content::Book).or_else(|refusal| otherwise(refusal, &bytes))
        }
        Err(refusal) => otherwise(refusal, &bytes),
    });
}

/// The same where only a text will do.
pub fn read_text(file: File, done: impl FnOnce(Result<String, FileRefusal>) + 'static) {
    read(file, done, async |bytes| match container(&bytes.subarray(0, HEAD as u32).to_vec()) {
        Ok(_) => Err(FileRefusal::NotOurs),
        Err(_) => decoded(&bytes),
    });
}

/// Hands over what is made of the bytes of a file. What reads it may have to come first, and the file that is opened last counts.
fn read<T>(
    file: File,
    done: impl FnOnce(Result<T, FileRefusal>) + 'static,
    make: impl AsyncFnOnce(Uint8Array) -> Result<T, FileRefusal> + 'static,
) {
    let number = OPENED.get() + 1;
    OPENED.set(number);
    if file.size() > MOST_BYTES {
        return done(Err(FileRefusal::TooLarge));
    }
    spawn_local(async move {
        let content = match JsFuture::from(file.array_buffer()).await {
            Ok(bytes) => make(Uint8Array::new(&bytes)).await,
            Err(_) => Err(FileRefusal::Unreadable),
        };
        if OPENED.get() == number {
            done(content);
        }
    });
}

/// What a file holds that is no workbook to be read.
fn otherwise(refusal: Refusal, bytes: &Uint8Array) -> Result<Content, FileRefusal> {
    match refusal {
        Refusal::NotAWorkbook(What::Empty | What::Text | What::Html | What::Xml | What::Other) => {
            decoded(bytes).map(Content::Text)
        }
        Refusal::NotAWorkbook(_) => Err(FileRefusal::OtherDocument),
        Refusal::Encrypted => Err(FileRefusal::Encrypted),
        Refusal::TooLarge => Err(FileRefusal::TooLarge),
        Refusal::Damaged => Err(FileRefusal::DamagedWorkbook),
        Refusal::Unsupported(_) => Err(FileRefusal::OtherWorkbook),
    }
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
