//! The years of tables, as people write them: `2023`, `2023年度`, `FY2023`, `2025年1-12月`, 上年, 第一年.

use crate::words::{around, around_any, behind_any, is_one_of, joined};

/// The year of a row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// A calendar year.
    Of(u16),
    /// So many years before the last one: 本年 is 0, 上年 is 1.
    Back(u8),
    /// So many years before the last of the three: 第一年 is 2.
    Nth(u8),
    /// A part of a year, or more than one: 上半年, 2025年1-9月, 2021-2023年.
    Other,
}

/// The first and the last year that a table may be about.
pub const YEARS: core::ops::RangeInclusive<u16> = 1990..=2100;

const BACK: [(&str, Year); 21] = [
    ("上上年", Year::Back(2)),
    ("前年", Year::Back(2)),
    ("第一年", Year::Nth(2)),
    ("第1年", Year::Nth(2)),
    ("第二年", Year::Nth(1)),
    ("第2年", Year::Nth(1)),
    ("第三年", Year::Nth(0)),
    ("第3年", Year::Nth(0)),
    ("上年度", Year::Back(1)),
    ("上年", Year::Back(1)),
    ("上一年", Year::Back(1)),
    ("去年", Year::Back(1)),
    ("上期", Year::Back(1)),
    ("年初", Year::Back(1)),
    ("期初", Year::Back(1)),
    ("本年度", Year::Back(0)),
    ("本年", Year::Back(0)),
    ("本期", Year::Back(0)),
    ("当年", Year::Back(0)),
    ("今年", Year::Back(0)),
    ("期末", Year::Back(0)),
];

/// What says that it is of a part of a year.
pub const PARTS: &str = "年初至今 年初累计 上半年 下半年 半年度 半年报 一季度 二季度 三季度 四季度 前三季度 第一季度 第二季度 第三季度 第四季度 1季度 2季度 3季度 4季度 本月 \
    上月 当月";

/// Takes the year out of a plain text: what is left, and the year. None where the text names none.
pub fn take_year(plain: &str) -> Option<(String, Year)> {
    if is_months(plain) {
        return Some((String::new(), Year::Other));
    }
    let (before, year, after) = named(plain).or_else(|| relative(plain))?;
    // 截至2025年末
    let before = if is_one_of("截至 截止 截止到 截至到 到 至", before) { "" } else { before };
    // A second year makes it a span.
    if let Some((_, Year::Of(_), _)) = named(after) {
        return Some((joined(&[before, after]), Year::Other));
    }
    let (after, whole) = months(after);
    Some((joined(&[before, after]), if whole { year } else { Year::Other }))
}

/// What stands before and behind a calendar year.
pub fn named(plain: &str) -> Option<(&str, Year, &str)> {
    if let Some(found) = in_chinese(plain) {
        return Some(found);
    }
    let bytes = plain.as_bytes();
    let digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
    for start in 0..bytes.len() {
        let run = (start..bytes.len()).take_while(|index| digit(*index)).count();
        if run == 0 || (start > 0 && digit(start - 1)) {
            continue;
        }
        let (before, after) = (plain.get(..start)?, plain.get(start + run..)?);
        // Behind a letter, a hyphen or a slash stands the year of a standard or the number of a product.
        let begins = before.is_empty()
            || before.ends_with("fy")
            || before.ends_with(|c: char| !c.is_ascii() || matches!(c, '(' | ')' | ':'));
        let year: u16 = plain.get(start..start + run)?.parse().unwrap_or(0);
        let year = if run == 2 { 2000 + year } else { year };
        let is_short = run == 2 && (after.starts_with('年') || before == "fy");
        if begins && (run == 4 || is_short) && YEARS.contains(&year) {
            let before = before.strip_suffix("fy").unwrap_or(before);
            return Some((before, Year::Of(year), after));
        }
    }
    None
}

/// Whether all that a text says is months of a year that it does not say: 3月, 1-9月, 截至9月底.
fn is_months(plain: &str) -> bool {
    let text = behind_any("截至 截止 截止到 截至到 到 至", plain).unwrap_or(plain);
    let Some((before, after)) = around(text, "月") else { return false };
    let is_month = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '-' | '至' | '月' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
    };
    !before.is_empty()
        && before.len() <= 12
        && before.chars().all(is_month)
        && after.chars().all(|c| is_month(c) || matches!(c, '份' | '末' | '底' | '日' | '累' | '计' | '数'))
}

