//! Keeping and handing over: open, save, the spreadsheet, the printed report, forget, and the draft on this machine.

use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlElement};
use yew::prelude::*;

use super::at_hand::AtHand;
use super::download::download;
use super::draft::Draft;
use super::draft_box::DraftBox;
use super::file_drop::use_file_drop;
use super::forget::Forget;
use super::frame::Send;
use super::json::to_json;
use super::open_file::{OpenFile, read_file};
use super::piece::{Hook, HookContext, Piece, piece};
use super::window::{print_page, today};
use crate::formatting::file_name::{Named, file_name};
use crate::formatting::handover::Handover;
use crate::formatting::order::by_key;
use crate::formatting::origin::Origin;
use crate::formatting::spreadsheet::spreadsheet;
use crate::texts::words;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use js::parse_json;
use model::action::Action;
use model::file;
use model::notice::Notice;
use model::papers::{Papers, Variant};
use model::rules::Rules;
use model::saved::Saved;
use model::store::Store;
use model::work::DESKS;

#[derive(PartialEq)]
pub struct Files {
    pub lang: Lang,
    /// Whether there is a sheet to keep.
    pub begun: bool,
    pub at_hand: AtHand,
    pub draft: Draft,
    pub saved: UseStateHandle<Saved>,
    pub send: Send,
}

impl Piece for Files {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let words = words(self.lang).files;
        let toolbar = use_node_ref().run(hooks);
        let open = open(self);
        let held = use_file_drop(&toolbar, open.clone()).run(hooks);
        let save = {
            let (at_hand, saved, send) = (self.at_hand.clone(), self.saved.clone(), self.send.clone());
            Callback::from(move |_: MouseEvent| save(&at_hand.store(), &saved, &send).unwrap_or_default())
        };
        let export = {
            let (at_hand, send) = (self.at_hand.clone(), self.send.clone());
            Callback::from(move |_: MouseEvent| export(&at_hand.store(), &send).unwrap_or_default())
        };
        let forget = {
            let (send, draft, saved) = (self.send.clone(), self.draft.clone(), self.saved.setter());
            let toolbar = toolbar.clone();
            Callback::from(move |()| {
                // The button that was pressed goes with the work.
                focus_first_button(&toolbar);
                send.dispatch(Action::Forget);
                saved.set(Saved::default());
                let is_gone = !draft.exists() || draft.delete.emit(());
                draft.let_go.emit(());
                if !is_gone {
                    send.dispatch(Action::Say(Notice::ForgottenButDraft));
                }
            })
        };
        let begun = self.begun;
        html! {
            <section ref={toolbar} class="files" aria-label={words.files}>
                <div class="file-actions">
                    { piece(OpenFile { label: words.open.into(), action: "open-file", onchoose: open }) }
                    <button type="button" data-action="save-file" hidden={!begun} onclick={save}>{ words.save }</button>
                    <button type="button" data-action="spreadsheet" hidden={!begun} onclick={export}>
                        { words.save_spreadsheet }
                    </button>
                    <button type="button" data-action="print" hidden={!begun} onclick={|_: MouseEvent| print_page()}>
                        { words.print }
                    </button>
                    {
                        piece(Forget {
                            lang: self.lang,
                            offered: begun || self.draft.exists(),
                            draft: self.draft.exists(),
                            onforget: forget,
                        })
                    }
                    <p class="quiet file-means" hidden={begun}>{ words.open_means }</p>
                </div>
                { piece(DraftBox { lang: self.lang, draft: self.draft.clone(), begun, send: self.send.clone() }) }
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

/// Saves the submission with its variants.
fn save(store: &Store, saved: &UseStateHandle<Saved>, send: &Send) -> Option<()> {
    let papers = store.papers()?;
    let (track, stage) = store.work.track.zip(store.work.stage)?;
    let (name, text) = file_of(store, (track, stage), papers, store.desk()?.shows_sample());
    if hand_over(&name, "application/json", &text, send) {
        saved.set(saved.with(papers, track, stage, &store.work.overrides));
    }
    Some(())
}

/// The name and the text of the file of a submission.
fn file_of(store: &Store, (track, stage): (Track, Stage), papers: &Papers, sample: bool) -> (String, String) {
    let day = today();
    // It holds every variant, so it is named after none.
    let origin = Origin { variant: Variant::Original, sample };
    let named = Named { applicant: &papers.original.applicant, stage, origin, day: &day };
    let file = file::write(papers, track, stage, store.ruleset(), &store.work.overrides, &day);
    (file_name(&named, "json", words(store.lang)), to_json(&file))
}

/// All that a person filled in, as files: name, text, name, text, and so on, the submission that is shown last.
pub fn files_of(store: &Store) -> Vec<String> {
    let desks = DESKS.into_iter().zip(&store.work.desks);
    let shown = store.work.track.zip(store.work.stage);
    let kept = desks.flat_map(|(place, desk)| desk.to_keep().map(move |kept| (place, kept)));
    let files = by_key(kept, |(place, _)| Some(*place) == shown)
        .into_iter()
        .map(|(place, (papers, sample))| file_of(store, place, papers, sample));
    files.flat_map(|(name, text)| [name, text]).collect()
}

/// Saves what is shown as a table for a spreadsheet program.
fn export(store: &Store, send: &Send) -> Option<()> {
    let (sheet, assessment, day) = (store.sheet()?, store.assessment.as_ref()?, today());
    let rules = Rules { ruleset: store.effective().clone(), track: store.work.track? };
    let (stage, lang) = (store.stage_shown()?, store.lang);
    let origin = Origin::of(store.desk()?);
    let of = Handover { rules: &rules, stage, origin, sheet, assessment, lang, day: &day };
    let named = Named { applicant: &sheet.applicant, stage: store.work.stage?, origin, day: &day };
    let name = file_name(&named, "csv", of.words());
    hand_over(&name, "text/csv;charset=utf-8", &spreadsheet(&of), send);
    Some(())
}

/// Every file that goes out goes this way.
pub fn hand_over(name: &str, media_type: &str, text: &str, send: &Send) -> bool {
    let is_made = download(name, media_type, text);
    send.dispatch(Action::Say(if is_made { Notice::Saved(name.into()) } else { Notice::NotSaved }));
    is_made
}

/// Opens a file in place of what is shown.
fn open(props: &Files) -> Callback<File> {
    let (at_hand, saved, send) = (props.at_hand.clone(), props.saved.clone(), props.send.clone());
    Callback::from(move |file: File| {
        let (at_hand, saved, send) = (at_hand.clone(), saved.clone(), send.clone());
        read_file(file, move |text| {
            let store = at_hand.store();
            let opened = text.and_then(|text| file::read(&parse_json(&text), &store.batches, store.work.batch));
            send.dispatch(match opened {
                Ok(opened) => {
                    saved.set(saved.with(&opened.papers, opened.track, opened.stage, &opened.overrides));
                    Action::Open(Box::new(opened))
                }
                Err(refusal) => Action::Say(Notice::NotOpened(refusal)),
            });
        });
    })
}
