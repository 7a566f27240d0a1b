//! What is looked at once a track and a stage are chosen, and the rules that can be looked at any time.

use std::rc::Rc;

use yew::prelude::*;

use super::announcer::Announcer;
use super::appendix::Appendix;
use super::baseline_source::BaselineSource;
use super::compare::Compare;
use super::frame::Frame;
use super::method::Method;
use super::open_points::OpenPoints;
use super::overview::Overview;
use super::own_numbers::OwnNumbers;
use super::particulars::Particulars;
use super::piece::piece;
use super::receipt::Receipt;
use super::summary::Summary;
use super::variants::Variants;
use super::workbench::Workbench;
use crate::kept::KeptStore;
use model::action::View;
use model::desk::Desk;
use model::papers::Variant;
use model::rules::Rules;
use model::store::Store;

/// The part that needs a track and a stage.
pub fn desk(store: &UseReducerHandle<KeptStore>) -> Html {
    let (Some(rules), Some(stage), Some(papers)) = (store.rules(), store.stage_shown(), store.papers()) else {
        return html! { <div /> };
    };
    let (sheet, Some(assessment)) = (papers.shown(), store.assessment.clone()) else { return html! { <div /> } };
    let (view, send) = (store.view, store.dispatcher());
    let typed = Rc::clone(&store.work.overrides);
    let own = OwnNumbers { typed, rules: Rules { ruleset: Rc::clone(store.effective()), track: rules.track } };
    let (variant, sample) = (papers.variant, store.desk().is_some_and(Desk::shows_sample));
    let frame = Frame { lang: store.lang, rules, stage, variant, sample, unit: sheet.unit, send: send.clone() };
    html! {
        <ContextProvider<Frame> context={frame}>
            <ContextProvider<OwnNumbers> context={own}>
                { piece(Announcer { assessment: assessment.clone() }) }
                { piece(Receipt { sheet: sheet.clone(), assessment: assessment.clone() }) }
                <div class="desk">
                    <div class="aside">
                        { piece(Summary { assessment: assessment.clone() }) }
                    </div>
                    <div class="main">
                        {
                            piece(Variants {
                                stage: store.work.stage.unwrap_or(stage),
                                trial: papers.what_if.is_some(),
                            })
                        }
                        <div class="panel" data-panel="overview" hidden={view != View::Overview}>
                            { overview(store) }
                        </div>
                        <div class="panel" data-panel="fill" hidden={view != View::Fill}>
                            {
                                piece(Particulars {
                                    batches: store.batches.clone(),
                                    batch: store.work.batch,
                                    applicant: sheet.applicant.clone(),
                                    field: sheet.field.clone(),
                                    answers: sheet.eligibility.clone(),
                                })
                            }
                            {
                                piece(BaselineSource {
                                    batches: store.batches.clone(),
                                    batch: store.work.batch,
                                    stage: store.work.stage.unwrap_or(stage),
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
            </ContextProvider<OwnNumbers>>
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
    let looked_at = store.papers().filter(|_| store.view == View::Compare);
    match looked_at.zip(store.assessment_of(Variant::Original)) {
        Some((papers, original)) => {
            let what_if = store.assessment_of(Variant::WhatIf);
            piece(Compare { papers: papers.clone(), original, what_if })
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
