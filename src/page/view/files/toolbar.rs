//! The buttons that open, save, export and print. What they have to ask, and the draft, stands below the bar: see `panels.rs`.

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::file_drop::use_file_drop;
use super::latest_store::LatestStore;
use crate::view::kit::dispatcher::{Done, job};
use crate::view::kit::download::hand_over;
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use crate::view::kit::open_file::{Content, MOST_BYTES_OF_A_SUBMISSION, open_file, read_file, table_of};
use crate::view::kit::window::{print_page, today};
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use formatting::handed::handed;
use formatting::order::by_key;
use formatting::paper::file_name::{Named, file_name};
use formatting::paper::origin::Origin;
use formatting::paper::spreadsheet::spreadsheet;
use formatting::texts::words;
use intake::TooLarge;
use js::parse_json;
use model::action::Action;
use model::book::Book;
use model::file::{self, Opened};
use model::json::to_json;
use model::notice::{FileRefusal, Notice};
use model::saved::Saved;
use model::scenarios::{Scenario, Scenarios};
use model::store::Store;
use model::workspace::DOSSIERS;

/// The buttons.
#[derive(PartialEq)]
pub struct FileTools {
    pub lang: Lang,
    /// Whether there is a sheet to keep.
    pub begun: bool,
    pub latest_store: LatestStore,
    pub saved: UseStateHandle<Saved>,
    pub keeping: KeepingLists,
    pub dispatcher: Dispatcher,
}

/// Whether lists go into files, which a person says once: names of people and enterprises are in them.
#[derive(Clone, PartialEq)]
pub struct KeepingLists {
    /// Whether it is being asked.
    pub asks: UseStateHandle<bool>,
    /// What the person said.
    pub lists: UseStateHandle<Option<bool>>,
}

/// Keeps what a person says of lists in files.
#[hook]
pub fn use_keeping_lists() -> KeepingLists {
    KeepingLists { asks: use_state_eq(|| false), lists: use_state_eq(|| None) }
}

impl Memo for FileTools {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let words = words(self.lang).files;
        let tools = use_node_ref().run(hooks);
        let open = open(self);
        let held = use_file_drop(&tools, open.clone()).run(hooks);
        let onsave = {
            let (latest_store, saved, dispatcher, keeping) =
                (self.latest_store.clone(), self.saved.clone(), self.dispatcher.clone(), self.keeping.clone());
            Callback::from(move |_: MouseEvent| {
                let store = latest_store.store();
                match *keeping.lists {
                    None if store.scenarios().is_some_and(Scenarios::have_lists) => keeping.asks.set(true),
                    keeps => save(&store, keeps.unwrap_or(true), &saved, &dispatcher).unwrap_or_default(),
                }
            })
        };
        let export = {
            let (latest_store, dispatcher) = (self.latest_store.clone(), self.dispatcher.clone());
            Callback::from(move |_: MouseEvent| export(&latest_store.store(), &dispatcher).unwrap_or_default())
        };
        let button = |action: &'static str, text: &'static str, onclick: Callback<MouseEvent>| {
            html! {
                <button type="button" data-action={action} tabindex="-1" hidden={!self.begun} {onclick}>{ text }</button>
            }
        };
        html! {
            <div ref={tools} class="file-tools">
                { open_file(words.open, "open-file", open) }
                { button("save-file", words.save, onsave) }
                { button("spreadsheet", words.save_spreadsheet, export) }
                { button("print", words.print, Callback::from(|_: MouseEvent| print_page())) }
                <p class="quiet file-means" hidden={self.begun}>{ words.open_means }</p>
                <p class="drop-here" aria-hidden="true" hidden={!held}>{ words.drop_here }</p>
            </div>
        }
    }
}

/// Saves the submission with its scenarios, with their lists or with what those come to.
pub fn save(store: &Store, with_lists: bool, saved: &UseStateHandle<Saved>, dispatcher: &Dispatcher) -> Option<()> {
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
    let (name, table) = handed(store, &today(), |of, named| (file_name(named, "csv", of.words()), spreadsheet(of)))?;
    hand_over(&name, "text/csv;charset=utf-8", table, dispatcher);
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
fn open(props: &FileTools) -> Callback<File> {
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
