//! Forgetting everything, after a question in the page itself: one of the browser's own is blocked in some frames.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::texts::words;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use engine::text::Lang;

#[derive(PartialEq)]
pub struct Forget {
    pub lang: Lang,
    /// Whether there is anything to forget.
    pub offered: bool,
    /// Whether a draft would be deleted too.
    pub draft: bool,
    pub onforget: Callback<()>,
}

/// The browser itself puts the focus on the first button of the dialog and back, and closes it on Escape. Without `autofocus`, which
/// would ask for the focus when the page is made, and is refused aloud in a frame.
impl Piece for Forget {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let all = words(self.lang);
        let words = all.files;
        let dialog = use_node_ref().run(hooks);
        let ask = with_dialog(&dialog, |dialog| {
            let _ = dialog.show_modal();
        });
        let leave = with_dialog(&dialog, HtmlDialogElement::close);
        let forget = {
            let (leave, onforget) = (leave.clone(), self.onforget.clone());
            Callback::from(move |event: MouseEvent| {
                leave.emit(event);
                onforget.emit(());
            })
        };
        let draft = if self.draft { words.forget_draft } else { "" };
        html! {
            <span class="forget">
                <button type="button" data-action="forget" hidden={!self.offered} onclick={ask}>{ words.forget }</button>
                <dialog ref={dialog} class="question-box" aria-labelledby="forget-question" aria-describedby="forget-means">
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
}

fn with_dialog(dialog: &NodeRef, act: impl Fn(&HtmlDialogElement) + 'static) -> Callback<MouseEvent> {
    let dialog = dialog.clone();
    Callback::from(move |_: MouseEvent| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            act(&dialog);
        }
    })
}
