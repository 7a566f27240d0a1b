//! The whole page.

use yew::prelude::*;

use super::chosen::{Brief, Chosen};
use super::head::Head;
use super::history_bar::HistoryBar;
use super::notice_bar::NoticeBar;
use super::panels::{dossier, method};
use super::sample_bar::SampleBar;
use super::views::Views;
use crate::kept::KeptStore;
use crate::view::files::draft::{has_draft, use_draft};
use crate::view::files::latest_store::use_latest_store;
use crate::view::files::panels::FilePanels;
use crate::view::files::toolbar::{FileTools, use_keeping_lists};
use crate::view::form::start::Start;
use crate::view::kit::fillers::use_fillers;
use crate::view::kit::foreign::{own_is_done, undo_foreign};
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::keys::on_page;
use crate::view::kit::link::go_to;
use crate::view::kit::memo::memo;
use crate::view::kit::rendered::rendered;
use crate::view::kit::window::{use_printing, use_question_before_leaving};
use crate::view::kit::work_bar::WorkBar;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use formatting::paper::origin::Origin;
use formatting::texts::words;
use model::action::{Action, View};
use model::desk::Drawer;
use model::dossier::Dossier;
use model::latest::Latest;
use model::rulesets::Rulesets;
use model::saved::{Saved, fit_a_file};
use model::store::Store;

/// What the page is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The language to begin in.
    pub lang: Lang,
    /// The key under which a draft is kept; blank where there is none.
    pub draft_key: AttrValue,
    /// The track and the stage to begin at, where no draft is kept.
    pub place: Option<(Track, Stage)>,
    /// Where the store is shown to the outside.
    pub latest: Latest,
    /// Takes the way to act, when everything stands.
    pub onready: Callback<Dispatcher>,
    /// Told when everything stands, and then whenever the submission or what it is held against has changed.
    pub onchange: Callback<()>,
}

