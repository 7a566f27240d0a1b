//! Moving from field to field as in a spreadsheet: Enter and the arrow down lead on, with Shift or the arrow up back. In the lines
//! of a ranked tally they stay in their column. Tab is the browser's own.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, NodeList};
use yew::prelude::*;

/// Moves on at a key that moves. An input method that is composing keeps its keys.
pub fn move_on(event: &KeyboardEvent) {
    const COMPOSING: u32 = 229;
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if event.is_composing() || event.key_code() == COMPOSING || modified {
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
    (0..nodes.length()).filter_map(|place| nodes.get(place)?.dyn_into().ok()).collect()
}

fn next_of(all: &[Element], from: &HtmlInputElement, back: bool) -> Option<HtmlInputElement> {
    let from: &Element = from;
    let here = all.iter().position(|one| one == from)?;
    let there = if back { here.checked_sub(1)? } else { here + 1 };
    all.get(there)?.clone().dyn_into().ok()
}
