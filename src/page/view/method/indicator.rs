//! One indicator: what it is for, what is gathered, what is computed, and what each stage asks.

use yew::prelude::*;

use super::criteria::Criteria;
use super::figure::FigureRules;
use super::index::indicator_id;
use super::measure::measure;
use crate::formatting::explanation::gathering::Gathered;
use crate::formatting::number::plain;
use crate::texts::words;
use crate::view::findings::quotation::Quotation;
use crate::view::kit::piece::{HookContext, Piece, keyed, piece};
use engine::ids::{Id, IndicatorId};
use engine::ruleset::Stage;
use engine::text::Lang;
use model::rules::Rules;

#[derive(PartialEq)]
pub struct IndicatorRules {
    pub lang: Lang,
    pub rules: Rules,
    pub indicator: IndicatorId,
    pub gathered: Vec<Gathered>,
}

impl Piece for IndicatorRules {
    fn show(&self, _: &mut HookContext) -> Html {
        let (lang, rules, index) = (self.lang, &self.rules, self.indicator);
        let (words, method) = (words(lang), words(lang).method);
        let indicator = &rules.indicators[index];
        let points = indicator.points.map(|points| (method.points)(&plain(points.into()).text));
        let figure = |gathered: &Gathered| {
            let key = gathered.figure;
            keyed(key.index(), FigureRules { lang, rules: rules.clone(), here: index, gathered: gathered.clone() })
        };
        let stage = |stage: Stage| piece(Criteria { lang, rules: rules.clone(), indicator: index, stage });
        html! {
            <article class="indicator-rules">
                <h5 id={indicator_id(indicator)} tabindex="-1">
                    <span class="ordinal">{ indicator.number }</span>
                    { indicator.title.get(lang) }
                    <span class="quiet" hidden={points.is_none()}>{ points.unwrap_or_default() }</span>
                </h5>
                <p class="label">{ words.purpose }</p>
                {
                    piece(Quotation {
                        lang,
                        quote: indicator.purpose.clone().into(),
                        source: (words.source)(rules.annex, indicator.number).into(),
                    })
                }
                <div class="facet">
                    <h6>{ method.figures }</h6>
                    <p hidden={!self.gathered.is_empty()}>{ method.no_figures }</p>
                    { for self.gathered.iter().map(figure) }
                </div>
                <div class="facet" hidden={indicator.measures.is_empty()}>
                    <h6>{ method.computed }</h6>
                    { for indicator.measures.iter().map(|one| measure(one, lang)) }
                </div>
                <div class="facet">
                    <h6>{ method.asked }</h6>
                    <div class="stages">{ stage(Stage::Creation) }{ stage(Stage::Recognition) }</div>
                </div>
            </article>
        }
    }
}
