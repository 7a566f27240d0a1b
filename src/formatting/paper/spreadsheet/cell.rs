//! One cell: a number that a spreadsheet computes with, or a text that stays what it is.

use std::borrow::Cow;

use rust_decimal::Decimal;

use engine::exact::{Exact, Rounding};

/// The decimals of a number in a cell.
const PLACES: u32 = 6;
/// So many digits of a number a spreadsheet keeps; it makes zeros of all behind them, without a word.
const MOST_DIGITS: usize = 15;
/// What a spreadsheet takes for the beginning of a formula, in both widths.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell as it is written.
pub struct Cell(String);

impl Cell {
    /// Nothing.
    pub fn blank() -> Cell {
        Cell(String::new())
    }

    /// A text of the page or of the ruleset.
    pub fn text(text: &str) -> Cell {
        Cell(guarded(text, begins_a_formula(text)))
    }

    /// A text as a person typed it. What reads as a plain number stays one, unless it would lose digits.
    pub fn typed(text: &str) -> Cell {
        let is_risky = if is_plain_number(text) {
            has_too_many_digits(text) || begins_with_zeros(text)
        } else {
            begins_a_formula(text) || reads_as_a_date(text)
        };
        Cell(guarded(text, is_risky))
    }

    /// A decimal without separators or unit; a text where a spreadsheet would not keep all of its digits.
    pub fn number(number: Decimal) -> Cell {
        let text = number.normalize().to_string();
        Cell(guarded(&text, has_too_many_digits(&text)))
    }

    /// A whole number.
    pub fn whole(number: u32) -> Cell {
        Cell(number.to_string())
    }

    /// An exact number to the decimals of a cell.
    pub fn exact(number: Exact, rounding: Rounding) -> Cell {
        Cell::number(number.rounded(PLACES, rounding))
    }

    /// An exact number as a fraction, where the decimals that are written for it do not hold all of it. Written so that it is not
    /// taken for a day of a month.
    pub fn fraction(number: Exact, written: Exact) -> Cell {
        let is_whole = Exact::from(written.rounded(PLACES, Rounding::HalfAway)) == number;
        Cell(if is_whole { String::new() } else { number.fraction().replace('/', " ÷ ").replace('-', "−") })
    }

    /// The text in the file, by RFC 4180. A library that writes CSV also asks of every text whether it is a number, and brings along
    /// all that this takes: 17 KB. The tests read back with one.
    pub fn written(&self) -> Cow<'_, str> {
        if self.0.contains([',', '"', '\r', '\n']) {
            ["\"", &self.0.replace('"', "\"\""), "\""].concat().into()
        } else {
            self.0.as_str().into()
        }
    }
}

/// An apostrophe makes a spreadsheet leave a text alone.
fn guarded(text: &str, is_risky: bool) -> String {
    [if is_risky { "'" } else { "" }, text].concat()
}

fn begins_a_formula(text: &str) -> bool {
    text.trim_start().starts_with(FORMULA_SIGNS) || text.starts_with(['\t', '\r', '\n'])
}

/// `-1,234.5` or `5.9%`.
fn is_plain_number(text: &str) -> bool {
    let unsigned = text.trim().trim_end_matches('%');
    let unsigned = unsigned.strip_prefix(['-', '+']).unwrap_or(unsigned);
    unsigned.starts_with(|first: char| first.is_ascii_digit())
        && unsigned.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
}

fn has_too_many_digits(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit);
    digits.skip_while(|digit| *digit == b'0').count() > MOST_DIGITS
}

/// `007`, which would be 7.
fn begins_with_zeros(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('0') && text.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

/// `3-1`, `1/2`, `3月1日` and `1E5` become another thing without a word.
fn reads_as_a_date(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|first: char| first.is_ascii_digit())
        && text.contains(|one: char| !one.is_ascii_digit())
        && text.chars().all(|one| one.is_ascii_digit() || " /-:.,+eE年月日时分秒".contains(one))
}

#[cfg(test)]
mod tests {
    use super::Cell;
    use engine::exact::{Exact, Rounding};

    #[test]
    fn what_a_person_typed_stays_a_text_or_a_number() {
        // typed, written
        let table = [
            ("某高新区", "某高新区"),
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            (" =1+1", "' =1+1"),
            ("＝1+1", "'＝1+1"),
            ("+86 10", "'+86 10"),
            ("-2亿", "'-2亿"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t5", "\t5"),
            ("\tcmd", "'\tcmd"),
            ("\r=1", "'\r=1"),
            ("\n=1", "'\n=1"),
            ("-5", "-5"),
            ("-1,234.5", "-1,234.5"),
            ("+5", "+5"),
            ("-1.5%", "-1.5%"),
            ("-1-2", "'-1-2"),
            ("--1", "'--1"),
            ("-", "'-"),
            ("3-1", "'3-1"),
            ("1/2", "'1/2"),
            ("3月1日", "'3月1日"),
            ("1E5", "'1E5"),
            ("3M公司", "3M公司"),
            ("1.2亿", "1.2亿"),
            ("12000", "12000"),
            ("123456789012345", "123456789012345"),
            ("1234567890123456", "'1234567890123456"),
            ("-1,234,567,890,123,456", "'-1,234,567,890,123,456"),
            ("1234567890.123456", "'1234567890.123456"),
            ("0.123456789012345", "0.123456789012345"),
            ("91510100MA62L0XX1K", "91510100MA62L0XX1K"),
            ("915101006217001234", "'915101006217001234"),
            ("007", "'007"),
            ("0", "0"),
            ("0.5", "0.5"),
            ("123456789012345%", "123456789012345%"),
            ("约5000", "约5000"),
            ("a=b", "a=b"),
        ];
        for (typed, written) in table {
            assert_eq!(Cell::typed(typed).0, written, "{typed:?}");
        }
    }

    #[test]
    fn a_number_with_more_digits_than_a_spreadsheet_keeps_is_a_text() {
        for (number, written) in [
            ("123456789012345", "123456789012345"),
            ("1234567890123450", "'1234567890123450"),
            ("-12345678901234.56", "'-12345678901234.56"),
            ("1234567890.12345000", "1234567890.12345"),
            ("0.000000123456789012345", "0.000000123456789012345"),
        ] {
            assert_eq!(Cell::number(number.parse().expect("a decimal")).0, written);
        }
    }

    #[test]
    fn numbers_can_be_computed_with_and_fractions_are_no_dates() {
        // p, q, number, fraction
        let table = [
            (3_107_500, 3, "1035833.333333", "3107500 ÷ 3"),
            (-1, 3, "-0.333333", "−1 ÷ 3"),
            (5, 2, "2.5", ""),
            (1_242_933, 1, "1242933", ""),
            (1, 10_000_000, "0", "1 ÷ 10000000"),
            (0, 1, "0", ""),
        ];
        for (p, q, number, fraction) in table {
            let exact = Exact::whole(p).over(Exact::whole(q)).expect("small");
            assert_eq!(Cell::exact(exact, Rounding::HalfAway).0, number, "{p}/{q}");
            assert_eq!(Cell::fraction(exact, exact).0, fraction, "{p}/{q}");
        }
    }
}
