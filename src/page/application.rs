//! The application as the custom element holds it: opened in a place, told what the host page wants, asked what it holds, closed.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::HtmlElement;
use yew::AppHandle;

use super::panic::report_panics_to;
use super::view::{
    App, AppProps, Dispatcher, actions_of, ask_office_by, files_of, input_to_js, lead, snapshot_of, unwatch, watch,
};
use engine::input::Input;
use engine::names::Named;
use engine::report;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use formatting::texts::words;
use js::{compiled_in, to_document, to_input, to_js, with_library};
use model::action::Action;
use model::data::data;
use model::file;
use model::latest::{Latest, StoreCell};
use model::rulesets::Rulesets;
use model::store::Store;
use model::workspace::Workspace;

/// The application in one element of a page.
#[wasm_bindgen]
pub struct Application {
    handle: AppHandle<App>,
    host: HtmlElement,
    store_cell: Rc<StoreCell>,
    /// There as soon as the application was shown for the first time, which is before it says so.
    dispatcher: Rc<OnceCell<Dispatcher>>,
    /// The documents that were offered last.
    offered: RefCell<Vec<Input<'static>>>,
}

#[wasm_bindgen]
impl Application {
    /// Shows the self-assessment inside `host`. `changed` is called when it stands there and whenever the submission or what it is
    /// held against has changed; `failed` is called with a message if all is over; `ask_office` is called with what
    /// to do (`read` a file, `make` one) and bytes, and promises bytes. A draft is kept under `draft_key`; none if that is blank.
    /// Begins at `place`, a track and a stage, if there are such and no draft is to be brought back.
    pub fn open(
        host: HtmlElement,
        lang: &str,
        draft_key: &str,
        place: Vec<String>,
        changed: Function,
        failed: Function,
        ask_office: Function,
    ) -> Application {
        report_panics_to(failed);
        ask_office_by(ask_office);
        watch(&host);
        let (store_cell, dispatcher) = (Rc::new(StoreCell::default()), Rc::new(OnceCell::new()));
        let props = AppProps {
            lang: language(lang),
            draft_key: draft_key.into(),
            place: match place.as_slice() {
                [track, stage] => Track::named(track).zip(Stage::named(stage)),
                _ => None,
            },
            latest: Latest::shown_in(&store_cell),
            onready: {
                let dispatcher = Rc::clone(&dispatcher);
                // It is the same for as long as the application lives.
                yew::Callback::from(move |way| drop(dispatcher.set(way)))
            },
            onchange: yew::Callback::from(move |()| drop(changed.call0(&JsValue::NULL))),
        };
        Application {
            handle: yew::Renderer::<App>::with_root_and_props(host.clone().into(), props).render(),
            host,
            store_cell,
            dispatcher,
            offered: RefCell::default(),
        }
    }

    /// Shows another language: anything but English is answered in Chinese.
    pub fn speak(&self, lang: &str) {
        self.act(Action::Speak(language(lang)));
    }

    /// Chooses a track. Throws if there is none of this name.
    #[wasm_bindgen(js_name = chooseTrack)]
    pub fn choose_track(&self, name: &str) -> Result<(), JsError> {
        self.go_to(Some(named::<Track>(name, "track")?), None);
        Ok(())
    }

    /// Chooses a stage. Throws if there is none of this name.
    #[wasm_bindgen(js_name = chooseStage)]
    pub fn choose_stage(&self, name: &str) -> Result<(), JsError> {
        self.go_to(None, Some(named::<Stage>(name, "stage")?));
        Ok(())
    }

    /// Chooses a ruleset by its id. Throws if there is none of it.
    #[wasm_bindgen(js_name = chooseRuleset)]
    pub fn choose_ruleset(&self, id: &str) -> Result<(), JsError> {
        let index = self.store().and_then(|store| store.rulesets.iter().position(|ruleset| ruleset.id == id));
        self.act(Action::ChooseRuleset(index.ok_or_else(|| JsError::new("ruleset: there is none of this id"))?));
        self.act(Action::Dismiss);
        Ok(())
    }

    /// Offers these rulesets beside the compiled-in ones; one of the same id takes the other's place. Throws if one does not hold
    /// together, and then changes nothing; the same ones again change nothing either.
    #[wasm_bindgen(js_name = offerRulesets)]
    pub fn offer_rulesets(&self, documents: &Array) -> Result<(), JsError> {
        let documents: Vec<Input> = documents.iter().map(|document| to_document(&document)).collect();
        if *self.offered.borrow() == documents {
            return Ok(());
        }
        let offered = with_library(|library| Rulesets::new(compiled_in()).with(&documents, library));
        let rulesets = offered.map_err(|refusal| JsError::new(&refusal))?;
        self.offered.replace(documents);
        self.act(Action::OfferRulesets(rulesets));
        Ok(())
    }

