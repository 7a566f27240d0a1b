//! One number as typed, and what was understood of it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::paste::paste;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::keys::move_on;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::address::Address;
use engine::number::{NumberKind, number_in};
use engine::problem::Code;
use formatting::number::{refusal, understood};
use model::action::Action;
use model::typed::Typed;

#[derive(PartialEq)]
pub struct NumberField {
    pub address: Address,
    pub label: AttrValue,
    /// A remark behind the label.
    pub remark: AttrValue,
    /// What it is in; amounts are in the person's unit.
    pub unit: AttrValue,
    pub typed: Typed,
    pub disabled: bool,
}

impl Memo for NumberField {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let address = self.address;
        let id = frame.name(address);
        let (unit_id, equals_id, problem_id) =
            ([&*id, "/unit"].concat(), [&*id, "/echo"].concat(), [&*id, "/refusal"].concat());
        let kind = self.typed.kind();
        let unit = match kind {
            NumberKind::Amount | NumberKind::SignedAmount => {
                AttrValue::from((frame.words().workbench.amount_unit_name)(frame.unit))
            }
            _ => self.unit.clone(),
        };
        let problem = self.typed.problem().filter(|_| !self.disabled);
        let read = understood(&self.typed, &unit, frame.words());
        let printed = read.clone().unwrap_or_else(|| as_typed(&self.typed, &unit));
        let equals = read.map(|number| ["= ", &number].concat()).unwrap_or_default();
        // What stands in brackets is the same number in 万元.
        let (in_brief, in_full) = equals.split_at(equals.find(frame.words().brackets.0).unwrap_or(equals.len()));
        let state = match problem {
            Some(_) => "refused",
            None if self.typed.is_blank() => "blank",
            None => "known",
        };
        let typed = frame.act(move |event: InputEvent| {
            Action::Type(address, event.target_unchecked_into::<HtmlInputElement>().value().into())
        });
        let given = frame.is_given(address);
        let remark = if given { frame.words().workbench.given.into() } else { self.remark.clone() };
        html! {
            <div class="field number" part="field" data-state={state}>
                <label for={id.clone()}>
                    { self.label.clone() }
                    <span class="remark">{ remark }</span>
                </label>
                <span class="control">
                    <input
                        id={id.clone()}
                        name={id}
                        type="text"
                        inputmode={keyboard(kind)}
                        autocomplete="off"
                        spellcheck="false"
                        value={AttrValue::from(Rc::clone(self.typed.text()))}
                        disabled={self.disabled}
                        readonly={given}
                        aria-invalid={if problem.is_some() { "true" } else { "false" }}
                        aria-describedby={[&*unit_id, " ", &problem_id, " ", &equals_id].concat()}
                        oninput={typed}
                        onpaste={paste(&frame, address)}
                        onkeydown={Callback::from(|event: KeyboardEvent| move_on(&event))}
                    />
                    <span class="unit" id={unit_id} data-typed={if names_its_unit(&self.typed) { "true" } else { "false" }}>
                        { unit }
                    </span>
                </span>
                <span class="printed">{ printed }</span>
                <span class="echo" id={equals_id}>{ in_brief.to_owned() }<span class="in-full">{ in_full.to_owned() }</span></span>
                <span class="refusal" id={problem_id} hidden={problem.is_none()}>
                    { problem.map_or("", |code| refusal(code, kind, self.typed.text(), frame.words())) }
                </span>
                <span class="reread" hidden={problem != Some(Code::UnitUnclear)}>
                    { if problem == Some(Code::UnitUnclear) { self.reread(&frame) } else { html! {} } }
                </span>
            </div>
        }
    }
}

impl NumberField {
    /// The two ways to read an amount whose unit is unclear. Each writes the unit behind the number, as if it had been typed.
    fn reread(&self, frame: &Frame) -> Html {
        let words = frame.words();
        let button = |action, unit, label| {
            let (dispatcher, address) = (frame.dispatcher.clone(), self.address);
            let text: Rc<str> = [number_in(self.typed.text()), unit].concat().into();
            let press = Callback::from(move |event: MouseEvent| {
                dispatcher.dispatch(Action::Type(address, Rc::clone(&text)));
                // The buttons go; the field is what one looks at next.
                focus_field(&event);
            });
            html! { <button type="button" data-action={action} onclick={press}>{ label }</button> }
        };
        html! {
            <>
                { button("read-in-yuan", "元", words.number.read_in_yuan) }
                { button("read-in-wan-yuan", "万元", words.number.read_in_wan_yuan) }
            </>
        }
    }
}

/// Puts the focus on the field that a button belongs to.
fn focus_field(event: &MouseEvent) -> Option<()> {
    let field = event.target_dyn_into::<Element>()?.closest(".field").ok()??;
    field.query_selector("input").ok()??.dyn_into::<HtmlInputElement>().ok()?.focus().ok()
}

/// The keys that a phone offers: 亿 is on none of the keyboards for numbers.
fn keyboard(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Count | NumberKind::Rank => "numeric",
        NumberKind::Percent => "decimal",
        _ => "text",
    }
}

/// Whether a unit was typed behind the number, so that the field's own would be read a second time.
fn names_its_unit(typed: &Typed) -> bool {
    let number = number_in(typed.text());
    match typed.kind() {
        NumberKind::Count => number.ends_with(['家', '户', '个', '個', '项', '項', '人', '名', '件', '台', '条']),
        NumberKind::Rank => false,
        _ => number.trim_end_matches([')', '）', '整']).ends_with(['元', '万', '亿', '萬', '億', '%', '％', '‰']),
    }
}

/// On paper, a text that reads as it was meant, or that was refused; a dash where nothing was filled in.
fn as_typed(typed: &Typed, unit: &str) -> String {
    match typed.text().trim() {
        "" => "—".to_owned(),
        text if names_its_unit(typed) || unit.is_empty() => text.to_owned(),
        text => [text, if unit == "%" { "" } else { " " }, unit].concat(),
    }
}
