//! The head of the page: what this is, what it rests on, and the language. On paper it also says whose report this is and of
//! which day.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::kit::frame::Dispatcher;
use crate::view::kit::memo::{HookContext, Memo};
use engine::ruleset::Ruleset;
use engine::text::Lang;
use formatting::paper::origin::Origin;
use formatting::texts::words;
use model::action::Action;

pub struct Head {
    pub lang: Lang,
    /// Whether everything is shown larger.
    pub large: bool,
    /// What everything rests on.
    pub ruleset: Rc<Ruleset>,
    /// The applicant's name, once there is a sheet to put it on.
    pub applicant: Rc<str>,
    /// Where the numbers of the report come from.
    pub origin: Origin,
    /// The day of the report.
    pub day: AttrValue,
    pub dispatcher: Dispatcher,
}

impl PartialEq for Head {
    fn eq(&self, other: &Head) -> bool {
        (self.lang, self.large, &self.applicant, self.origin, &self.day)
            == (other.lang, other.large, &other.applicant, other.origin, &other.day)
            && Rc::ptr_eq(&self.ruleset, &other.ruleset)
    }
}

impl Memo for Head {
    fn show(&self, _: &mut HookContext) -> Html {
        let words = words(self.lang);
        let speak = |lang: Lang| {
            let dispatcher = self.dispatcher.clone();
            Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Speak(lang)))
        };
        let choice = |lang: Lang, tag: &'static str, name: &'static str, action: &'static str| {
            let pressed = if self.lang == lang { "true" } else { "false" };
            html! {
                <button type="button" class="language" tabindex={if self.lang == lang { "0" } else { "-1" }} lang={tag} aria-pressed={pressed} data-action={action} onclick={speak(lang)}>
                    { name }
                </button>
            }
        };
        let enlarge = {
            let (dispatcher, large) = (self.dispatcher.clone(), !self.large);
            Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Enlarge(large)))
        };
        let whose = if self.applicant.trim().is_empty() { "" } else { words.colon };
        html! {
            <div class="head" part="head">
                <div class="head-title">
                    <h1>{ words.title }</h1>
                    <p class="printed report">{ [&*self.origin.title(words), whose, &self.applicant].concat() }</p>
                    <p class="quiet">{ (words.basis)(self.ruleset.title.get(self.lang), &self.ruleset.number) }</p>
                    <p class="printed quiet">{ (words.report_made)(&self.ruleset.id, &self.day) }</p>
                    <p class="quiet">{ words.unofficial }</p>
                </div>
                <div class="settings" role="toolbar" aria-label={words.workbench.settings}>
                    <button
                        type="button"
                        class="larger"
                        tabindex="-1"
                        aria-pressed={if self.large { "true" } else { "false" }}
                        data-action="larger"
                        onclick={enlarge}
                    >
                        { words.workbench.larger }
                    </button>
                    <div class="languages" role="group" aria-label={words.language}>
                        { choice(Lang::Zh, "zh-CN", "中文", "lang-zh") }
                        { choice(Lang::En, "en", "English", "lang-en") }
                    </div>
                </div>
            </div>
        }
    }
}
