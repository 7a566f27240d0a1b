//! The explicit “none”: an empty tally is zero, an untouched one is missing.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::use_frame;
use crate::ui::state::action::Action;
use crate::ui::state::address::Address;

#[derive(PartialEq, Properties)]
pub struct NoneChoiceProps {
    pub address: Address,
    pub none: bool,
}

#[component]
pub fn NoneChoice(props: &NoneChoiceProps) -> Html {
    let frame = use_frame();
    let Address { side, figure, .. } = props.address;
    let declare = frame.act(move |event: Event| {
        Action::DeclareNone(side, figure, event.target_unchecked_into::<HtmlInputElement>().checked())
    });
    html! {
        <label class="none-choice">
            <input
                type="checkbox"
                name={[&*frame.name(props.address), ".none"].concat()}
                checked={props.none}
                onchange={declare}
            />
            { frame.words().none_at_all }
        </label>
    }
}
