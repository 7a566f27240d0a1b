//! The switch for keeping a draft, and, apart from it, what there is to say about the draft.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::draft::{Draft, Keeping};
use super::storage::Refused;
use crate::view::kit::download::hand_over;
use crate::view::kit::frame::Dispatcher;
use engine::text::Lang;
use formatting::texts::words;

/// The switch, once there is something to keep or a draft.
pub fn draft_switch(lang: Lang, draft: &Draft, begun: bool) -> Html {
    let words = words(lang).files;
    let switch = {
        let switch = draft.switch.clone();
        Callback::from(move |event: Event| switch.emit(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let is_offered = draft.keeping == Keeping::Offered;
    let asked = begun || is_offered || draft.exists();
    html! {
        <div class="draft" hidden={draft.keeping == Keeping::Unavailable || !asked}>
            <label class="draft-switch">
                <input
                    type="checkbox"
                    role="switch"
                    name="draft"
                    checked={matches!(draft.keeping, Keeping::On(_))}
                    disabled={is_offered || draft.is_held() || draft.keeping == Keeping::Off(Some(Refused::Forbidden))}
                    aria-describedby="draft-means"
                    onchange={switch}
                />
                { words.keep_draft }
            </label>
            <p class="quiet" id="draft-means" hidden={draft.is_safe()}>{ words.keep_draft_means }</p>
        </div>
    }
}

/// What there is to say about the draft: it is kept, or not and why, or one is there that was not opened.
pub fn draft_said(lang: Lang, draft: &Draft, dispatcher: &Dispatcher) -> Html {
    let all = words(lang);
    let words = all.files;
    let refused = |reason: Refused| match reason {
        Refused::Forbidden => words.draft_refused,
        Refused::Full => words.draft_too_large,
        Refused::Unreadable => words.draft_not_read_back,
    };
    let said = match draft.keeping {
        Keeping::Off(Some(reason)) | Keeping::On(Some(reason)) => refused(reason),
        Keeping::On(None) => words.draft_kept,
        Keeping::Elsewhere => words.draft_elsewhere,
        Keeping::NotDeleted => words.draft_not_deleted,
        Keeping::Offered => words.draft_offered,
        Keeping::Off(None) | Keeping::Unavailable => "",
    };
    let is_safe = draft.is_safe();
    let remains = draft.remains.as_ref();
    let about_remains = remains.map(|remains| match &remains.reason {
        Err(refusal) => (words.draft_unreadable)(refusal),
        Ok(left_out) => (words.draft_in_part)(&left_out.join(all.enumeration)),
    });
    let save_text = {
        let text = remains.map(|remains| remains.text.clone()).unwrap_or_default();
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| {
            hand_over(words.draft_file, "text/plain;charset=utf-8", &*text, &dispatcher);
        })
    };
    let let_go = draft.let_go.reform(|_: MouseEvent| ());
    let is_offered = draft.keeping == Keeping::Offered;
    let open = draft.open.reform(|_: MouseEvent| ());
    let delete = {
        let delete = draft.delete.clone();
        Callback::from(move |_: MouseEvent| {
            delete.emit(());
        })
    };
    html! {
        <div class="draft-messages">
            <div class="remains" hidden={remains.is_none()}>
                <p role="status">{ about_remains.unwrap_or_default() }</p>
                <div class="file-actions">
                    <button type="button" data-action="draft-save-text" onclick={save_text}>{ words.save_draft_text }</button>
                    <button type="button" data-action="draft-let-go" onclick={let_go}>
                        { if draft.is_unreadable() { words.delete_draft } else { words.leave_draft } }
                    </button>
                </div>
            </div>
            <p class="draft-said" role="status" data-failed={if is_safe || is_offered { "false" } else { "true" }}>{ said }</p>
            <div class="file-actions" hidden={!is_offered}>
                <button type="button" data-action="draft-open" onclick={open}>{ words.open_draft }</button>
                <button type="button" data-action="draft-delete" onclick={delete}>{ words.delete_draft }</button>
            </div>
        </div>
    }
}
