//! The keys of the page: from field to field as in a spreadsheet, and those of the history and the notice.
//!
//! Enter and the arrow down lead on, with Shift or the arrow up back. In the lines of a ranked tally they stay in their column. Tab
//! is the browser's own.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, NodeList};
use yew::prelude::*;

use super::frame::Dispatcher;
use model::action::Action;

/// The keys of the history and of the notice. Escape dismisses the notice. Ctrl or Cmd with Z undoes, with Shift, or Y, redoes; in a
/// field with text they are the browser's own.
pub fn on_page(has_notice: bool, dispatcher: &Dispatcher) -> Callback<KeyboardEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.meta_key();
        let is_at =
            |selector| event.target_dyn_into::<Element>().is_some_and(|at| matches!(at.closest(selector), Ok(Some(_))));
        // A dialog has its own Escape.
        if event.alt_key() || is_composing(&event) || is_at("dialog") {
            return;
        }
        let in_text = is_at("input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea");
        let action = match (event.key().as_str(), event.shift_key()) {
            ("Escape", false) if has_notice && !modified => Action::Dismiss,
            ("z" | "Z", false) if modified && !in_text => Action::Undo,
            ("z" | "Z", true) | ("y" | "Y", false) if modified && !in_text => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        dispatcher.dispatch(action);
    })
}

/// Moves on at a key that moves.
pub fn move_on(event: &KeyboardEvent) {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if is_composing(event) || modified {
        return;
    }
    let back = match event.key().as_str() {
        "Enter" => event.shift_key(),
        "ArrowDown" if !event.shift_key() => false,
        "ArrowUp" if !event.shift_key() => true,
        _ => return,
    };
    let from: HtmlInputElement = event.target_unchecked_into();
    if let Some(to) = neighbour(&from, back) {
        event.prevent_default();
        let _ = to.focus();
        to.select();
    }
}

/// An input method that is composing keeps its keys.
fn is_composing(event: &KeyboardEvent) -> bool {
    const COMPOSING: u32 = 229;
    event.is_composing() || event.key_code() == COMPOSING
}

fn neighbour(from: &HtmlInputElement, back: bool) -> Option<HtmlInputElement> {
    in_column(from, back).or_else(|| {
        let page = from.closest(".workbench").ok()??;
        let all = inputs(&page.query_selector_all(".number input:enabled:read-write").ok()?);
        next_of(&all, from, back)
    })
}

/// The same column of the next line of a ranked tally.
fn in_column(from: &HtmlInputElement, back: bool) -> Option<HtmlInputElement> {
    let lines = from.closest(".lines").ok()??;
    let column = [".number input[name$=\"", from.name().rsplit_once('.')?.1, "\"]"].concat();
    next_of(&inputs(&lines.query_selector_all(&column).ok()?), from, back)
}

fn inputs(nodes: &NodeList) -> Vec<Element> {
    (0..nodes.length()).filter_map(|index| nodes.get(index)?.dyn_into().ok()).collect()
}

fn next_of(all: &[Element], from: &HtmlInputElement, back: bool) -> Option<HtmlInputElement> {
    let from: &Element = from;
    let here = all.iter().position(|one| one == from)?;
    let there = if back { here.checked_sub(1)? } else { here + 1 };
    all.get(there)?.clone().dyn_into().ok()
}
