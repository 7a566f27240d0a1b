//! A button that opens a file, and how a file is read.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::piece::{Hook, HookContext, Piece};
use model::notice::FileRefusal;

/// Far more than any submission; a file of another kind is not even read.
const MOST_BYTES: f64 = 2_000_000.0;

#[derive(PartialEq)]
pub struct OpenFile {
    pub label: AttrValue,
    pub action: &'static str,
    /// The file that was chosen.
    pub onchoose: Callback<File>,
}

/// The browser's own field for files cannot be named in the page's language, so a button stands for it.
impl Piece for OpenFile {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let field = use_node_ref().run(hooks);
        let press = {
            let field = field.clone();
            Callback::from(move |_: MouseEvent| {
                if let Some(field) = field.cast::<HtmlInputElement>() {
                    field.click();
                }
            })
        };
        let choose = {
            let onchoose = self.onchoose.clone();
            Callback::from(move |event: Event| {
                let field: HtmlInputElement = event.target_unchecked_into();
                let file = field.files().and_then(|files| files.get(0));
                // Whoever mends a file and chooses it once more has chosen something new.
                field.set_value("");
                if let Some(file) = file {
                    onchoose.emit(file);
                }
            })
        };
        html! {
            <span class="open-file">
                <button type="button" data-action={self.action} onclick={press}>{ self.label.clone() }</button>
                <input
                    ref={field}
                    type="file"
                    accept=".json,application/json"
                    data-file={self.action}
                    tabindex="-1"
                    hidden=true
                    onchange={choose}
                />
            </span>
        }
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
