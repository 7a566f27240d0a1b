//! A choice from a list. On paper, the choice alone.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::frame::use_frame;
use super::memo::{Hook, HookContext, Memo};

#[derive(PartialEq)]
pub struct Select {
    /// Its name and id.
    pub id: AttrValue,
    /// What stands there while nothing is chosen; without one, something always is.
    pub prompt: Option<&'static str>,
    /// What is chosen; empty for nothing.
    pub chosen: Rc<str>,
    /// The values to choose from, each with what a person reads.
    pub options: Vec<(AttrValue, AttrValue)>,
    pub disabled: bool,
    pub onchoose: Callback<Rc<str>>,
}

impl Memo for Select {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let element = use_node_ref().run(hooks);
        {
            // Attributes say nothing to a list that a person has already used: what is chosen is set on the element itself.
            let element = element.clone();
            use_effect_with((self.chosen.clone(), self.options.clone()), move |(chosen, _)| {
                if let Some(element) = element.cast::<HtmlSelectElement>() {
                    element.set_value(chosen);
                }
            })
            .run(hooks);
        }
        let onchange =
            self.onchoose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value().into());
        let option = |(value, name): &(AttrValue, AttrValue)| {
            html! { <option key={value.to_string()} value={value.clone()}>{ name.clone() }</option> }
        };
        let chosen = self.options.iter().find(|(value, _)| **value == *self.chosen);
        html! {
            <>
                <select id={self.id.clone()} name={self.id.clone()} ref={element} disabled={self.disabled} {onchange}>
                    <option key="" value="" hidden={self.prompt.is_none()}>{ self.prompt.unwrap_or_default() }</option>
                    { for self.options.iter().map(option) }
                </select>
                <span class="printed">{ chosen.map_or(AttrValue::from(frame.words().unfilled), |(_, name)| name.clone()) }</span>
            </>
        }
    }
}