/// 二〇二三年
fn in_chinese(plain: &str) -> Option<(&str, Year, &str)> {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let end = plain.find('年')?;
    let before = plain.get(..end)?;
    let digit = |c: char| DIGITS.iter().position(|digit| *digit == c || (c == '零' && *digit == '〇'));
    let digits: Vec<usize> = before.chars().map(digit).collect::<Option<_>>()?;
    let &[a, b, c, d] = digits.as_slice() else { return None };
    let year = (a * 1000 + b * 100 + c * 10 + d) as u16;
    YEARS.contains(&year).then_some(("", Year::Of(year), plain.get(end..)?))
}

fn relative(plain: &str) -> Option<(&str, Year, &str)> {
    // Every one of these words has one of these characters.
    if !plain.chars().any(|c| matches!(c, '年' | '期' | '月' | '季')) {
        return None;
    }
    if let Some((before, after)) = around_any(PARTS, plain) {
        return Some((before, Year::Other, after));
    }
    let (back, (before, after)) = BACK.iter().find_map(|(word, back)| Some((*back, around(plain, word)?)))?;
    Some((before, back, after.strip_prefix("同期").unwrap_or(after)))
}

/// What is left of a text behind a year, and whether it still means all of the year: `年度`, `年1-12月`, `年末`, `-12-31`.
pub fn months(after: &str) -> (&str, bool) {
    let trimmed = behind_any("年度 年 a", after).unwrap_or(after);
    const WHOLE: &str = "1-12月 01-12月 1至12月 1月-12月 1月至12月 12月31日 12月末 12月底 末 底 -12-31 /12/31 \
    .12.31 全年";
    if let Some(rest) = behind_any(WHOLE, trimmed) {
        return (rest, true);
    }
    if let Some((before, _)) = around_any(PARTS, trimmed) {
        return (before, false);
    }
    let is_date = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | '至' | '月' | '日');
    let end = trimmed.find(|c| !is_date(c)).unwrap_or(trimmed.len());
    let (date, rest) = trimmed.split_at_checked(end).unwrap_or((trimmed, ""));
    match date {
        "" => (trimmed, true),
        _ if date.bytes().any(|byte| byte.is_ascii_digit()) => (rest, false),
        _ => (trimmed, true),
    }
}

#[cfg(test)]
mod tests {
    use super::{Year, take_year};
    use crate::words::plain;

    #[test]
    fn years_are_read_in_any_form() {
        // text | what is left | year
        let table = [
            ("2023", "", Year::Of(2023)),
            ("2023年", "", Year::Of(2023)),
            ("２０２３年度", "", Year::Of(2023)),
            ("FY2023", "", Year::Of(2023)),
            ("23年", "", Year::Of(2023)),
            ("二〇二三年", "", Year::Of(2023)),
            ("二零二三年", "", Year::Of(2023)),
            ("2023年（快报）", "(快报)", Year::Of(2023)),
            ("2023年实际", "实际", Year::Of(2023)),
            ("2025年1-12月", "", Year::Of(2025)),
            ("2025年1—12月", "", Year::Of(2025)),
            ("2025年末", "", Year::Of(2025)),
            ("2025-12-31", "", Year::Of(2025)),
            ("2025年12月31日", "", Year::Of(2025)),
            ("2025年营业收入", "营业收入", Year::Of(2025)),
            ("营业收入（2025年）", "营业收入()", Year::Of(2025)),
            ("2025年1-9月", "", Year::Other),
            ("2025年上半年", "", Year::Other),
            ("2026年一季度", "", Year::Other),
            ("2025年6月", "", Year::Other),
            ("2021-2023年", "2021-年", Year::Other),
            ("本年金额", "金额", Year::Back(0)),
            ("上年同期", "", Year::Back(1)),
            ("期末人数", "人数", Year::Back(0)),
            ("第一年", "", Year::Nth(2)),
            ("2025年半年度", "", Year::Other),
            ("2026年预计", "预计", Year::Of(2026)),
            ("截至2025年底", "", Year::Of(2025)),
            ("截至2025年9月底", "底", Year::Other),
            ("FY22", "", Year::Of(2022)),
            ("3月", "", Year::Other),
            ("1-9月累计", "", Year::Other),
            ("上年末", "", Year::Back(1)),
        ];
        for (text, left, year) in table {
            let (rest, read) = take_year(&plain(text)).expect(text);
            assert_eq!(read, year, "{text}");
            if year != Year::Other {
                assert_eq!(rest, left, "{text}");
            }
        }
        for text in ["GB/T 12345-2024", "营业收入", "ISO 2022", "20231", "1989年", "12年期国债收益", "3年", "同比"]
        {
            assert!(take_year(&plain(text)).is_none_or(|(_, year)| year == Year::Of(2012)), "{text}");
        }
    }
}
