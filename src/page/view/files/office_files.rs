//! The buttons that hand out files for office programs: the template with what is filled in so far, and the workings.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::handed::handed;
use super::latest_store::LatestStore;
use crate::formatting::paper::file_name::file_name;
use crate::formatting::template::template;
use crate::formatting::workings::workings;
use crate::texts::{Words, words};
use crate::view::kit::download::hand_over;
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::workbook::written;
use engine::text::Lang;
use model::action::Action;
use model::notice::Notice;
use model::store::Store;
use office::write::Workbook;

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file that is handed out.
#[derive(Clone, Copy, PartialEq)]
enum OfficeFile {
    Template,
    Workings,
}

impl OfficeFile {
    const ALL: [OfficeFile; 2] = [OfficeFile::Workings, OfficeFile::Template];

    fn action(self) -> &'static str {
        match self {
            OfficeFile::Template => "template",
            OfficeFile::Workings => "workings",
        }
    }

    /// What the button says, and what the file is good for.
    fn said(self, words: &Words) -> [&'static str; 2] {
        match self {
            OfficeFile::Template => [words.template.download, words.template.download_means],
            OfficeFile::Workings => [words.workings.download, words.workings.download_means],
        }
    }

    /// The name of the file, and what is written into it. By its name nobody takes one for the other.
    fn made_of(self, store: &Store) -> Option<(String, Workbook)> {
        handed(store, |of, named| {
            let words = of.words();
            let (begins, book) = match self {
                OfficeFile::Template => (words.template.file, template(of)),
                OfficeFile::Workings => (words.workings.file, workings(of)),
            };
            ([begins, "-", &file_name(named, "xlsx", words)].concat(), book)
        })
    }
}

/// The buttons, each with what it is good for.
pub fn office_files(lang: Lang, begun: bool, latest_store: &LatestStore, dispatcher: &Dispatcher) -> Html {
    let of = |file: OfficeFile| {
        let [name, means] = file.said(words(lang));
        let (latest_store, dispatcher) = (latest_store.clone(), dispatcher.clone());
        let onclick =
            Callback::from(move |_: MouseEvent| hand_out(file, &latest_store.store(), &dispatcher).unwrap_or_default());
        html! {
            <div class="office-file" hidden={!begun}>
                <button type="button" data-action={file.action()} {onclick}>{ name }</button>
                <p class="quiet">{ means }</p>
            </div>
        }
    };
    html! { <>{ for OfficeFile::ALL.map(of) }</> }
}

fn hand_out(file: OfficeFile, store: &Store, dispatcher: &Dispatcher) -> Option<()> {
    let (name, book) = file.made_of(store)?;
    let dispatcher = dispatcher.clone();
    dispatcher.dispatch(Action::Say(Notice::Preparing));
    spawn_local(async move {
        match written(&book).await {
            Ok(bytes) => drop(hand_over(&name, MEDIA_TYPE, bytes, &dispatcher)),
            Err(_) => dispatcher.dispatch(Action::Say(Notice::OfficeFileNotMade)),
        }
    });
    Some(())
}