/// The page: the choices at its head and, once they are made, the figures, the findings and the standing summary.
#[component]
pub fn App(props: &AppProps) -> Html {
    rendered(|| "App");
    undo_foreign();
    use_effect(own_is_done);
    let (lang, latest) = (props.lang, props.latest.clone());
    let store = {
        let (place, draft_key) = (props.place, props.draft_key.clone());
        use_reducer(move || {
            let store = Store::new(Rulesets::new(js::compiled_in()), lang).shown_to(latest);
            KeptStore::new(match place.filter(|_| !has_draft(&draft_key)) {
                Some((track, stage)) => store.after(Action::GoTo(Some(track), Some(stage))),
                None => store,
            })
        })
    };
    // Before the draft: it may rest on rules that the host page offers.
    use_outside(props, &store);
    let (lang, view, dispatcher) = (store.lang, store.view, Dispatcher::of(&store));
    let (draft, saved) = (use_draft(&store, &props.latest, &props.draft_key), use_state_eq(Saved::default));
    let in_draft = draft.is_safe() && fit_a_file(&store.workspace.overrides);
    use_question_before_leaving(store.is_changed() && !in_draft && !saved.holds(&store.workspace));
    let printing = use_printing();
    let (oninput, onchange) = use_fillers();
    let keeping = use_keeping_lists();
    let latest_store = use_latest_store(&store);
    let (track, stage) = (store.workspace.track, store.workspace.stage);
    let begun = track.zip(stage).is_some();
    let (reading, desk, words) = (view == View::Method, store.desk.clone(), words(lang));
    let skip = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: MouseEvent| {
            dispatcher.dispatch(Action::Look(View::Fill));
            go_to(&event.target_unchecked_into(), "sheet", &dispatcher);
        })
    };
    let unfold_more = {
        let (dispatcher, to) = (dispatcher.clone(), !desk.is_unfolded(Drawer::More));
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Unfold(Drawer::More, to)))
    };
    let asks = |of: fn(&Dossier) -> bool| store.dossier().is_some_and(of);
    html! {
        <div
            class="shifan notranslate"
            translate="no"
            role="region"
            aria-label={words.title}
            lang={words.tag}
            data-size={if store.large { "large" } else { "usual" }}
            data-view={view.name()}
            {oninput}
            {onchange}
            onkeydown={on_page(store.notice.is_some(), &dispatcher)}
        >
            <button type="button" class="skip" data-action="skip" hidden={!begun} onclick={skip}>{ words.workbench.skip }</button>
            {
                memo(Head {
                    lang,
                    large: store.large,
                    ruleset: store.ruleset().clone(),
                    applicant: store.sheet().map(|sheet| sheet.applicant.clone()).unwrap_or_default(),
                    origin: store.dossier().map(Origin::of).unwrap_or_default(),
                    day: printing.day.clone(),
                    dispatcher: dispatcher.clone(),
                })
            }
            <p class="privacy" data-begun={if begun { "true" } else { "false" }} hidden={reading}>
                <strong>{ words.privacy }</strong>
                <span>{ words.sentence_gap }{ words.privacy_check }</span>
            </p>
            <div class="beginning" hidden={reading}>
                {
                    memo(Chosen {
                        lang,
                        begun: track.zip(stage),
                        batch: store.ruleset().number.clone().into(),
                        particulars: store.sheet().map(|sheet| Brief::of(sheet)).unwrap_or_default(),
                        unfolded: [Drawer::Choices, Drawer::Particulars].map(|drawer| desk.is_unfolded(drawer)),
                        dispatcher: dispatcher.clone(),
                    })
                }
                {
                    memo(Start {
                        lang,
                        track,
                        stage,
                        unfolded: desk.is_unfolded(Drawer::Choices),
                        dispatcher: dispatcher.clone(),
                    })
                }
                <div class="tools" role="toolbar" aria-label={words.workbench.tools}>
                    {
                        memo(FileTools {
                            lang,
                            begun,
                            latest_store: latest_store.clone(),
                            saved: saved.clone(),
                            keeping: keeping.clone(),
                            dispatcher: dispatcher.clone(),
                        })
                    }
                    { memo(HistoryBar::of(&store, dispatcher.clone())) }
                    {
                        memo(SampleBar {
                            lang,
                            track,
                            stage,
                            shown: asks(Dossier::shows_sample),
                            changed: asks(Dossier::is_changed_sample),
                            can_take_back: asks(Dossier::can_take_back),
                            dispatcher: dispatcher.clone(),
                        })
                    }
                    <button
                        type="button"
                        class="unfold-more"
                        data-action="unfold-more"
                        tabindex="-1"
                        aria-expanded={if desk.is_unfolded(Drawer::More) { "true" } else { "false" }}
                        hidden={!begun && !draft.exists()}
                        onclick={unfold_more}
                    >
                        { words.workbench.more }
                    </button>
                </div>
                {
                    memo(FilePanels {
                        lang,
                        begun,
                        latest_store,
                        draft,
                        saved,
                        keeping,
                        more: desk.is_unfolded(Drawer::More),
                        dispatcher: dispatcher.clone(),
                    })
                }
            </div>
            { memo(Views { lang, view, begun, dispatcher: dispatcher.clone() }) }
            <div class="begun" hidden={!begun || reading}>{ dossier(&store, &printing) }</div>
            <div class="panel" data-panel="method" hidden={!reading}>{ method(&store, &printing) }</div>
            { memo(WorkBar { lang, work: store.work.clone(), dispatcher: dispatcher.clone() }) }
            {
                memo(NoticeBar {
                    lang,
                    notice: store.notice.clone(),
                    rules: store.rules(),
                    offers_undo: store.offers_undo(),
                    dispatcher,
                })
            }
        </div>
    }
}

/// Hands the way to act to the outside, and tells it of changes.
#[hook]
fn use_outside(props: &AppProps, store: &UseReducerHandle<KeptStore>) {
    let (onready, dispatcher) = (props.onready.clone(), Dispatcher::of(store));
    use_effect_with((), move |()| onready.emit(dispatcher));
    let (onchange, workspace) = (props.onchange.clone(), &store.workspace);
    // Where the rules are in memory tells whether they are others, and costs nothing.
    let rules = std::rc::Rc::as_ptr(store.effective()) as usize;
    let original = store.scenarios().map(|scenarios| scenarios.original.clone());
    use_effect_with((workspace.track, workspace.stage, rules, original), move |_| onchange.emit(()));
}
