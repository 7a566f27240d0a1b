//! A text read as a number of each kind, beside a second reading that was written apart from the first.

use crate::fraction::decimal;
use engine::number::{NumberKind, hint, parse_number};
use engine::problem::Code;
use num_bigint::BigInt;
use num_traits::{Pow, Signed, Zero};
use regex::Regex;
use std::sync::LazyLock;

/// A kind's limits: signed, smallest, largest, whether the largest itself is allowed, decimals, what stands behind.
type Limits = (bool, i64, i64, bool, u32, &'static Pattern);

const TRILLION: i64 = 1_000_000_000_000;
const KINDS: [(NumberKind, Limits); 8] = [
    (NumberKind::Amount, (false, 0, TRILLION, false, 6, &MONEY)),
    (NumberKind::SignedAmount, (true, 0, TRILLION, false, 6, &MONEY)),
    (NumberKind::Count, (false, 0, 1_000_000_000, true, 0, &THINGS)),
    (NumberKind::Rank, (false, 1, 1_000, true, 0, &NOTHING)),
    (NumberKind::Percent, (true, 0, TRILLION, false, 6, &RATE)),
    (NumberKind::Score, (false, 0, 100, true, 6, &NOTHING)),
    (NumberKind::Year, (false, 1990, 2100, true, 0, &YEAR)),
    (NumberKind::Plain, (true, 0, TRILLION, false, 12, &NOTHING)),
];

type Pattern = LazyLock<[Regex; 3]>;

static MONEY: Pattern = LazyLock::new(|| {
    patterns(
        r"(?:(?:万亿|千亿|百亿|亿|千万|百万|万)(?:\s*元)?|[千百]?\s*元)",
        r"(?:(?:(?:人民币|[Rr][Mm][Bb]|[Cc][Nn][Yy])\s*¥?|¥)\s*)",
        r"(?:(?:人民币|[Rr][Mm][Bb]|[Cc][Nn][Yy]))",
        "整",
    )
});
static THINGS: Pattern =
    LazyLock::new(|| patterns(r"(?:万(?:\s*[家户个项人名件台条])?|[家户个项人名件台条])", NEVER, NEVER, NEVER));
static RATE: Pattern = LazyLock::new(|| patterns("[%‰]", NEVER, NEVER, NEVER));
static YEAR: Pattern = LazyLock::new(|| patterns("(?:年度|年)", NEVER, NEVER, NEVER));
static NOTHING: Pattern = LazyLock::new(|| patterns(NEVER, NEVER, NEVER, NEVER));

/// What no text has.
const NEVER: &str = r"[^\s\S]";

/// A number without and with brackets, and a part of a number of several parts.
fn patterns(unit: &str, currency: &str, word: &str, whole: &str) -> [Regex; 3] {
    let groups = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?|[1-9][0-9]{0,2}(?: [0-9]{3})+(?:\.[0-9]*)?";
    let bare = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:E[+-][0-9]{1,3})?";
    let digits = format!("(?:{groups}|{bare})");
    let unit_and_parts = format!(r"(?<unit>{unit})(?<parts>(?:\s*零?{digits}\s*{unit})*)(?:\s*{whole})?");
    let behind = format!(r"\s*(?<behind>{currency})?(?:{unit_and_parts})?\s*(?<last>{word})?\s*");
    let open =
        format!(r"^(?<early>[-+—])?(?<before>{currency})?(?<late>[-+—])?(?<digits>{digits})(?<minus>-)?{behind}$");
    let closed = format!(
        r"^(?<before>{currency})?\(\s*(?<inner>{currency})?(?<digits>{digits})\s*(?<close>\))?{behind}(?<end>\))?$"
    );
    let part = format!(r"^\s*零?(?<digits>[0-9]{digits}?|{digits})\s*(?<unit>{unit})");
    [open, closed, part].map(|pattern| Regex::new(&pattern).expect("a pattern"))
}

pub fn check(text: &str) {
    // Whatever is in the way, it is told without a panic.
    let _ = hint(text);
    for (kind, limits) in KINDS {
        let read = parse_number(text, kind);
        let shown = read.map(|number| number.map(|number| number.to_string()));
        assert_eq!(shown, again(text, limits), "{text:?} as {kind:?}");
        if let Ok(Some(number)) = read {
            assert_eq!(parse_number(&number.to_string(), kind), read, "{text:?} as {kind:?}, read once more");
        }
    }
}

/// The second reading: by patterns and with numbers of any size.
fn again(text: &str, (signed, least, most, inclusive, places, pattern): Limits) -> Result<Option<String>, Code> {
    if bare(text).is_empty() {
        return Ok(None);
    }
    let plain: String = unquoted(text).chars().filter(|c| !is_unseen(*c)).map(narrow).collect();
    let (minus, currency, unit, (size, behind)) = taken_apart(&plain, pattern, places == 0).ok_or(Code::NotANumber)?;
    let one = BigInt::from(10).pow(behind);
    let negative = minus && !size.is_zero();
    // What lies beyond a limit by less than the twelfth decimal is refused for its decimals.
    let fine = behind.saturating_sub(12);
    let cut = &size / BigInt::from(10).pow(fine) * BigInt::from(10).pow(fine);
    let (least, most) = (BigInt::from(least) * &one, BigInt::from(most) * &one);
    if negative && !signed {
        Err(Code::Negative)
    } else if currency && !unit {
        Err(Code::UnitUnclear)
    } else if cut > most || (cut == most && !inclusive) || cut < least {
        Err(Code::OutOfRange)
    } else if !(&size * BigInt::from(10).pow(places) % &one).is_zero() {
        Err(if places == 0 { Code::NotWhole } else { Code::TooPrecise })
    } else {
        Ok(Some(decimal(&if negative { -size.abs() } else { size }, behind)))
    }
}

