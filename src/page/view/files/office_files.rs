//! The buttons that hand out files for office programs: the workings, and the template with what is filled in so far.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::latest_store::LatestStore;
use crate::view::kit::download::hand_over;
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::window::today;
use crate::view::kit::workbook::made;
use engine::text::Lang;
use formatting::texts::words;
use formatting::wanted::{OfficeFile, wanted};
use model::action::Action;
use model::notice::Notice;
use model::store::Store;

/// The buttons, each with what it is good for.
pub fn office_files(lang: Lang, begun: bool, latest_store: &LatestStore, dispatcher: &Dispatcher) -> Html {
    let of = |file: OfficeFile| {
        let [name, means] = file.said(words(lang));
        let (latest_store, dispatcher) = (latest_store.clone(), dispatcher.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            hand_out(file, &latest_store.store(), &dispatcher).unwrap_or_default();
        });
        html! {
            <div class="office-file" hidden={!begun}>
                <button type="button" data-action={file.name()} {onclick}>{ name }</button>
                <p class="quiet">{ means }</p>
            </div>
        }
    };
    html! { <>{ for OfficeFile::ALL.map(of) }</> }
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
