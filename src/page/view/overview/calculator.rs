//! The person's own scores, weighed as the plan weighs them. A what-if, and named so.

use yew::prelude::*;

use super::score_field::ScoreField;
use crate::formatting::explanation::weighing::{mean, weighed};
use crate::view::findings::quotation::Quotation;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece, keyed, piece};
use engine::ids::IndicatorId;
use engine::ruleset::{Indicator, Stage};
use engine::score::Score;
use model::sheet::{Scored, Scores};

#[derive(PartialEq)]
pub struct Calculator {
    /// The scores as typed.
    pub scores: Scores,
    /// What the engine makes of them, once all are there.
    pub score: Option<Score>,
}

impl Piece for Calculator {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let own = words.overview;
        let weighing = &frame.rules.ruleset.weighing;
        let with_points = || frame.rules.indicators.with_ids().filter(|(_, one)| one.points.is_some());
        let basics = (with_points().count() == 0).then(|| {
            keyed(
                "basics",
                ScoreField {
                    remark: AttrValue::default(),
                    which: Scored::Basics,
                    id: "scores.basics".into(),
                    label: own.basics.into(),
                    typed: self.scores.basics.clone(),
                },
            )
        });
        let indicator = |(id, indicator): (IndicatorId, &Indicator)| {
            let points = indicator.points.map(|points| (own.points)(&points.to_string())).unwrap_or_default();
            keyed(
                indicator.id.clone(),
                ScoreField {
                    which: Scored::Indicator(id),
                    id: ["scores.indicators.", &indicator.id].concat().into(),
                    label: frame.say(&indicator.title),
                    remark: points.into(),
                    typed: self.scores.indicators[id].clone(),
                },
            )
        };
        let workplan = keyed(
            "workplan",
            ScoreField {
                remark: AttrValue::default(),
                which: Scored::Workplan,
                id: "scores.workplan".into(),
                label: own.workplan.into(),
                typed: self.scores.workplan.clone(),
            },
        );
        let fields = basics.into_iter().chain(with_points().map(indicator)).chain(std::iter::once(workplan));
        let of_basics = self.score.as_ref().and_then(|score| mean(score, &self.scores, &frame.rules, words));
        let of_basics = of_basics.map(|mean| [own.basics, words.colon, &mean].concat());
        let total = self.score.as_ref().map(|score| weighed(score, weighing, words));
        // The plan weighs at creation. Elsewhere nobody is asked, but what a file brought can be seen and corrected.
        let any = [&self.scores.basics, &self.scores.workplan].into_iter().chain(&self.scores.indicators);
        let asked = frame.stage == Stage::Creation || any.into_iter().any(|typed| !typed.is_blank());
        html! {
            <section class="card calculator" hidden={!asked}>
                <h2>{ own.weighing }</h2>
                <p><strong class="tag">{ own.only_a_trial }</strong>{ " " }{ own.weighing_means }</p>
                {
                    piece(Quotation {
                        lang: frame.lang,
                        quote: weighing.quote.clone().into(),
                        source: frame.say(&weighing.source),
                    })
                }
                <fieldset class="scores" id="scores">
                    <legend>{ words.scores }</legend>
                    <div class="score-fields">{ for fields }</div>
                </fieldset>
                <p class="equation" hidden={of_basics.is_none()}>{ of_basics.unwrap_or_default() }</p>
                <p class="weighed" data-known={if total.is_some() { "true" } else { "false" }}>
                    <span>{ own.weighed }{ words.colon }</span>
                    <output class="equation">{ total.unwrap_or_else(|| own.weighed_waits.to_owned()) }</output>
                </p>
            </section>
        }
    }
}
