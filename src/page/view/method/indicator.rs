//! One indicator: what it is for, what is gathered, what is computed, and what each stage asks.

use yew::prelude::*;

use super::criteria::criteria;
use super::figure::figure;
use super::index::indicator_id;
use super::measure::measure;
use super::panel::Method;
use crate::view::findings::quotation::quotation;
use engine::ids::IndicatorId;
use engine::ruleset::Stage;
use formatting::explanation::gathering::Gathered;
use formatting::number::plain;
use formatting::texts::words;
use model::rules::Rules;

/// An indicator with the figures that it uses.
pub fn indicator(props: &Method, rules: &Rules, id: IndicatorId, gathered: &[Gathered]) -> Html {
    let lang = props.lang;
    let (words, method) = (words(lang), words(lang).method);
    let indicator = &rules.indicators[id];
    let points = indicator.points.map(|points| (method.points)(&plain(points.into()).text));
    let figure = |gathered: &Gathered| figure(props, rules, id, gathered);
    let stage = |stage: Stage| criteria(lang, rules, id, stage);
    html! {
        <article key={indicator.id.clone()} class="indicator-rules">
            <details open={!props.folded}>
            <summary>
            <h5 id={indicator_id(indicator)} tabindex="-1">
                <span class="ordinal">{ indicator.number }</span>
                { indicator.title.get(lang) }
                if let Some(points) = points {
                    <span class="quiet">{ points }</span>
                }
            </h5>
            </summary>
            <div class="indicator-body">
            <p class="label">{ words.purpose }</p>
            { quotation(lang, &indicator.purpose, (words.source)(rules.annex, indicator.number)) }
            <div class="facet">
                <h6>{ method.figures }</h6>
                if gathered.is_empty() {
                    <p>{ method.no_figures }</p>
                }
                { for gathered.iter().map(figure) }
            </div>
            if !indicator.measures.is_empty() {
                <div class="facet">
                    <h6>{ method.computed }</h6>
                    { for indicator.measures.iter().map(|one| measure(one, lang)) }
                </div>
            }
            <div class="facet">
                <h6>{ method.asked }</h6>
                <div class="stages">{ stage(Stage::Creation) }{ stage(Stage::Recognition) }</div>
            </div>
            </div>
            </details>
        </article>
    }
}
