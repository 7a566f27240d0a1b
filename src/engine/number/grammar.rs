//! What may be written for a number: sign, currency, digits, units, in their orders.
//!
//! ```text
//! number   = [sign] [currency] [sign] digits ["-"] [currency] [unit] [behind]
//!          | [currency] "(" [currency] digits [unit] ")" [unit] [behind]      below zero
//!          | any of them with {digits unit} behind the first unit             `1亿2000万`
//! digits   = `1234.5`, `1,234.5`, `1 234.5`, `.5`, `5.`, `1.2E+04`
//! currency = 人民币, RMB, CNY, ¥, or one of the words with ¥ behind
//! behind   = 整, currency
//! ```

use super::is_invisible;
use super::number_in;
use super::written::Written;

/// The units that may stand behind a kind of number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Units {
    /// 元 and its multiples.
    Money,
    /// 万 and the words that things are counted with.
    Things,
    /// Percent and per mille.
    Rate,
    /// 年, 年度.
    Year,
    /// None.
    None,
}

/// The multiples of 元, with the power of ten that leads to 万元, and whether they stand for an amount without 元 behind.
const SCALES: [(&str, i32, bool); 10] = [
    ("万亿", 8, true),
    ("千亿", 7, true),
    ("百亿", 6, true),
    ("亿", 4, true),
    ("千万", 3, true),
    ("百万", 2, true),
    ("万", 0, true),
    ("千", -1, false),
    ("百", -2, false),
    ("", -4, false),
];

/// The words that things are counted with.
const COUNTED: [char; 9] = ['家', '户', '个', '项', '人', '名', '件', '台', '条'];

/// A unit as written.
#[derive(Clone, Copy)]
struct Unit {
    power: i32,
    /// Whether nothing smaller can follow it.
    last: bool,
}

/// Reads a text that was made narrow as one number, if it is nothing else.
pub(super) fn read(text: &str, units: Units) -> Option<Written> {
    let mut rest = Rest { text, units };
    let before = rest.sign();
    let mut currency = rest.currency();
    let sign = before.or_else(|| rest.sign());
    let bracket = sign.is_none() && rest.take("(");
    if bracket {
        rest.spaces();
        currency |= !currency && rest.currency();
    }
    let digits = rest.digits()?;
    let minus = sign.is_none() && !bracket && rest.take("-");
    let (mut written, whole) = digits;
    rest.spaces();
    let closed = bracket && rest.take(")");
    rest.spaces();
    currency |= rest.currency();
    if let Some(unit) = rest.unit() {
        written.exponent += unit.power;
        written = if whole && !minus && !closed { rest.parts(written, unit)? } else { written };
        written.unit = true;
    }
    rest.spaces();
    if written.unit && units == Units::Money && rest.take("整") {
        rest.spaces();
    }
    currency |= rest.currency_word();
    rest.spaces();
    if bracket && !closed && !rest.take(")") {
        return None;
    }
    let negative = sign == Some(true) || bracket || minus;
    rest.text.is_empty().then_some(Written { negative, currency, ..written })
}

/// What is still to be read.
struct Rest<'a> {
    text: &'a str,
    units: Units,
}

