//! The batch's own numbers that are set, each with the way to its place and the way to be rid of it.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::use_frame;
use super::leap::Leap;
use super::own_numbers::use_own_numbers;
use super::rendered::rendered;
use crate::ui::show::naming::setting;
use crate::ui::state::action::Action;
use crate::ui::state::overrides::Setting;

#[component]
pub fn SettingsList() -> Html {
    rendered("SettingsList");
    let frame = use_frame();
    let words = frame.words();
    let overrides = use_own_numbers().typed;
    let one = |(set, text): &(Setting, Rc<str>)| {
        let (name, title) = (set.name(), setting(set, &frame.rules.ruleset, frame.lang));
        let remove = {
            let set = set.clone();
            frame.act(move |_: MouseEvent| Action::Set(set.clone(), "".into()))
        };
        html! {
            <li key={name.clone()}>
                <Leap to={name}>{ [title.as_str(), words.colon, text].concat() }</Leap>
                <button
                    type="button"
                    class="remove-number"
                    aria-label={[words.remove_line, words.colon, &title].concat()}
                    onclick={remove}
                >
                    { words.remove_line }
                </button>
            </li>
        }
    };
    let list: Vec<_> = overrides.iter().map(one).collect();
    html! {
        <section class="settings-list" hidden={list.is_empty()}>
            <h2>{ words.desk.own_numbers }</h2>
            <p class="quiet">{ words.desk.own_numbers_mean }</p>
            <ul>{ for list }</ul>
        </section>
    }
}
