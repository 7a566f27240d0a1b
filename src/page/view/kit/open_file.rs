//! A button that opens a file, and how a file is read.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlInputElement, TextDecoder, TextDecoderOptions};
use yew::prelude::*;

use model::notice::FileRefusal;

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
                accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
                data-file={action}
                tabindex="-1"
                hidden=true
                onchange={choose}
            />
        </span>
    }
}

/// Reads a file and hands its text over.
pub fn read_file(file: File, done: impl FnOnce(Result<String, FileRefusal>) + 'static) {
    if file.size() > MOST_BYTES {
        return done(Err(FileRefusal::TooLarge));
    }
    spawn_local(async move {
        let bytes = JsFuture::from(file.array_buffer()).await;
        done(bytes.map_err(|_| FileRefusal::Unreadable).and_then(|bytes| decoded(Uint8Array::new(&bytes))));
    });
}

/// The text of a file: UTF-8 or what its first bytes say, else GB18030, as Chinese offices save it. Anything else is no text.
fn decoded(bytes: Uint8Array) -> Result<String, FileRefusal> {
    // How every .xlsx, .docx and .et begins, and how .xls and .doc do.
    const ZIPPED: [u8; 4] = *b"PK\x03\x04";
    const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
    let begin = bytes.subarray(0, 4).to_vec();
    if begin == ZIPPED || begin == COMPOUND {
        return Err(FileRefusal::Workbook);
    }
    let labels: &[&str] = match &*begin {
        [0xFF, 0xFE, ..] => &["utf-16le"],
        [0xFE, 0xFF, ..] => &["utf-16be"],
        _ => &["utf-8", "gb18030"],
    };
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = |label: &&str| TextDecoder::new_with_label_and_options(label, &options).ok();
    let read = |decoder: TextDecoder| decoder.decode_with_buffer_source(&bytes).ok();
    let text = labels.iter().filter_map(decoder).find_map(read).ok_or(FileRefusal::Unreadable)?;
    if text.contains('\0') { Err(FileRefusal::Unreadable) } else { Ok(text) }
}
