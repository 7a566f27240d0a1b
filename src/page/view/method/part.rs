//! A part of the rules: its heading, to which the contents lead, and the way back.

use yew::prelude::*;

use super::panel::Method;
use crate::view::kit::link::link_to;
use formatting::texts::words;

/// The id of the contents.
pub const CONTENTS: &str = "method/contents";

/// A part with its heading.
pub fn part(props: &Method, id: &'static str, title: AttrValue, children: Html) -> Html {
    html! {
        <section class="part">
            <h3 id={id} tabindex="-1">{ title }</h3>
            { children }
            <p class="back">{ link_to(&props.dispatcher, CONTENTS, html! { { words(props.lang).method.back } }) }</p>
        </section>
    }
}
