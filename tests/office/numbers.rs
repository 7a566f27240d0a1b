//! Numbers as workbooks store them: texts and doubles, rounded to 15 significant digits.

use office::value::decimal::Decimal;
use office::value::double::decimal;

#[test]
fn a_number_as_text_is_rounded_to_fifteen_digits() {
    // stored | plain | as General
    let table = [
        ("7.0000000000000007E-2", "0.07", "0.07"),
        ("0.30000000000000004", "0.3", "0.3"),
        ("98.50", "98.5", "98.5"),
        ("-0.0", "0", "0"),
        ("0", "0", "0"),
        ("000123.4500", "123.45", "123.45"),
        ("+5", "5", "5"),
        (" 12 ", "12", "12"),
        ("5.", "5", "5"),
        (".5", "0.5", "0.5"),
        ("1e3", "1000", "1000"),
        ("1.5E+25", "1.5E+25", "1.5E+25"),
        ("-1.5E-25", "-1.5E-25", "-1.5E-25"),
        ("123456789012345", "123456789012345", "123456789012345"),
        ("1234567890123454", "1234567890123450", "1.23456789012345E+15"),
        ("1234567890123455", "1234567890123460", "1.23456789012346E+15"),
        ("320588505077873123", "320588505077873000", "3.20588505077873E+17"),
        ("9999999999999995", "10000000000000000", "1E+16"),
        ("999999999999999.5", "1000000000000000", "1E+15"),
        ("0.99999999999999951", "1", "1"),
        ("0.000000000123456789012345678", "0.000000000123456789012346", "0.000000000123456789012346"),
        ("0.00000000001", "0.00000000001", "1E-11"),
        ("1E-99999", "0", "0"),
        ("1E-400", "0", "0"),
        ("4.94065645841247E-324", "4.94065645841247E-324", "4.94065645841247E-324"),
        ("1.79769313486232E+308", "1.79769313486232E+308", "1.79769313486232E+308"),
        ("0E+99999", "0", "0"),
    ];
    for (stored, plain, general) in table {
        let number = Decimal::read(stored).unwrap_or_else(|| panic!("{stored} is a number"));
        assert_eq!((number.plain().as_str(), number.general().as_str()), (plain, general), "{stored}");
    }
    for text in [
        "", " ", "-", ".", "1e", "1e+", "1e123456", "1,000", "0x10", "NaN", "inf", "1 2", "１", "--1", "1e5.5",
        "1e400", "1E+99999",
    ] {
        assert_eq!(Decimal::read(text), None, "{text:?}");
    }
}

#[test]
fn numbers_round_half_away_from_zero_behind_the_point() {
    // number | places | rounded
    let table = [
        ("98.4961", 1, "98.5"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("0.5", 0, "1"),
        ("0.4999", 0, "0"),
        ("0.05", 0, "0"),
        ("999.995", 2, "1000"),
        ("0.000000000000000001", 2, "0"),
        ("1500", 0, "1500"),
        ("1E-300", 3, "0"),
    ];
    for (number, places, rounded) in table {
        assert_eq!(Decimal::read(number).expect(number).rounded(places).plain(), rounded, "{number}");
    }
}

/// What a standard library says of a double, in the notation of `%.14e`.
fn oracle(bits: u64) -> Option<Decimal> {
    let double = f64::from_bits(bits);
    if double.is_finite() { Decimal::read(&format!("{double:.14e}")) } else { None }
}

#[test]
fn a_double_is_the_fifteen_digits_that_are_nearest() {
    // the bits | Python's '%.14e': those in the middle are even
    let table = [
        (0x3fd3_3333_3333_3334, "3.00000000000000e-01"),
        (0x3fd5_5555_5555_5555, "3.33333333333333e-01"),
        (0x4004_0000_0000_0000, "2.50000000000000e+00"),
        (0x430c_6bf5_2634_0028, "1.00000000000000e+15"),
        (0x430c_6bf5_2634_0078, "1.00000000000002e+15"),
        (0x430c_6bf5_2633_fffc, "1.00000000000000e+15"),
        (0x4341_c379_37e0_7ffe, "1.00000000000000e+16"),
        (0x0000_0000_0000_0001, "4.94065645841247e-324"),
        (0x0010_0000_0000_0000, "2.22507385850720e-308"),
        (0x7fef_ffff_ffff_ffff, "1.79769313486232e+308"),
        (0x3fb1_eb85_1eb8_51ec, "7.00000000000000e-02"),
        (0xc093_4a00_0000_0000, "-1.23450000000000e+03"),
        (0x4480_f0cf_064d_d592, "1.00000000000000e+22"),
        (0x44b5_2d02_c7e1_4af6, "1.00000000000000e+23"),
        (0x8000_0000_0000_0000, "0"),
    ];
    for (bits, expected) in table {
        assert_eq!(decimal(bits), Decimal::read(expected), "{bits:x}");
    }
    for bits in [0x7ff0_0000_0000_0000, 0xfff0_0000_0000_0000, 0x7ff8_0000_0000_0000, 0xffff_ffff_ffff_ffff] {
        assert_eq!(decimal(bits), None, "{bits:x}");
    }
}

#[test]
fn a_hundred_thousand_doubles_are_what_the_standard_library_says() {
    let mut state = 2025u64;
    let mut next = || {
        // SplitMix64.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    for round in 0..100_000 {
        let bits = match round % 4 {
            // Any pattern; the sizes that tables have; those with few digits; those that lie between two decimals.
            0 | 1 if round < 20_000 => next(),
            0 => next() & 0x800f_ffff_ffff_ffff | (1003 + next() % 40) << 52,
            1 => ((next() % 1_000_000_000) as f64).to_bits(),
            2 => format!("{}.{:02}", next() % 10_000_000, next() % 100).parse::<f64>().expect("a number").to_bits(),
            _ => ((next() % (1 << 53)) as f64).to_bits().wrapping_sub((next() % 5) << 52),
        };
        assert_eq!(decimal(bits), oracle(bits), "{bits:x}");
    }
}
