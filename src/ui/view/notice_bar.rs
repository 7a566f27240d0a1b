//! What was done to many fields at once, and the way back.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, ShadowRoot};
use yew::prelude::*;

use super::frame::Send;
use super::rendered::rendered;
use crate::engine::text::Lang;
use crate::ui::state::action::Action;
use crate::ui::state::notice::Notice;
use crate::ui::wording::words;

#[derive(PartialEq, Properties)]
pub struct NoticeBarProps {
    pub lang: Lang,
    pub notice: Option<Notice>,
    pub can_undo: bool,
    pub send: Send,
}

#[component]
pub fn NoticeBar(props: &NoticeBarProps) -> Html {
    rendered("NoticeBar");
    let words = words(props.lang).desk;
    let bar = use_node_ref();
    // Its buttons go away with it: whoever pressed one goes on where they were.
    let from = use_mut_ref(|| None::<HtmlElement>);
    {
        let (bar, from) = (bar.clone(), from.clone());
        use_effect_with(props.notice.clone(), move |notice| {
            if notice.is_some() {
                from.replace(focused(&bar).filter(|element| element.closest(".notice").is_ok_and(|own| own.is_none())));
            }
        });
    }
    let button = |action: &'static str, name: AttrValue, hidden: bool, act: fn() -> Action| {
        let send = props.send.clone();
        let from = from.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let _ = from.borrow().as_ref().map(|from| from.focus());
            send.dispatch(act());
        });
        html! { <button type="button" data-action={action} {hidden} {onclick}>{ name }</button> }
    };
    let keep = match props.notice {
        Some(Notice::UnitChanged(former, ref bare)) => Some((words.write_units)(former.sign(), bare.len())),
        _ => None,
    };
    let said = props.notice.as_ref().map(|notice| said(notice, props.lang)).unwrap_or_default();
    let failed = matches!(props.notice, Some(Notice::NotOpened(_) | Notice::NotSaved | Notice::ForgottenButDraft));
    html! {
        <div class="notice" ref={bar} data-failed={if failed { "true" } else { "false" }} data-shown={if said.is_empty() { "false" } else { "true" }}>
            <p role="status">{ said.clone() }</p>
            <div class="notice-actions" hidden={said.is_empty()}>
                { button("write-units", keep.clone().unwrap_or_default().into(), keep.is_none(), || Action::WriteUnits) }
                { button("undo", words.undo.into(), !props.can_undo, || Action::Undo) }
                { button("dismiss", words.dismiss.into(), false, || Action::Dismiss) }
            </div>
        </div>
    }
}

/// The element that has the focus, in the shadow root or document that the bar is in.
fn focused(bar: &NodeRef) -> Option<HtmlElement> {
    let root = bar.get()?.get_root_node();
    let active = match root.dyn_ref::<ShadowRoot>() {
        Some(root) => root.active_element(),
        None => root.dyn_ref::<Document>()?.active_element(),
    };
    active?.dyn_into().ok()
}

fn said(notice: &Notice, lang: Lang) -> String {
    let all = words(lang);
    let words = all.desk;
    match notice {
        Notice::UnitChanged(former, bare) => (words.unit_changed)(former.sign(), former.other().sign(), bare.len()),
        Notice::LineRemoved(number) => (words.line_removed)(&(all.line)(*number)),
        Notice::UnitsWritten(count) => (words.units_written)(*count),
        Notice::Pasted(filled, left_over) => (words.pasted)(*filled, *left_over),
        Notice::BatchChosen => words.batch_chosen.to_owned(),
        Notice::TrialDiscarded => words.trial_discarded.to_owned(),
        Notice::BaselineTaken => words.baseline_taken.to_owned(),
        Notice::Opened { track, stage, older_rules, left_out } => {
            let place = [(all.track)(*track), (all.stage)(*stage)].join(all.separator);
            let older = older_rules.then(|| all.files.older_rules.to_owned());
            let left_out = (!left_out.is_empty()).then(|| (words.left_out)(&left_out.join(all.enumeration)));
            let said = [Some((all.files.opened)(&place)), older, left_out];
            said.into_iter().flatten().collect::<Vec<_>>().join(all.sentence_gap)
        }
        Notice::Saved(name) => (all.files.saved)(name),
        Notice::NotSaved => all.files.not_saved.to_owned(),
        Notice::NotOpened(refusal) => (words.not_opened)(refusal),
        Notice::Restored(day, older_rules) => {
            [&*(words.restored)(day), if *older_rules { words.older_rules } else { "" }].concat()
        }
        Notice::Forgotten => words.forgotten.to_owned(),
        Notice::ForgottenButDraft => all.files.forgotten_but_draft.to_owned(),
    }
}
