//! The buttons that hand out files for office programs: the workings, the report, and the template with what is filled in so far.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::panels::FilePanels;
use crate::view::kit::download::hand_over;
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::window::today;
use crate::view::kit::workbook::made;
use formatting::texts::words;
use formatting::wanted::{OfficeFile, wanted};
use model::action::Action;
use model::notice::Notice;
use model::store::Store;

/// The buttons, each with what it is good for. Items of lists go into the report if the person said that they go into files.
pub fn office_files(of: &FilePanels) -> Html {
    let with_lists = *of.keeping.lists == Some(true);
    let files = [
        ("workings", OfficeFile::Workings),
        ("document", OfficeFile::Document { with_lists }),
        ("template", OfficeFile::Template),
    ];
    let button = |(action, file): (&'static str, OfficeFile)| {
        let [name, means] = file.said(words(of.lang));
        let (latest_store, dispatcher) = (of.latest_store.clone(), of.dispatcher.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            hand_out(file, &latest_store.store(), &dispatcher).unwrap_or_default();
        });
        html! {
            <div class="office-file" hidden={!of.begun}>
                <button type="button" data-action={action} {onclick}>{ name }</button>
                <p class="quiet">{ means }</p>
            </div>
        }
    };
    html! { <>{ for files.map(button) }</> }
}

fn hand_out(file: OfficeFile, store: &Store, dispatcher: &Dispatcher) -> Option<()> {
    let wanted = wanted(file, store, &today())?;
    let dispatcher = dispatcher.clone();
    dispatcher.dispatch(Action::Say(Notice::Preparing));
    spawn_local(async move {
        match made(&wanted.order).await {
            Ok(bytes) => drop(hand_over(&wanted.file_name, file.media_type(), bytes, &dispatcher)),
            Err(_) => dispatcher.dispatch(Action::Say(Notice::OfficeFileNotMade)),
        }
    });
    Some(())
}
