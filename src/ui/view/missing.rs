//! What is still missing, each a way to the place where it is filled in.

use yew::prelude::*;

use super::frame::use_frame;
use super::leap::Leap;
use super::rendered::rendered;
use crate::ui::show::naming;
use crate::ui::state::action::Action;
use crate::ui::state::address::Address;
use crate::ui::state::papers::Variant;

#[derive(PartialEq, Properties)]
pub struct MissingProps {
    pub missing: Vec<Address>,
}

#[component]
pub fn Missing(props: &MissingProps) -> Html {
    rendered("Missing");
    let frame = use_frame();
    let words = frame.words();
    let one = |address: &Address| {
        let name = frame.name(*address);
        let said = naming::full(*address, &frame.rules, frame.stage, frame.lang);
        html! {
            <li key={name.to_string()}>
                if frame.is_given(*address) {
                    <span>{ said }</span>
                } else {
                    <Leap to={name}>{ said }</Leap>
                }
            </li>
        }
    };
    // What targets start from is filled in where it was taken from.
    let given = props.missing.iter().any(|address| frame.is_given(*address));
    html! {
        <div class="missing" hidden={props.missing.is_empty()}>
            <p>{ words.still_missing }</p>
            <ul>{ for props.missing.iter().map(one) }</ul>
            <button
                type="button"
                class="leap"
                hidden={!given}
                onclick={frame.act(|_: MouseEvent| Action::Show(Variant::Original))}
            >
                { words.desk.fill_in_original }
            </button>
        </div>
    }
}
