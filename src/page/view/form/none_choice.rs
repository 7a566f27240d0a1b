//! The box that declares a tally empty: then it counts zero, and otherwise it is missing.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::address::Address;
use model::action::Action;

/// The box by which a person says that there is none.
pub fn none_choice(frame: &Frame, address: Address, none: bool) -> Html {
    let Address { side, figure, .. } = address;
    let declare = frame.act(move |event: Event| {
        Action::DeclareNone(side, figure, event.target_unchecked_into::<HtmlInputElement>().checked())
    });
    html! {
        <label class="none-choice">
            <input
                type="checkbox"
                name={[&*frame.name(address), ".none"].concat()}
                checked={none}
                onchange={declare}
            />
            { frame.words().none_at_all }
        </label>
    }
}
