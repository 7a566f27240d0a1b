//! Workbooks as the module hands them over that reads and writes them. It is not the page's: the element around it has it loaded when
//! the first workbook is opened or wanted (`www/office.js`).

use std::cell::RefCell;

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use formatting::book::opened::book;
use model::book::Book;
use model::notice::{FileRefusal, NoReader};
use office::Refusal;
use office::flat;

thread_local! {
    /// One instance of the program serves one element, so there is one.
    static OFFICE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Has workbooks read and written by a function: it is given what to do and bytes, and promises bytes, or throws a word that says why not.
pub fn ask_office_by(office: Function) {
    OFFICE.set(Some(office));
}

/// What is read of a workbook, or why it is refused; or else why nobody reads it.
pub async fn workbook(bytes: &Uint8Array) -> Result<Result<Book, Refusal>, FileRefusal> {
    let read = flat::read(&ask("read", bytes).await?.to_vec());
    Ok(read.ok_or(FileRefusal::NoReader(NoReader::Broken))?.map(book))
}

/// The bytes of a file that is wanted.
pub async fn made(order: &str) -> Result<Uint8Array, FileRefusal> {
    let bytes = ask("make", &Uint8Array::from(order.as_bytes())).await?;
    if bytes.length() == 0 { Err(FileRefusal::NoReader(NoReader::Broken)) } else { Ok(bytes) }
}

async fn ask(act: &str, bytes: &Uint8Array) -> Result<Uint8Array, FileRefusal> {
    let office = OFFICE.with_borrow(Clone::clone).ok_or(FileRefusal::NoReader(NoReader::Absent))?;
    let promise = office.call2(&JsValue::NULL, &act.into(), bytes).map_err(|word| why_not(&word))?;
    let answer = JsFuture::from(Promise::resolve(&promise)).await.map_err(|word| why_not(&word))?;
    answer.dyn_into().map_err(|_| FileRefusal::NoReader(NoReader::Broken))
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
