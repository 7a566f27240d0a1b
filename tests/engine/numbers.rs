//! The number grammar, by its table, and JavaScript numbers.

use crate::common::table::rows;
use engine::Input;
use engine::input::without_exponent;
use engine::number::{Hint, NumberKind, hint_of, is_bare_amount, parse_number, read_number};
use engine::problem::Code;

fn shown(read: Result<Option<rust_decimal::Decimal>, Code>) -> String {
    match read {
        Ok(Some(number)) => number.to_string(),
        Ok(None) => "blank".to_owned(),
        Err(code) => serde_json::to_value(code).unwrap().as_str().unwrap().to_owned(),
    }
}

/// A text with `{200b}` replaced by the character of that number.
fn with_characters(text: &str) -> String {
    let mut parts = text.split('{');
    let mut whole = parts.next().unwrap().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("a closing brace");
        whole.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        whole.push_str(rest);
    }
    whole
}

#[test]
fn numbers_are_read_as_the_table_says() {
    let rows = rows(include_str!("../cases/numbers.txt"));
    assert!(rows.len() > 250, "the table was read");
    let mut wrong = Vec::new();
    for (line, cells) in rows {
        let text = with_characters(&cells[0].replace('␣', " ").replace('⇥', "\t").replace('∅', ""));
        let kind = match cells[1] {
            "wan_yuan" => NumberKind::SignedAmount,
            "unsigned" => NumberKind::Amount,
            "count" => NumberKind::Count,
            "percent" => NumberKind::Percent,
            other => panic!("line {line}: no such unit: {other}"),
        };
        let result = parse_number(&text, kind);
        let said = result
            .err()
            .and_then(|code| hint_of(&Input::Text(text.as_str().into()), code))
            .map_or("none", Hint::as_str);
        let read = shown(result);
        if read != cells[2] || cells.get(3).is_some_and(|expected| said != *expected) {
            wrong.push(format!("line {line}: {text:?} in {} is {read}, {said}, not {:?}", cells[1], &cells[2..]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_javascript_number_is_its_shortest_decimal_form() {
    let table: [(f64, NumberKind, &str); 17] = [
        (0.1, NumberKind::Amount, "0.1"),
        (0.1 + 0.2, NumberKind::Amount, "too_precise"),
        (1.0, NumberKind::Count, "1"),
        (1.5, NumberKind::Count, "not_whole"),
        (-0.0, NumberKind::Amount, "0"),
        (-0.0, NumberKind::Count, "0"),
        (-1.0, NumberKind::Amount, "negative"),
        (123_456_789_012.5, NumberKind::Amount, "123456789012.5"),
        (1e12, NumberKind::Amount, "out_of_range"),
        (1e21, NumberKind::Amount, "out_of_range"),
        (1e308, NumberKind::Amount, "out_of_range"),
        (1e-7, NumberKind::Amount, "too_precise"),
        (5e-324, NumberKind::Amount, "too_precise"),
        (f64::NAN, NumberKind::Amount, "not_a_number"),
        (f64::INFINITY, NumberKind::Amount, "not_a_number"),
        (f64::NEG_INFINITY, NumberKind::SignedAmount, "not_a_number"),
        (9_007_199_254_740_993.0, NumberKind::Amount, "out_of_range"),
    ];
    for (number, kind, expected) in table {
        assert_eq!(shown(read_number(&Input::number(number), kind)), expected, "{number:?} as {kind:?}");
    }
}

#[test]
fn ranks_scores_and_years_have_their_own_limits() {
    let table = [
        ("0", NumberKind::Rank, "out_of_range"),
        ("1", NumberKind::Rank, "1"),
        ("1000", NumberKind::Rank, "1000"),
        ("1001", NumberKind::Rank, "out_of_range"),
        ("０", NumberKind::Rank, "out_of_range"),
        ("-0", NumberKind::Rank, "out_of_range"),
        ("2.5", NumberKind::Rank, "not_whole"),
        ("-1", NumberKind::Rank, "negative"),
        ("1万", NumberKind::Rank, "not_a_number"),
        ("100", NumberKind::Score, "100"),
        ("100.000001", NumberKind::Score, "out_of_range"),
        ("82.5", NumberKind::Score, "82.5"),
        ("82.000001", NumberKind::Score, "82.000001"),
        ("82.0000001", NumberKind::Score, "too_precise"),
        ("-0.5", NumberKind::Score, "negative"),
        ("1989", NumberKind::Year, "out_of_range"),
        ("1990", NumberKind::Year, "1990"),
        ("２０２５年", NumberKind::Year, "2025"),
        ("2025 年度", NumberKind::Year, "2025"),
        ("2100", NumberKind::Year, "2100"),
        ("2101", NumberKind::Year, "out_of_range"),
        ("2025.5", NumberKind::Year, "not_whole"),
        ("2025万", NumberKind::Year, "not_a_number"),
        ("-0.5", NumberKind::Plain, "-0.5"),
        ("5万", NumberKind::Plain, "not_a_number"),
        ("0.000000000001", NumberKind::Plain, "0.000000000001"),
        ("0.0000000000001", NumberKind::Plain, "too_precise"),
    ];
    for (text, kind, expected) in table {
        assert_eq!(shown(parse_number(text, kind)), expected, "{text} as {kind:?}");
    }
}

#[test]
fn an_amount_is_bare_without_a_unit_and_a_currency() {
    let table = [
        ("1,234", true),
        ("(1,234)", true),
        ("1,234-", true),
        ("'985,000", true),
        ("1.2E+04", true),
        ("9999999999999999", true),
        ("1.2亿", false),
        ("1亿2000万", false),
        ("1200万元整", false),
        ("￥985,000", false),
        ("985,000人民币", false),
        ("约5000", false),
        ("", false),
    ];
    for (text, bare) in table {
        assert_eq!(is_bare_amount(text), bare, "{text}");
    }
}

#[test]
fn a_megabyte_of_digits_is_refused_and_not_choked_on() {
    for filler in ["9", "0", "1,", "９", ".", "亿"] {
        let text = filler.repeat(1_000_000);
        let expected = match filler {
            "9" | "９" => "out_of_range",
            "0" => "0",
            _ => "not_a_number",
        };
        assert_eq!(shown(parse_number(&text, NumberKind::Amount)), expected, "{filler}");
    }
    let long_zero = format!("0.{}", "0".repeat(1_000_000));
    assert_eq!(shown(parse_number(&long_zero, NumberKind::Amount)), "0");
}

#[test]
fn an_exponent_is_written_out_as_javascript_writes_it() {
    let table = [
        ("5", "5"),
        ("-1.5", "-1.5"),
        ("1e-7", "0.0000001"),
        ("-1.25e-7", "-0.000000125"),
        ("1e+21", "1000000000000000000000"),
        ("-1e+21", "-1000000000000000000000"),
        ("1.2345e+22", "12345000000000000000000"),
        ("12.5e+1", "125"),
        ("12.5e-1", "1.25"),
        ("12.5e-2", "0.125"),
        ("12.5e-3", "0.0125"),
        ("1.5e-1", "0.15"),
        ("-1.5e+0", "-1.5"),
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
    ];
    for (text, expected) in table {
        assert_eq!(without_exponent(text.to_owned()), expected, "{text}");
    }
}

/// Texts by chance of what people write: none panics, and what is read is read the same once it is written plainly.
#[test]
fn what_is_read_reads_the_same_when_written_plainly() {
    const PIECES: [&str; 40] = [
        "1",
        "2",
        "0",
        "5",
        "000",
        "234",
        ".",
        ",",
        " ",
        "-",
        "—",
        "+",
        "(",
        ")",
        "（",
        "）",
        "万",
        "亿",
        "千",
        "百",
        "元",
        "零",
        "整",
        "人民币",
        "￥",
        "RMB",
        "E+04",
        "家",
        "人",
        "%",
        "‰",
        "'",
        "“",
        "”",
        "。",
        "；",
        "约",
        "美元",
        "\u{200b}",
        "\u{2009}",
    ];
    let kinds = [NumberKind::Amount, NumberKind::SignedAmount, NumberKind::Count, NumberKind::Percent];
    // A sequence of numbers that is the same every time.
    let mut seed: u64 = 2025;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut read = 0;
    for _ in 0..6_000 {
        let text: String = (0..=next(7)).map(|_| PIECES[next(PIECES.len())]).collect();
        for kind in kinds {
            match parse_number(&text, kind) {
                Ok(Some(number)) => {
                    read += 1;
                    assert_eq!(parse_number(&number.to_string(), kind), Ok(Some(number)), "{text:?} as {kind:?}");
                }
                Ok(None) => assert!(hint_of(&Input::Text(text.as_str().into()), Code::NotWhole).is_none()),
                Err(code) => drop(hint_of(&Input::Text(text.as_str().into()), code)),
            }
        }
    }
    assert!(read > 300, "{read} were read");
}
