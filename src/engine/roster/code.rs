//! The code of an item: what things are known by, and what is wrong with it.

use super::organisation::organisation;
use super::patent::patent;
use super::standard::standard;
use crate::ids::KindId;
use crate::ruleset::{CodeForm, RosterRule};
use crate::text::plain;

/// A code as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Code {
    /// What it is compared by.
    pub key: String,
    /// What is wrong with it.
    pub flaw: Option<Flaw>,
    /// The kind that it tells; none within it where the plan does not name what it tells.
    pub tells: Option<Option<KindId>>,
}

impl Code {
    /// What things are known by. What has no digit (无, 暂无, N/A) stands for a code that is missing, and makes nobody the same.
    pub(super) fn known_by(&self) -> Option<&str> {
        self.key.bytes().any(|byte| byte.is_ascii_digit()).then_some(&*self.key)
    }
}

/// What is wrong with a code. A doubt, and no reason to drop anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A character that cannot stand at this place, counted from 0.
    Character {
        /// The place.
        at: usize,
    },
    /// A check character that does not go with the others.
    CheckCharacter {
        /// The place, counted from 0.
        at: usize,
        /// What would go with the others.
        expected: char,
    },
    /// A text that has not the form of any such code.
    Form,
    /// A publication number, which cannot be matched with the number of the application.
    Publication,
}

impl Flaw {
    /// Nothing, if a check character is right.
    pub(super) fn unless(is_right: bool, at: usize, expected: u8) -> Option<Flaw> {
        (!is_right).then_some(Flaw::CheckCharacter { at, expected: char::from(expected) })
    }
}

/// The digit of this value.
pub(super) fn digit(value: u32) -> u8 {
    b'0' + value as u8
}

/// Reads a code; none where there is no text.
pub(super) fn read(text: &str, rule: &RosterRule) -> Option<Code> {
    let text = plain(text).to_ascii_uppercase();
    if text.is_empty() {
        return None;
    }
    Some(match rule.code {
        CodeForm::Organisation => organisation(&text),
        CodeForm::Patent => patent(&text, rule.no_inventions.is_some()),
        CodeForm::Standard => standard(&text, &rule.series),
        CodeForm::Other => Code { key: text, ..Code::default() },
    })
}
