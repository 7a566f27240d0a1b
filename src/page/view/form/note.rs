//! A person's own note on an indicator that reviewers judge.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use engine::ids::IndicatorId;
use model::action::Action;

#[derive(PartialEq)]
pub struct Note {
    pub indicator: IndicatorId,
    pub text: Rc<str>,
}

impl Piece for Note {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let indicator = self.indicator;
        let id = ["notes.", &frame.rules.indicators[indicator].id].concat();
        let typed = frame.act(move |event: InputEvent| {
            Action::Note(indicator, event.target_unchecked_into::<HtmlTextAreaElement>().value().into())
        });
        html! {
            <div class="field note" data-blank={if self.text.trim().is_empty() { "true" } else { "false" }}>
                <label for={id.clone()}>{ frame.words().note }</label>
                <textarea id={id.clone()} name={id} rows="4" value={AttrValue::from(self.text.clone())} oninput={typed} />
                <p class="printed">{ AttrValue::from(self.text.clone()) }</p>
            </div>
        }
    }
}
