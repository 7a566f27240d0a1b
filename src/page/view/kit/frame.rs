//! The frame: what every part of the page needs to know (language, rules, stage, scenario), and the way to act.

use yew::prelude::*;
use yew::virtual_dom::AttrValue;

use engine::address::Address;
use engine::ruleset::Stage;
use engine::text::{Lang, Text};
use formatting::explanation::finding::Basis;
use formatting::paper::origin::Origin;
use formatting::texts::{Words, words};
use model::action::Action;
use model::period::Period;
use model::rules::Rules;
use model::scenarios::{Scenario, is_given};
use model::unit::AmountUnit;

pub use super::dispatcher::Dispatcher;

/// The surroundings of everything below the choice of track and stage.
#[derive(Clone, PartialEq)]
pub struct Frame {
    /// The language shown.
    pub lang: Lang,
    /// The rules of the track.
    pub rules: Rules,
    /// The stage whose criteria the sheet is held against.
    pub stage: Stage,
    /// The calendar years of its series, as far as they are known.
    pub period: Period,
    /// Which sheet of the submission is shown.
    pub scenario: Scenario,
    /// Whether that is of an invented sample.
    pub sample: bool,
    /// What amounts are in where no unit is typed.
    pub unit: AmountUnit,
    /// The way to act.
    pub dispatcher: Dispatcher,
}

impl Frame {
    /// The page's texts.
    pub fn words(&self) -> &'static Words {
        words(self.lang)
    }

    /// Where the numbers shown come from.
    pub fn origin(&self) -> Origin {
        Origin { scenario: self.scenario, sample: self.sample }
    }

    /// What findings are told by.
    pub fn basis(&self) -> Basis<'_> {
        Basis { rules: &self.rules, stage: self.stage, period: self.period, lang: self.lang }
    }

    /// A text of the ruleset in the language shown.
    pub fn say(&self, text: &Text) -> AttrValue {
        AttrValue::from(text.get(self.lang).to_owned())
    }

    /// The name and id of a field.
    pub fn name(&self, address: Address) -> AttrValue {
        AttrValue::from(address.path(&self.rules))
    }

    /// Whether a place is taken from elsewhere and cannot be typed into.
    pub fn is_given(&self, address: Address) -> bool {
        self.scenario == Scenario::Targets && is_given(address, &self.rules)
    }

    /// A callback that acts.
    pub fn act<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |event| dispatcher.dispatch(action(event)))
    }
}

/// The frame around a component.
#[hook]
pub fn use_frame() -> Frame {
    use_context::<Frame>().expect("inside the frame")
}
