//! Where a recognition takes its baseline from: the application filled in on this page, or the file saved then.

use web_sys::File;
use yew::prelude::*;

use super::frame::use_frame;
use super::open_file::{OpenFile, read_file};
use super::piece::{Hook, HookContext, Piece, piece};
use engine::ruleset::Stage;
use js::parse_json;
use model::action::Action;
use model::batches::Batches;
use model::file::{as_start, read};
use model::notice::Notice;
use model::papers::Variant;

#[derive(PartialEq)]
pub struct BaselineSource {
    pub batches: Batches,
    /// The batch chosen, by its place.
    pub batch: usize,
    /// The stage of the submission.
    pub stage: Stage,
    /// Whether the creation stage is filled in on this page.
    pub creation: bool,
}

impl Piece for BaselineSource {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let open = {
            let (batches, batch, track, send) =
                (self.batches.clone(), self.batch, frame.rules.track, frame.send.clone());
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
        let asked = self.stage == Stage::Recognition && frame.variant != Variant::Targets;
        html! {
            <section class="card baseline-source" hidden={!asked}>
                <p>{ words.desk.take_baseline_means }</p>
                <div class="file-actions">
                    <button
                        type="button"
                        data-action="take-baseline"
                        hidden={!self.creation}
                        onclick={frame.act(|_: MouseEvent| Action::TakeBaseline)}
                    >
                        { words.desk.take_baseline }
                    </button>
                    { piece(OpenFile { label: words.files.open_baseline.into(), action: "open-baseline", onchoose: open }) }
                </div>
            </section>
        }
    }
}
