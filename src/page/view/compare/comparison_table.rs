//! The indicators of two scenarios beside each other; those that differ come first.

use yew::prelude::*;

use crate::view::findings::badge::badge;
use crate::view::kit::frame::Frame;
use engine::explain::ExplainedIndicator;
use engine::ids::{IndicatorId, MeasureId};
use engine::outcome::Outcome;
use engine::ruleset::{Measure, Stage};
use formatting::explanation::change::change;
use formatting::explanation::comparison::measured;
use formatting::order::by_key;
use formatting::texts::Words;
use model::assessment::Assessment;
use model::scenarios::Scenario;

/// The indicators of both scenarios by the criteria of a stage.
pub fn comparison_table(frame: &Frame, stage: Stage, original: &Assessment, what_if: &Assessment) -> Html {
    let words = frame.words();
    let (overview, scenario) = (words.overview, words.workbench.scenario);
    let (name_of_original, name_of_what_if) = (scenario(Scenario::Original), scenario(Scenario::WhatIf));
    let cell = |label: &'static str, index: IndicatorId, finding: &ExplainedIndicator| {
        let indicator = &frame.rules.indicators[index];
        let measure = |(at, measure): (MeasureId, &Measure)| {
            let (value, change) = reading(frame, stage, index, at, finding);
            let several = indicator.measures.len() > 1;
            html! {
                <span key={measure.id.clone()} class="compared-value">
                    if several {
                        <span class="remark">{ frame.say(&measure.title) }{ words.colon }</span>
                    }
                    { value }
                    if let Some(change) = change {
                        <span class="compared-change">{ change }</span>
                    }
                </span>
            }
        };
        html! {
            <td data-label={label}>
                { badge(finding.outcome, words) }
                { for indicator.measures.with_ids().map(measure) }
            </td>
        }
    };
    let row = |index: IndicatorId| {
        let indicator = &frame.rules.indicators[index];
        let (before, after) = (&original.indicators[index], &what_if.indicators[index]);
        let differs = differs(before, after);
        html! {
            <tr key={indicator.id.clone()} data-changed={if differs { "true" } else { "false" }}>
                <th scope="row">
                    <span class="ordinal">{ indicator.number }</span>
                    <span>
                        { frame.say(&indicator.title) }
                        if differs {
                            <span class="tag">{ overview.mark_changed }</span>
                        }
                    </span>
                </th>
                { cell(name_of_original, index, before) }
                { cell(name_of_what_if, index, after) }
                <td data-label={overview.what_changed}>
                    <strong>{ what_changed(before.outcome, after.outcome, differs, words) }</strong>
                </td>
            </tr>
        }
    };
    let places = by_key(frame.rules.indicators.ids(), |index| {
        !differs(&original.indicators[*index], &what_if.indicators[*index])
    });
    html! {
        <section class="card compared">
            <h2>{ overview.results }</h2>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ words.indicators }</th>
                        <th scope="col">{ name_of_original }</th>
                        <th scope="col">{ name_of_what_if }</th>
                        <th scope="col">{ overview.what_changed }</th>
                    </tr>
                </thead>
                <tbody>{ for places.into_iter().map(row) }</tbody>
            </table>
        </section>
    }
}

/// Whether the outcome or a value is another one.
fn differs(before: &ExplainedIndicator, after: &ExplainedIndicator) -> bool {
    let observed = |finding: &ExplainedIndicator| -> Vec<_> {
        finding.criteria.iter().map(|comparison| comparison.finding.observed).collect()
    };
    let values =
        |finding: &ExplainedIndicator| -> Vec<_> { finding.measures.iter().map(|working| working.now.value).collect() };
    before.outcome != after.outcome || values(before) != values(after) || observed(before) != observed(after)
}

/// What changed, in words.
fn what_changed(before: Outcome, after: Outcome, differs: bool, words: &Words) -> String {
    match (before == after, differs) {
        (false, _) => (words.overview.turns_into)((words.outcome)(before), (words.outcome)(after)),
        (true, true) => words.overview.values_differ.to_owned(),
        (true, false) => words.overview.no_difference.to_owned(),
    }
}

/// A measure's value, in words that do not contradict its outcome, and how it has changed where that is asked; a dash where
/// there is none.
fn reading(
    frame: &Frame,
    stage: Stage,
    index: IndicatorId,
    measure: MeasureId,
    finding: &ExplainedIndicator,
) -> (String, Option<String>) {
    let (indicator, words) = (&frame.rules.indicators[index], frame.words());
    let (working, unit) = (&finding.measures[measure], indicator.measures[measure].unit);
    let asked = indicator.criteria(stage).iter().position(|criterion| criterion.measure == Some(measure));
    let asked = asked.map(|index| &finding.criteria[index]).map(|one| (&one.rule, &one.finding));
    let value = measured(working, unit, asked, words).map_or_else(|| "—".to_owned(), |reading| reading.text);
    let change = asked.and_then(|(rule, found)| change(rule, found, working, unit, words));
    (value, change)
}