impl Rest<'_> {
    fn take(&mut self, word: &str) -> bool {
        let rest = self.text.strip_prefix(word);
        self.text = rest.unwrap_or(self.text);
        rest.is_some()
    }

    fn spaces(&mut self) {
        self.text = self.text.trim_start();
    }

    /// Whether a sign is a minus.
    fn sign(&mut self) -> Option<bool> {
        let minus = self.take("-") || self.take("—");
        (minus || self.take("+")).then_some(minus)
    }

    /// A currency in front of a number, with the spaces behind it.
    fn currency(&mut self) -> bool {
        let word = self.currency_word();
        self.units == Units::Money && {
            let before = self.text;
            if word {
                self.spaces();
            }
            let sign = self.take("¥");
            if word || sign {
                self.spaces();
            } else {
                self.text = before;
            }
            word || sign
        }
    }

    fn currency_word(&mut self) -> bool {
        let known = |word: &&str| self.text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        let word = ["人民币", "RMB", "CNY"].into_iter().find(known).filter(|_| self.units == Units::Money);
        self.text = word.and_then(|word| self.text.get(word.len()..)).unwrap_or(self.text);
        word.is_some()
    }

    /// Digits, and whether they are a whole number written as such.
    fn digits(&mut self) -> Option<(Written, bool)> {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ');
        let end = self.text.find(|c| !is_part(c)).unwrap_or(self.text.len());
        let number = self.text.get(..end)?.trim_end_matches(' ');
        self.text = self.text.get(number.len()..)?;
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let is_bare = is_digits(whole) && is_digits(fraction);
        let has_digit = !(whole.is_empty() && fraction.is_empty());
        if !has_digit || !is_digits(fraction) || !(is_bare || is_grouped(whole, ',') || is_grouped(whole, ' ')) {
            return None;
        }
        let power = if is_bare { self.power()? } else { None };
        let is_whole = power.is_none() && !number.contains('.');
        Some((Written::new(whole, fraction, power.unwrap_or(0))?, is_whole))
    }

    /// The power of ten behind digits as spreadsheets write it, `E+04`. The outer option is empty where it is no such power.
    fn power(&mut self) -> Option<Option<i32>> {
        if !self.take("E") {
            return Some(None);
        }
        let minus = self.take("-");
        if !minus && !self.take("+") {
            return None;
        }
        let end = self.text.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.text.len());
        let (digits, rest) = self.text.split_at_checked(end).filter(|(digits, _)| digits.len() <= 3)?;
        let power: i32 = digits.parse().ok()?;
        self.text = rest;
        Some(Some(if minus { -power } else { power }))
    }

    fn unit(&mut self) -> Option<Unit> {
        match self.units {
            Units::Money => SCALES.into_iter().find_map(|(name, power, alone)| {
                let before = self.text;
                let known = self.take(name);
                let scale = self.text;
                self.spaces();
                let last = known && self.take("元");
                if !last {
                    self.text = if known && alone { scale } else { before };
                }
                (known && (last || alone)).then_some(Unit { power, last })
            }),
            Units::Things => {
                let scale = self.take("万");
                let before = self.text;
                self.spaces();
                let counted = self.text.strip_prefix(COUNTED);
                self.text = counted.unwrap_or(before);
                let last = counted.is_some();
                (scale || last).then_some(Unit { power: if scale { 4 } else { 0 }, last })
            }
            Units::Rate => {
                let percent = self.take("%");
                let mille = !percent && self.take("‰");
                (percent || mille).then_some(Unit { power: if mille { -1 } else { 0 }, last: true })
            }
            Units::Year => {
                let year = self.take("年度") || self.take("年");
                year.then_some(Unit { power: 0, last: true })
            }
            Units::None => None,
        }
    }

    /// Adds the smaller parts that follow a whole number of a unit. Each has a unit of its own: in `1万2` nobody knows of what.
    fn parts(&mut self, mut written: Written, mut unit: Unit) -> Option<Written> {
        while !unit.last {
            let before = self.text;
            self.spaces();
            self.take("零");
            if !self.text.starts_with(|c: char| c.is_ascii_digit()) {
                self.text = before;
                break;
            }
            let (mut next, whole) = self.digits()?;
            self.spaces();
            let smaller = self.unit()?;
            next.exponent += smaller.power;
            if smaller.power >= unit.power {
                return None;
            }
            written = written.followed_by(next, unit.power)?;
            unit = Unit { last: smaller.last || !whole, ..smaller };
        }
        Some(written)
    }
}

fn is_digits(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether digits stand in groups of three (`1,234`). A group that begins with 0 (`0,123`) is refused: it may as well be a
/// decimal comma.
fn is_grouped(whole: &str, separator: char) -> bool {
    whole.split_once(separator).is_some_and(|(first, rest)| {
        is_digits(first)
            && matches!(first.len(), 1..=3)
            && !first.starts_with('0')
            && rest.split(separator).all(|group| is_digits(group) && group.len() == 3)
    })
}

/// The number in a text, with every character that is written in several ways in one of them, and none that is invisible.
pub(super) fn narrow_core(text: &str) -> String {
    number_in(text).chars().filter(|c| !is_invisible(*c)).map(narrow).collect()
}

fn narrow(c: char) -> char {
    match c {
        // All full-width forms stand at one distance from ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '￥' => '¥',
        // The minus sign proper, as spreadsheets and word processors write it.
        '\u{2212}' => '-',
        '–' => '—',
        // The spaces that stand between groups of digits: no-break, figure, thin and narrow no-break.
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
        '萬' => '万',
        '億' => '亿',
        '個' => '个',
        '項' => '项',
        '條' => '条',
        '戶' => '户',
        _ => c,
    }
}
