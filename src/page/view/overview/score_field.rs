//! One score as typed, out of 100.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::formatting::number::understood;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use model::action::Action;
use model::sheet::Scored;
use model::typed::Typed;

#[derive(PartialEq)]
pub struct ScoreField {
    pub which: Scored,
    /// Its name and id.
    pub id: AttrValue,
    pub label: AttrValue,
    /// A remark behind the label.
    pub remark: AttrValue,
    pub typed: Typed,
}

impl Piece for ScoreField {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let own = frame.words().overview;
        let (id, which) = (&self.id, self.which);
        let [unit_id, echo_id, refusal_id] = ["/unit", "/echo", "/refusal"].map(|end| [id.as_str(), end].concat());
        let refused = self.typed.problem().is_some();
        let echo = understood(&self.typed, own.score_unit, frame.words())
            .map(|number| ["= ", &number].concat())
            .unwrap_or_default();
        let typed = frame.act(move |event: InputEvent| {
            Action::Score(which, event.target_unchecked_into::<HtmlInputElement>().value().into())
        });
        let printed = if self.typed.is_blank() { "—" } else { self.typed.text().trim() };
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
                        value={AttrValue::from(Rc::clone(self.typed.text()))}
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
