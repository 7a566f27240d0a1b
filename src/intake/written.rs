//! A cell's number as a text that a submission may have, with what it is in written behind it.

use engine::number::{NumberKind, number_in, parse_number};
use rust_decimal::Decimal;

use crate::grid::{Grid, Sort};
use crate::reading::{At, Because};
use crate::unit::Unit;
use crate::words::{Words, around, behind_any, is_one_of, joined, plain};

/// What was read of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Its value, in the contract's unit.
    pub value: Decimal,
    /// Why it has its unit; none where it has none of its own.
    pub unit: Option<Because>,
}

/// Reads a cell as a number of a kind, in a unit where it has none of its own. None if no number can be read.
pub fn written(grid: &Grid, (row, column): At, kind: NumberKind, unit: Option<(Unit, Because)>) -> Option<Written> {
    let cell = grid.cell(row, column)?;
    if grid.sort(row, column) != Sort::Number {
        let rank = if kind == NumberKind::Rank { rank_in_words(&plain(&cell.text)) } else { None };
        return rank.and_then(|rank| read(rank, kind, None));
    }
    let is_percent = cell.format.as_bytes().contains(&b'%')
        || (cell.number.is_some() && cell.text.trim_end().ends_with(['%', '％']));
    if let Some(number) = &cell.number {
        if is_percent {
            let (text, _) = in_percent(parse_number(number, NumberKind::Plain).ok()??)?;
            return read(text, kind, Some(Because::PercentFormat));
        }
        // What is behind a cell is exact, what it shows is rounded; unless that carries more than a figure may. Where it shows a
        // thousandth, `0.00,,` or `0!.0,`, what it shows is what the head speaks of.
        let exact = match behind(&cell.text, number) {
            Some((before, scaled, after)) if has_unit(&cell.text) => {
                Some(joined(&[lost_sign(&cell.text, number), before, &scaled, after]))
            }
            Some((_, scaled, _)) => Some(if number.starts_with('-') { joined(&["-", &scaled]) } else { scaled }),
            None if has_unit(&cell.text) || divides(&cell.format) => None,
            None => Some(number.clone()),
        };
        if let Some(exact) = exact.and_then(|exact| with_unit(&exact, kind, unit)) {
            return Some(exact);
        }
        return with_unit(&joined(&[lost_sign(&cell.text, number), &cell.text]), kind, unit);
    }
    with_unit(&cell.text, kind, unit)
}

/// The sign that a format takes from a negative number: `0.00"万元";[红色]0.00"万元"` shows −5 in red, as 5.00万元.
fn lost_sign(text: &str, number: &str) -> &'static str {
    let is_shown = text.contains(['-', '−', '－', '–', '—', '(', '（']);
    if number.starts_with('-') && !is_shown { "-" } else { "" }
}

/// What a cell shows, with all the digits of the number behind it: a format such as `0.00"亿元"` writes a unit, `0!.0,"万元"` divides as well.
fn behind<'a>(text: &'a str, number: &str) -> Option<(&'a str, String, &'a str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (start, end) = (text.find(is_digit)?, text.rfind(is_digit)? + 1);
    let (before, shown, after) = (text.get(..start)?, text.get(start..end)?, text.get(end..)?);
    let places = shown.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let half = Decimal::try_from_i128_with_scale(5, places as u32 + 1).ok()?;
    let shown = parse_number(shown, NumberKind::Plain).ok()??;
    let exact = parse_number(number, NumberKind::Plain).ok()??.abs();
    for power in [0, 3, 4, 6, 8] {
        let scaled = Decimal::try_from_i128_with_scale(exact.mantissa(), exact.scale() + power).ok()?;
        if scaled.checked_sub(shown)?.abs() <= half {
            return Some((before, scaled.normalize().to_string(), after));
        }
    }
    None
}

/// Whether a format divides what it shows: a comma behind the last digit, `#,##0,`, or a point that is only written, `0!.0,`.
fn divides(format: &str) -> bool {
    let first = format.split(';').next().unwrap_or_default();
    let ends_in_comma = |(at, c): (usize, char)| {
        let next = first.get(at + 1..).and_then(|rest| rest.chars().next());
        c == ',' && !next.is_some_and(|next| matches!(next, '0' | '#' | '?'))
    };
    first.char_indices().any(ends_in_comma) || ["!.", "\\.", "\".\""].iter().any(|point| around(first, point).is_some())
}

fn with_unit(text: &str, kind: NumberKind, unit: Option<(Unit, Because)>) -> Option<Written> {
    let text = text.trim();
    let sign = unit.map_or("", |(unit, _)| unit.sign());
    if has_unit(text) || sign.is_empty() {
        return read(text.to_owned(), kind, has_unit(text).then_some(Because::UnitCell));
    }
    let because = unit.map(|(_, because)| because);
    read(joined(&[number_in(text), sign]), kind, because)
}

/// The rank that a head says of all numbers below it: 排名第1, 第二完成单位, 排序3.
pub fn rank_of_head(plain: &str) -> Option<String> {
    let said = behind_any("单位排名 单位排序 排名 排序 排位 位次 名次", plain);
    let is_ordinal = |text: &str| text.starts_with('第');
    let rank = said
        .or(Some(plain))
        .map(|text| text.trim_start_matches(':'))
        .filter(|text| said.is_some() || is_ordinal(text))?;
    let digits = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let rank = if digits(rank) { Some(rank.to_owned()) } else { rank_in_words(rank).filter(|_| is_ordinal(rank)) };
    rank.filter(|rank| digits(rank))
}

/// A rank as lists write it: `2/5` of five, `第二`, `第2名`, and 是 or 牵头 for the lead unit.
fn rank_in_words(plain: &str) -> Option<String> {
    if is_one_of("是 牵头 主持 √ y yes", plain) {
        return Some("1".to_owned());
    }
    if let Some((rank, of)) = plain.split_once('/') {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        return (digits(rank) && digits(of)).then(|| rank.to_owned());
    }
    let rank = plain.strip_prefix('第')?;
    let rank =
        ["完成单位", "起草单位", "单位", "名", "位"].iter().find_map(|word| rank.strip_suffix(word)).unwrap_or(rank);
    let mut digit = 0;
    for word in Words("一 二 三 四 五 六 七 八 九 十") {
        digit += 1;
        if word == rank {
            return Some(digit.to_string());
        }
    }
    rank.bytes().all(|byte| byte.is_ascii_digit()).then(|| rank.to_owned())
}

fn read(text: String, kind: NumberKind, unit: Option<Because>) -> Option<Written> {
    let value = parse_number(&text, signed(kind)).ok()??;
    Some(Written { text, value, unit })
}

/// A fraction as a percentage, and its value.
pub fn in_percent(fraction: Decimal) -> Option<(String, Decimal)> {
    let percent = Decimal::try_from_i128_with_scale(100 * fraction.mantissa(), fraction.scale()).ok()?.normalize();
    Some((joined(&[&percent.to_string(), "%"]), percent))
}

/// A sign is for the field to refuse, with a word to the person; it is no reason not to show the number.
fn signed(kind: NumberKind) -> NumberKind {
    if kind == NumberKind::Amount { NumberKind::SignedAmount } else { kind }
}

/// Whether a text says what its number is in.
pub fn has_unit(text: &str) -> bool {
    text.contains(['元', '万', '亿', '萬', '億', '千', '百', '%', '％', '‰'])
        || text.trim_end().ends_with(['家', '户', '个', '個', '项', '項', '人', '名', '件', '台', '条'])
}