/// A size as so many of a power of ten below one.
type Size = (BigInt, u32);

/// Whether it is below zero, has a currency, has a unit; and its size.
fn taken_apart(plain: &str, [open, closed, part]: &[Regex; 3], things: bool) -> Option<(bool, bool, bool, Size)> {
    let found = open.captures(plain).or_else(|| closed.captures(plain))?;
    let has = |name: &str| found.name(name).is_some();
    let text = |name: &str| found.name(name).map_or("", |part| part.as_str());
    let bracket = plain.contains('(');
    let once = |names: &[&str]| names.iter().filter(|name| has(name)).count();
    let signs = once(&["early", "late", "minus"]);
    if signs > 1 || once(&["before", "inner"]) > 1 || (bracket && once(&["close", "end"]) != 1) {
        return None;
    }
    let mut terms = vec![(text("digits"), text("unit"))];
    let mut parts = text("parts");
    if !parts.is_empty() && (has("minus") || has("close")) {
        return None;
    }
    while !parts.is_empty() {
        let next = part.captures(parts)?;
        terms.push((next.name("digits")?.as_str(), next.name("unit")?.as_str()));
        parts = parts.get(next.get(0)?.end()..)?;
    }
    let minus = bracket || has("minus") || ["-", "—"].contains(&text("early")) || ["-", "—"].contains(&text("late"));
    let currency = once(&["before", "inner", "behind", "last"]) > 0;
    Some((minus, currency, has("unit"), sum(&terms, things)?))
}

/// The sum of parts, of which each is smaller than one of the unit before.
fn sum(terms: &[(&str, &str)], things: bool) -> Option<Size> {
    let mut total: Size = (BigInt::zero(), 0);
    for (index, (digits, unit)) in terms.iter().enumerate() {
        let (size, power) = (size(digits)?, power_of(unit, things));
        let size = shifted(size, power);
        if let Some((before, named)) = index.checked_sub(1).map(|before| terms[before]) {
            let is_whole = before.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b' ');
            let is_open = named.ends_with(['亿', '万']);
            let limit = shifted((BigInt::from(1), 0), power_of(named, things));
            let (limit, own) = alike(&limit, &size);
            if !is_whole
                || !is_open
                || power >= power_of(named, things)
                || own >= limit
                || !digits.starts_with(is_digit)
            {
                return None;
            }
        }
        let (former, own) = alike(&total, &size);
        total = (former + own, total.1.max(size.1));
    }
    Some(total)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn size(digits: &str) -> Option<Size> {
    let (number, power) = digits.split_once('E').unwrap_or((digits, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let all = whole.replace([',', ' '], "") + fraction;
    Some(shifted((all.parse().ok()?, fraction.len() as u32), power.parse().ok()?))
}

fn shifted((size, behind): Size, power: i64) -> Size {
    let up = u32::try_from(power.max(0)).expect("small");
    let down = u32::try_from((-power).max(0)).expect("small");
    (size * BigInt::from(10).pow(up), behind + down)
}

/// Both as so many of one power of ten.
fn alike(a: &Size, b: &Size) -> (BigInt, BigInt) {
    let behind = a.1.max(b.1);
    let raised = |(size, own): &Size| size * BigInt::from(10).pow(behind - own);
    (raised(a), raised(b))
}

/// The power of ten that leads to 万元, things or percent.
fn power_of(unit: &str, things: bool) -> i64 {
    let unit = unit.replace(char::is_whitespace, "");
    if things {
        return if unit.starts_with('万') { 4 } else { 0 };
    }
    match unit.trim_end_matches('元') {
        "万亿" => 8,
        "千亿" => 7,
        "百亿" => 6,
        "亿" => 4,
        "千万" => 3,
        "百万" => 2,
        "千" | "‰" => -1,
        "百" => -2,
        "" if unit == "元" => -4,
        _ => 0,
    }
}

fn is_unseen(c: char) -> bool {
    const UNSEEN: &str = "\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{2060}\u{2066}\
        \u{2067}\u{2068}\u{2069}\u{61c}\u{feff}";
    UNSEEN.contains(c)
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c))
}

/// Without a closing mark, and then without a pair of quotation marks or an apostrophe in front.
fn unquoted(text: &str) -> &str {
    let mut text = bare(text);
    if let Some(end) = text.chars().next_back().filter(|c| "。；，;".contains(*c)) {
        text = bare(&text[..text.len() - end.len_utf8()]);
    }
    let mut inner = text.chars();
    let pair = (inner.next(), inner.next_back());
    for (open, close) in "\"'“‘＂＇".chars().zip("\"'”’＂＇".chars()) {
        if pair == (Some(open), Some(close)) {
            return bare(inner.as_str());
        }
    }
    bare(text.strip_prefix(|c| "'’‘＇".contains(c)).unwrap_or(text))
}

/// The one way in which a character that is written in several ways is read.
fn narrow(c: char) -> char {
    const WIDE: &str = "−–￥萬億個項條戶\u{a0}\u{2007}\u{2009}\u{202f}";
    const NARROW: &str = "-—¥万亿个项条户    ";
    let code = u32::from(c);
    if (0xFF01..=0xFF5E).contains(&code) {
        return char::from_u32(code - 0xFF00 + 0x20).expect("ASCII");
    }
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

const PIECES: &[&str] = &[
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
    "家",
    "人",
    "千",
    "百",
    "零",
    "整",
    "人民币",
    "rmb",
    "￥",
    "‰",
    "'",
    "“",
    "”",
    "。",
    "；",
    "(",
    "）",
    "—",
    "–",
    "E+04",
    "\u{2009}",
    "\u{202e}",
    "亿2000万",
    "NaN",
    "١",
    "𝟙",
];
