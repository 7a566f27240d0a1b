//! A choice from a list. On paper, the choice alone.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::frame::use_frame;

#[derive(PartialEq, Properties)]
pub struct SelectProps {
    /// Its name and id.
    pub id: AttrValue,
    /// What stands there while nothing is chosen; without one, something always is.
    #[prop_or_default]
    pub prompt: Option<&'static str>,
    /// What is chosen; empty for nothing.
    pub chosen: Rc<str>,
    /// The values to choose from, each with what a person reads.
    pub options: Vec<(AttrValue, AttrValue)>,
    #[prop_or_default]
    pub disabled: bool,
    pub onchoose: Callback<Rc<str>>,
}

#[component]
pub fn Select(props: &SelectProps) -> Html {
    let frame = use_frame();
    let element = use_node_ref();
    {
        // Attributes say nothing to a list that a person has already used: what is chosen is set on the element itself.
        let element = element.clone();
        use_effect_with((props.chosen.clone(), props.options.clone()), move |(chosen, _)| {
            if let Some(element) = element.cast::<HtmlSelectElement>() {
                element.set_value(chosen);
            }
        });
    }
    let onchange =
        props.onchoose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value().into());
    let option = |(value, name): &(AttrValue, AttrValue)| {
        html! { <option key={value.to_string()} value={value.clone()}>{ name.clone() }</option> }
    };
    let chosen = props.options.iter().find(|(value, _)| **value == *props.chosen);
    html! {
        <>
            <select id={props.id.clone()} name={props.id.clone()} ref={element} disabled={props.disabled} {onchange}>
                <option key="" value="" hidden={props.prompt.is_none()}>{ props.prompt.unwrap_or_default() }</option>
                { for props.options.iter().map(option) }
            </select>
            <span class="printed">{ chosen.map_or(AttrValue::from(frame.words().unfilled), |(_, name)| name.clone()) }</span>
        </>
    }
}
