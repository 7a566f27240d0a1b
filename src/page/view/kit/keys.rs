//! The keys of the page: from field to field as in a spreadsheet, along a bar of buttons, and those of the history and the notice.
//!
//! Enter and the arrow down lead to the field below, with Shift or the arrow up to the one above; at the end of a text, the arrows lead
//! to the fields beside it. Tab is the browser's own: it comes to each bar of buttons once, and the arrows lead along it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, NodeList};
use yew::prelude::*;

use super::frame::Dispatcher;
use model::action::Action;

/// The keys of the history and of the notice. Escape dismisses the notice. Ctrl or Cmd with Z undoes, with Shift, or Y, redoes; in a
/// field with text they are the browser's own.
pub fn on_page(has_notice: bool, dispatcher: &Dispatcher) -> Callback<KeyboardEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: KeyboardEvent| {
        along_bar(&event);
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
    let from: HtmlInputElement = event.target_unchecked_into();
    let to = match (event.key().as_str(), event.shift_key()) {
        ("Enter", true) | ("ArrowUp", false) => below(&from, true),
        ("Enter", false) | ("ArrowDown", false) => below(&from, false),
        ("ArrowLeft", false) if caret(&from) == Some(0) => beside(&from, true),
        ("ArrowRight", false) if caret(&from) == Some(length(&from)) => beside(&from, false),
        _ => return,
    };
    if let Some(to) = to {
        event.prevent_default();
        let _ = to.focus();
        to.select();
    }
}

/// Where the caret stands, in UTF-16 units; none where something is selected, unless that is all of it.
fn caret(field: &HtmlInputElement) -> Option<u32> {
    let (start, end) = (field.selection_start().ok()??, field.selection_end().ok()??);
    (start == end).then_some(start)
}

fn length(field: &HtmlInputElement) -> u32 {
    u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Moves along a bar of buttons, which Tab comes to once.
fn along_bar(event: &KeyboardEvent) -> Option<()> {
    let at = event.target_dyn_into::<Element>()?;
    let bar = at.closest("[role=toolbar]").ok()??;
    let is_button = at.closest("button, summary").ok()?.is_some();
    if !is_button || event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    let all = elements(&bar.query_selector_all("button:enabled, summary").ok()?);
    let shown: Vec<Element> = all.into_iter().filter(is_shown).collect();
    let (here, last) = (shown.iter().position(|one| *one == at)?, shown.len().checked_sub(1)?);
    let there = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => (here + 1) % shown.len(),
        "ArrowLeft" | "ArrowUp" => here.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    event.prevent_default();
    shown[there].dyn_ref::<HtmlElement>()?.focus().ok()
}

/// Whether an element takes any room, which one that is hidden does not.
fn is_shown(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

/// An input method that is composing keeps its keys.
fn is_composing(event: &KeyboardEvent) -> bool {
    const COMPOSING: u32 = 229;
    event.is_composing() || event.key_code() == COMPOSING
}

/// The fields of the sheet, in their order.
fn fields(from: &HtmlInputElement) -> Option<Vec<Element>> {
    let page = from.closest(".workbench").ok()??;
    Some(elements(&page.query_selector_all(".number input:enabled:read-write").ok()?))
}

/// The field before or behind in the order of the sheet.
fn beside(from: &HtmlInputElement, back: bool) -> Option<HtmlInputElement> {
    let all = fields(from)?;
    let here = place(&all, from)?;
    let there = if back { here.checked_sub(1)? } else { here + 1 };
    all.get(there)?.clone().dyn_into().ok()
}

/// The field in the next row above or below: the one that lies nearest.
fn below(from: &HtmlInputElement, above: bool) -> Option<HtmlInputElement> {
    let all = fields(from)?;
    let here = place(&all, from)?;
    let own = from.get_bounding_client_rect();
    let mut rest: Vec<Element> =
        if above { all[..here].iter().rev().cloned().collect() } else { all[here + 1..].to_vec() };
    rest.retain(is_shown);
    let is_apart = |one: &Element| {
        let rect = one.get_bounding_client_rect();
        if above { rect.bottom() <= own.top() } else { rect.top() >= own.bottom() }
    };
    let first = rest.iter().find(|one| is_apart(one))?;
    // Below what is laid out otherwise there is no column to stay in: one begins with the first field.
    let layout =
        |one: &Element| one.closest(".figure").ok().flatten().and_then(|figure| figure.get_attribute("data-form"));
    if !above && layout(first) != layout(from) {
        return first.clone().dyn_into().ok();
    }
    let row = first.get_bounding_client_rect();
    let in_row = rest.iter().filter(|one| is_apart(one)).take_while(|one| {
        let rect = one.get_bounding_client_rect();
        rect.bottom() > row.top() && rect.top() < row.bottom()
    });
    let in_row: Vec<&Element> = in_row.collect();
    let is_over = |one: &Element| {
        let rect = one.get_bounding_client_rect();
        rect.left() < own.right() && rect.right() > own.left()
    };
    let to = in_row.iter().find(|one| is_over(one)).or(in_row.last())?;
    (*to).clone().dyn_into().ok()
}

fn place(all: &[Element], from: &HtmlInputElement) -> Option<usize> {
    let from: &Element = from;
    all.iter().position(|one| one == from)
}

fn elements(nodes: &NodeList) -> Vec<Element> {
    (0..nodes.length()).filter_map(|index| nodes.get(index)?.dyn_into().ok()).collect()
}
