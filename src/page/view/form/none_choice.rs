//! The explicit “none”: an empty tally is zero, an untouched one is missing.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use engine::address::Address;
use model::action::Action;

#[derive(PartialEq)]
pub struct NoneChoice {
    pub address: Address,
    pub none: bool,
}

impl Piece for NoneChoice {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let Address { side, figure, .. } = self.address;
        let declare = frame.act(move |event: Event| {
            Action::DeclareNone(side, figure, event.target_unchecked_into::<HtmlInputElement>().checked())
        });
        html! {
            <label class="none-choice">
                <input
                    type="checkbox"
                    name={[&*frame.name(self.address), ".none"].concat()}
                    checked={self.none}
                    onchange={declare}
                />
                { frame.words().none_at_all }
            </label>
        }
    }
}
