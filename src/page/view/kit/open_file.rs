//! A button that opens a file, and how a file is read.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlInputElement};
use yew::prelude::*;

use model::notice::FileRefusal;

/// Far more than any submission; a file of another kind is not even read.
const MOST_BYTES: f64 = 2_000_000.0;

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
                accept=".json,application/json"
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
        let text = JsFuture::from(file.text()).await;
        done(text.ok().and_then(|text| text.as_string()).ok_or(FileRefusal::Unreadable));
    });
}
