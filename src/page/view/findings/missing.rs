//! What is still missing, each with a link to the place where it is filled in.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use crate::view::kit::link::link_to;
use engine::address::Address;
use formatting::explanation::naming;
use model::action::Action;
use model::scenarios::Scenario;

/// What is still missing.
pub fn missing(frame: &Frame, missing: &[Address]) -> Html {
    if missing.is_empty() {
        return Html::default();
    }
    let words = frame.words();
    let one = |address: &Address| {
        let name = frame.name(*address);
        let said = naming::full(*address, &frame.rules, frame.period, frame.lang);
        html! {
            <li key={name.to_string()}>
                if frame.is_given(*address) {
                    <span>{ said }</span>
                } else {
                    { link_to(&frame.dispatcher, name, html! { { said } }) }
                }
            </li>
        }
    };
    // What targets start from is filled in where it was taken from.
    let given = missing.iter().any(|address| frame.is_given(*address));
    html! {
        <div class="missing">
            <p>{ words.still_missing }</p>
            <ul>{ for missing.iter().map(one) }</ul>
            if given {
                <button type="button" class="leap" onclick={frame.act(|_: MouseEvent| Action::Show(Scenario::Original))}>
                    { words.workbench.fill_in_original }
                </button>
            }
        </div>
    }
}
