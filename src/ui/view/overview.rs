//! All indicators at one glance: the conclusion, what to do next, how far each is, and the trial of the overall score.

use std::rc::Rc;

use yew::prelude::*;

use super::calculator::Calculator;
use super::doubts::Doubts;
use super::frame::use_frame;
use super::glance::Glance;
use super::next_steps::NextSteps;
use super::picture::Picture;
use crate::ui::show::picture::rows;
use crate::ui::show::steps::steps;
use crate::ui::state::assessment::Assessment;
use crate::ui::state::sheet::Sheet;

#[derive(PartialEq, Properties)]
pub struct OverviewProps {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let frame = use_frame();
    let words = frame.words();
    let (sheet, assessment) = (&props.sheet, &props.assessment);
    html! {
        <div class="overview">
            <section class="card conclusions">
                <h2>{ words.summary }</h2>
                <Glance verdict={assessment.verdict} outcomes={assessment.outcomes} />
                <p class="quiet">{ words.unofficial }</p>
            </section>
            <NextSteps steps={steps(sheet, assessment, &frame.rules, frame.stage, frame.lang)} />
            <Doubts assessment={assessment.clone()} />
            <Picture rows={rows(assessment, &frame.rules, frame.stage, frame.lang)} />
            <Calculator scores={sheet.scores.clone()} score={assessment.score.clone()} />
        </div>
    }
}
