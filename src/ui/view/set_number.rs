//! A number of the batch, typed right where the plan leaves it open or a notice changes it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::use_frame;
use super::own_numbers::use_own_numbers;
use super::rendered::rendered;
use crate::engine::number::NumberKind;
use crate::ui::show::number::understood;
use crate::ui::state::action::Action;
use crate::ui::state::overrides::Setting;

#[derive(PartialEq, Properties)]
pub struct SetNumberProps {
    pub setting: Setting,
    pub label: AttrValue,
    /// What the number is in.
    pub unit: AttrValue,
}

#[component]
pub fn SetNumber(props: &SetNumberProps) -> Html {
    rendered("SetNumber");
    let frame = use_frame();
    let words = frame.words();
    let overrides = use_own_numbers().typed;
    let input = use_node_ref();
    let text = overrides.text(&props.setting);
    let name = AttrValue::from(props.setting.name());
    let (echo_id, refusal_id) = ([&*name, "/echo"].concat(), [&*name, "/refusal"].concat());
    let refusal = props.setting.read(&text).err();
    let echo = understood(&text, props.setting.kind(), "", words).ok().flatten();
    let echo = echo.map(|number| ["= ", &number].concat());
    let typed = {
        let setting = props.setting.clone();
        frame.act(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            Action::Set(setting.clone(), text.into())
        })
    };
    let remove = {
        let (setting, input) = (props.setting.clone(), input.clone());
        frame.act(move |_: MouseEvent| {
            // The button goes away with the number; whoever pressed it goes on in the field.
            let _ = input.cast::<HtmlInputElement>().map(|input| input.focus());
            Action::Set(setting.clone(), "".into())
        })
    };
    html! {
        <div class="field set-number" data-set={if text.is_empty() { "false" } else { "true" }}>
            <label for={name.clone()}>{ props.label.clone() }</label>
            <span class="control">
                <input
                    ref={input}
                    id={name.clone()}
                    name={name.clone()}
                    type="text"
                    inputmode={if props.setting.kind() == NumberKind::Amount { "text" } else { "decimal" }}
                    autocomplete="off"
                    spellcheck="false"
                    value={AttrValue::from(Rc::clone(&text))}
                    aria-invalid={if refusal.is_some() { "true" } else { "false" }}
                    aria-describedby={[&*refusal_id, " ", &echo_id].concat()}
                    oninput={typed}
                />
                <span class="unit">{ props.unit.clone() }</span>
                <button
                    type="button"
                    class="remove-number"
                    data-action={["remove-", &*name].concat()}
                    aria-label={[words.remove_line, words.colon, &props.label].concat()}
                    hidden={text.is_empty()}
                    onclick={remove}
                >
                    { words.remove_line }
                </button>
            </span>
            <span class="echo" id={echo_id}>{ echo.unwrap_or_default() }</span>
            <span class="refusal" id={refusal_id} hidden={refusal.is_none()}>
                { refusal.map_or("", |code| (words.refusal)(code, props.setting.kind())) }
            </span>
        </div>
    }
}
