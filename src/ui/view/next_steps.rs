//! What to do next, each a way to the place where it is done.

use yew::prelude::*;

use super::badge::{Badge, outcome_name};
use super::frame::use_frame;
use super::leap::Leap;
use crate::ui::show::steps::Step;

#[derive(PartialEq, Properties)]
pub struct NextStepsProps {
    pub steps: Vec<Step>,
}

#[component]
pub fn NextSteps(props: &NextStepsProps) -> Html {
    let frame = use_frame();
    let words = frame.words();
    let own = words.overview;
    let step = |(place, step): (usize, &Step)| {
        let says = step.says.iter().map(|says| html! { <span key={says.clone()}>{ says }</span> });
        html! {
            <li key={place} class="step">
                <Leap to={step.to.clone()}>{ step.name.clone() }</Leap>
                <p class="step-says">{ for says }</p>
            </li>
        }
    };
    let task = |steps: &[Step]| {
        let task = steps[0].task;
        let name = outcome_name(task.outcome());
        let (open, close) = words.brackets;
        html! {
            <li key={(own.task)(task)} class="task" data-outcome={name}>
                <h3>
                    <Badge outcome={task.outcome()} bare={true} />
                    { (own.task)(task) }
                    <span class="remark">{ open }{ steps.len() }{ close }</span>
                </h3>
                <p class="quiet">{ (own.task_means)(task) }</p>
                <ul class="task-steps">{ for steps.iter().enumerate().map(step) }</ul>
            </li>
        }
    };
    html! {
        <section class="card next">
            <h2>{ own.next }</h2>
            <p class="quiet" hidden={props.steps.is_empty()}>{ own.order_is_ours }</p>
            <p class="nothing-left" hidden={!props.steps.is_empty()}>{ own.nothing_left }</p>
            <ol class="tasks">{ for props.steps.chunk_by(|one, next| one.task == next.task).map(task) }</ol>
        </section>
    }
}
