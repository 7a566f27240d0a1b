//! A person's own note on an indicator that reviewers judge.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::frame::use_frame;
use super::rendered::rendered;
use crate::ui::state::action::Action;

#[derive(PartialEq, Properties)]
pub struct NoteProps {
    /// The indicator, by its place in the track.
    pub indicator: usize,
    pub text: Rc<str>,
}

#[component]
pub fn Note(props: &NoteProps) -> Html {
    rendered("Note");
    let frame = use_frame();
    let indicator = props.indicator;
    let id = ["notes.", &frame.rules.indicators[indicator].id].concat();
    let typed = frame.act(move |event: InputEvent| {
        Action::Note(indicator, event.target_unchecked_into::<HtmlTextAreaElement>().value().into())
    });
    html! {
        <div class="field note" data-blank={if props.text.trim().is_empty() { "true" } else { "false" }}>
            <label for={id.clone()}>{ frame.words().note }</label>
            <textarea id={id.clone()} name={id} rows="4" value={AttrValue::from(props.text.clone())} oninput={typed} />
            <p class="printed">{ AttrValue::from(props.text.clone()) }</p>
        </div>
    }
}
