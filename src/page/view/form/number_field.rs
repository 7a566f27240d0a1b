//! One number as typed, and what was understood of it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};
use yew::prelude::*;

use crate::formatting::number::understood;
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::keys::move_on;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::number::NumberKind;
use model::action::Action;
use model::address::Address;
use model::clipping::block;
use model::unit::AmountUnit;

#[derive(PartialEq)]
pub struct NumberField {
    pub address: Address,
    pub label: AttrValue,
    /// A remark behind the label.
    pub remark: AttrValue,
    /// What it is in; amounts are in the person's unit.
    pub unit: AttrValue,
    pub kind: NumberKind,
    /// The text exactly as typed.
    pub text: Rc<str>,
    pub disabled: bool,
}

impl Memo for NumberField {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let address = self.address;
        let id = frame.name(address);
        let (unit_id, equals_id, problem_id) =
            ([&*id, "/unit"].concat(), [&*id, "/echo"].concat(), [&*id, "/refusal"].concat());
        let (unit, submitted) = match self.kind {
            NumberKind::Amount | NumberKind::SignedAmount => {
                let name = AttrValue::from((frame.words().workbench.amount_unit_name)(frame.unit));
                (name, frame.unit.as_read_in(AmountUnit::WanYuan, &self.text))
            }
            _ => (self.unit.clone(), Rc::clone(&self.text)),
        };
        let read = understood(&submitted, self.kind, &unit, frame.words());
        let problem = read.as_ref().err().copied().filter(|_| !self.disabled);
        let read = read.ok().flatten();
        let printed = read.clone().unwrap_or_else(|| as_typed(self, &unit));
        let equals = read.map(|number| ["= ", &number].concat()).unwrap_or_default();
        let state = match problem {
            Some(_) => "refused",
            None if self.text.trim().is_empty() => "blank",
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
                        inputmode={keyboard(self.kind)}
                        autocomplete="off"
                        spellcheck="false"
                        value={AttrValue::from(self.text.clone())}
                        disabled={self.disabled}
                        readonly={given}
                        aria-invalid={if problem.is_some() { "true" } else { "false" }}
                        aria-describedby={[&*unit_id, " ", &problem_id, " ", &equals_id].concat()}
                        oninput={typed}
                        onpaste={paste(&frame, address)}
                        onkeydown={Callback::from(|event: KeyboardEvent| move_on(&event))}
                    />
                    <span class="unit" id={unit_id} data-typed={if names_its_unit(self) { "true" } else { "false" }}>
                        { unit }
                    </span>
                </span>
                <span class="printed">{ printed }</span>
                <span class="echo" id={equals_id}>{ equals }</span>
                <span class="refusal" id={problem_id} hidden={problem.is_none()}>
                    { problem.map_or("", |code| (frame.words().refusal)(code, self.kind)) }
                </span>
            </div>
        }
    }
}

/// A block of cells fills the neighbouring fields as well; anything else is pasted by the browser.
fn paste(frame: &Frame, address: Address) -> Callback<Event> {
    let (dispatcher, given) = (frame.dispatcher.clone(), frame.is_given(address));
    Callback::from(move |event: Event| {
        // A field that cannot be typed into begins nothing either.
        if given {
            return;
        }
        let clipboard = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        let text = clipboard.and_then(|clipboard| clipboard.get_data("text/plain").ok());
        if let Some(block) = text.as_deref().and_then(block) {
            event.prevent_default();
            dispatcher.dispatch(Action::Paste(address, block));
        }
    })
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
fn names_its_unit(props: &NumberField) -> bool {
    let has_other_units = !matches!(props.kind, NumberKind::Count | NumberKind::Rank);
    has_other_units && props.text.trim_end().ends_with(['元', '万', '亿', '%', '％'])
}

/// On paper, a text that reads as it was meant, or that was refused; a dash where nothing was filled in.
fn as_typed(props: &NumberField, unit: &str) -> String {
    match props.text.trim() {
        "" => "—".to_owned(),
        text if names_its_unit(props) || unit.is_empty() => text.to_owned(),
        text => [text, if unit == "%" { "" } else { " " }, unit].concat(),
    }
}
