//! What to do next, each with a link to the place where it is done.

use yew::prelude::*;

use crate::view::findings::badge::bare_badge;
use crate::view::kit::frame::Frame;
use crate::view::kit::link::link_to;
use formatting::explanation::steps::Step;

/// The steps, task by task.
pub fn next_steps(frame: &Frame, steps: &[Step]) -> Html {
    let words = frame.words();
    let overview = words.overview;
    let step = |(index, step): (usize, &Step)| {
        let says = step.says.iter().map(|says| html! { <span key={says.clone()}>{ says }</span> });
        html! {
            <li key={index} class="step">
                { link_to(&frame.dispatcher, step.to.clone(), html! { { step.name.clone() } }) }
                <p class="step-says">{ for says }</p>
            </li>
        }
    };
    let task = |steps: &[Step]| {
        let task = steps[0].task;
        let name = task.outcome().as_str();
        let (open, close) = words.brackets;
        html! {
            <li key={(overview.task)(task)} class="task" data-outcome={name}>
                <h3>
                    { bare_badge(task.outcome(), words) }
                    { (overview.task)(task) }
                    <span class="remark">{ open }{ steps.len() }{ close }</span>
                </h3>
                <p class="quiet">{ (overview.task_means)(task) }</p>
                <ul class="task-steps">{ for steps.iter().enumerate().map(step) }</ul>
            </li>
        }
    };
    html! {
        <section class="card next">
            <h2>{ overview.next }</h2>
            if steps.is_empty() {
                <p class="nothing-left">{ overview.nothing_left }</p>
            } else {
                <p class="quiet">{ overview.order_is_ours }</p>
            }
            <ol class="tasks">{ for steps.chunk_by(|one, next| one.task == next.task).map(task) }</ol>
        </section>
    }
}
