//! How a number is read as people type and paste it: `1,234.5`, `１２３．４`, `1亿2000万元`. Never a guess.
//!
//! Here: the kinds of number, and what each allows. `grammar.rs`: what may be written. `written.rs`: the number that it comes to.
//! `hint.rs`: what is in the way where nothing is read.

mod grammar;
mod hint;
mod written;

use rust_decimal::Decimal;

use grammar::{Units, narrow_core};
pub use hint::{Hint, hint};

use super::digits::without_zeros;
use super::exact::Exact;
use super::input::Input;
use super::problem::Code;

/// The kinds of number that a submission, an override or a ruleset carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// An amount in 万元, zero or more.
    Amount,
    /// An amount in 万元 that may be below zero.
    SignedAmount,
    /// A whole number of things.
    Count,
    /// The place of a unit among those that did a thing together; 1 is the lead unit.
    Rank,
    /// A rate in percent.
    Percent,
    /// A score out of 100.
    Score,
    /// A calendar year.
    Year,
    /// A threshold, weight or share: a number without a unit.
    Plain,
}

/// What a kind allows.
#[derive(Clone, Copy)]
struct Limits {
    signed: bool,
    /// The smallest value allowed, when it is above zero.
    least: i64,
    /// The limit of its size.
    most: i64,
    /// Whether the limit itself is allowed.
    inclusive: bool,
    /// How many decimals it may carry.
    places: i32,
    /// The units that may stand behind it.
    units: Units,
}

impl Limits {
    /// A number of bare digits, if it is allowed.
    fn take(&self, plain: Plain) -> Result<Plain, Code> {
        let Plain { number, places } = plain;
        let unit = 10i64.pow(places);
        let (whole, rest) = (number / unit, number % unit);
        let beyond = whole > self.most || (whole == self.most && !(self.inclusive && rest == 0));
        if beyond || whole < self.least {
            Err(Code::OutOfRange)
        } else if places > self.places.unsigned_abs() {
            Err(self.too_many_places())
        } else {
            Ok(plain)
        }
    }

    fn too_many_places(&self) -> Code {
        if self.places == 0 { Code::NotWhole } else { Code::TooPrecise }
    }

    /// The value, if its size is allowed.
    fn hold(&self, value: Decimal) -> Result<Decimal, Code> {
        let size = value.abs();
        let most = Decimal::from(self.most);
        let beyond = if self.inclusive { size > most } else { size >= most };
        if beyond || size < Decimal::from(self.least) { Err(Code::OutOfRange) } else { Ok(value) }
    }
}

impl NumberKind {
    /// Whether a number above zero is small enough for this kind.
    pub(crate) fn takes(self, number: Exact) -> bool {
        let Limits { most, inclusive, .. } = self.limits();
        number < Exact::whole(most) || (inclusive && number == Exact::whole(most))
    }

    /// The limit of its size: an amount or a rate is below it, everything else no larger.
    pub fn most(self) -> i64 {
        self.limits().most
    }

    fn limits(self) -> Limits {
        const A_TRILLION: i64 = 1_000_000_000_000;
        let amount =
            Limits { signed: false, least: 0, most: A_TRILLION, inclusive: false, places: 6, units: Units::Money };
        let counted = Limits { inclusive: true, units: Units::None, ..amount };
        match self {
            NumberKind::Amount => amount,
            NumberKind::SignedAmount => Limits { signed: true, ..amount },
            NumberKind::Count => Limits { most: 1_000_000_000, places: 0, units: Units::Things, ..counted },
            NumberKind::Rank => Limits { least: 1, most: 1_000, places: 0, ..counted },
            NumberKind::Percent => Limits { signed: true, units: Units::Rate, ..amount },
            NumberKind::Score => Limits { most: 100, ..counted },
            NumberKind::Year => Limits { least: 1990, most: 2100, places: 0, units: Units::Year, ..counted },
            NumberKind::Plain => Limits { signed: true, places: 12, units: Units::None, ..amount },
        }
    }
}

/// Reads a number handed over as a text or as a JavaScript number. `Ok(None)`: nothing is there.
pub fn read_number(input: &Input, kind: NumberKind) -> Result<Option<Decimal>, Code> {
    match input {
        Input::Absent => Ok(None),
        Input::Text(text) => parse_number(text, kind),
        // Its shortest decimal form has no unit, and NaN or an infinity has no digits: both fall out of the same grammar.
        Input::Number(text) => parse_number(text, kind),
        Input::Bool(_) | Input::List(_) | Input::Object(_) | Input::Unreadable => Err(Code::WrongType),
    }
}

