//! What is still missing, each a way to the place where it is filled in.

use yew::prelude::*;

use super::frame::use_frame;
use super::leap::Leap;
use super::rendered::rendered;
use crate::ui::show::naming;
use crate::ui::state::address::Address;

#[derive(PartialEq, Properties)]
pub struct MissingProps {
    pub missing: Vec<Address>,
}

#[component]
pub fn Missing(props: &MissingProps) -> Html {
    rendered("Missing");
    let frame = use_frame();
    let one = |address: &Address| {
        let name = frame.name(*address);
        html! {
            <li key={name.to_string()}>
                <Leap to={name}>{ naming::full(*address, &frame.rules, frame.stage, frame.lang) }</Leap>
            </li>
        }
    };
    html! {
        <div class="missing" hidden={props.missing.is_empty()}>
            <p>{ frame.words().still_missing }</p>
            <ul>{ for props.missing.iter().map(one) }</ul>
        </div>
    }
}