    /// Sets a submission, or what a file of ours holds: what is there already changes nothing. Gives the paths of what the form has no
    /// place for. Throws if it is neither, and then changes nothing.
    pub fn fill(&self, value: &JsValue) -> Result<Vec<String>, JsError> {
        let Some(store) = self.store() else { return Ok(Vec::new()) };
        let given = to_input(value);
        let refused = |refusal| JsError::new(&(words(Lang::En).workbench.not_opened)(&refusal));
        let opened = file::read(&given, &store.rulesets, store.workspace.batch).map_err(refused)?;
        let left_out = opened.left_out.iter().map(|path| path.to_string()).collect();
        let is_submission = *given.get("format") == Input::Absent;
        self.act(if is_submission { Action::HandIn(Box::new(opened)) } else { Action::Fill(Box::new(opened)) });
        Ok(left_out)
    }

    /// Leads to a place by its id: a figure (`figures.revenue`), an indicator (`park.talent`), or its rules (`method/park.talent`).
    pub fn lead(&self, place: &str) {
        if let Some(dispatcher) = self.dispatcher.get() {
            lead(&self.host, place, dispatcher);
        }
    }

    /// Empties the whole form, with no way back.
    pub fn clear(&self) {
        self.act(Action::Empty);
    }

    /// Takes note that the host page has everything as it stands.
    #[wasm_bindgen(js_name = markSaved)]
    pub fn mark_saved(&self) {
        self.act(Action::MarkSaved);
    }

    /// Everything that a person filled in and chose, for [`Application::resume`].
    pub fn snapshot(&self) -> Vec<String> {
        self.store().map(|store| snapshot_of(&store)).unwrap_or_default()
    }

    /// Goes on with what another application held. Throws if that cannot be read, and then changes nothing.
    pub fn resume(&self, snapshot: Vec<String>) -> Result<(), JsError> {
        let Some(store) = self.store() else { return Ok(()) };
        let actions = actions_of(&snapshot, &store).ok_or_else(|| JsError::new("there is nothing to go on from"))?;
        actions.into_iter().for_each(|action| self.act(action));
        Ok(())
    }

    /// The submission that is filled in (现状, whatever scenario is shown); null while track and stage are not chosen.
    pub fn value(&self) -> JsValue {
        self.submission().map_or(JsValue::NULL, |(_, submission)| input_to_js(&submission))
    }

    /// The report on it, by the rules that are chosen; null like the submission.
    pub fn report(&self) -> JsValue {
        let Some((store, submission)) = self.submission() else { return JsValue::NULL };
        report(store.effective(), &submission).map_or(JsValue::NULL, |report| to_js(&report))
    }

    /// All that a person filled in, as the files that “Save file” would write: `[name, text, name, text, …]`, the shown one last.
    pub fn files(&self) -> Vec<String> {
        self.store().map(|store| files_of(&store)).unwrap_or_default()
    }

    /// Takes the application away and gives everything back that it held.
    pub fn close(self) {
        unwatch();
        self.handle.destroy();
    }

    /// Goes to a track or a stage; where one is already, nothing is rendered again.
    fn go_to(&self, track: Option<Track>, stage: Option<Stage>) {
        let is_there = |store: Rc<Store>| {
            let Workspace { track: at, stage: within, .. } = store.workspace;
            store.work.is_none() && track.or(at) == at && stage.or(within) == within
        };
        if !self.store().is_some_and(is_there) {
            self.act(Action::GoTo(track, stage));
        }
    }

    fn act(&self, action: Action) {
        if let Some(dispatcher) = self.dispatcher.get() {
            dispatcher.dispatch(action);
        }
    }

    fn store(&self) -> Option<Rc<Store>> {
        self.store_cell.borrow().clone()
    }

    fn submission(&self) -> Option<(Rc<Store>, Input<'static>)> {
        let store = self.store()?;
        let (track, stage) = store.workspace.track.zip(store.workspace.stage)?;
        let filled_in = data(&store.scenarios()?.original, track, stage, store.rules()?.ruleset.track(track));
        Some((store, filled_in))
    }
}

fn language(tag: &str) -> Lang {
    if tag.starts_with("en") { Lang::En } else { Lang::Zh }
}

fn named<T: Named>(name: &str, what: &str) -> Result<T, JsError> {
    T::named(name).ok_or_else(|| JsError::new(&[what, ": there is none of this name"].concat()))
}
