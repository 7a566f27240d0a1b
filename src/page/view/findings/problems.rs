//! The problems: every entry that was refused, each with a link to its field.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use crate::view::kit::link::link_to;
use engine::address::Side;
use formatting::explanation::naming::full;
use model::assessment::{Assessment, Problem, Spot};

/// Every entry that was refused.
pub fn problems(frame: &Frame, assessment: &Assessment) -> Html {
    let words = frame.words();
    let one = |(index, problem): (usize, &Problem)| {
        let (id, name) = match problem.at {
            Spot::Figure(address) => (frame.name(address), full(address, &frame.rules, frame.period, frame.lang)),
            Spot::LastYear(Side::Now) => ("last_year".into(), words.years.last_year.to_owned()),
            Spot::LastYear(Side::Baseline) => ("baseline_last_year".into(), words.years.baseline_last_year.to_owned()),
            Spot::Field => (AttrValue::from("field"), words.field.to_owned()),
            Spot::Score(_) => (AttrValue::from("scores"), words.scores.to_owned()),
        };
        let says = html! { <>{ name }{ words.colon }{ (words.number.problem_in_brief)(problem.code) }</> };
        html! { <li key={index} data-refusal={id.clone()}>{ link_to(&frame.dispatcher, id, says) }</li> }
    };
    html! {
        <section class="refusals" hidden={assessment.problems.is_empty()}>
            <h2>{ words.problems }</h2>
            <p class="quiet">{ words.problems_means }</p>
            <ul>{ for assessment.problems.iter().enumerate().map(one) }</ul>
        </section>
    }
}
