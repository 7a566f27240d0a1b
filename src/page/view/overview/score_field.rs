//! One score as typed, out of 100.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::formatting::number::understood;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use engine::number::NumberKind;
use model::action::Action;
use model::sheet::Scored;

#[derive(PartialEq)]
pub struct ScoreField {
    pub which: Scored,
    /// Its name and id.
    pub id: AttrValue,
    pub label: AttrValue,
    /// A remark behind the label.
    pub remark: AttrValue,
    /// The text exactly as typed.
    pub text: Rc<str>,
}

impl Piece for ScoreField {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let own = frame.words().overview;
        let (id, which) = (&self.id, self.which);
        let [unit_id, echo_id, refusal_id] = ["/unit", "/echo", "/refusal"].map(|end| [id.as_str(), end].concat());
        let read = understood(&self.text, NumberKind::Score, own.score_unit, frame.words());
        let refused = read.is_err();
        let echo = read.ok().flatten().map(|number| ["= ", &number].concat()).unwrap_or_default();
        let typed = frame.act(move |event: InputEvent| {
            Action::Score(which, event.target_unchecked_into::<HtmlInputElement>().value().into())
        });
        let printed = if self.text.trim().is_empty() { "—" } else { self.text.trim() };
        html! {
            <div class="field number" data-state={if refused { "refused" } else { "known" }}>
                <label for={id.clone()}>
                    { self.label.clone() }
                    <span class="remark">{ self.remark.clone() }</span>
                </label>
                <span class="control">
                    <input
                        id={id.clone()}
                        name={id.clone()}
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        spellcheck="false"
                        value={AttrValue::from(self.text.clone())}
                        aria-invalid={if refused { "true" } else { "false" }}
                        aria-describedby={[&unit_id, " ", &refusal_id, " ", &echo_id].concat()}
                        oninput={typed}
                    />
                    <span class="unit" id={unit_id}>{ own.score_unit }</span>
                </span>
                <span class="printed">{ AttrValue::from(printed.to_owned()) }</span>
                <span class="echo" id={echo_id}>{ echo }</span>
                <span class="refusal" id={refusal_id} hidden={!refused}>{ own.score_refused }</span>
            </div>
        }
    }
}
