//! Two scenarios of a submission side by side: as it is, and what if.

use yew::prelude::*;

use super::changes::changes;
use super::comparison_table::comparison_table;
use crate::view::findings::conclusion::conclusion;
use crate::view::kit::frame::Frame;
use crate::view::kit::link::go_to;
use engine::ruleset::Stage;
use formatting::explanation::changes::changes as changed;
use model::action::Action;
use model::assessment::Assessment;
use model::scenarios::{Scenario, Scenarios};

/// What the engine says to the original and, once there is one, to the what-if.
pub fn compare(frame: &Frame, scenarios: &Scenarios, original: &Assessment, what_if: Option<&Assessment>) -> Html {
    let words = frame.words();
    let overview = words.overview;
    // The targets belong to an application: what is compared here is the application itself.
    let stage = if frame.scenario == Scenario::Targets { Stage::Creation } else { frame.stage };
    let go_on = |scenario: Scenario, name: &'static str, action: &'static str| {
        let (dispatcher, first) = (frame.dispatcher.clone(), frame.rules.indicators.first().map(|one| one.id.clone()));
        let onclick = Callback::from(move |event: MouseEvent| {
            dispatcher.dispatch(Action::Show(scenario));
            go_to(&event.target_unchecked_into(), first.as_deref().unwrap_or_default(), &dispatcher);
        });
        html! { <button type="button" data-action={action} {onclick}>{ name }</button> }
    };
    let what_if = scenarios.what_if.as_ref().zip(what_if);
    let begun = what_if.is_some();
    let compared = what_if.map(|(sheet, what_if)| {
        let changed = changed(&scenarios.original, sheet, &frame.rules, stage, frame.lang);
        let verdict = |scenario: Scenario, assessment: &Assessment| {
            html! {
                <div class="verdict-of">
                    <h3>{ (words.workbench.scenario)(scenario) }</h3>
                    { conclusion(assessment.verdict, assessment.outcomes, words) }
                </div>
            }
        };
        html! {
            <div class="both">
                <section class="card">
                    <h2>{ overview.verdicts }</h2>
                    <div class="verdicts">
                        { verdict(Scenario::Original, original) }
                        { verdict(Scenario::WhatIf, what_if) }
                    </div>
                </section>
                { changes(frame, &changed) }
                if !changed.is_empty() {
                    { comparison_table(frame, stage, original, what_if) }
                }
            </div>
        }
    });
    html! {
        <div class="compare">
            <section class="card">
                <h2>{ overview.compare }</h2>
                if begun {
                    <div class="compare-actions">
                        { go_on(Scenario::Original, overview.go_on_original, "go-on-original") }
                        { go_on(Scenario::WhatIf, overview.go_on_what_if, "go-on-what-if") }
                        <button
                            type="button"
                            class="discard"
                            data-action="discard-compared"
                            onclick={frame.act(|_: MouseEvent| Action::DiscardWhatIf)}
                        >
                            { words.workbench.discard_what_if }
                        </button>
                    </div>
                } else {
                    <p>{ overview.compare_means }</p>
                    <div class="compare-actions">{ go_on(Scenario::WhatIf, overview.begin_what_if, "begin-what-if") }</div>
                }
            </section>
            { compared.unwrap_or_default() }
        </div>
    }
}
