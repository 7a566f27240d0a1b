//! All indicators at one glance: the conclusion, what to do next, how far each is, and the what-if of the overall score.

use std::rc::Rc;

use yew::prelude::*;

use super::calculator::Calculator;
use super::next_steps::NextSteps;
use super::picture::Picture;
use crate::formatting::explanation::picture::rows;
use crate::formatting::explanation::steps::steps;
use crate::view::findings::doubts::Doubts;
use crate::view::findings::glance::Glance;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece, piece};
use model::assessment::Assessment;
use model::sheet::Sheet;

#[derive(PartialEq)]
pub struct Overview {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

impl Piece for Overview {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let (sheet, assessment) = (&self.sheet, &self.assessment);
        html! {
            <div class="overview">
                <section class="card conclusions">
                    <h2>{ words.summary }</h2>
                    { piece(Glance { verdict: assessment.verdict, outcomes: assessment.outcomes }) }
                    <p class="quiet">{ words.unofficial }</p>
                </section>
                { piece(NextSteps { steps: steps(sheet, assessment, &frame.rules, frame.stage, frame.lang) }) }
                { piece(Doubts { assessment: assessment.clone() }) }
                { piece(Picture { rows: rows(assessment, &frame.rules, frame.stage, frame.lang) }) }
                { piece(Calculator { scores: sheet.scores.clone(), score: assessment.score.clone() }) }
            </div>
        }
    }
}
