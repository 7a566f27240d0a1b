//! Numbers as a person reads them. Everything is exact arithmetic; where digits are left out, the reading says so.

pub mod formula;

use crate::texts::Words;
use engine::exact::{Exact, Rounding};
use engine::number::{NumberKind, hint};
use engine::problem::Code;
use engine::ruleset::MeasureUnit;
use model::typed::Typed;

/// A number in words, and whether digits were left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The words.
    pub text: String,
    /// Whether the words say a little more or less than the number.
    pub rounded: bool,
}

/// The decimals that an amount is shown with when nothing calls for more.
pub(super) const USUAL_PLACES: u32 = 2;
/// The decimals up to which an amount is shown in full rather than rounded.
pub(super) const FEW_PLACES: u32 = 4;
/// The decimals of the report's own numbers.
pub(super) const ALL_PLACES: u32 = 6;
/// The same number of decimals in 亿元.
pub(super) const ALL_YI_PLACES: u32 = ALL_PLACES + 4;
/// 1 亿元 in 万元.
const YI: i64 = 10_000;

/// A number with thousands separators: `-1,234.5`.
pub fn grouped(decimal: &str) -> String {
    let (sign, unsigned) = match decimal.strip_prefix('-') {
        Some(rest) => ("−", rest),
        None => ("", decimal),
    };
    let (whole, fraction) = unsigned.split_at(unsigned.find('.').unwrap_or(unsigned.len()));
    let mut text = String::from(sign);
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text.push_str(fraction);
    text
}

/// A plain number in full, to the report's decimals.
pub fn plain(value: Exact) -> Reading {
    in_places(value, ALL_PLACES)
}

/// An amount in 万元, and in 亿元 where it is that large.
pub fn amount(value: Exact, words: &Words) -> Reading {
    amount_read(value, |number, _| in_usual_places(number), words)
}

/// An amount with all its decimals, as an echo of what was typed.
pub fn full_amount(value: Exact, words: &Words) -> String {
    amount_read(value, |number, _| in_places(number, ALL_YI_PLACES), words).text
}

/// A ratio in percent, the decimal point shifted by two.
pub fn percent(ratio: Exact) -> Reading {
    let Reading { mut text, rounded } = scaled(ratio, 100, ALL_PLACES - 2);
    text.push('%');
    Reading { text, rounded }
}

/// A value in its measure's unit.
pub fn value(value: Exact, unit: MeasureUnit, words: &Words) -> Reading {
    match unit {
        MeasureUnit::WanYuan => amount(value, words),
        MeasureUnit::Ratio => percent(value),
        MeasureUnit::Count => plain(value),
    }
}

/// A difference between two values of a unit. That of two percentages is in percentage points.
pub fn difference(difference: Exact, unit: MeasureUnit, words: &Words) -> Reading {
    let reading = value(difference, unit, words);
    match unit {
        MeasureUnit::Ratio => {
            Reading { text: (words.percentage_points)(reading.text.trim_end_matches('%')), ..reading }
        }
        MeasureUnit::WanYuan | MeasureUnit::Count => reading,
    }
}

/// What was understood of what is typed, where that says more than the text; `unit` is what is counted.
pub fn understood(typed: &Typed, unit: &str, words: &Words) -> Option<String> {
    let number = typed.number()?;
    let plain = grouped(&number.to_string());
    match typed.kind() {
        NumberKind::Amount | NumberKind::SignedAmount => Some(full_amount(number.into(), words)),
        // Nothing to say where the text reads as it was meant.
        _ if plain == typed.text().trim() => None,
        NumberKind::Percent => Some([&plain, "%"].concat()),
        _ => Some([plain.as_str(), if unit.is_empty() { "" } else { " " }, unit].concat()),
    }
}

/// Why a text is refused, and what to type instead.
pub fn refusal(code: Code, kind: NumberKind, text: &str, words: &Words) -> &'static str {
    let in_the_way = if code == Code::NotANumber && kind != NumberKind::Rank { hint(text) } else { None };
    in_the_way.map_or_else(|| (words.number.problem)(code, kind), |hint| (words.number.in_the_way)(hint, kind))
}

/// An amount in words; `read` puts a number of 万元 or 亿元 into digits, told how many 万元 make one.
pub(super) fn amount_read(value: Exact, read: impl Fn(Exact, Exact) -> Reading, words: &Words) -> Reading {
    let in_wan = read(value, Exact::ONE);
    let wan = [&in_wan.text, " ", words.wan_yuan].concat();
    let (yi, large) = (Exact::whole(YI), value >= Exact::whole(YI) || value <= Exact::whole(-YI));
    match value.over(yi) {
        Ok(number) if large => {
            let in_yi = read(number, yi);
            let (open, close) = words.brackets;
            let text = [&in_yi.text, " ", words.yi_yuan, open, &wan, close].concat();
            Reading { text, rounded: in_yi.rounded || in_wan.rounded }
        }
        _ => Reading { text: wan, rounded: in_wan.rounded },
    }
}

