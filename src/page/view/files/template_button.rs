//! The button that hands out the template for a spreadsheet program, with what is filled in so far.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::latest_store::LatestStore;
use crate::formatting::paper::file_name::{Named, file_name};
use crate::formatting::paper::handover::Handover;
use crate::formatting::paper::origin::Origin;
use crate::formatting::template::template;
use crate::texts::words;
use crate::view::kit::download::hand_over;
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::window::today;
use crate::view::kit::workbook::written;
use engine::text::Lang;
use model::action::Action;
use model::notice::Notice;
use model::rules::Rules;
use model::store::Store;
use office::write::Workbook;

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The button, with what it is good for.
pub fn template_button(lang: Lang, begun: bool, latest_store: &LatestStore, dispatcher: &Dispatcher) -> Html {
    let words = words(lang).template;
    let (latest_store, dispatcher) = (latest_store.clone(), dispatcher.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let Some((name, book)) = made_of(&latest_store.store()) else { return };
        let dispatcher = dispatcher.clone();
        dispatcher.dispatch(Action::Say(Notice::Preparing));
        spawn_local(async move {
            match written(&book).await {
                Ok(bytes) => drop(hand_over(&name, MEDIA_TYPE, bytes, &dispatcher)),
                Err(_) => dispatcher.dispatch(Action::Say(Notice::TemplateNotMade)),
            }
        });
    });
    html! {
        <div class="template" hidden={!begun}>
            <button type="button" data-action="template" {onclick}>{ words.download }</button>
            <p class="quiet">{ words.download_means }</p>
        </div>
    }
}

/// The name of the file, and what is written into it.
fn made_of(store: &Store) -> Option<(String, Workbook)> {
    let (sheet, assessment, day) = (store.sheet()?, store.assessment.as_ref()?, today());
    let rules = Rules { ruleset: store.effective().clone(), track: store.workspace.track? };
    let origin = Origin::of(store.dossier()?);
    let of =
        Handover { rules: &rules, stage: store.stage_shown()?, origin, sheet, assessment, lang: store.lang, day: &day };
    let named = Named { applicant: &sheet.applicant, stage: store.workspace.stage?, origin, day: &day };
    let words = of.words();
    // By its name nobody takes it for what is handed in.
    let name = [words.template.file, "-", &file_name(&named, "xlsx", words)].concat();
    Some((name, template(&of)))
}
