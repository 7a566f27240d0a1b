//! What was changed in a what-if, place by place.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use formatting::explanation::changes::Change;
use model::scenarios::Scenario;

/// What was changed, place by place.
pub fn changes(frame: &Frame, changes: &[Change]) -> Html {
    let words = frame.words();
    let (overview, scenario) = (words.overview, words.workbench.scenario);
    let one = |(index, change): (usize, &Change)| {
        html! {
            <li key={index} class="change-line">
                <strong>{ change.name.clone() }</strong>
                <span class="from-to">
                    <span><span class="remark">{ scenario(Scenario::Original) }{ words.colon }</span>{ change.before.clone() }</span>
                    <span class="arrow" aria-hidden="true">{ "→" }</span>
                    <span><span class="remark">{ scenario(Scenario::WhatIf) }{ words.colon }</span>{ change.after.clone() }</span>
                </span>
            </li>
        }
    };
    html! {
        <section class="card changes">
            <h2>{ overview.changed }</h2>
            if changes.is_empty() {
                <p>{ overview.nothing_changed }</p>
            }
            <ul class="change-lines">{ for changes.iter().enumerate().map(one) }</ul>
        </section>
    }
}
