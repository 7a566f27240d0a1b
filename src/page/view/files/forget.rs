//! Forgetting everything, after a question. It is asked in the page itself: one of the browser's own is blocked in some frames.

use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

use engine::text::Lang;
use formatting::texts::words;
use wasm_bindgen::JsCast;

/// What there is to forget.
pub struct Forgettable {
    /// Whether there is anything.
    pub any: bool,
    /// Whether a draft would be deleted too.
    pub draft: bool,
}

/// The button that forgets everything, with its question.
///
/// The browser itself puts the focus on the first button of the dialog and back, and closes it on Escape. Without `autofocus`, which
/// would ask for the focus when the page is made, and is refused aloud in a frame.
pub fn forget(lang: Lang, what: Forgettable, onforget: Callback<()>) -> Html {
    let all = words(lang);
    let words = all.files;
    let ask = |event: MouseEvent| {
        let _ = dialog_at(&event).map(|dialog| dialog.show_modal());
    };
    let leave = |event: MouseEvent| {
        let _ = dialog_at(&event).map(|dialog| dialog.close());
    };
    let forget = move |event: MouseEvent| {
        leave(event);
        onforget.emit(());
    };
    let draft = if what.draft { words.forget_draft } else { "" };
    html! {
        <span class="forget">
            <button type="button" data-action="forget" hidden={!what.any} onclick={ask}>{ words.forget }</button>
            <dialog class="question-box" aria-labelledby="forget-question" aria-describedby="forget-means">
                <h2 id="forget-question">{ words.forget_question }</h2>
                <p id="forget-means">{ [words.forget_means, all.sentence_gap, draft].concat() }</p>
                <div class="file-actions">
                    <button type="button" data-action="forget-no" onclick={leave}>{ words.forget_no }</button>
                    <button type="button" class="grave" data-action="forget-yes" onclick={forget}>{ words.forget_yes }</button>
                </div>
            </dialog>
        </span>
    }
}

/// The dialog whose button was pressed.
fn dialog_at(event: &MouseEvent) -> Option<HtmlDialogElement> {
    let around = event.target_unchecked_into::<Element>().closest(".forget").ok()??;
    around.query_selector("dialog").ok()??.dyn_into().ok()
}
