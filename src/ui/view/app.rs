//! The whole page.

use std::rc::Rc;

use yew::prelude::*;

use super::announcer::Announcer;
use super::appendix::Appendix;
use super::baseline_source::BaselineSource;
use super::compare::Compare;
use super::draft::use_draft;
use super::files::Files;
use super::frame::Frame;
use super::hand_over::HandOver;
use super::head::Head;
use super::method::Method;
use super::notice_bar::NoticeBar;
use super::open_points::OpenPoints;
use super::overview::Overview;
use super::own_numbers::OwnNumbers;
use super::particulars::Particulars;
use super::receipt::Receipt;
use super::rendered::rendered;
use super::sample_bar::SampleBar;
use super::start::Start;
use super::summary::Summary;
use super::variants::Variants;
use super::views::Views;
use super::window::use_question_before_leaving;
use super::workbench::Workbench;
use crate::engine::text::Lang;
use crate::ui::state::action::View;
use crate::ui::state::batches::Batches;
use crate::ui::state::desk::Desk;
use crate::ui::state::papers::Variant;
use crate::ui::state::rules::Rules;
use crate::ui::state::saved::Saved;
use crate::ui::state::store::Store;
use crate::ui::wording::words;

/// What the page is started with.
#[derive(PartialEq, Properties)]
pub struct AppProps {
    /// The language to begin in.
    pub lang: Lang,
}

/// The page: the choices at its head and, once they are made, the figures, the findings and the standing summary.
#[component]
pub fn App(props: &AppProps) -> Html {
    rendered("App");
    let lang = props.lang;
    let store = use_reducer(|| Store::new(Batches::compiled_in(), lang));
    let (lang, view, send) = (store.lang, store.view, store.dispatcher());
    let (draft, saved) = (use_draft(&store), use_state_eq(Saved::default));
    use_question_before_leaving(store.has_own_words() && !draft.is_safe() && !saved.holds(&store.work));
    let (track, stage) = (store.work.track, store.work.stage);
    let begun = track.zip(stage).is_some();
    let reading = view == View::Method;
    let asks = |of: fn(&Desk) -> bool| store.desk().is_some_and(of);
    html! {
        <div
            class="shifan"
            role="region"
            aria-label={words(lang).title}
            lang={words(lang).tag}
            data-size={if store.large { "large" } else { "usual" }}
            data-view={view.name()}
        >
            <Head
                {lang}
                large={store.large}
                ruleset={store.ruleset().clone()}
                applicant={store.sheet().map(|sheet| sheet.applicant.clone()).unwrap_or_default()}
                send={send.clone()}
            />
            <div hidden={reading}>
                <Start {lang} {track} {stage} send={send.clone()} />
                <SampleBar {lang} {track} {stage}
                    shown={asks(Desk::shows_sample)}
                    changed={asks(Desk::is_changed_sample)}
                    can_take_back={asks(Desk::can_take_back)}
                    send={send.clone()}
                />
                <Files {lang} batches={store.batches.clone()} work={store.work.clone()} {draft} {saved} send={send.clone()} />
            </div>
            <Views {lang} {view} {begun} send={send.clone()} />
            <div class="begun" hidden={!begun || reading}>{ desk(&store) }</div>
            <div class="panel" data-panel="method" hidden={!reading}>{ method(&store) }</div>
            <NoticeBar {lang} notice={store.notice.clone()} can_undo={store.can_undo()} {send} />
        </div>
    }
}

/// The part that needs a track and a stage.
fn desk(store: &UseReducerHandle<Store>) -> Html {
    let (Some(rules), Some(stage), Some(papers)) = (store.rules(), store.stage_shown(), store.papers()) else {
        return html! { <div /> };
    };
    let (sheet, Some(assessment)) = (papers.shown(), store.assessment.clone()) else { return html! { <div /> } };
    let (view, send) = (store.view, store.dispatcher());
    let typed = Rc::clone(&store.work.overrides);
    let own = OwnNumbers { typed, rules: Rules { ruleset: Rc::clone(store.effective()), track: rules.track } };
    let frame = Frame { lang: store.lang, rules, stage, variant: papers.variant, unit: sheet.unit, send: send.clone() };
    html! {
        <ContextProvider<Frame> context={frame}>
            <ContextProvider<OwnNumbers> context={own}>
                <Announcer assessment={assessment.clone()} />
                <Receipt sheet={sheet.clone()} assessment={assessment.clone()} />
                <div class="desk">
                    <div class="aside">
                        <Summary assessment={assessment.clone()} />
                    </div>
                    <div class="main">
                        <Variants stage={store.work.stage.unwrap_or(stage)} trial={papers.what_if.is_some()} />
                        <div class="panel" data-panel="fill" hidden={view != View::Fill}>
                            <Particulars
                                batches={store.batches.clone()}
                                batch={store.work.batch}
                                applicant={sheet.applicant.clone()}
                                field={sheet.field.clone()}
                                answers={sheet.eligibility.clone()}
                            />
                            <BaselineSource batches={store.batches.clone()} batch={store.work.batch} stage={store.work.stage.unwrap_or(stage)} creation={store.creation_papers().is_some()} />
                            <Workbench sheet={sheet.clone()} assessment={assessment.clone()} />
                        </div>
                        <div class="panel" data-panel="overview" hidden={view != View::Overview}>
                            <Overview sheet={sheet.clone()} assessment={assessment.clone()} />
                        </div>
                        <div class="panel" data-panel="compare" hidden={view != View::Compare}>
                            { compare(store) }
                        </div>
                    </div>
                </div>
                <HandOver sheet={sheet.clone()} assessment={assessment.clone()} />
                <OpenPoints sheet={sheet.clone()} assessment={assessment.clone()} />
                <Appendix sheet={sheet.clone()} />
            </ContextProvider<OwnNumbers>>
        </ContextProvider<Frame>>
    }
}

/// Worked out only while it is looked at.
fn compare(store: &Store) -> Html {
    let looked_at = store.papers().filter(|_| store.view == View::Compare);
    match looked_at.zip(store.assessment_of(Variant::Original)) {
        Some((papers, original)) => {
            let what_if = store.assessment_of(Variant::WhatIf);
            html! { <Compare papers={papers.clone()} {original} {what_if} /> }
        }
        None => html! { <div /> },
    }
}

/// Rendered only while it is looked at.
fn method(store: &Store) -> Html {
    if store.view == View::Method {
        html! { <Method lang={store.lang} ruleset={store.ruleset().clone()} /> }
    } else {
        html! { <div /> }
    }
}
