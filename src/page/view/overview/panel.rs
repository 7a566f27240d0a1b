//! All indicators at once: the conclusion, what to do next, how far each is, and the weighing of scores.

use std::rc::Rc;

use yew::prelude::*;

use super::distances::distances;
use super::next_steps::next_steps;
use super::weighing::weighing;
use crate::view::findings::conclusion::conclusion;
use crate::view::findings::warnings::warnings;
use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use formatting::explanation::distances::rows;
use formatting::explanation::steps::steps;
use model::assessment::Assessment;
use model::sheet::Sheet;

#[derive(PartialEq)]
pub struct Overview {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

impl Memo for Overview {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let (sheet, assessment) = (&self.sheet, &self.assessment);
        html! {
            <div class="overview">
                <section class="card conclusions">
                    <h2>{ words.summary }</h2>
                    { conclusion(assessment.verdict, assessment.outcomes, words) }
                    <p class="quiet">{ words.unofficial }</p>
                </section>
                { next_steps(&frame, &steps(sheet, assessment, &frame.rules, frame.stage, frame.lang)) }
                { warnings(&frame, assessment) }
                { distances(&frame, &rows(assessment, &frame.rules, frame.stage, frame.lang)) }
                { weighing(&frame, &sheet.scores, assessment.score.as_ref()) }
            </div>
        }
    }
}