/// A number in full where that takes few decimals, else rounded.
fn in_usual_places(number: Exact) -> Reading {
    let in_full = in_places(number, FEW_PLACES);
    if in_full.rounded { in_places(number, USUAL_PLACES) } else { in_full }
}

fn scaled(value: Exact, factor: i64, places: u32) -> Reading {
    // Too large to scale is too large to be any sensible ratio; it is then shown as it is.
    value.times(Exact::whole(factor)).map_or_else(|_| in_places(value, places), |scaled| in_places(scaled, places))
}

fn in_places(value: Exact, places: u32) -> Reading {
    rounded(value, places, Rounding::HalfAway)
}

pub(super) fn rounded(value: Exact, places: u32, rounding: Rounding) -> Reading {
    let decimal = value.rounded(places, rounding);
    Reading { text: grouped(&decimal.to_string()), rounded: Exact::from(decimal) != value }
}

#[cfg(test)]
mod tests {
    use super::{grouped, percent, understood, value};
    use crate::testing::exact;
    use crate::texts::words;
    use engine::number::NumberKind;
    use engine::problem::Code;
    use engine::ruleset::MeasureUnit;
    use engine::text::Lang;
    use model::typed::Typed;
    use model::unit::AmountUnit;

    #[test]
    fn thousands_are_separated() {
        let table = [
            ("0", "0"),
            ("12", "12"),
            ("123", "123"),
            ("1234", "1,234"),
            ("-1234567.8901", "−1,234,567.8901"),
            ("-0.5", "−0.5"),
            ("100000", "100,000"),
        ];
        for (decimal, expected) in table {
            assert_eq!(grouped(decimal), expected, "{decimal}");
        }
    }

    #[test]
    fn what_was_understood_is_echoed() {
        let (amount, signed, count) = (NumberKind::Amount, NumberKind::SignedAmount, NumberKind::Count);
        let table = [
            ("", amount, Ok(None)),
            ("5280.5", amount, Ok(Some("5,280.5 万元"))),
            ("12000", amount, Ok(Some("1.2 亿元（12,000 万元）"))),
            ("1.2亿", amount, Ok(Some("1.2 亿元（12,000 万元）"))),
            ("１２３．４", amount, Ok(Some("123.4 万元"))),
            ("10000.000001", amount, Ok(Some("1.0000000001 亿元（10,000.000001 万元）"))),
            ("9999.999999", amount, Ok(Some("9,999.999999 万元"))),
            ("999999999999", amount, Ok(Some("99,999,999.9999 亿元（999,999,999,999 万元）"))),
            ("-2亿", signed, Ok(Some("−2 亿元（−20,000 万元）"))),
            ("-2", amount, Err(Code::Negative)),
            ("1,23", amount, Err(Code::NotANumber)),
            ("503", count, Ok(None)),
            ("1,503", count, Ok(None)),
            ("1503", count, Ok(Some("1,503 件"))),
            ("2万", count, Ok(Some("20,000 件"))),
            ("2.5", count, Err(Code::NotWhole)),
            ("2.1", NumberKind::Percent, Ok(None)),
            ("２．１％", NumberKind::Percent, Ok(Some("2.1%"))),
        ];
        for (text, kind, expected) in table {
            let typed = Typed::new(kind, text.into(), AmountUnit::WanYuan);
            let echo = typed.reading().map(|_| understood(&typed, "件", words(Lang::Zh)));
            assert_eq!(echo, expected.map(|echo| echo.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn percentages_only_shift_the_point() {
        let table =
            [("0.15", "15%"), ("0.119289", "11.9289%"), ("-0.000001", "−0.0001%"), ("12.5", "1,250%"), ("0", "0%")];
        for (ratio, expected) in table {
            let shown = percent(exact(ratio));
            assert_eq!((shown.text.as_str(), shown.rounded), (expected, false), "{ratio}");
        }
    }

    #[test]
    fn a_value_says_when_digits_are_left_out() {
        let table = [
            ("1242933.333333", "124.29 亿元（1,242,933.33 万元）", true),
            ("1242900", "124.29 亿元（1,242,900 万元）", false),
            ("35250", "3.525 亿元（35,250 万元）", false),
            ("35250.1", "3.53 亿元（35,250.1 万元）", true),
            ("5278.833333", "5,278.83 万元", true),
            ("5278.5", "5,278.5 万元", false),
        ];
        for (amount, expected, rounded) in table {
            let shown = value(exact(amount), MeasureUnit::WanYuan, words(Lang::Zh));
            assert_eq!((shown.text.as_str(), shown.rounded), (expected, rounded), "{amount}");
        }
    }
}
