//! The field of an override: a number of the batch, typed where the plan leaves it open or a notice changes it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::typed_overrides::use_typed_overrides;
use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::number::NumberKind;
use formatting::number::{refusal, understood};
use model::action::Action;
use model::overrides::OverrideKey;

#[derive(PartialEq)]
pub struct OverrideField {
    pub override_key: OverrideKey,
    pub label: AttrValue,
    /// What the number is in.
    pub unit: AttrValue,
}

impl Memo for OverrideField {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let overrides = use_typed_overrides().run(hooks).typed;
        let input = use_node_ref().run(hooks);
        let own = overrides.typed(&self.override_key);
        let text = Rc::clone(own.text());
        let name = AttrValue::from(self.override_key.name());
        let (equals_id, problem_id) = ([&*name, "/echo"].concat(), [&*name, "/refusal"].concat());
        let problem = self.override_key.number(&own).err();
        let equals = understood(&own, "", words).map(|number| ["= ", &number].concat());
        let typed = {
            let override_key = self.override_key.clone();
            frame.act(move |event: InputEvent| {
                let text = event.target_unchecked_into::<HtmlInputElement>().value();
                Action::Set(override_key.clone(), text.into())
            })
        };
        let remove = {
            let (override_key, input) = (self.override_key.clone(), input.clone());
            frame.act(move |_: MouseEvent| {
                // The button goes away with the number; whoever pressed it goes on in the field.
                let _ = input.cast::<HtmlInputElement>().map(|input| input.focus());
                Action::Set(override_key.clone(), "".into())
            })
        };
        html! {
            <div class="field set-number" data-set={if text.is_empty() { "false" } else { "true" }}>
                <label for={name.clone()}>{ self.label.clone() }</label>
                <span class="control">
                    <input
                        ref={input}
                        id={name.clone()}
                        name={name.clone()}
                        type="text"
                        inputmode={if self.override_key.kind() == NumberKind::Amount { "text" } else { "decimal" }}
                        autocomplete="off"
                        spellcheck="false"
                        value={AttrValue::from(Rc::clone(&text))}
                        aria-invalid={if problem.is_some() { "true" } else { "false" }}
                        aria-describedby={[&*problem_id, " ", &equals_id].concat()}
                        oninput={typed}
                    />
                    <span class="unit">{ self.unit.clone() }</span>
                    <button
                        type="button"
                        class="remove-number"
                        data-action={["remove-", &*name].concat()}
                        aria-label={[words.remove_line, words.colon, &self.label].concat()}
                        hidden={text.is_empty()}
                        onclick={remove}
                    >
                        { words.remove_line }
                    </button>
                </span>
                <span class="echo" id={equals_id}>{ equals.unwrap_or_default() }</span>
                <span class="refusal" id={problem_id} hidden={problem.is_none()}>
                    { problem.map_or("", |code| refusal(code, self.override_key.kind(), &text, words)) }
                </span>
            </div>
        }
    }
}
