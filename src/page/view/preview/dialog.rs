//! The dialog around the table that is shown: what is asked, what would be filled in, what would change, what is left out.

use std::rc::Rc;

use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::filled::filled;
use super::left_out::left_out;
use super::questions::questions;
use super::roster::rosters;
use super::said::said;
use super::sheets::sheets;
use crate::view::findings::badge::badge;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::memo::{Hook, HookContext, Memo, memo};
use crate::view::kit::work_bar::WorkBar;
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use model::action::Action;
use model::preview::Preview;
use model::sheet::Sheet;
use model::work::Work;

pub struct PreviewDialog {
    pub preview: Option<Rc<Preview>>,
    /// What is read anew.
    pub work: Option<Work>,
    pub sheet: Rc<Sheet>,
}

impl PartialEq for PreviewDialog {
    fn eq(&self, other: &PreviewDialog) -> bool {
        match (&self.preview, &other.preview) {
            (None, None) => true,
            (Some(one), Some(other_one)) => Rc::ptr_eq(one, other_one) && self.work == other.work,
            _ => false,
        }
    }
}

impl Memo for PreviewDialog {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let (dialog, heading) = (use_node_ref().run(hooks), use_node_ref().run(hooks));
        {
            let (dialog, heading) = (dialog.clone(), heading.clone());
            use_effect_with(self.preview.is_some(), move |shown| open_or_close(&dialog, &heading, *shown)).run(hooks);
        }
        // Escape closes it; the page is told instead, so that both agree.
        let cancel = {
            let dispatcher = frame.dispatcher.clone();
            Callback::from(move |event: Event| {
                event.prevent_default();
                dispatcher.dispatch(Action::DropTable);
            })
        };
        html! {
            <dialog class="preview" ref={dialog} aria-labelledby="preview-heading" oncancel={cancel}>
                <h2 id="preview-heading" ref={heading} tabindex="-1">{ frame.words().preview.heading }</h2>
                <div class="preview-body">
                    if let Some(preview) = &self.preview {
                        { memo(WorkBar { lang: frame.lang, work: self.work.clone(), dispatcher: frame.dispatcher.clone() }) }
                        { body(preview, self.work.is_some(), &self.sheet, &frame) }
                    }
                </div>
            </dialog>
        }
    }
}

/// The browser itself leads the focus back to the field when it closes.
fn open_or_close(dialog: &NodeRef, heading: &NodeRef, shown: bool) {
    let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
    if shown && !dialog.open() {
        let _ = dialog.show_modal();
        // Where the table before was left.
        if let Ok(Some(body)) = dialog.query_selector(".preview-body") {
            body.set_scroll_top(0);
        }
        let _ = heading.cast::<HtmlElement>().map(|heading| heading.focus());
    } else if !shown && dialog.open() {
        dialog.close();
    }
}

fn body(preview: &Preview, is_old: bool, sheet: &Sheet, frame: &Frame) -> Html {
    let words = frame.words().preview;
    let count = preview.changes.figures().len() + preview.changes.said.len();
    let is_list = preview.changes.cells.is_empty() && !preview.changes.lists.is_empty();
    let means = match preview.reading.is_too_large {
        true => words.too_large.to_owned(),
        false if is_list => words.list_means.to_owned(),
        false => (words.means)(count),
    };
    let without = preview.changes.without_field;
    let onclick = {
        let dispatcher = frame.dispatcher.clone();
        Callback::from(move |event: MouseEvent| {
            // The second of a double click is for the sheet before, not for the one that is shown since.
            if event.detail() < 2 {
                dispatcher.dispatch(Action::WriteTable);
            }
        })
    };
    html! {
        <>
            <p>{ means }</p>
            { sheets(preview, frame) }
            { questions(preview, frame) }
            { rosters(preview, sheet, frame) }
            { filled(preview, sheet, frame) }
            { said(preview, sheet, frame) }
            <p class="quiet" hidden={without == 0}>{ (words.without_field)(without) }</p>
            { outcomes(&preview.outcomes, count > 0, frame) }
            { left_out(preview, frame) }
            <div class="file-actions preview-actions">
                <button type="button" class="primary" data-action="fill-in" disabled={count == 0 || is_old} {onclick}>
                    { words.fill_in }
                </button>
                <button type="button" data-action="drop-table" onclick={frame.act(|_: MouseEvent| Action::DropTable)}>{ words.cancel }</button>
            </div>
        </>
    }
}

/// The outcomes before and after.
fn outcomes(changed: &[(IndicatorId, Outcome, Outcome)], any: bool, frame: &Frame) -> Html {
    let words = frame.words();
    let one = |(indicator, before, after): &(IndicatorId, Outcome, Outcome)| {
        let title = frame.say(&frame.rules.indicators[*indicator].title);
        html! {
            <li key={title.to_string()}>
                <span>{ title }</span>
                { badge(*before, words) }
                <span aria-hidden="true">{ "→" }</span>
                { badge(*after, words) }
            </li>
        }
    };
    html! {
        <section class="preview-outcomes" hidden={!any}>
            <h3>{ words.preview.outcomes }</h3>
            <p hidden={!changed.is_empty()}>{ words.preview.no_change }</p>
            <ul>{ for changed.iter().map(one) }</ul>
        </section>
    }
}