/// The same as the fraction that it is.
pub(crate) fn read_exact(input: &Input, kind: NumberKind) -> Result<Option<Exact>, Code> {
    if let Input::Text(text) | Input::Number(text) = input
        && let Some(plain) = Plain::read(text)
    {
        return kind.limits().take(plain).map(|plain| Some(Exact::decimal(plain.number, plain.places)));
    }
    Ok(read_number(input, kind)?.map(Exact::from))
}

/// Reads a number as a person writes it; the result is in 万元, whole things, percent or points by its kind, without trailing
/// zeros. `Ok(None)`: the text is blank.
pub fn parse_number(text: &str, kind: NumberKind) -> Result<Option<Decimal>, Code> {
    let limits = kind.limits();
    if let Some(plain) = Plain::read(text) {
        return limits.take(plain).map(|plain| Some(Decimal::new(plain.number, plain.places)));
    }
    let text = trimmed(text);
    if text.is_empty() {
        return Ok(None);
    }
    let written = grammar::read(&narrow_core(text), limits.units).ok_or(Code::NotANumber)?;
    if written.negative && !limits.signed && !written.digits.is_empty() {
        return Err(Code::Negative);
    }
    if written.currency && !written.unit {
        return Err(Code::UnitUnclear);
    }
    if written.digits.is_empty() {
        return if limits.least > 0 { Err(Code::OutOfRange) } else { Ok(Some(Decimal::ZERO)) };
    }
    let value = limits.hold(written.truncated().ok_or(Code::OutOfRange)?)?;
    if written.exponent < -limits.places { Err(limits.too_many_places()) } else { Ok(Some(value)) }
}

/// Up to 18 bare digits with a point between two of them or none, which most entries are: read at once, without taking them apart.
struct Plain {
    /// All digits but the zeros behind the point that end it.
    number: i64,
    /// How many of them are decimals.
    places: u32,
}

impl Plain {
    /// No more decimals than any kind carries: so many are looked at before it is said how many are too many.
    const MOST_PLACES: usize = 12;

    fn read(text: &str) -> Option<Plain> {
        let bytes = text.as_bytes();
        let point = bytes.iter().position(|byte| *byte == b'.');
        let (whole, decimals) = point.map_or((bytes, None), |at| (&bytes[..at], Some(&bytes[at + 1..])));
        let decimals = match decimals {
            Some(decimals) if decimals.is_empty() || decimals.len() > Plain::MOST_PLACES => return None,
            Some(decimals) => decimals,
            None => &[],
        };
        if whole.is_empty() || whole.len() + decimals.len() > 18 {
            return None;
        }
        let mut number = 0u64;
        for byte in whole.iter().chain(decimals) {
            let digit = byte.wrapping_sub(b'0');
            number = if digit < 10 { number * 10 + u64::from(digit) } else { return None };
        }
        let (number, places) = without_zeros(number, decimals.len() as u32);
        Some(Plain { number: number as i64, places })
    }
}

/// What is in the way of a number that was refused with a code.
pub fn hint_of(input: &Input, code: Code) -> Option<Hint> {
    match input {
        Input::Text(text) | Input::Number(text) if code == Code::NotANumber => hint(text),
        _ => None,
    }
}

/// Whether a text is an amount without a unit and without a currency sign: it is read in the unit that the person chose.
pub fn is_bare_amount(text: &str) -> bool {
    grammar::read(&narrow_core(text), Units::Money).is_some_and(|written| !written.unit && !written.currency)
}

/// A text without what may surround a number and is no part of it: spaces, quotation marks, a closing mark.
pub fn number_in(text: &str) -> &str {
    let text = trimmed(text);
    let text = trimmed(text.strip_suffix(['。', '；', '，', ';']).unwrap_or(text));
    const QUOTES: [(char, char); 6] = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('＂', '＂'), ('＇', '＇')];
    let quoted = |(open, close)| text.strip_prefix(open)?.strip_suffix(close);
    // A spreadsheet marks what it is to keep as text with an apostrophe in front.
    let inner = QUOTES.into_iter().find_map(quoted).or_else(|| text.strip_prefix(['\'', '’', '‘', '＇']));
    trimmed(inner.unwrap_or(text))
}

/// A text without the spaces and the invisible characters at its ends.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Zero-width spaces and joiners, direction marks, the mark of byte order: they come along with what is pasted. The override from
/// right to left is none of them: it shows the digits in another order.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202d}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{61c}' | '\u{feff}')
}
