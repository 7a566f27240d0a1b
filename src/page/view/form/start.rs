//! The first choices: track, then stage. Once they are made they are folded away; the line of what is chosen unfolds them.

use yew::prelude::*;

use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{HookContext, Memo};
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use formatting::texts::words;
use model::action::Action;
use model::desk::Drawer;

#[derive(PartialEq)]
pub struct Start {
    pub lang: Lang,
    pub track: Option<Track>,
    pub stage: Option<Stage>,
    /// Whether they are unfolded although they are made.
    pub unfolded: bool,
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
            choice(action, self.track == Some(track), (words.track)(track), (words.start.track_means)(track), choose)
        };
        let stage = |stage: Stage, action: &'static str| {
            let choose = {
                let dispatcher = self.dispatcher.clone();
                Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::ChooseStage(stage)))
            };
            choice(action, self.stage == Some(stage), (words.stage)(stage), (words.start.stage_means)(stage), choose)
        };
        let is_folded = self.track.zip(self.stage).is_some() && !self.unfolded;
        html! {
            <section class="start" data-drawer={Drawer::Choices.name()} hidden={is_folded}>
                <div class="questions">
                    <div class="ask" role="group" id="choose-track" aria-labelledby="ask-track">
                        <h2 id="ask-track">{ words.start.ask_track }</h2>
                        <div class="choices">
                            { track(Track::Park, "track-park") }
                            { track(Track::Enterprise, "track-enterprise") }
                        </div>
                    </div>
                    <div class="ask" role="group" id="choose-stage" aria-labelledby="ask-stage" hidden={self.track.is_none()}>
                        <h2 id="ask-stage">{ words.start.ask_stage }</h2>
                        <div class="choices">
                            { stage(Stage::Creation, "stage-creation") }
                            { stage(Stage::Recognition, "stage-recognition") }
                        </div>
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
