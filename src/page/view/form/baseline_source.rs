//! Where a recognition takes its baseline from: the application filled in on this page, or the file saved then; and the year up to
//! which its figures go.

use web_sys::File;
use yew::prelude::*;

use super::last_year::{LastYear, last_year};
use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use crate::view::kit::open_file::{open_file, read_text};
use engine::address::Side;
use engine::ruleset::Stage;
use js::parse_json;
use model::action::Action;
use model::file::{as_start, read};
use model::notice::Notice;
use model::rulesets::Rulesets;
use model::scenarios::Scenario;
use model::typed::Typed;

#[derive(PartialEq)]
pub struct BaselineSource {
    pub rulesets: Rulesets,
    /// The batch chosen, by its index.
    pub batch: usize,
    /// The stage of the submission.
    pub stage: Stage,
    /// The last year of the application's series.
    pub last_year: Typed,
    /// Whether the creation stage is filled in on this page.
    pub creation: bool,
}

impl Memo for BaselineSource {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words();
        let open = {
            let (rulesets, batch, track, dispatcher) =
                (self.rulesets.clone(), self.batch, frame.rules.track, frame.dispatcher.clone());
            Callback::from(move |file: File| {
                let (rulesets, dispatcher) = (rulesets.clone(), dispatcher.clone());
                read_text(file, move |text| {
                    let opened = text.and_then(|text| read(&parse_json(&text), &rulesets, batch));
                    dispatcher.dispatch(match opened.and_then(|opened| as_start(opened, &rulesets, batch, track)) {
                        Ok(start) => Action::TakeBaselineOf(Box::new(start)),
                        Err(refusal) => Action::Say(Notice::NotOpened(refusal)),
                    });
                });
            })
        };
        let asked = self.stage == Stage::Recognition && frame.scenario != Scenario::Targets;
        html! {
            <section class="card baseline-source" hidden={!asked}>
                <p>{ words.workbench.take_baseline_means }</p>
                <div class="file-actions">
                    <button
                        type="button"
                        data-action="take-baseline"
                        hidden={!self.creation}
                        onclick={frame.act(|_: MouseEvent| Action::TakeBaseline)}
                    >
                        { words.workbench.take_baseline }
                    </button>
                    { open_file(words.files.open_baseline, "open-baseline", open) }
                </div>
                {
                    last_year(&LastYear {
                        side: Side::Baseline,
                        stage: self.stage,
                        typed: &self.last_year,
                        given: false,
                        lang: frame.lang,
                        dispatcher: &frame.dispatcher,
                    })
                }
            </section>
        }
    }
}
