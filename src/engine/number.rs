//! How a number is read as people type and paste it: `1,234.5`, `１２３．４`, `1.2亿元`. Never a guess.

use rust_decimal::Decimal;

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
    /// The units that may stand behind it, each with the power of ten that leads to the contract's own unit.
    units: &'static [(&'static str, i32)],
}

impl Limits {
    /// The value, if its size is allowed.
    fn hold(&self, value: Decimal) -> Result<Decimal, Code> {
        let size = value.abs();
        let most = Decimal::from(self.most);
        let beyond = if self.inclusive { size > most } else { size >= most };
        if beyond || size < Decimal::from(self.least) { Err(Code::OutOfRange) } else { Ok(value) }
    }
}

impl NumberKind {
    fn limits(self) -> Limits {
        const A_TRILLION: i64 = 1_000_000_000_000;
        const YUAN: &[(&str, i32)] = &[("元", -4), ("千元", -1), ("万", 0), ("万元", 0), ("亿", 4), ("亿元", 4)];
        let amount = Limits { signed: false, least: 0, most: A_TRILLION, inclusive: false, places: 6, units: YUAN };
        let counted = Limits { inclusive: true, units: &[], ..amount };
        match self {
            NumberKind::Amount => amount,
            NumberKind::SignedAmount => Limits { signed: true, ..amount },
            NumberKind::Count => Limits { most: 1_000_000_000, places: 0, units: &[("万", 4)], ..counted },
            NumberKind::Rank => Limits { least: 1, most: 1_000, places: 0, ..counted },
            NumberKind::Percent => Limits { signed: true, units: &[("%", 0)], ..amount },
            NumberKind::Score => Limits { most: 100, ..counted },
            NumberKind::Year => {
                Limits { least: 1990, most: 2100, places: 0, units: &[("年", 0), ("年度", 0)], ..counted }
            }
            NumberKind::Plain => Limits { signed: true, places: 12, units: &[], ..amount },
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

/// Reads a number as a person writes it; the result is in 万元, whole things, percent or points by its kind, without trailing
/// zeros. `Ok(None)`: the text is blank.
pub fn parse_number(text: &str, kind: NumberKind) -> Result<Option<Decimal>, Code> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let limits = kind.limits();
    if let Some(value) = plain(text) {
        return limits.hold(value).map(Some);
    }
    let written = Written::read(text, limits.units).ok_or(Code::NotANumber)?;
    if written.digits.is_empty() {
        return if limits.least > 0 { Err(Code::OutOfRange) } else { Ok(Some(Decimal::ZERO)) };
    }
    if written.negative && !limits.signed {
        return Err(Code::Negative);
    }
    let value = limits.hold(written.truncated().ok_or(Code::OutOfRange)?)?;
    if written.exponent < -limits.places {
        Err(if limits.places == 0 { Code::NotWhole } else { Code::TooPrecise })
    } else {
        Ok(Some(value))
    }
}

/// Up to 18 bare digits, which most entries are: read at once, without taking them apart.
fn plain(text: &str) -> Option<Decimal> {
    let bare = text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = if bare { text.parse().ok()? } else { return None };
    Some(Decimal::from(number))
}

/// A number as written: ± `digits` × 10^`exponent`, the digits without zeros at either end; no digits for zero.
struct Written {
    negative: bool,
    digits: String,
    exponent: i32,
}

impl Written {
    fn read(text: &str, units: &[(&str, i32)]) -> Option<Written> {
        let text: String = text.chars().map(half_width).collect();
        let (negative, unsigned) = match text.strip_prefix(['+', '-']) {
            Some(rest) => (text.starts_with('-'), rest),
            None => (false, text.as_str()),
        };
        let end = unsigned.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(unsigned.len());
        let (number, unit) = unsigned.split_at_checked(end)?;
        let shift = match unit.trim_start() {
            "" => 0,
            unit => units.iter().find(|(name, _)| *name == unit)?.1,
        };
        let (whole, fraction) = match number.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (number, ""),
        };
        if !is_grouped(whole) || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let all: String = whole.chars().filter(char::is_ascii_digit).chain(fraction.chars()).collect();
        let significant = all.trim_end_matches('0');
        let exponent =
            shift - i32::try_from(fraction.len()).ok()? + i32::try_from(all.len() - significant.len()).ok()?;
        Some(Written { negative, digits: significant.trim_start_matches('0').to_owned(), exponent })
    }

    /// The value, cut after 12 decimals (more than any kind carries); none beyond what a [`Decimal`] holds, which is out of
    /// every kind's range. Texts of any length may be typed or pasted, so the digits are counted before they are read.
    fn truncated(&self) -> Option<Decimal> {
        let whole_digits = i32::try_from(self.digits.len()).ok()?.checked_add(self.exponent)?;
        let kept = usize::try_from(whole_digits.checked_add(12)?.max(0)).ok()?.min(self.digits.len());
        let mantissa: i128 = if kept == 0 { 0 } else { self.digits.get(..kept)?.parse().ok()? };
        let mantissa = if self.negative { -mantissa } else { mantissa };
        if self.exponent >= 0 {
            let scaled = mantissa.checked_mul(10i128.checked_pow(self.exponent.unsigned_abs())?)?;
            Decimal::try_from_i128_with_scale(scaled, 0).ok()
        } else {
            Decimal::try_from_i128_with_scale(mantissa, self.exponent.unsigned_abs().min(12)).ok()
        }
    }
}

/// Whether digits stand alone (`1234`) or in correct groups of three (`1,234`). A group that begins with 0 (`0,123`) is refused:
/// it may as well be a decimal comma.
fn is_grouped(whole: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let Some((first, rest)) = whole.split_once(',') else { return is_digits(whole) };
    is_digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && rest.split(',').all(|group| is_digits(group) && group.len() == 3)
}

/// The half-width form of the full-width characters that Chinese input methods produce.
fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' | '＋' | '－' | '％' => {
            // All of them stand at one distance from their ASCII forms.
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        // The minus sign proper, as spreadsheets and word processors write it.
        '\u{2212}' => '-',
        _ => c,
    }
}
