//! The error summary: every refused entry, each a way to its field.

use yew::prelude::*;

use crate::formatting::explanation::naming::full;
use crate::view::kit::frame::Frame;
use crate::view::kit::leap::leap_to;
use model::assessment::{Assessment, Refusal, Spot};

/// Every entry that was refused.
pub fn refusals(frame: &Frame, assessment: &Assessment) -> Html {
    let words = frame.words();
    let one = |(index, refusal): (usize, &Refusal)| {
        let (id, name) = match refusal.at {
            Spot::Figure(address) => (frame.name(address), full(address, &frame.rules, frame.stage, frame.lang)),
            Spot::Field => (AttrValue::from("field"), words.field.to_owned()),
            Spot::Score(_) => (AttrValue::from("scores"), words.scores.to_owned()),
        };
        let says = html! { <>{ name }{ words.colon }{ (words.refusal_in_brief)(refusal.code) }</> };
        html! { <li key={index} data-refusal={id.clone()}>{ leap_to(&frame.dispatcher, id, says) }</li> }
    };
    html! {
        <section class="refusals" hidden={assessment.problems.is_empty()}>
            <h2>{ words.problems }</h2>
            <p class="quiet">{ words.problems_means }</p>
            <ul>{ for assessment.problems.iter().enumerate().map(one) }</ul>
        </section>
    }
}
