//! The error summary: every refused entry, each a way to its field.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::use_frame;
use super::leap::Leap;
use super::rendered::rendered;
use crate::ui::show::naming::full;
use crate::ui::state::assessment::{Assessment, Refusal, Spot};

#[derive(PartialEq, Properties)]
pub struct RefusalsProps {
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn Refusals(props: &RefusalsProps) -> Html {
    rendered("Refusals");
    let frame = use_frame();
    let words = frame.words();
    let one = |(place, refusal): (usize, &Refusal)| {
        let (id, name) = match refusal.at {
            Spot::Figure(address) => (frame.name(address), full(address, &frame.rules, frame.stage, frame.lang)),
            Spot::Field => (AttrValue::from("field"), words.field.to_owned()),
            Spot::Score(_) => (AttrValue::from("scores"), words.scores.to_owned()),
        };
        html! {
            <li key={place} data-refusal={id.clone()}>
                <Leap to={id}>{ name }{ words.colon }{ (words.refusal_in_brief)(refusal.code) }</Leap>
            </li>
        }
    };
    html! {
        <section class="refusals" hidden={props.assessment.problems.is_empty()}>
            <h2>{ words.problems }</h2>
            <p class="quiet">{ words.problems_means }</p>
            <ul>{ for props.assessment.problems.iter().enumerate().map(one) }</ul>
        </section>
    }
}
