//! What to do next, each a way to the place where it is done.

use yew::prelude::*;

use crate::formatting::explanation::steps::Step;
use crate::view::findings::badge::Badge;
use crate::view::kit::frame::use_frame;
use crate::view::kit::leap::leap_to;
use crate::view::kit::piece::{Hook, HookContext, Piece, piece};

#[derive(PartialEq)]
pub struct NextSteps {
    pub steps: Vec<Step>,
}

impl Piece for NextSteps {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let own = words.overview;
        let step = |(index, step): (usize, &Step)| {
            let says = step.says.iter().map(|says| html! { <span key={says.clone()}>{ says }</span> });
            html! {
                <li key={index} class="step">
                    { leap_to(step.to.clone(), html! { { step.name.clone() } }) }
                    <p class="step-says">{ for says }</p>
                </li>
            }
        };
        let task = |steps: &[Step]| {
            let task = steps[0].task;
            let name = task.outcome().as_str();
            let (open, close) = words.brackets;
            html! {
                <li key={(own.task)(task)} class="task" data-outcome={name}>
                    <h3>
                        { piece(Badge { outcome: task.outcome(), bare: true }) }
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
                <p class="quiet" hidden={self.steps.is_empty()}>{ own.order_is_ours }</p>
                <p class="nothing-left" hidden={!self.steps.is_empty()}>{ own.nothing_left }</p>
                <ol class="tasks">{ for self.steps.chunk_by(|one, next| one.task == next.task).map(task) }</ol>
            </section>
        }
    }
}
