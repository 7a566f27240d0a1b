//! What is looked at once a track and a stage are chosen, and the rules that can be looked at any time.

use std::rc::Rc;

use yew::prelude::*;

use super::announcer::Announcer;
use super::scenario_switch::ScenarioSwitch;
use crate::kept::KeptStore;
use crate::view::compare::panel::Compare;
use crate::view::findings::summary::Summary;
use crate::view::form::baseline_source::BaselineSource;
use crate::view::form::particulars::Particulars;
use crate::view::form::workbench::Workbench;
use crate::view::kit::frame::Frame;
use crate::view::kit::piece::piece;
use crate::view::method::panel::Method;
use crate::view::overrides::typed_overrides::TypedOverrides;
use crate::view::overview::panel::Overview;
use crate::view::print::appendix::Appendix;
use crate::view::print::open_points::OpenPoints;
use crate::view::print::receipt::Receipt;
use model::action::View;
use model::dossier::Dossier;
use model::rules::Rules;
use model::scenarios::Scenario;
use model::store::Store;

/// The part that needs a track and a stage.
pub fn dossier(store: &UseReducerHandle<KeptStore>) -> Html {
    let (Some(rules), Some(stage), Some(scenarios)) = (store.rules(), store.stage_shown(), store.scenarios()) else {
        return html! { <div /> };
    };
    let (sheet, Some(assessment)) = (scenarios.shown(), store.assessment.clone()) else { return html! { <div /> } };
    let (view, dispatcher) = (store.view, store.dispatcher());
    let typed = Rc::clone(&store.workspace.overrides);
    let own = TypedOverrides { typed, rules: Rules { ruleset: Rc::clone(store.effective()), track: rules.track } };
    let (scenario, sample) = (scenarios.current, store.dossier().is_some_and(Dossier::shows_sample));
    let frame =
        Frame { lang: store.lang, rules, stage, scenario, sample, unit: sheet.unit(), dispatcher: dispatcher.clone() };
    html! {
        <ContextProvider<Frame> context={frame}>
            <ContextProvider<TypedOverrides> context={own}>
                { piece(Announcer { assessment: assessment.clone() }) }
                { piece(Receipt { sheet: sheet.clone(), assessment: assessment.clone() }) }
                <div class="desk">
                    <div class="aside">
                        { piece(Summary { assessment: assessment.clone() }) }
                    </div>
                    <div class="main">
                        {
                            piece(ScenarioSwitch {
                                stage: store.workspace.stage.unwrap_or(stage),
                                what_if: scenarios.what_if.is_some(),
                            })
                        }
                        <div class="panel" data-panel="overview" hidden={view != View::Overview}>
                            { overview(store) }
                        </div>
                        <div class="panel" data-panel="fill" hidden={view != View::Fill}>
                            {
                                piece(Particulars {
                                    rulesets: store.rulesets.clone(),
                                    batch: store.workspace.batch,
                                    applicant: sheet.applicant.clone(),
                                    field: sheet.field.clone(),
                                    answers: sheet.eligibility.clone(),
                                })
                            }
                            {
                                piece(BaselineSource {
                                    rulesets: store.rulesets.clone(),
                                    batch: store.workspace.batch,
                                    stage: store.workspace.stage.unwrap_or(stage),
                                    creation: store.creation_papers().is_some(),
                                })
                            }
                            { piece(Workbench { sheet: sheet.clone(), assessment: assessment.clone() }) }
                        </div>
                        <div class="panel" data-panel="compare" hidden={view != View::Compare}>
                            { compare(store) }
                        </div>
                    </div>
                </div>
                { piece(OpenPoints { sheet: sheet.clone(), assessment: assessment.clone() }) }
                { piece(Appendix { sheet: sheet.clone() }) }
            </ContextProvider<TypedOverrides>>
        </ContextProvider<Frame>>
    }
}

/// Rendered only while it is looked at: with every key it would be different.
fn overview(store: &Store) -> Html {
    let looked_at = store.sheet().zip(store.assessment.as_ref()).filter(|_| store.view == View::Overview);
    match looked_at {
        Some((sheet, assessment)) => piece(Overview { sheet: sheet.clone(), assessment: assessment.clone() }),
        None => html! { <div /> },
    }
}

/// Worked out only while it is looked at.
fn compare(store: &Store) -> Html {
    let looked_at = store.scenarios().filter(|_| store.view == View::Compare);
    match looked_at.zip(store.assessment_of(Scenario::Original)) {
        Some((scenarios, original)) => {
            let what_if = store.assessment_of(Scenario::WhatIf);
            piece(Compare { scenarios: scenarios.clone(), original, what_if })
        }
        None => html! { <div /> },
    }
}

/// Rendered only while it is looked at.
pub fn method(store: &Store) -> Html {
    if store.view == View::Method {
        piece(Method { lang: store.lang, ruleset: store.ruleset().clone() })
    } else {
        html! { <div /> }
    }
}
