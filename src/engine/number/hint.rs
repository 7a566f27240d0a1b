//! What is in the way of reading a text as a number, where it can be told.

use super::grammar::narrow_core;
use crate::names::names;

/// What is in the way of reading a text as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// An error of a spreadsheet, or a column too narrow for its number.
    ErrorValue,
    /// A sign or word that says that there is no value.
    NoValue,
    /// A formula, not its result.
    Formula,
    /// An amount in another currency.
    ForeignCurrency,
    /// A number that is only about right: 约, 以上.
    Approximate,
    /// Two numbers, from one to the other.
    Range,
    /// A Chinese full stop where a decimal point belongs.
    FullStop,
    /// Digits that are not in groups of three.
    Grouping,
    /// A number in Chinese characters.
    ChineseNumeral,
    /// Other words.
    Remark,
}

names!(Hint {
    ErrorValue = "error_value",
    NoValue = "no_value",
    Formula = "formula",
    ForeignCurrency = "foreign_currency",
    Approximate = "approximate",
    Range = "range",
    FullStop = "full_stop",
    Grouping = "grouping",
    ChineseNumeral = "chinese_numeral",
    Remark = "remark",
});

const NO_VALUE: [&str; 16] = [
    "无",
    "没有",
    "暂无",
    "未知",
    "不详",
    "不适用",
    "未统计",
    "无数据",
    "空",
    "缺",
    "待定",
    "待填",
    "N/A",
    "NA",
    "NONE",
    "NULL",
];
const FOREIGN: [&str; 21] = [
    "$",
    "€",
    "£",
    "美元",
    "美金",
    "欧元",
    "英镑",
    "日元",
    "日圆",
    "韩元",
    "港元",
    "港币",
    "港幣",
    "台币",
    "新台币",
    "USD",
    "EUR",
    "GBP",
    "HKD",
    "JPY",
    "TWD",
];
const APPROXIMATE: [&str; 24] = [
    "约",
    "近",
    "左右",
    "上下",
    "以上",
    "以下",
    "以内",
    "余",
    "多",
    "超",
    "逾",
    "不足",
    "不到",
    "不低于",
    "至少",
    "至多",
    "几",
    "≈",
    ">",
    "<",
    "≥",
    "≤",
    "ABOUT",
    "APPROX",
];
const NUMERALS: &str = "零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟半";
const UNITS: &str = "万亿元整家户个项人名件台条%‰¥";

/// What is in the way of reading a text as a number. It is asked about a text that was refused.
pub fn hint(text: &str) -> Option<Hint> {
    // Longer than any note beside a number: nobody looks for the reason in it.
    const LONG: usize = 1_000;
    if text.len() > LONG {
        return None;
    }
    let mut text = narrow_core(text);
    text.make_ascii_uppercase();
    let text = text.as_str();
    let has = |words: &[&str]| words.iter().any(|word| holds(text, word));
    if text.starts_with('#') || text.starts_with("ERR:") || has(&["NAN", "INFINITY"]) {
        Some(Hint::ErrorValue)
    } else if NO_VALUE.contains(&text) || is_of(text, "-—_/\\.…*·~ ") {
        Some(Hint::NoValue)
    } else if text.starts_with(['=', '@']) || has(&["SUM("]) {
        Some(Hint::Formula)
    } else if has(&FOREIGN) {
        Some(Hint::ForeignCurrency)
    } else if has(&APPROXIMATE)
        || (text.ends_with('+') && has_digit(text))
        || (text.starts_with('~') && has_digit(text))
    {
        Some(Hint::Approximate)
    } else if is_between_digits(text, &['-', '—', '~', '至', '到']) {
        Some(Hint::Range)
    } else if is_between_digits(text, &['+', '*', '/', '×', '÷', '^']) {
        Some(Hint::Formula)
    } else if is_between_digits(text, &['。']) {
        Some(Hint::FullStop)
    } else {
        in_words(text)
    }
}

/// What is told by the characters that the text is made of.
fn in_words(text: &str) -> Option<Hint> {
    let is_numeral = |c: char| is_one_of(NUMERALS, c);
    let is_known = |c: char| c.is_ascii_digit() || is_one_of(",.-+—() ", c) || is_one_of(UNITS, c);
    let others = || text.chars().filter(|c| !is_known(*c));
    if others().next().is_none() {
        let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
        let grouped = digits.contains([',', ' ']) && digits.chars().all(|c| c.is_ascii_digit() || is_one_of(",. ", c));
        grouped.then_some(Hint::Grouping)
    } else if others().all(is_numeral) {
        Some(Hint::ChineseNumeral)
    } else if text.chars().any(is_letter) {
        Some(Hint::Remark)
    } else {
        None
    }
}

/// Whether one of the marks stands between two numbers, each perhaps with a unit.
fn is_between_digits(text: &str, marks: &[char]) -> bool {
    text.match_indices(marks).any(|(place, mark)| {
        let before = text.get(..place).unwrap_or_default();
        let behind = text.get(place + mark.len()..).unwrap_or_default();
        let trim = |c: char| is_one_of(" 千百", c) || is_one_of(UNITS, c);
        before.trim_end_matches(trim).ends_with(is_digit) && behind.trim_start().starts_with(is_digit)
    })
}

/// Latin letters, and everything from the Chinese characters on. That is less code than all letters of the world.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || c >= '\u{2e80}'
}

/// Whether a text holds a word: less code than the search of the standard library, which is made for long ones.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes())
}

fn is_one_of(marks: &str, c: char) -> bool {
    marks.chars().any(|mark| mark == c)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn has_digit(text: &str) -> bool {
    text.contains(is_digit)
}

fn is_of(text: &str, marks: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| is_one_of(marks, c))
}
