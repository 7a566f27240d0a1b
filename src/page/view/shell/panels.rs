//! The panels: form, overview and comparison, once a track and a stage are chosen, and the rules at any time.

use std::rc::Rc;

use yew::prelude::*;

use super::announcer::Announcer;
use super::scenario_switch::ScenarioSwitch;
use crate::kept::KeptStore;
use crate::view::compare::panel;
use crate::view::findings::reading::reading;
use crate::view::findings::summary::Summary;
use crate::view::form::amount_unit::AmountUnitChoice;
use crate::view::form::baseline_source::BaselineSource;
use crate::view::form::particulars::Particulars;
use crate::view::form::workbench::workbench;
use crate::view::kit::frame::{Dispatcher, Frame};
use crate::view::kit::memo::{Hook, HookContext, Memo, memo};
use crate::view::kit::window::{Printing, is_narrow, screen_height, use_frame_made};
use crate::view::method::panel::Method;
use crate::view::overrides::typed_overrides::TypedOverrides;
use crate::view::overview::panel::Overview;
use crate::view::preview::dialog::PreviewDialog;
use crate::view::print::appendix::appendix;
use crate::view::print::open_points::open_points;
use crate::view::print::receipt::receipt;
use crate::view::print::sign_off::sign_off;
use formatting::paper::handover::Handover;
use model::action::{Action, View};
use model::desk::{Desk, Drawer};
use model::dossier::Dossier;
use model::rules::Rules;
use model::scenarios::Scenario;
use model::store::Store;

/// The part that needs a track and a stage.
pub fn dossier(store: &UseReducerHandle<KeptStore>, printing: &Printing) -> Html {
    let (Some(rules), Some(stage), Some(scenarios)) = (store.rules(), store.stage_shown(), store.scenarios()) else {
        return Html::default();
    };
    if store.assessment.is_none() {
        return Html::default();
    }
    let sheet = scenarios.shown();
    let typed = Rc::clone(&store.workspace.overrides);
    let overrides =
        TypedOverrides { typed, rules: Rules { ruleset: Rc::clone(store.effective()), track: rules.track } };
    let (scenario, sample) = (scenarios.current, store.dossier().is_some_and(Dossier::shows_sample));
    let frame = Frame {
        lang: store.lang,
        rules,
        stage,
        period: sheet.period(stage),
        scenario,
        sample,
        unit: sheet.unit(),
        dispatcher: Dispatcher::of(store),
    };
    let view = DossierView { store: store.shared(), frame: frame.clone(), printing: printing.clone() };
    html! {
        <ContextProvider<Frame> context={frame}>
            <ContextProvider<TypedOverrides> context={overrides}>{ memo(view) }</ContextProvider<TypedOverrides>>
        </ContextProvider<Frame>>
    }
}

/// What stands within the surroundings. A memo of its own: the providers render by themselves, without a word to `foreign.rs` before, so
/// they must have nothing to change in the page.
struct DossierView {
    store: Rc<Store>,
    frame: Frame,
    printing: Printing,
}

impl PartialEq for DossierView {
    fn eq(&self, other: &DossierView) -> bool {
        Rc::ptr_eq(&self.store, &other.store) && self.frame == other.frame && self.printing == other.printing
    }
}

