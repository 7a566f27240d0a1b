//! The first choices: track, then stage and the year up to which the figures go. Above them stands that nothing leaves this computer.

use yew::prelude::*;

use super::last_year::{LastYear, last_year};
use crate::texts::words;
use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{HookContext, Memo};
use engine::address::Side;
use engine::number::NumberKind;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use model::action::Action;
use model::typed::Typed;

#[derive(PartialEq)]
pub struct Start {
    pub lang: Lang,
    pub track: Option<Track>,
    pub stage: Option<Stage>,
    /// The last year of the series; none while there is no sheet.
    pub last_year: Option<Typed>,
    /// Whether that follows from the original.
    pub year_given: bool,
    pub dispatcher: Dispatcher,
}

impl Memo for Start {
    fn show(&self, _: &mut HookContext) -> Html {
        let words = words(self.lang);
        let track = |track: Track, action: &'static str| {
            let choose = {
                let dispatcher = self.dispatcher.clone();
                Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::ChooseTrack(track)))
            };
            choice(action, self.track == Some(track), (words.track)(track), (words.track_means)(track), choose)
        };
        let stage = |stage: Stage, action: &'static str| {
            let choose = {
                let dispatcher = self.dispatcher.clone();
                Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::ChooseStage(stage)))
            };
            choice(action, self.stage == Some(stage), (words.stage)(stage), (words.stage_means)(stage), choose)
        };
        let about = self.track.zip(self.stage).map(|(track, stage)| (words.report_about)(track, stage));
        let blank = Typed::blank(NumberKind::Year);
        let of_year = LastYear {
            side: Side::Now,
            stage: if self.year_given { Stage::Recognition } else { self.stage.unwrap_or(Stage::Creation) },
            typed: self.last_year.as_ref().unwrap_or(&blank),
            given: self.year_given,
            lang: self.lang,
            dispatcher: &self.dispatcher,
        };
        html! {
            <section class="start">
                <p class="printed">{ about.unwrap_or_default() }</p>
                <p class="privacy"><strong>{ words.privacy }</strong>{ " " }{ words.privacy_check }</p>
                <div class="questions">
                    <div class="question" role="group" aria-labelledby="ask-track">
                        <h2 id="ask-track">{ words.ask_track }</h2>
                        <div class="choices">
                            { track(Track::Park, "track-park") }
                            { track(Track::Enterprise, "track-enterprise") }
                        </div>
                    </div>
                    <div class="question" role="group" aria-labelledby="ask-stage" hidden={self.track.is_none()}>
                        <h2 id="ask-stage">{ words.ask_stage }</h2>
                        <div class="choices">
                            { stage(Stage::Creation, "stage-creation") }
                            { stage(Stage::Recognition, "stage-recognition") }
                        </div>
                        <div hidden={self.last_year.is_none()}>{ last_year(&of_year) }</div>
                    </div>
                </div>
            </section>
        }
    }
}

fn choice(
    action: &'static str,
    chosen: bool,
    name: &'static str,
    means: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="choice" data-action={action} aria-pressed={if chosen { "true" } else { "false" }} {onclick}>
            <span class="choice-name">{ name }</span>
            <span class="choice-means">{ means }</span>
        </button>
    }
}
