//! What is still missing, each a way to the place where it is filled in.

use yew::prelude::*;

use crate::formatting::explanation::naming;
use crate::view::kit::frame::use_frame;
use crate::view::kit::leap::leap_to;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use engine::address::Address;
use model::action::Action;
use model::scenarios::Scenario;

#[derive(PartialEq)]
pub struct Missing {
    pub missing: Vec<Address>,
}

impl Piece for Missing {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let one = |address: &Address| {
            let name = frame.name(*address);
            let said = naming::full(*address, &frame.rules, frame.stage, frame.lang);
            html! {
                <li key={name.to_string()}>
                    if frame.is_given(*address) {
                        <span>{ said }</span>
                    } else {
                        { leap_to(name, html! { { said } }) }
                    }
                </li>
            }
        };
        // What targets start from is filled in where it was taken from.
        let given = self.missing.iter().any(|address| frame.is_given(*address));
        html! {
            <div class="missing" hidden={self.missing.is_empty()}>
                <p>{ words.still_missing }</p>
                <ul>{ for self.missing.iter().map(one) }</ul>
                <button
                    type="button"
                    class="leap"
                    hidden={!given}
                    onclick={frame.act(|_: MouseEvent| Action::Show(Scenario::Original))}
                >
                    { words.workbench.fill_in_original }
                </button>
            </div>
        }
    }
}
