//! What surrounds every component: the language, the rules, the stage, and the way to act.

use yew::prelude::*;
use yew::virtual_dom::AttrValue;

use crate::engine::ruleset::Stage;
use crate::engine::text::{Lang, Text};
use crate::ui::state::address::Address;
use crate::ui::state::rules::Rules;
use crate::ui::state::store::{Action, Store};
use crate::ui::wording::{Words, words};

/// The way to act. It stays the same for as long as the page lives.
pub type Send = UseReducerDispatcher<Store>;

/// The surroundings of everything below the choice of track and stage.
#[derive(Clone, PartialEq)]
pub struct Frame {
    /// The language shown.
    pub lang: Lang,
    /// The rules of the track.
    pub rules: Rules,
    /// The stage.
    pub stage: Stage,
    /// The way to act.
    pub send: Send,
}

impl Frame {
    /// The page's texts.
    pub fn words(&self) -> &'static Words {
        words(self.lang)
    }

    /// A text of the ruleset in the language shown.
    pub fn say(&self, text: &Text) -> AttrValue {
        AttrValue::from(text.get(self.lang).to_owned())
    }

    /// The name and id of a field.
    pub fn name(&self, address: Address) -> AttrValue {
        AttrValue::from(address.name(&self.rules))
    }

    /// A callback that acts.
    pub fn act<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |event| send.dispatch(action(event)))
    }
}

/// The frame around a component.
#[hook]
pub fn use_frame() -> Frame {
    use_context::<Frame>().expect("inside the frame")
}
