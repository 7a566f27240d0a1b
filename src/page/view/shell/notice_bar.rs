//! The notice: what was just done, and the button that takes it back.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};
use yew::prelude::*;

use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::text::Lang;
use formatting::step::{filled, named};
use formatting::texts::words;
use model::action::Action;
use model::notice::Notice;
use model::rules::Rules;
use model::sheet::MOST_LINES;

#[derive(PartialEq)]
pub struct NoticeBar {
    pub lang: Lang,
    pub notice: Option<Notice>,
    /// By which its figures are named.
    pub rules: Option<Rules>,
    pub offers_undo: bool,
    pub dispatcher: Dispatcher,
}

impl Memo for NoticeBar {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let all = words(self.lang);
        let words = all.workbench;
        let bar = use_node_ref().run(hooks);
        // Its buttons go away with it: whoever pressed one goes on where they were.
        let from = use_mut_ref(|| None::<HtmlElement>).run(hooks);
        {
            let (bar, from) = (bar.clone(), from.clone());
            use_effect_with(self.notice.clone(), move |notice| {
                let now = focused(&bar).filter(|now| now.closest(".notice").is_ok_and(|own| own.is_none()));
                if notice.is_some() {
                    now.as_ref().map(keep_in_sight);
                    from.replace(now);
                }
            })
            .run(hooks);
        }
        let leave = {
            let bar = bar.clone();
            Callback::from(move |()| {
                lead_back(&bar, from.borrow().clone());
            })
        };
        let key_pressed = {
            let leave = leave.clone();
            Callback::from(move |event: KeyboardEvent| {
                let modified = event.ctrl_key() || event.meta_key();
                if matches!((event.key().as_str(), modified), ("Escape", false) | ("z" | "Z", true)) {
                    leave.emit(());
                }
            })
        };
        let (open, close) = all.brackets;
        let button = |action: &'static str, name: AttrValue, keys: Keys, hidden: bool, act: fn() -> Action| {
            let (dispatcher, leave) = (self.dispatcher.clone(), leave.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                leave.emit(());
                dispatcher.dispatch(act());
            });
            let title = keys.map(|(key, _)| AttrValue::from([&*name, open, key, close].concat()));
            let shortcuts = keys.map(|(_, all)| all);
            html! {
                <button type="button" data-action={action} {title} aria-keyshortcuts={shortcuts} {hidden} {onclick}>
                    { name }
                </button>
            }
        };
        let keep = match self.notice {
            Some(Notice::UnitChanged(former, _, ref bare)) => Some((words.write_units)(former.sign(), bare.len())),
            _ => None,
        };
        let said = self.notice.as_ref().map(|notice| said(notice, self.rules.as_ref(), self.lang)).unwrap_or_default();
        let failed = matches!(
            self.notice,
            Some(
                Notice::NotOpened(_)
                    | Notice::TooManyLines(_)
                    | Notice::NotSaved
                    | Notice::OfficeFileNotMade
                    | Notice::ForgottenButDraft
            )
        );
        html! {
            <div class="notice" ref={bar} onkeydown={key_pressed} data-failed={if failed { "true" } else { "false" }} data-shown={if said.is_empty() { "false" } else { "true" }}>
                <p role="status">{ said.clone() }</p>
                <div class="notice-actions" hidden={said.is_empty()}>
                    { button("write-units", keep.clone().unwrap_or_default().into(), None, keep.is_none(), || Action::WriteUnits) }
                    { button("undo", all.history.undo.into(), None, !self.offers_undo, || Action::Undo) }
                    { button("dismiss", words.dismiss.into(), DISMISS, false, || Action::Dismiss) }
                </div>
            </div>
        }
    }
}

/// A key as its button says it, and all of them as assistive technology is told.
type Keys = Option<(&'static str, &'static str)>;

const DISMISS: Keys = Some(("Esc", "Escape"));

/// Puts the focus back, or, where that place is hidden by now, on what always stands near: no key may lead into nowhere.
fn lead_back(bar: &NodeRef, from: Option<HtmlElement>) -> Option<()> {
    let page = bar.cast::<HtmlElement>()?.closest(".shifan").ok()??;
    let near = [".segment[aria-pressed=true]", ".index .leap", ".view[aria-current]", ".language"];
    let near = near.into_iter().filter_map(|selector| page.query_selector(selector).ok()??.dyn_into().ok());
    from.into_iter().chain(near).find(|to: &HtmlElement| {
        // What is hidden does not take it.
        let _ = to.focus();
        focused(bar).as_ref() == Some(to)
    })?;
    Some(())
}

/// What has the focus must not end up behind the bar; its margins say how much room that takes.
fn keep_in_sight(element: &HtmlElement) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
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

fn said(notice: &Notice, rules: Option<&Rules>, lang: Lang) -> String {
    let all = words(lang);
    let words = all.workbench;
    match notice {
        Notice::UnitChanged(former, now, bare) => (words.unit_changed)(former.sign(), now.sign(), bare.len()),
        Notice::NoTable => words.no_table.to_owned(),
        Notice::TooManyLines(count) => (words.too_many_lines)(MOST_LINES, *count),
        Notice::StillCounting => all.roster.still_counting.to_owned(),
        Notice::LineRemoved(number) => (words.line_removed)(&(all.line)(*number)),
        Notice::UnitsWritten(count) => (words.units_written)(*count),
        Notice::Pasted(pasted, left_over) => (words.pasted)(&filled(pasted, rules, lang), *left_over),
        Notice::Undone(step) => (all.history.undone)(&named(step, rules, lang)),
        Notice::Redone(step) => (all.history.redone)(&named(step, rules, lang)),
        Notice::RulesetChosen => words.ruleset_chosen.to_owned(),
        Notice::WhatIfDiscarded => words.what_if_discarded.to_owned(),
        Notice::BaselineTaken => words.baseline_taken.to_owned(),
        Notice::Opened { track, stage, older_rules, left_out } => {
            let index = [(all.track)(*track), (all.stage)(*stage)].join(all.separator);
            let older = older_rules.then(|| all.files.older_rules.to_owned());
            let left_out = (!left_out.is_empty()).then(|| (words.left_out)(&left_out.join(all.enumeration)));
            let said = [Some((all.files.opened)(&index)), older, left_out];
            said.into_iter().flatten().collect::<Vec<_>>().join(all.sentence_gap)
        }
        Notice::Preparing => all.files.preparing.to_owned(),
        Notice::Saved(name) => (all.files.saved)(name),
        Notice::NotSaved => all.files.not_saved.to_owned(),
        Notice::OfficeFileNotMade => all.files.office_file_not_made.to_owned(),
        Notice::NotOpened(refusal) => (words.not_opened)(refusal),
        Notice::Restored(day, older_rules) => {
            [&*(words.restored)(day), if *older_rules { words.older_rules } else { "" }].concat()
        }
        Notice::Forgotten => words.forgotten.to_owned(),
        Notice::ForgottenButDraft => all.files.forgotten_but_draft.to_owned(),
    }
}
