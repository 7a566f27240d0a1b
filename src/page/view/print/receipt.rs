//! On paper: whose report this is, and what it rests on.

use yew::prelude::*;

use formatting::paper::handover::Handover;
use formatting::paper::receipt;

/// The receipt.
pub fn receipt(handover: &Handover) -> Html {
    let lines = receipt::receipt(handover);
    let line = |(index, (what, it)): (usize, &(String, String))| {
        html! { <div key={index}><dt>{ what }</dt><dd>{ it }</dd></div> }
    };
    html! {
        <section class="paper receipt" aria-label={handover.report_words().receipt}>
            <dl>{ for lines.iter().enumerate().map(line) }</dl>
        </section>
    }
}
