//! A button that leads to a place on the page. Links with a fragment do not work inside a shadow root.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::frame::Dispatcher;
use super::window::next_frame;
use engine::ids::IndicatorId;
use model::action::{Action, View};
use model::desk::Drawer;
use model::scenarios::Scenario;

/// A button that leads to the place with this id and looks like what it stands in.
pub fn link_to(dispatcher: &Dispatcher, to: impl Into<AttrValue>, children: Html) -> Html {
    link_with_class(dispatcher, to, "", children)
}

/// The same with a class of its own.
pub fn link_with_class(dispatcher: &Dispatcher, to: impl Into<AttrValue>, class: &'static str, children: Html) -> Html {
    link(dispatcher, to.into(), class, None, children)
}

/// The same in a bar of buttons, of which Tab comes to the first only.
pub fn link_in_bar(
    dispatcher: &Dispatcher,
    to: AttrValue,
    class: &'static str,
    is_first: bool,
    children: Html,
) -> Html {
    link(dispatcher, to, class, Some(if is_first { "0" } else { "-1" }), children)
}

/// The same to a place in the finding of an indicator, which is opened where it is not on the page.
pub fn link_through(dispatcher: &Dispatcher, at: IndicatorId, to: AttrValue, children: Html) -> Html {
    let dispatcher = dispatcher.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        go_through(&event.target_unchecked_into(), at, &to, &dispatcher);
    });
    html! { <button type="button" class="leap" {onclick}>{ children }</button> }
}

fn link(
    dispatcher: &Dispatcher,
    to: AttrValue,
    class: &'static str,
    tabindex: Option<&'static str>,
    children: Html,
) -> Html {
    let dispatcher = dispatcher.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        go_to(&event.target_unchecked_into(), &to, &dispatcher);
    });
    html! { <button type="button" class={classes!("leap", class)} {tabindex} {onclick}>{ children }</button> }
}

/// Leads to a place of the page inside `host`, from outside of it.
pub fn lead(host: &Element, id: &str, dispatcher: &Dispatcher) -> Option<()> {
    if id.starts_with("method/") {
        dispatcher.dispatch(Action::Look(View::Method));
    }
    let page = host.query_selector(".shifan").ok()??;
    lead_when_there(page, id.to_owned(), dispatcher.clone(), PATIENCE)
}

/// What is asked for together with the track comes with the next frames; what never comes is no place.
fn lead_when_there(page: Element, id: String, dispatcher: Dispatcher, patience: u32) -> Option<()> {
    // No place has such a name, and a selector would end there.
    if id.contains(['"', '\\']) {
        return None;
    }
    if page.query_selector(&["[id=\"", &id, "\"]"].concat()).ok()?.is_some() {
        return go_to(&page, &id, &dispatcher);
    }
    let patience = patience.checked_sub(1)?;
    next_frame(move || lead_when_there(page, id, dispatcher, patience))
}

/// How many frames a place may take to be shown: seconds, on any machine.
const PATIENCE: u32 = 300;

/// Leads from an element to the place with this id. Where something else is looked at, it is shown first.
pub fn go_to(from: &Element, id: &str, dispatcher: &Dispatcher) -> Option<()> {
    let page = from.closest(".shifan").ok()??;
    if page.query_selector("[aria-busy]").ok()?.is_some() {
        // Part of the sheet is still to come: the place may be in it, or what is below the place and gives it room to come to the top.
        let (id, dispatcher) = (id.to_owned(), dispatcher.clone());
        return next_frame(move || go_to(&page, &id, &dispatcher));
    }
    // Whoever reads the findings in a row is led along that row.
    let card = ["[data-panel=findings]:not([hidden]) [data-card=\"", id, "\"]"].concat();
    if page.query_selector(&card).ok()?.is_some() {
        return lead_when_shown(page, card, PATIENCE);
    }
    let selector = ["[id=\"", id, "\"]"].concat();
    match page.query_selector(&selector).ok()? {
        Some(index) => uncover(&index, dispatcher),
        // The overview is on the page only while it is looked at.
        None => dispatcher.dispatch(Action::Look(View::Overview)),
    }
    lead_when_shown(page, selector, PATIENCE)
}

fn go_through(from: &Element, at: IndicatorId, id: &str, dispatcher: &Dispatcher) -> Option<()> {
    let page = from.closest(".shifan").ok()??;
    let selector = ["[id=\"", id, "\"]"].concat();
    // Where all findings stand in a row, it is among them.
    let in_row = ["[data-panel=findings]:not([hidden]) ", &selector].concat();
    if page.query_selector(&in_row).ok()?.is_none() {
        dispatcher.dispatch(Action::Look(View::Fill));
        dispatcher.dispatch(Action::OpenFinding(at, true));
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
    next_frame(move || lead_when_shown(page, selector, patience))
}

/// Shows the view that a place is in, and the submission itself where only that has the place.
fn uncover(index: &Element, dispatcher: &Dispatcher) {
    let within = |selector: &str| index.closest(selector).ok().flatten();
    let name = within("[data-panel]").and_then(|panel| panel.get_attribute("data-panel"));
    let is_covered = within("[data-panel]").is_some_and(|panel| panel.has_attribute("hidden"));
    if is_covered && name.as_deref() == Some(View::Fill.name()) {
        dispatcher.dispatch(Action::Look(View::Fill));
    }
    if within(".of-original").is_some_and(|part| part.has_attribute("hidden")) {
        dispatcher.dispatch(Action::Show(Scenario::Original));
    }
    let folded = within("[data-drawer]").filter(|drawer| drawer.has_attribute("hidden"));
    let drawer = folded.and_then(|drawer| Drawer::named(&drawer.get_attribute("data-drawer")?));
    if let Some(drawer) = drawer {
        dispatcher.dispatch(Action::Unfold(drawer, true));
    }
}

/// Brings a place into view and puts the focus there, or on the first field in it: the first one refused, if any is.
fn lead_to(index: Element) -> Option<()> {
    let field = match index.matches("fieldset, [role=group]") {
        Ok(true) => {
            let first = |selector: &str| index.query_selector(selector).ok().flatten();
            first("input[aria-invalid=true]").or_else(|| first("input:enabled, select:enabled, button"))
        }
        _ => None,
    };
    let around = index.closest("details").ok()?;
    around.map(|details| details.set_attribute("open", ""));
    // The figure with its title comes to the top first; taking the focus then scrolls on only to a field that lies below.
    index.closest(".figure, .card").ok()?.as_ref().unwrap_or(&index).scroll_into_view();
    field.unwrap_or(index).dyn_into::<HtmlElement>().ok()?.focus().ok()
}
