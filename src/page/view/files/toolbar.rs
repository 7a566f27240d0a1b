//! The row of buttons that open, save, export, print and forget, and the switch of the draft.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlElement};
use yew::prelude::*;

use super::draft::Draft;
use super::draft_box::draft_box;
use super::file_drop::use_file_drop;
use super::forget::{Forgettable, forget};
use super::latest_store::LatestStore;
use crate::formatting::order::by_key;
use crate::formatting::paper::file_name::{Named, file_name};
use crate::formatting::paper::handover::Handover;
use crate::formatting::paper::origin::Origin;
use crate::formatting::paper::spreadsheet::spreadsheet;
use crate::texts::words;
use crate::view::kit::dispatcher::{Done, job};
use crate::view::kit::download::hand_over;
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use crate::view::kit::open_file::{Content, MOST_BYTES_OF_A_SUBMISSION, open_file, read_file, table_of};
use crate::view::kit::window::{print_page, today};
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use intake::TooLarge;
use js::parse_json;
use model::action::Action;
use model::book::Book;
use model::file::{self, Opened};
use model::json::to_json;
use model::notice::{FileRefusal, Notice};
use model::rules::Rules;
use model::saved::Saved;
use model::scenarios::{Scenario, Scenarios};
use model::store::Store;
use model::workspace::DOSSIERS;

#[derive(PartialEq)]
pub struct Files {
    pub lang: Lang,
    /// Whether there is a sheet to keep.
    pub begun: bool,
    pub latest_store: LatestStore,
    pub draft: Draft,
    pub saved: UseStateHandle<Saved>,
    pub dispatcher: Dispatcher,
}

impl Memo for Files {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let words = words(self.lang).files;
        let toolbar = use_node_ref().run(hooks);
        let (asks, lists) = (use_state_eq(|| false).run(hooks), use_state_eq(|| None::<bool>).run(hooks));
        let roster = crate::texts::words(self.lang).roster;
        let open = open(self);
        let held = use_file_drop(&toolbar, open.clone()).run(hooks);
        let onsave = {
            let (latest_store, saved, dispatcher) =
                (self.latest_store.clone(), self.saved.clone(), self.dispatcher.clone());
            let (asks, lists) = (asks.clone(), lists.clone());
            Callback::from(move |_: MouseEvent| {
                let store = latest_store.store();
                match *lists {
                    None if store.scenarios().is_some_and(Scenarios::have_lists) => asks.set(true),
                    keeps => save(&store, keeps.unwrap_or(true), &saved, &dispatcher).unwrap_or_default(),
                }
            })
        };
        // Names of people and enterprises go into a file only if the person says so, once.
        let keep = |with_lists: bool| {
            let (latest_store, saved, dispatcher) =
                (self.latest_store.clone(), self.saved.clone(), self.dispatcher.clone());
            let (asks, lists, toolbar) = (asks.clone(), lists.clone(), toolbar.clone());
            Callback::from(move |_: MouseEvent| {
                focus_first_button(&toolbar);
                asks.set(false);
                lists.set(Some(with_lists));
                save(&latest_store.store(), with_lists, &saved, &dispatcher).unwrap_or_default();
            })
        };
        let export = {
            let (latest_store, dispatcher) = (self.latest_store.clone(), self.dispatcher.clone());
            Callback::from(move |_: MouseEvent| export(&latest_store.store(), &dispatcher).unwrap_or_default())
        };
        let onforget = {
            let (dispatcher, draft, saved) = (self.dispatcher.clone(), self.draft.clone(), self.saved.setter());
            let toolbar = toolbar.clone();
            Callback::from(move |()| {
                // The button that was pressed goes with the work.
                focus_first_button(&toolbar);
                dispatcher.dispatch(Action::Forget);
                saved.set(Saved::default());
                let is_gone = !draft.exists() || draft.delete.emit(());
                if !is_gone {
                    dispatcher.dispatch(Action::Say(Notice::ForgottenButDraft));
                }
            })
        };
        let confirm = {
            let saved = self.saved.clone();
            let toolbar = toolbar.clone();
            Callback::from(move |_: MouseEvent| {
                focus_first_button(&toolbar);
                saved.set(saved.confirmed());
            })
        };
        let begun = self.begun;
        let forgettable = Forgettable { any: begun || self.draft.exists(), draft: self.draft.exists() };
        html! {
            <section ref={toolbar.clone()} class="files" aria-label={words.files}>
                <div class="file-actions">
                    { open_file(words.open, "open-file", open) }
                    <button type="button" data-action="save-file" hidden={!begun} onclick={onsave}>{ words.save }</button>
                    <button type="button" data-action="spreadsheet" hidden={!begun} onclick={export}>
                        { words.save_spreadsheet }
                    </button>
                    <button type="button" data-action="print" hidden={!begun} onclick={|_: MouseEvent| print_page()}>
                        { words.print }
                    </button>
                    { forget(self.lang, forgettable, onforget) }
                    <p class="quiet file-means" hidden={begun}>{ words.open_means }</p>
                </div>
                <div class="keeps-lists" role="group" aria-label={roster.keep_title} hidden={!*asks}>
                    <p><strong>{ roster.keep_title }</strong><br />{ roster.keep_means }</p>
                    <button type="button" data-action="keep-lists" onclick={keep(true)}>{ roster.keep_lists }</button>
                    <button type="button" data-action="keep-counts" onclick={keep(false)}>{ roster.keep_counts }</button>
                </div>
                <div class="handed-over" hidden={!self.saved.waits() || self.draft.is_safe()}>
                    <p>{ words.handed_over }</p>
                    <button type="button" data-action="confirm-saved" onclick={confirm}>{ words.file_is_there }</button>
                </div>
                { draft_box(self.lang, &self.draft, begun, &self.dispatcher) }
                <p class="drop-here" aria-hidden="true" hidden={!held}>{ words.drop_here }</p>
            </section>
        }
    }
}

