//! The note that a person may write on an indicator that reviewers judge.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::ids::IndicatorId;
use model::action::Action;

/// The note on an indicator.
pub fn note(frame: &Frame, indicator: IndicatorId, text: &Rc<str>) -> Html {
    let id = ["notes.", &frame.rules.indicators[indicator].id].concat();
    let typed = frame.act(move |event: InputEvent| {
        Action::Note(indicator, event.target_unchecked_into::<HtmlTextAreaElement>().value().into())
    });
    html! {
        <div class="field note" data-blank={if text.trim().is_empty() { "true" } else { "false" }}>
            <label for={id.clone()}>{ frame.words().note }</label>
            <textarea id={id.clone()} name={id} rows="2" value={AttrValue::from(text.clone())} oninput={typed} />
            <p class="printed">{ AttrValue::from(text.clone()) }</p>
        </div>
    }
}
