//! What a stage asks of an indicator: the rule in words, the plan's sentence, and how sure it is.

use yew::prelude::*;

use crate::view::findings::certainty::certainty_note;
use crate::view::findings::quotation::quotation;
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use engine::ruleset::{Criterion, MeasureUnit, Rule, Stage, Threshold};
use engine::text::Lang;
use formatting::explanation::comparison::demand;
use formatting::texts::words;
use model::rules::Rules;

/// The criteria of an indicator at a stage.
pub fn criteria(lang: Lang, rules: &Rules, indicator: IndicatorId, stage: Stage) -> Html {
    let indicator = &rules.indicators[indicator];
    let criteria = indicator.criteria(stage);
    let one = |(index, criterion): (usize, &Criterion)| {
        let like_before = |other: &Criterion| (&other.quote, &other.note) == (&criterion.quote, &criterion.note);
        // A sentence that stands behind several criteria is quoted with the last of them.
        let said_again = criteria[index + 1..].iter().any(like_before);
        let note = criterion.note.as_ref().filter(|_| !said_again);
        let note = note.map(|note| AttrValue::from(note.get(lang).to_owned()));
        let source =
            [&(words(lang).source)(rules.annex, indicator.number), words(lang).separator, (words(lang).stage)(stage)];
        let measure = criterion.measure.map(|measure| &indicator.measures[measure]);
        let demanded = demand_in_words(lang, rules, stage, criterion, measure.map(|measure| measure.unit));
        html! {
            <div key={index} class="criterion-rules">
                <p>
                    if let Some(measure) = measure {
                        <span>{ measure.title.get(lang) }{ words(lang).colon }</span>
                    }
                    <strong>{ demanded }</strong>
                </p>
                if !said_again {
                    <div>{ quotation(lang, &criterion.quote, source.concat()) }</div>
                }
                { certainty_note(lang, criterion.certainty, note) }
            </div>
        }
    };
    html! {
        <div class="stage-rules">
            <p class="stage-name">{ (words(lang).stage)(stage) }</p>
            { for criteria.iter().enumerate().map(one) }
        </div>
    }
}

/// The rule and its threshold; where a figure sets it, which.
fn demand_in_words(
    lang: Lang,
    rules: &Rules,
    stage: Stage,
    criterion: &Criterion,
    unit: Option<MeasureUnit>,
) -> String {
    let words = words(lang);
    match &criterion.rule {
        Rule::AtLeast(Threshold::Compound(rates)) => {
            (words.at_least)(&(words.method.compounded)(rules.figures[*rates].title.get(lang)))
        }
        // Without a measure nothing is shown in any unit.
        rule => demand(rule, unit.unwrap_or(MeasureUnit::Count), stage, words)
            .unwrap_or_else(|| (words.outcome)(Outcome::Unstated).to_owned()),
    }
}
