//! The buttons that fill in the sample and clear it.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use formatting::texts::words;
use js::parse_json;
use model::action::Action;
use model::samples::sample;

#[derive(PartialEq)]
pub struct SampleBar {
    pub lang: Lang,
    pub track: Option<Track>,
    pub stage: Option<Stage>,
    pub shown: bool,
    /// Whether the sample that is shown was changed.
    pub changed: bool,
    /// Whether a changed sample was cleared away and can be taken back.
    pub can_take_back: bool,
    pub dispatcher: Dispatcher,
}

impl Memo for SampleBar {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let words = words(self.lang);
        let (show_button, clear_button) = (use_node_ref().run(hooks), use_node_ref().run(hooks));
        let pressed = use_mut_ref(|| false).run(hooks);
        let (track, stage) = (self.track.unwrap_or(Track::Park), self.stage.unwrap_or(Stage::Creation));
        let label = match self.track.zip(self.stage) {
            Some(_) => words.start.show_sample.to_owned(),
            None => (words.start.show_sample_of)(track, stage),
        };
        let show = {
            let (dispatcher, pressed) = (self.dispatcher.clone(), pressed.clone());
            first_click(move || {
                *pressed.borrow_mut() = true;
                dispatcher.dispatch(Action::ShowSample(parse_json(sample(track, stage))));
            })
        };
        let clear = {
            let (dispatcher, pressed) = (self.dispatcher.clone(), pressed.clone());
            first_click(move || {
                *pressed.borrow_mut() = true;
                dispatcher.dispatch(Action::ClearSample);
            })
        };
        let take_back = {
            let (dispatcher, pressed) = (self.dispatcher.clone(), pressed.clone());
            first_click(move || {
                *pressed.borrow_mut() = true;
                dispatcher.dispatch(Action::TakeBack);
            })
        };
        let said = match (self.shown, self.changed, self.can_take_back) {
            (true, true, _) => words.start.sample_changed,
            (true, false, _) => words.start.sample_shown,
            (false, _, true) => words.start.sample_cleared,
            (false, _, false) => words.start.sample_means,
        };
        {
            // The button that was pressed makes way for the other, which takes its focus over.
            let (show_button, clear_button) = (show_button.clone(), clear_button.clone());
            use_effect_with(self.shown, move |shown| {
                let stays = if *shown { clear_button } else { show_button };
                if let Some(button) = stays.cast::<HtmlElement>().filter(|_| pressed.replace(false)) {
                    let _ = button.focus();
                }
            })
            .run(hooks);
        }
        // Once begun it is one of the tools, which Tab comes to as a whole.
        let begun = self.track.zip(self.stage).is_some();
        let place = begun.then_some("-1");
        html! {
            <div class="sample" data-begun={if begun { "true" } else { "false" }} data-shown={if self.shown { "true" } else { "false" }}>
                <button type="button" data-action="sample" tabindex={place} ref={show_button} hidden={self.shown} onclick={show}>
                    { label }
                </button>
                <button type="button" data-action="clear" tabindex={place} ref={clear_button} hidden={!self.shown} onclick={clear}>
                    { words.start.clear_sample }
                </button>
                <button
                    type="button"
                    data-action="take-back"
                    tabindex={place}
                    hidden={self.shown || !self.can_take_back}
                    onclick={take_back}
                >
                    { words.start.take_back }
                </button>
                <p role="status">{ said }</p>
            </div>
        }
    }
}

/// The second click of a double click falls on the button that took the other's place, and is not meant for it.
fn first_click(act: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if event.detail() <= 1 {
            act();
        }
    })
}
