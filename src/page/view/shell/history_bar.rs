//! The buttons that undo and redo.

use yew::prelude::*;

use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{HookContext, Memo};
use engine::text::Lang;
use formatting::step::named;
use formatting::texts::words;
use model::action::Action;
use model::history::Taken;
use model::store::Store;

#[derive(PartialEq)]
pub struct HistoryBar {
    pub lang: Lang,
    /// What would be undone, in words.
    pub undoes: Option<AttrValue>,
    /// What would be redone, in words.
    pub redoes: Option<AttrValue>,
    pub dispatcher: Dispatcher,
}

impl HistoryBar {
    /// The buttons for a store.
    pub fn of(store: &Store, dispatcher: Dispatcher) -> HistoryBar {
        let lang = store.lang;
        let words = words(lang).history;
        let step = |taken: &Taken| named(&taken.step, store.rules_of(taken).as_ref(), lang);
        let undoes = store.history.undoes().map(|taken| (words.undoes)(&step(taken)).into());
        let redoes = store.history.redoes().map(|taken| (words.redoes)(&step(taken)).into());
        HistoryBar { lang, undoes, redoes, dispatcher }
    }
}

impl Memo for HistoryBar {
    fn show(&self, _: &mut HookContext) -> Html {
        let words = words(self.lang).history;
        // A button that is merely said to be disabled keeps the focus when the last step is undone.
        let button = |action: &'static str, keys: &'static str, text, step: &Option<AttrValue>, act: fn() -> Action| {
            let dispatcher = self.dispatcher.clone();
            let onclick = Callback::from(move |_: MouseEvent| dispatcher.dispatch(act()));
            let name = step.clone().unwrap_or(AttrValue::Static(text));
            html! {
                <button
                    type="button"
                    data-action={action}
                    tabindex="-1"
                    title={name.clone()}
                    aria-label={name}
                    aria-keyshortcuts={keys}
                    aria-disabled={if step.is_none() { "true" } else { "false" }}
                    {onclick}
                >
                    { text }
                </button>
            }
        };
        html! {
            <div
                class="history"
                role="group"
                aria-label={words.history}
                hidden={self.undoes.is_none() && self.redoes.is_none()}
            >
                { button("step-back", "Control+Z Meta+Z", words.undo, &self.undoes, || Action::Undo) }
                { button("step-forth", "Control+Y Control+Shift+Z Meta+Shift+Z", words.redo, &self.redoes, || Action::Redo) }
            </div>
        }
    }
}
