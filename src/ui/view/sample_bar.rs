//! The sample: filled in by one click, cleared by one click.

use yew::prelude::*;

use super::frame::Send;
use crate::engine::ruleset::{Stage, Track};
use crate::engine::text::Lang;
use crate::js::parse_json;
use crate::ui::state::samples::sample;
use crate::ui::state::store::Action;
use crate::ui::wording::words;

#[derive(PartialEq, Properties)]
pub struct SampleBarProps {
    pub lang: Lang,
    pub track: Option<Track>,
    pub stage: Option<Stage>,
    pub shown: bool,
    pub send: Send,
}

#[component]
pub fn SampleBar(props: &SampleBarProps) -> Html {
    let words = words(props.lang);
    let show = {
        let (send, track, stage) = (props.send.clone(), props.track, props.stage);
        Callback::from(move |_: MouseEvent| {
            let text = sample(track.unwrap_or(Track::Park), stage.unwrap_or(Stage::Creation));
            send.dispatch(Action::ShowSample(parse_json(text)));
        })
    };
    let clear = {
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| send.dispatch(Action::ClearSample))
    };
    html! {
        <div class="sample" data-shown={if props.shown { "true" } else { "false" }}>
            <button type="button" data-action="sample" hidden={props.shown} onclick={show}>{ words.show_sample }</button>
            <button type="button" data-action="clear" hidden={!props.shown} onclick={clear}>{ words.clear_sample }</button>
            <p role="status">{ if props.shown { words.sample_shown } else { words.sample_means } }</p>
        </div>
    }
}
