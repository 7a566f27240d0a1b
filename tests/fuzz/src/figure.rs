//! A text read as a number of each kind, beside a second reading that was written apart from the first.

use crate::fraction::decimal;
use engine::number::{NumberKind, parse_number};
use engine::problem::Code;
use num_bigint::BigInt;
use num_traits::{Pow, Signed, Zero};
use regex::Regex;
use std::sync::LazyLock;

/// Sign, whole part, decimals, unit.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([+-]?)([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?\s*([^0-9.,\s]*)$").expect("a pattern")
});

/// A kind's limits: signed, smallest, largest, whether the largest itself is allowed, decimals, units by powers of ten.
type Limits = (bool, i64, i64, bool, u32, &'static [(&'static str, u32, u32)]);

const MONEY: &[(&str, u32, u32)] =
    &[("元", 0, 4), ("千元", 0, 1), ("万", 0, 0), ("万元", 0, 0), ("亿", 4, 0), ("亿元", 4, 0)];
const TRILLION: i64 = 1_000_000_000_000;
const KINDS: [(NumberKind, Limits); 8] = [
    (NumberKind::Amount, (false, 0, TRILLION, false, 6, MONEY)),
    (NumberKind::SignedAmount, (true, 0, TRILLION, false, 6, MONEY)),
    (NumberKind::Count, (false, 0, 1_000_000_000, true, 0, &[("万", 4, 0)])),
    (NumberKind::Rank, (false, 1, 1_000, true, 0, &[])),
    (NumberKind::Percent, (true, 0, TRILLION, false, 6, &[("%", 0, 0)])),
    (NumberKind::Score, (false, 0, 100, true, 6, &[])),
    (NumberKind::Year, (false, 1990, 2100, true, 0, &[("年", 0, 0), ("年度", 0, 0)])),
    (NumberKind::Plain, (true, 0, TRILLION, false, 12, &[])),
];

pub fn check(text: &str) {
    for (kind, limits) in KINDS {
        let read = parse_number(text, kind);
        let shown = read.map(|number| number.map(|number| number.to_string()));
        assert_eq!(shown, again(text, limits), "{text:?} as {kind:?}");
        if let Ok(Some(number)) = read {
            assert_eq!(parse_number(&number.to_string(), kind), read, "{text:?} as {kind:?}, read once more");
        }
    }
}

/// The second reading: by a pattern and with numbers of any size.
fn again(text: &str, (signed, least, most, inclusive, places, units): Limits) -> Result<Option<String>, Code> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let plain: String = text.chars().map(narrow).collect();
    let parts = NUMBER.captures(&plain).ok_or(Code::NotANumber)?;
    let part = |place: usize| parts.get(place).map_or("", |found| found.as_str());
    let (unit, decimals) = (part(4), part(3));
    let known = units.iter().find(|(name, ..)| *name == unit).map(|(_, up, down)| (*up, *down));
    let (up, down) = if unit.is_empty() { (0, 0) } else { known.ok_or(Code::NotANumber)? };
    let digits: BigInt = (part(2).replace(',', "") + decimals).parse().map_err(|_| Code::NotANumber)?;
    let behind = decimals.len() as u32 + down;
    let (size, one) = (digits * BigInt::from(10).pow(up), BigInt::from(10).pow(behind));
    let negative = part(1) == "-" && !size.is_zero();
    // What lies beyond a limit by less than the twelfth decimal is refused for its decimals.
    let fine = behind.saturating_sub(12);
    let cut = &size / BigInt::from(10).pow(fine) * BigInt::from(10).pow(fine);
    let (least, most) = (BigInt::from(least) * &one, BigInt::from(most) * &one);
    if negative && !signed {
        Err(Code::Negative)
    } else if cut > most || (cut == most && !inclusive) || cut < least {
        Err(Code::OutOfRange)
    } else if !(&size * BigInt::from(10).pow(places) % &one).is_zero() {
        Err(if places == 0 { Code::NotWhole } else { Code::TooPrecise })
    } else {
        Ok(Some(decimal(&if negative { -size.abs() } else { size }, behind)))
    }
}

/// What Chinese input methods and word processors write for digits and signs.
fn narrow(c: char) -> char {
    const WIDE: &str = "０１２３４５６７８９．，＋－％−";
    const NARROW: &str = "0123456789.,+-%-";
    WIDE.chars().zip(NARROW.chars()).find(|(wide, _)| *wide == c).map_or(c, |(_, narrow)| narrow)
}

/// A few pieces put in, taken out or exchanged.
pub fn mutate(text: &str, chance: &mut fastrand::Rng) -> String {
    let mut text: Vec<char> = text.chars().take(60).collect();
    for _ in 0..chance.usize(1..4) {
        let place = chance.usize(0..=text.len());
        let piece: Vec<char> = PIECES[chance.usize(0..PIECES.len())].chars().collect();
        let end = if chance.bool() { place } else { chance.usize(place..=text.len().min(place + 3)) };
        if chance.u8(..) < 40 && !text.is_empty() {
            text.remove(chance.usize(0..text.len()));
        } else {
            text.splice(place..end, piece);
        }
    }
    text.into_iter().collect()
}

const PIECES: [&str; 48] = [
    "",
    "0",
    "1",
    "9",
    "5",
    "12",
    "000",
    "999",
    "000000",
    "999999",
    "0000001",
    "000000000000",
    "999999999999",
    "1000000000",
    ".",
    ",",
    "，",
    "．",
    "0.",
    ".5",
    ",000",
    "，１２３",
    "+",
    "-",
    "−",
    "－",
    "＋",
    "%",
    "％",
    "元",
    "万",
    "万元",
    "亿",
    "亿元",
    "萬",
    " ",
    "\u{3000}",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "e5",
    "E-3",
    "x",
    "inf",
    "NaN",
    "١",
    "𝟙",
];
