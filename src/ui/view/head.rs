//! The head of the page: what this is, what it rests on, and the language. On paper it also says whose report this is and of
//! which day.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::Send;
use super::rendered::rendered;
use super::window::use_printing_day;
use crate::engine::text::Lang;
use crate::ui::state::store::Action;
use crate::ui::wording::words;

#[derive(PartialEq, Properties)]
pub struct HeadProps {
    pub lang: Lang,
    /// The title of the ruleset and its number.
    pub basis: (AttrValue, AttrValue),
    /// The id of the ruleset.
    pub ruleset: AttrValue,
    /// The applicant's name, once there is a sheet to put it on.
    pub applicant: Rc<str>,
    pub send: Send,
}

#[component]
pub fn Head(props: &HeadProps) -> Html {
    rendered("Head");
    let words = words(props.lang);
    let day = use_printing_day();
    let speak = |lang: Lang| {
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| send.dispatch(Action::Speak(lang)))
    };
    let choice = |lang: Lang, tag: &'static str, name: &'static str, action: &'static str| {
        let pressed = if props.lang == lang { "true" } else { "false" };
        html! {
            <button type="button" class="language" lang={tag} aria-pressed={pressed} data-action={action} onclick={speak(lang)}>
                { name }
            </button>
        }
    };
    let whose = if props.applicant.trim().is_empty() { "" } else { words.colon };
    html! {
        <div class="head">
            <div class="head-title">
                <h1>{ words.title }</h1>
                <p class="printed report">{ [words.report, whose, &props.applicant].concat() }</p>
                <p class="quiet">{ (words.basis)(&props.basis.0, &props.basis.1) }</p>
                <p class="printed quiet">{ (words.report_made)(&props.ruleset, &day) }</p>
                <p class="quiet">{ words.unofficial }</p>
            </div>
            <div class="languages" role="group" aria-label={words.language}>
                { choice(Lang::Zh, "zh-CN", "中文", "lang-zh") }
                { choice(Lang::En, "en", "English", "lang-en") }
            </div>
        </div>
    }
}
