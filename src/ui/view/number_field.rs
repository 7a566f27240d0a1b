//! One number as typed, and what was understood of it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::use_frame;
use crate::engine::number::NumberKind;
use crate::ui::show::number::understood;
use crate::ui::state::address::Address;
use crate::ui::state::store::Action;

#[derive(PartialEq, Properties)]
pub struct NumberFieldProps {
    pub address: Address,
    pub label: AttrValue,
    /// A remark behind the label.
    #[prop_or_default]
    pub remark: AttrValue,
    pub unit: AttrValue,
    pub kind: NumberKind,
    /// The text exactly as typed.
    pub text: Rc<str>,
    #[prop_or_default]
    pub disabled: bool,
}

#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let frame = use_frame();
    let address = props.address;
    let id = frame.name(address);
    let (unit_id, echo_id, refusal_id) =
        ([&*id, "/unit"].concat(), [&*id, "/echo"].concat(), [&*id, "/refusal"].concat());
    let read = understood(&props.text, props.kind, &props.unit, frame.words());
    let refusal = read.as_ref().err().copied().filter(|_| !props.disabled);
    let echo = read.ok().flatten().map(|number| ["= ", &number].concat()).unwrap_or_default();
    let state = match refusal {
        Some(_) => "refused",
        None if props.text.trim().is_empty() => "blank",
        None => "known",
    };
    let keyboard = if props.kind == NumberKind::SignedAmount { "text" } else { "decimal" };
    let typed = frame.act(move |event: InputEvent| {
        Action::Type(address, event.target_unchecked_into::<HtmlInputElement>().value().into())
    });
    html! {
        <div class="field number" data-state={state}>
            <label for={id.clone()}>
                { props.label.clone() }
                <span class="remark">{ props.remark.clone() }</span>
            </label>
            <span class="control">
                <input
                    id={id.clone()}
                    name={id}
                    type="text"
                    inputmode={keyboard}
                    autocomplete="off"
                    spellcheck="false"
                    value={AttrValue::from(props.text.clone())}
                    disabled={props.disabled}
                    aria-invalid={if refusal.is_some() { "true" } else { "false" }}
                    aria-describedby={[&*unit_id, " ", &refusal_id, " ", &echo_id].concat()}
                    oninput={typed}
                />
                <span class="unit" id={unit_id}>{ props.unit.clone() }</span>
            </span>
            <span class="echo" id={echo_id}>{ echo }</span>
            <span class="refusal" id={refusal_id} hidden={refusal.is_none()}>
                { refusal.map_or("", |code| code.message(frame.lang)) }
            </span>
        </div>
    }
}
