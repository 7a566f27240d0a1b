//! A button that leads to a place on the page. Links with a fragment do not work inside a shadow root.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct LeapProps {
    /// The id of the place.
    pub to: AttrValue,
    /// A class beside `leap`.
    #[prop_or_default]
    pub class: &'static str,
    pub children: Html,
}

#[component]
pub fn Leap(props: &LeapProps) -> Html {
    let leap = {
        let to = props.to.clone();
        Callback::from(move |event: MouseEvent| {
            lead_to(&event.target_unchecked_into(), &to);
        })
    };
    html! {
        <button type="button" class={classes!("leap", props.class)} onclick={leap}>{ props.children.clone() }</button>
    }
}

/// Brings a place into view and puts the focus there, or on the first field in it.
fn lead_to(from: &Element, id: &str) -> Option<()> {
    let page = from.closest(".shifan").ok()??;
    let place = page.query_selector(&["[id=\"", id, "\"]"].concat()).ok()??;
    let field = match place.tag_name().as_str() {
        "FIELDSET" => place.query_selector("input:enabled, select:enabled, button").ok()?,
        _ => None,
    };
    // The figure with its title comes to the top first; taking the focus then scrolls on only to a field that lies below.
    place.closest(".figure, .card").ok()?.as_ref().unwrap_or(&place).scroll_into_view();
    field.unwrap_or(place).dyn_into::<HtmlElement>().ok()?.focus().ok()
}