impl Memo for DossierView {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame_made = use_frame_made().run(hooks);
        let DossierView { store, frame, printing } = self;
        let Some((scenarios, assessment)) = store.scenarios().zip(store.assessment.clone()) else {
            return html! { <div hidden=true></div> };
        };
        let (sheet, view, stage) = (scenarios.shown(), store.view, frame.stage);
        let rules = Rules { ruleset: Rc::clone(store.effective()), track: frame.rules.track };
        let count = if frame_made || printing.is_on { usize::MAX } else { in_sight(&store.desk) };
        let handover = Handover {
            rules: &rules,
            stage,
            origin: frame.origin(),
            sheet,
            assessment: &assessment,
            lang: frame.lang,
            day: &printing.day,
        };
        html! {
            <>
                { memo(Announcer { assessment: assessment.clone() }) }
                { memo(PreviewDialog { preview: store.preview.clone(), work: store.work.clone(), sheet: sheet.clone() }) }
                if printing.is_on {
                    { receipt(&handover) }
                }
                <div class="desk">
                    <div class="aside">
                        { memo(Summary { assessment: assessment.clone(), changes: store.desk.changes.clone() }) }
                    </div>
                    <div class="main">
                        <div class="sheet-settings" role="toolbar" aria-label={frame.words().workbench.sheet_settings}>
                            {
                                memo(ScenarioSwitch {
                                    stage: store.workspace.stage.unwrap_or(stage),
                                    what_if: scenarios.what_if.is_some(),
                                })
                            }
                            <div hidden={view != View::Fill}>{ memo(AmountUnitChoice) }</div>
                        </div>
                        <div class="panel" data-panel="overview" hidden={view != View::Overview}>
                            { overview(store) }
                        </div>
                        <div class="panel" data-panel="findings" hidden={view != View::Findings && !printing.is_on}>
                            { findings(store, frame, printing) }
                        </div>
                        <div class="panel" data-panel="fill" hidden={view != View::Fill}>
                            <div class="drawer" data-drawer={Drawer::Particulars.name()} hidden={!store.desk.is_unfolded(Drawer::Particulars)}>
                            {
                                memo(Particulars {
                                    rulesets: store.rulesets.clone(),
                                    batch: store.workspace.batch,
                                    applicant: sheet.applicant.clone(),
                                    field: sheet.field.clone(),
                                    answers: sheet.eligibility.clone(),
                                    stage: store.workspace.stage.unwrap_or(stage),
                                    last_year: sheet.last_year.clone(),
                                })
                            }
                            {
                                memo(BaselineSource {
                                    rulesets: store.rulesets.clone(),
                                    batch: store.workspace.batch,
                                    stage: store.workspace.stage.unwrap_or(stage),
                                    last_year: sheet.baseline_last_year.clone(),
                                    creation: store.creation_scenarios().is_some(),
                                })
                            }
                            <button
                                type="button"
                                class="fold"
                                data-action="fold-particulars"
                                onclick={frame.act(|_: MouseEvent| Action::Unfold(Drawer::Particulars, false))}
                            >
                                { frame.words().workbench.fold }
                            </button>
                            </div>
                            { workbench(frame, sheet, &assessment, &store.desk, count) }
                        </div>
                        <div class="panel" data-panel="compare" hidden={view != View::Compare}>
                            { compare(store, frame) }
                        </div>
                    </div>
                </div>
                if printing.is_on {
                    { open_points(&handover) }
                    { sign_off(frame) }
                    { appendix(frame, sheet) }
                }
            </>
        }
    }
}

/// How many indicators are shown in the first frame: those that may be in sight, on the largest window that the screen has room for. The
/// others come with the next one, below them, and move nothing that anybody sees. Everything is taken to be lower than it is.
fn in_sight(desk: &Desk) -> usize {
    const LOWEST: u32 = 90;
    let above = 300 + if desk.is_unfolded(Drawer::Particulars) { 500 } else { 0 };
    1 + usize::try_from(screen_height().saturating_sub(above) / LOWEST).unwrap_or(0)
}

/// Rendered only while they are looked at or printed.
fn findings(store: &Store, frame: &Frame, printing: &Printing) -> Html {
    let looked_at = store.view == View::Findings;
    match store.sheet().zip(store.assessment.as_ref()).filter(|_| looked_at || printing.is_on) {
        Some((sheet, assessment)) => reading(frame, sheet, assessment, looked_at),
        None => Html::default(),
    }
}

/// Rendered only while it is looked at: with every key it would be different.
fn overview(store: &Store) -> Html {
    let looked_at = store.sheet().zip(store.assessment.as_ref()).filter(|_| store.view == View::Overview);
    match looked_at {
        Some((sheet, assessment)) => memo(Overview { sheet: sheet.clone(), assessment: assessment.clone() }),
        None => Html::default(),
    }
}

/// Worked out only while it is looked at.
fn compare(store: &Store, frame: &Frame) -> Html {
    let looked_at = store.scenarios().filter(|_| store.view == View::Compare);
    match looked_at.zip(store.assessment_of(Scenario::Original)) {
        Some((scenarios, original)) => {
            let what_if = store.assessment_of(Scenario::WhatIf);
            panel::compare(frame, scenarios, &original, what_if.as_deref())
        }
        None => Html::default(),
    }
}

/// Rendered only while it is looked at.
pub fn method(store: &UseReducerHandle<KeptStore>, printing: &Printing) -> Html {
    if store.view == View::Method {
        // On paper nothing can be unfolded.
        let folded = is_narrow() && !printing.is_on;
        memo(Method { lang: store.lang, ruleset: store.ruleset().clone(), folded, dispatcher: Dispatcher::of(store) })
    } else {
        Html::default()
    }
}
