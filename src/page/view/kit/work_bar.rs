//! What is worked out a little at a time: how far it is, and a way to stop it.

use yew::prelude::*;

use super::dispatcher::Dispatcher;
use super::memo::{HookContext, Memo};
use engine::text::Lang;
use formatting::texts::words;
use model::action::Action;
use model::work::{Work, Working};

#[derive(PartialEq)]
pub struct WorkBar {
    pub lang: Lang,
    pub work: Option<Work>,
    pub dispatcher: Dispatcher,
}

impl Memo for WorkBar {
    fn show(&self, _: &mut HookContext) -> Html {
        let words = words(self.lang).roster;
        let [done, of] = [|work: &Work| work.done, |work: &Work| work.of]
            .map(|count| self.work.as_ref().map(count).unwrap_or_default().to_string());
        let stop = {
            let dispatcher = self.dispatcher.clone();
            Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Work(Working::Stopped)))
        };
        let is_on = self.work.is_some();
        html! {
            <div class="work" data-shown={if is_on { "true" } else { "false" }}>
                <p>
                    // Said once, and not with every number.
                    <span role="status">{ if is_on { words.counting } else { "" } }</span>
                    <span hidden={!is_on}>{ (words.rows_read)(&done, &of) }{ words.shown_until_then }</span>
                </p>
                <button type="button" data-action="stop-work" hidden={!is_on} onclick={stop}>{ words.stop }</button>
            </div>
        }
    }
}