fn focus_first_button(toolbar: &NodeRef) {
    let button = toolbar.cast::<Element>().and_then(|toolbar| toolbar.query_selector("button").ok()?);
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// Saves the submission with its scenarios, with their lists or with what those come to.
fn save(store: &Store, with_lists: bool, saved: &UseStateHandle<Saved>, dispatcher: &Dispatcher) -> Option<()> {
    let scenarios = store.scenarios()?;
    let (track, stage) = store.workspace.track.zip(store.workspace.stage)?;
    let counts = (!with_lists).then(|| scenarios.with_counts_only(store.ruleset().track(track)));
    let written = counts.unwrap_or_else(|| scenarios.clone());
    let (name, text) = file_of(store, (track, stage), &written, store.dossier()?.shows_sample());
    let (saved, overrides) = (saved.clone(), Rc::clone(&store.workspace.overrides));
    let (dispatcher, rows) = (dispatcher.clone(), written.shown().items());
    let handing_over = dispatcher.clone();
    let hand = move || {
        if hand_over(&name, "application/json", &text, &handing_over) {
            saved.set(saved.handed_over(&written, track, stage, &overrides));
        }
    };
    // To make a file of a long text takes the browser as long as to write the text took us.
    dispatcher.work_out(rows, job(move |_| Box::pin(std::future::ready(Box::new(hand) as Done))));
    Some(())
}

/// The name and the text of the file of a submission.
fn file_of(store: &Store, (track, stage): (Track, Stage), scenarios: &Scenarios, sample: bool) -> (String, String) {
    let day = today();
    // It holds every scenario, so it is named after none.
    let origin = Origin { scenario: Scenario::Original, sample };
    let named = Named { applicant: &scenarios.original.applicant, stage, origin, day: &day };
    let file = file::write(scenarios, track, stage, store.ruleset(), &store.workspace.overrides, &day);
    (file_name(&named, "json", words(store.lang)), to_json(&file))
}

/// All that a person filled in, as files: name, text, name, text, and so on, the submission that is shown last.
pub fn files_of(store: &Store) -> Vec<String> {
    let dossiers = DOSSIERS.into_iter().zip(&store.workspace.dossiers);
    let shown = store.workspace.track.zip(store.workspace.stage);
    let kept = dossiers.flat_map(|(index, dossier)| dossier.to_keep().map(move |kept| (index, kept)));
    let files = by_key(kept, |(index, _)| Some(*index) == shown)
        .into_iter()
        .map(|(index, (scenarios, sample))| file_of(store, index, scenarios, sample));
    files.flat_map(|(name, text)| [name, text]).collect()
}

/// Saves what is shown as a table for a spreadsheet program.
fn export(store: &Store, dispatcher: &Dispatcher) -> Option<()> {
    let (sheet, assessment, day) = (store.sheet()?, store.assessment.as_ref()?, today());
    let rules = Rules { ruleset: store.effective().clone(), track: store.workspace.track? };
    let (stage, lang) = (store.stage_shown()?, store.lang);
    let origin = Origin::of(store.dossier()?);
    let of = Handover { rules: &rules, stage, origin, sheet, assessment, lang, day: &day };
    let named = Named { applicant: &sheet.applicant, stage: store.workspace.stage?, origin, day: &day };
    let name = file_name(&named, "csv", of.words());
    hand_over(&name, "text/csv;charset=utf-8", &spreadsheet(&of), dispatcher);
    Some(())
}

fn read(text: &str, store: &Store) -> Result<Opened, FileRefusal> {
    if text.len() > MOST_BYTES_OF_A_SUBMISSION {
        return Err(FileRefusal::TooLarge);
    }
    file::read(&parse_json(text), &store.rulesets, store.workspace.batch)
}

/// What to do with a workbook.
fn workbook(book: Book, begun: bool) -> Action {
    if begun {
        Action::ReadBook(Rc::new(book), None)
    } else {
        Action::Say(Notice::NotOpened(FileRefusal::NothingBegun))
    }
}

/// What to do with the text of a file that is a table; none where it is something else.
fn table(text: &str, begun: bool) -> Option<Action> {
    if text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let table = match table_of(text) {
        Ok(table) if table.is_one_cell() || table.rows.iter().all(|row| row.len() < 2) => return None,
        Ok(table) => table,
        Err(TooLarge) => return Some(Action::Say(Notice::NotOpened(FileRefusal::TooLarge))),
    };
    Some(if begun {
        Action::Read(Rc::new(table), None)
    } else {
        Action::Say(Notice::NotOpened(FileRefusal::NothingBegun))
    })
}

/// Many programs write something else under these names; what can be read is opened all the same.
fn is_named_like_a_workbook(name: &str) -> bool {
    let extension = name.rsplit('.').next().unwrap_or_default();
    ["xlsx", "xls", "xlsm", "xlsb", "et", "ods"].iter().any(|one| extension.eq_ignore_ascii_case(one))
}

/// Opens a file in place of what is shown, or shows the table that it holds.
fn open(props: &Files) -> Callback<File> {
    let (latest_store, saved, dispatcher) = (props.latest_store.clone(), props.saved.clone(), props.dispatcher.clone());
    Callback::from(move |file: File| {
        let (latest_store, saved, dispatcher) = (latest_store.clone(), saved.clone(), dispatcher.clone());
        let is_workbook = is_named_like_a_workbook(&file.name());
        read_file(file, &dispatcher.clone(), move |content| {
            let store = latest_store.store();
            let text = match content {
                Ok(Content::Book(book)) => return dispatcher.dispatch(workbook(book, store.dossier().is_some())),
                Ok(Content::Text(text)) => Ok(text),
                Err(refusal) => Err(refusal),
            };
            if let Some(action) = text.as_ref().ok().and_then(|text| table(text, store.dossier().is_some())) {
                return dispatcher.dispatch(action);
            }
            let opened = text.and_then(|text| read(&text, &store));
            dispatcher.dispatch(match opened {
                Ok(opened) => {
                    saved.set(saved.opened(&opened.scenarios, opened.track, opened.stage, &opened.overrides));
                    Action::Open(Box::new(opened))
                }
                Err(FileRefusal::NotJson | FileRefusal::Unreadable) if is_workbook => {
                    Action::Say(Notice::NotOpened(FileRefusal::DamagedWorkbook))
                }
                Err(refusal) => Action::Say(Notice::NotOpened(refusal)),
            });
        });
    })
}
