//! The person's own scores, weighed as the plan weighs them.

use yew::prelude::*;

use super::score_field::{ScoreField, score_field};
use crate::view::findings::quotation::quotation;
use crate::view::kit::frame::Frame;
use engine::ruleset::Stage;
use engine::score::Score;
use formatting::explanation::weighing::{mean, weighed};
use model::sheet::{Scored, Scores};

/// The scores as typed and, once all are there, what the engine makes of them.
pub fn weighing(frame: &Frame, scores: &Scores, score: Option<&Score>) -> Html {
    let words = frame.words();
    let overview = words.overview;
    let weighing = &frame.rules.ruleset.weighing;
    let fields = Scored::asked(&frame.rules).into_iter().map(|which| {
        let (id, label, remark, typed) = match which {
            Scored::Basics => ("scores.basics".into(), overview.basics.into(), String::new(), &scores.basics),
            Scored::Workplan => ("scores.workplan".into(), overview.workplan.into(), String::new(), &scores.workplan),
            Scored::Indicator(id) => {
                let indicator = &frame.rules.indicators[id];
                let points = indicator.points.map(|points| (overview.points)(&points.to_string())).unwrap_or_default();
                let name = ["scores.indicators.", &indicator.id].concat();
                (name.into(), frame.say(&indicator.title), points, &scores.indicators[id])
            }
        };
        score_field(frame, ScoreField { which, id, label, remark: remark.into(), typed })
    });
    let of_basics = score.and_then(|score| mean(score, scores, &frame.rules, words));
    let of_basics = of_basics.map(|mean| [overview.basics, words.colon, &mean].concat());
    let total = score.map(|score| weighed(score, weighing, words));
    // The plan weighs at creation. Elsewhere nobody is asked, but what a file brought can be seen and corrected.
    let any = [&scores.basics, &scores.workplan].into_iter().chain(&scores.indicators);
    let asked = frame.stage == Stage::Creation || any.into_iter().any(|typed| !typed.is_blank());
    html! {
        <section class="card calculator" hidden={!asked}>
            <h2>{ overview.weighing }</h2>
            <p><strong class="tag">{ overview.only_a_trial }</strong>{ " " }{ overview.weighing_means }</p>
            { quotation(frame.lang, &weighing.quote, frame.say(&weighing.source)) }
            <fieldset class="scores" id="scores">
                <legend>{ words.scores }</legend>
                <div class="score-fields">{ for fields }</div>
            </fieldset>
            <p class="equation" hidden={of_basics.is_none()}>{ of_basics.unwrap_or_default() }</p>
            <p class="weighed" data-known={if total.is_some() { "true" } else { "false" }}>
                <span>{ overview.weighed }{ words.colon }</span>
                <output class="equation">{ total.unwrap_or_else(|| overview.weighed_waits.to_owned()) }</output>
            </p>
        </section>
    }
}
