//! On paper: room for the seal, for who filled it in, who checked it, and the day.

use yew::prelude::*;

use crate::view::kit::frame::Frame;

/// The lines to be filled in by hand.
pub fn sign_off(frame: &Frame) -> Html {
    let words = frame.words().document;
    let line = |class: &'static str, what: &'static str, blank: &'static str| {
        html! { <div {class}><dt>{ what }</dt><dd>{ blank }</dd></div> }
    };
    html! {
        <section class="paper sign-off">
            <h2>{ words.sign_off }</h2>
            <dl>
                { line("seal", words.seal, "") }
                { line("by", words.filled_in_by, "") }
                { line("by", words.checked_by, "") }
                { line("by", words.date, words.date_blank) }
            </dl>
        </section>
    }
}
