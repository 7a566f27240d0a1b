//! The whole page.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::Frame;
use super::head::Head;
use super::particulars::Particulars;
use super::rendered::rendered;
use super::sample_bar::SampleBar;
use super::start::Start;
use super::summary::Summary;
use super::window::use_question_before_leaving;
use super::workbench::Workbench;
use crate::engine::text::Lang;
use crate::js::with_library;
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
    let store = use_reducer(|| Store::new(Rc::new(with_library(|library| library.default_ruleset().clone())), lang));
    let (lang, send) = (store.lang, store.dispatcher());
    use_question_before_leaving(store.has_own_words());
    let begun = store.track.is_some() && store.stage.is_some();
    let title = AttrValue::from(store.ruleset.title.get(lang).to_owned());
    let basis = (title, AttrValue::from(store.ruleset.number.clone()));
    html! {
        <div class="shifan" role="region" aria-label={words(lang).title} lang={words(lang).tag}>
            <Head
                {lang}
                {basis}
                ruleset={store.ruleset.id.clone()}
                applicant={store.sheet().map(|sheet| sheet.applicant.clone()).unwrap_or_default()}
                send={send.clone()}
            />
            <Start {lang} track={store.track} stage={store.stage} send={send.clone()} />
            <SampleBar {lang} track={store.track} stage={store.stage} shown={store.shows_sample()}
                changed={store.shows_changed_sample()}
                can_take_back={store.can_take_back()}
                {send}
            />
            <div class="begun" hidden={!begun}>{ desk(&store) }</div>
        </div>
    }
}

/// The part that needs a track and a stage.
fn desk(store: &UseReducerHandle<Store>) -> Html {
    let (Some(rules), Some(stage)) = (store.rules(), store.stage) else { return Html::default() };
    let (Some(sheet), Some(assessment)) = (store.sheet(), store.assessment.clone()) else { return Html::default() };
    let frame = Frame { lang: store.lang, rules, stage, send: store.dispatcher() };
    html! {
        <ContextProvider<Frame> context={frame}>
            <div class="desk">
                <div class="aside">
                    <Summary assessment={assessment.clone()} />
                </div>
                <div class="main">
                    <Particulars
                        applicant={sheet.applicant.clone()}
                        field={sheet.field.clone()}
                        answers={sheet.eligibility.clone()}
                    />
                    <Workbench sheet={sheet.clone()} {assessment} />
                </div>
            </div>
        </ContextProvider<Frame>>
    }
}
