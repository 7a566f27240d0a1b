//! Figures that do not go together: worth a question, changing no outcome.

use std::rc::Rc;

use yew::prelude::*;

use crate::formatting::explanation::naming::full;
use crate::view::kit::frame::use_frame;
use crate::view::kit::leap::leap_to;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use engine::address::Address;
use model::assessment::{Assessment, Warning};

#[derive(PartialEq)]
pub struct Doubts {
    pub assessment: Rc<Assessment>,
}

impl Piece for Doubts {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let figure = |address: &Address| {
            let name = frame.name(*address);
            html! {
                <li key={name.to_string()}>
                    {
                        leap_to(name, html! { { full(*address, &frame.rules, frame.stage, frame.lang) } })
                    }
                </li>
            }
        };
        // Said once of all the years in which it is so.
        let one = |doubts: &[Warning]| {
            let relation = doubts[0].relation.map(|relation| &frame.rules.plausibility[relation]);
            let message = relation.map_or(words.years_far_apart.into(), |relation| frame.say(&relation.message));
            html! {
                <li key={relation.map(|relation| relation.code.clone()).unwrap_or_default()}>
                    { message }
                    <ul>{ for doubts.iter().flat_map(|doubt| &doubt.at).map(figure) }</ul>
                </li>
            }
        };
        let same = |one: &Warning, next: &Warning| one.relation == next.relation;
        html! {
            <section class="doubts" hidden={self.assessment.warnings.is_empty()}>
                <h2>{ words.warnings }</h2>
                <ul>{ for self.assessment.warnings.chunk_by(same).map(one) }</ul>
            </section>
        }
    }
}
