//! Where a recognition takes its baseline from: the application filled in on this page, or the file saved then.

use web_sys::File;
use yew::prelude::*;

use super::frame::use_frame;
use super::open_file::{OpenFile, read_file};
use super::rendered::rendered;
use crate::engine::ruleset::Stage;
use crate::js::parse_json;
use crate::ui::state::action::Action;
use crate::ui::state::batches::Batches;
use crate::ui::state::file::{as_start, read};
use crate::ui::state::notice::Notice;
use crate::ui::state::papers::Variant;

#[derive(PartialEq, Properties)]
pub struct BaselineSourceProps {
    pub batches: Batches,
    /// The batch chosen, by its place.
    pub batch: usize,
    /// The stage of the submission.
    pub stage: Stage,
    /// Whether the creation stage is filled in on this page.
    pub creation: bool,
}

#[component]
pub fn BaselineSource(props: &BaselineSourceProps) -> Html {
    rendered("BaselineSource");
    let frame = use_frame();
    let words = frame.words();
    let open = {
        let (batches, batch, track, send) = (props.batches.clone(), props.batch, frame.rules.track, frame.send.clone());
        Callback::from(move |file: File| {
            let (batches, send) = (batches.clone(), send.clone());
            read_file(file, move |text| {
                let opened = text.and_then(|text| read(&parse_json(&text), &batches, batch));
                send.dispatch(match opened.and_then(|opened| as_start(opened, &batches, batch, track)) {
                    Ok(start) => Action::TakeBaselineOf(Box::new(start)),
                    Err(refusal) => Action::Say(Notice::NotOpened(refusal)),
                });
            });
        })
    };
    let asked = props.stage == Stage::Recognition && frame.variant != Variant::Targets;
    html! {
        <section class="card baseline-source" hidden={!asked}>
            <p>{ words.desk.take_baseline_means }</p>
            <div class="file-actions">
                <button
                    type="button"
                    data-action="take-baseline"
                    hidden={!props.creation}
                    onclick={frame.act(|_: MouseEvent| Action::TakeBaseline)}
                >
                    { words.desk.take_baseline }
                </button>
                <OpenFile label={words.files.open_baseline} action="open-baseline" onchoose={open} />
            </div>
        </section>
    }
}
