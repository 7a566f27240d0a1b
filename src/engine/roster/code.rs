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
    let bare = plain(text).to_ascii_uppercase();
    if bare.is_empty() {
        return None;
    }
    Some(match rule.code {
        CodeForm::Organisation => organisation(&bare),
        CodeForm::Patent => patent(&bare, rule.no_inventions.is_some()),
        // GB/T 1234 2020: without blanks the year would be part of the number.
        CodeForm::Standard => match text.trim().rsplit_once(char::is_whitespace) {
            Some((number, year)) if is_year(year) && number.ends_with(|sign: char| sign.is_ascii_digit()) => {
                standard(&[&*plain(number).to_ascii_uppercase(), "-", year].concat(), &rule.series)
            }
            _ => standard(&bare, &rule.series),
        },
        CodeForm::Other => other(&bare, rule.name_is_doubtful),
    })
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number of which nothing is known. What a spreadsheet has cut off (3.20105E+17, or 18 digits that end with 000) makes nobody the same.
fn other(text: &str, is_of_a_person: bool) -> Code {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let is_power = text.split_once("E+").is_some_and(|(number, power)| {
        number.starts_with(|sign: char| sign.is_ascii_digit()) && power.bytes().all(|byte| byte.is_ascii_digit())
    });
    if is_power || (is_of_a_person && digits && text.len() == 18 && text.ends_with("000")) {
        return Code { flaw: Some(Flaw::Form), ..Code::default() };
    }
    Code { key: text.to_owned(), ..Code::default() }
}

/// The number of a person, without what spreadsheets take away: the zeros of 007, and the century and the check character of an identity
/// number, which had 15 digits once.
pub(super) fn gist_of_number(code: &str) -> String {
    match (code.get(..6), code.get(6..8), code.get(8..17)) {
        (Some(place), Some("19"), Some(rest)) if code.len() == 18 => [place, rest].concat(),
        _ => code.trim_start_matches('0').to_owned(),
    }
}
