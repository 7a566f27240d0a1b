//! A button that leads to a place on the page. Links with a fragment do not work inside a shadow root.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::frame::Dispatcher;
use model::action::{Action, View};
use model::scenarios::Scenario;

/// A button that leads to the place with this id and looks like what it stands in.
pub fn link_to(dispatcher: &Dispatcher, to: impl Into<AttrValue>, children: Html) -> Html {
    link_with_class(dispatcher, to, "", children)
}

/// A button that leads to the place with this id, with a class of its own.
pub fn link_with_class(dispatcher: &Dispatcher, to: impl Into<AttrValue>, class: &'static str, children: Html) -> Html {
    let (to, dispatcher) = (to.into(), dispatcher.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        go_to(&event.target_unchecked_into(), &to, &dispatcher);
    });
    html! { <button type="button" class={classes!("leap", class)} {onclick}>{ children }</button> }
}

/// How many frames a place may take to be shown: seconds, on any machine.
const PATIENCE: u32 = 300;

/// Leads from an element to the place with this id. Where something else is looked at, it is shown first.
pub fn go_to(from: &Element, id: &str, dispatcher: &Dispatcher) -> Option<()> {
    let page = from.closest(".shifan").ok()??;
    let selector = ["[id=\"", id, "\"]"].concat();
    match page.query_selector(&selector).ok()? {
        Some(index) => uncover(&index, dispatcher),
        // The overview is on the page only while it is looked at.
        None => dispatcher.dispatch(Action::Look(View::Overview)),
    }
    lead_when_shown(page, selector, PATIENCE)
}

/// A page with much to render takes more than one frame for it.
fn lead_when_shown(page: Element, selector: String, patience: u32) -> Option<()> {
    let index = page.query_selector(&selector).ok()?;
    if let Some(index) = index.filter(|index| index.closest("[hidden]").is_ok_and(|hidden| hidden.is_none())) {
        return lead_to(index);
    }
    let patience = patience.checked_sub(1)?;
    let later = Closure::once_into_js(move || {
        lead_when_shown(page, selector, patience);
    });
    web_sys::window()?.request_animation_frame(later.unchecked_ref()).ok().map(drop)
}

/// Shows the view that a place is in, and the submission itself where only that has the place.
fn uncover(index: &Element, dispatcher: &Dispatcher) {
    let within = |selector: &str| index.closest(selector).ok().flatten();
    let name = within("[data-panel]").and_then(|panel| panel.get_attribute("data-panel"));
    let is_covered = within("[data-panel]").is_some_and(|panel| panel.has_attribute("hidden"));
    if is_covered && name.as_deref() == Some(View::Fill.name()) {
        dispatcher.dispatch(Action::Look(View::Fill));
    }
    if within(".particulars").is_some_and(|card| card.has_attribute("hidden")) {
        dispatcher.dispatch(Action::Show(Scenario::Original));
    }
}

/// Brings a place into view and puts the focus there, or on the first field in it: the first one refused, if any is.
fn lead_to(index: Element) -> Option<()> {
    let field = match index.tag_name().as_str() {
        "FIELDSET" => {
            let first = |selector: &str| index.query_selector(selector).ok().flatten();
            first("input[aria-invalid=true]").or_else(|| first("input:enabled, select:enabled, button"))
        }
        _ => None,
    };
    // The figure with its title comes to the top first; taking the focus then scrolls on only to a field that lies below.
    index.closest(".figure, .card").ok()?.as_ref().unwrap_or(&index).scroll_into_view();
    field.unwrap_or(index).dyn_into::<HtmlElement>().ok()?.focus().ok()
}
