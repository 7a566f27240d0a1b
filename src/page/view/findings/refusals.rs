//! The error summary: every refused entry, each a way to its field.

use std::rc::Rc;

use yew::prelude::*;

use crate::formatting::explanation::naming::full;
use crate::view::kit::frame::use_frame;
use crate::view::kit::leap::leap_to;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use model::assessment::{Assessment, Problem, Spot};

#[derive(PartialEq)]
pub struct Refusals {
    pub assessment: Rc<Assessment>,
}

impl Piece for Refusals {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let one = |(index, refusal): (usize, &Problem)| {
            let (id, name) = match refusal.at {
                Spot::Figure(address) => (frame.name(address), full(address, &frame.rules, frame.stage, frame.lang)),
                Spot::Field => (AttrValue::from("field"), words.field.to_owned()),
                Spot::Score(_) => (AttrValue::from("scores"), words.scores.to_owned()),
            };
            let says = html! { <>{ name }{ words.colon }{ (words.problem_in_brief)(refusal.code) }</> };
            html! { <li key={index} data-refusal={id.clone()}>{ leap_to(id, says) }</li> }
        };
        html! {
            <section class="refusals" hidden={self.assessment.problems.is_empty()}>
                <h2>{ words.problems }</h2>
                <p class="quiet">{ words.problems_means }</p>
                <ul>{ for self.assessment.problems.iter().enumerate().map(one) }</ul>
            </section>
        }
    }
}
