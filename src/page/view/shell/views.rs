//! The choice of what is looked at: a button for each view.

use yew::prelude::*;

use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{HookContext, Memo};
use engine::text::Lang;
use formatting::texts::words;
use model::action::{Action, View};

#[derive(PartialEq)]
pub struct Views {
    pub lang: Lang,
    pub view: View,
    /// Whether there is a sheet to look at.
    pub begun: bool,
    pub dispatcher: Dispatcher,
}

impl Memo for Views {
    fn show(&self, _: &mut HookContext) -> Html {
        let words = words(self.lang).workbench;
        let one = |view: View| {
            let look = {
                let dispatcher = self.dispatcher.clone();
                Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Look(view)))
            };
            html! {
                <button
                    key={view.name()}
                    type="button"
                    class="view"
                    data-action={["view-", view.name()].concat()}
                    aria-current={(self.view == view).then_some("page")}
                    tabindex={if self.view == view { "0" } else { "-1" }}
                    hidden={!self.begun && (view != View::Method) && (view != View::Fill || self.view == View::Fill)}
                    onclick={look}
                >
                    { (words.view)(view) }
                </button>
            }
        };
        html! {
            <nav class="views" aria-label={words.views}>
                <div class="view-buttons" role="toolbar" aria-label={words.views}>
                    { for [View::Fill, View::Findings, View::Overview, View::Compare, View::Method].map(one) }
                </div>
            </nav>
        }
    }
}
