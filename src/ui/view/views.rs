//! What is looked at: a row of buttons, one for each view.

use yew::prelude::*;

use super::frame::Send;
use super::rendered::rendered;
use crate::engine::text::Lang;
use crate::ui::state::action::{Action, View};
use crate::ui::wording::words;

#[derive(PartialEq, Properties)]
pub struct ViewsProps {
    pub lang: Lang,
    pub view: View,
    /// Whether there is a sheet to look at.
    pub begun: bool,
    pub send: Send,
}

#[component]
pub fn Views(props: &ViewsProps) -> Html {
    rendered("Views");
    let words = words(props.lang).desk;
    let one = |view: View| {
        let look = {
            let send = props.send.clone();
            Callback::from(move |_: MouseEvent| send.dispatch(Action::Look(view)))
        };
        html! {
            <button
                key={view.name()}
                type="button"
                class="view"
                data-action={["view-", view.name()].concat()}
                aria-current={(props.view == view).then_some("page")}
                hidden={!props.begun && (view != View::Method) && (view != View::Fill || props.view == View::Fill)}
                onclick={look}
            >
                { (words.view)(view) }
            </button>
        }
    };
    html! {
        <nav class="views" aria-label={words.views}>
            { for [View::Fill, View::Overview, View::Compare, View::Method].map(one) }
        </nav>
    }
}
