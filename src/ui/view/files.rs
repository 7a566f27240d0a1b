//! Keeping and handing over: open, save, print, forget, and the draft on this machine.

use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlElement};
use yew::prelude::*;

use super::download::download;
use super::draft::Draft;
use super::draft_box::DraftBox;
use super::file_drop::use_file_drop;
use super::forget::Forget;
use super::frame::Send;
use super::json::to_json;
use super::open_file::{OpenFile, read_file};
use super::window::today;
use crate::engine::text::Lang;
use crate::js::parse_json;
use crate::ui::show::file_name::file_name;
use crate::ui::state::action::Action;
use crate::ui::state::batches::Batches;
use crate::ui::state::file;
use crate::ui::state::saved::Saved;
use crate::ui::state::work::{Work, desk_of};
use crate::ui::wording::words;

#[derive(PartialEq, Properties)]
pub struct FilesProps {
    pub lang: Lang,
    pub batches: Batches,
    pub work: Work,
    pub draft: Draft,
    pub saved: UseStateHandle<Saved>,
    pub send: Send,
}

#[component]
pub fn Files(props: &FilesProps) -> Html {
    let all = words(props.lang);
    let words = all.files;
    let (toolbar, said) = (use_node_ref(), use_state_eq(String::new));
    let forgotten = use_mut_ref(|| false);
    {
        let (said, toolbar, forgotten) = (said.setter(), toolbar.clone(), forgotten.clone());
        use_effect_with(props.work.clone(), move |_| {
            said.set(String::new());
            // The button that was pressed is gone with the work.
            if forgotten.replace(false) {
                focus_first_button(&toolbar);
            }
        });
    }
    let open = open(props);
    let held = use_file_drop(&toolbar, open.clone());
    // Every file that goes out goes this way.
    let hand_over = {
        let said = said.setter();
        move |name: &str, media_type: &str, text: &str| {
            let is_made = download(name, media_type, text);
            said.set(if is_made { (words.saved)(name) } else { words.not_saved.to_owned() });
            is_made
        }
    };
    let save = {
        let (work, batches, saved) = (props.work.clone(), props.batches.clone(), props.saved.clone());
        Callback::from(move |_: MouseEvent| {
            let Some((track, stage)) = work.track.zip(work.stage) else { return };
            let (papers, day) = (&work.desks[desk_of(track, stage)].papers, today());
            let name = file_name(&papers.original.applicant, stage, &day, "json", all);
            let file = file::write(papers, track, stage, &batches[work.batch], &work.overrides, &day);
            if hand_over(&name, "application/json", &to_json(&file)) {
                saved.set(saved.with(papers, track, stage, &work.overrides));
            }
        })
    };
    let print = |_: MouseEvent| {
        let _ = web_sys::window().map(|window| window.print());
    };
    let forget = {
        let (send, draft, saved) = (props.send.clone(), props.draft.clone(), props.saved.setter());
        Callback::from(move |()| {
            *forgotten.borrow_mut() = true;
            send.dispatch(Action::Forget);
            saved.set(Saved::default());
            if draft.exists() {
                draft.switch.emit(false);
            }
            draft.let_go.emit(());
        })
    };
    let begun = props.work.track.is_some() && props.work.stage.is_some();
    html! {
        <section ref={toolbar} class="files" aria-label={words.files}>
            <div class="file-actions">
                <OpenFile label={words.open} action="open-file" onchoose={open} />
                <button type="button" data-action="save-file" hidden={!begun} onclick={save}>{ words.save }</button>
                <button type="button" data-action="print" hidden={!begun} onclick={print}>{ words.print }</button>
                <Forget lang={props.lang} offered={begun || props.draft.exists()} draft={props.draft.exists()} onforget={forget} />
                <p class="quiet file-means">{ words.open_means }</p>
            </div>
            <p class="file-said" role="status">{ (*said).clone() }</p>
            <DraftBox lang={props.lang} draft={props.draft.clone()} {begun} />
            <p class="drop-here" aria-hidden="true" hidden={!held}>{ words.drop_here }</p>
        </section>
    }
}

fn focus_first_button(toolbar: &NodeRef) {
    let button = toolbar.cast::<Element>().and_then(|toolbar| toolbar.query_selector("button").ok()?);
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// Opens a file in place of what is shown.
fn open(props: &FilesProps) -> Callback<File> {
    let (batches, batch, saved, send) =
        (props.batches.clone(), props.work.batch, props.saved.clone(), props.send.clone());
    Callback::from(move |file: File| {
        let (batches, saved, send) = (batches.clone(), saved.clone(), send.clone());
        read_file(file, move |text| {
            let opened = text.and_then(|text| file::read(&parse_json(&text), &batches, batch));
            send.dispatch(match opened {
                Ok(opened) => {
                    saved.set(saved.with(&opened.papers, opened.track, opened.stage, &opened.overrides));
                    Action::Open(Box::new(opened))
                }
                Err(refusal) => Action::Refuse(refusal),
            });
        });
    })
}
