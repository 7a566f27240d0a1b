//! What a stage asks of an indicator: the rule in words, the plan's sentence, and how sure it is.

use yew::prelude::*;

use crate::formatting::explanation::comparison::demand;
use crate::texts::words;
use crate::view::findings::certainty::CertaintyNote;
use crate::view::findings::quotation::Quotation;
use crate::view::kit::piece::{HookContext, Piece, piece};
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use engine::ruleset::{Criterion, MeasureUnit, Rule, Stage, Threshold};
use engine::text::Lang;
use model::rules::Rules;

#[derive(PartialEq)]
pub struct Criteria {
    pub lang: Lang,
    pub rules: Rules,
    pub indicator: IndicatorId,
    pub stage: Stage,
}

impl Piece for Criteria {
    fn show(&self, _: &mut HookContext) -> Html {
        let criteria = self.rules.indicators[self.indicator].criteria(self.stage);
        let one = |(index, criterion): (usize, &Criterion)| {
            let like_before = |other: &Criterion| (&other.quote, &other.note) == (&criterion.quote, &criterion.note);
            // A sentence that stands behind several criteria is quoted with the last of them.
            let said_again = criteria[index + 1..].iter().any(like_before);
            html! { <div key={index} class="criterion-rules">{ asked(self, criterion, said_again) }</div> }
        };
        html! {
            <div class="stage-rules">
                <p class="stage-name">{ (words(self.lang).stage)(self.stage) }</p>
                { for criteria.iter().enumerate().map(one) }
            </div>
        }
    }
}

fn asked(props: &Criteria, criterion: &Criterion, said_again: bool) -> Html {
    let lang = props.lang;
    let words = words(lang);
    let indicator = &props.rules.indicators[props.indicator];
    let measure = criterion.measure.map(|index| &indicator.measures[index]);
    let source = (words.source)(props.rules.annex, indicator.number);
    let source = [&source, words.separator, (words.stage)(props.stage)].concat();
    let note = criterion.note.as_ref().filter(|_| !said_again).map(|note| AttrValue::from(note.get(lang).to_owned()));
    html! {
        <>
            <p>
                <span hidden={measure.is_none()}>
                    { measure.map_or("", |measure| measure.title.get(lang)) }{ words.colon }
                </span>
                <strong>{ demand_in_words(props, criterion, measure.map(|measure| measure.unit)) }</strong>
            </p>
            <div hidden={said_again}>{ piece(Quotation { lang, quote: criterion.quote.clone().into(), source: source.into() }) }</div>
            { piece(CertaintyNote { lang, certainty: criterion.certainty, note }) }
        </>
    }
}

/// The rule and its threshold; where a figure sets it, which.
fn demand_in_words(props: &Criteria, criterion: &Criterion, unit: Option<MeasureUnit>) -> String {
    let words = words(props.lang);
    match &criterion.rule {
        Rule::AtLeast(Threshold::Compound(rates)) => {
            (words.at_least)(&(words.method.compounded)(props.rules.figures[*rates].title.get(props.lang)))
        }
        // Without a measure nothing is shown in any unit.
        rule => demand(rule, unit.unwrap_or(MeasureUnit::Count), props.stage, words)
            .unwrap_or_else(|| (words.outcome)(Outcome::Unstated).to_owned()),
    }
}
