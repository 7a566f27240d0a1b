use super::words;
use engine::number::{NumberKind, parse_number};
use engine::problem::Code;
use engine::text::Lang;

#[test]
fn a_problem_says_what_to_type_instead() {
    use NumberKind::{Amount, Count, Percent, Rank};
    let table = [
        ("约5000", Amount, "1.2亿"),
        ("12栋", Count, "85家"),
        ("12.5", Count, "整数"),
        ("-3", Count, "不能为负"),
        ("0", Rank, "1 至 1000"),
        ("第2", Rank, "1 至 1000"),
        ("2.1个百分点", Percent, "5.9%"),
        ("2.1234567", Percent, "6 位"),
        ("1.23456789", Amount, "折合万元"),
        ("99999999999999", Amount, "核对数值和单位"),
    ];
    for (text, kind, expected) in table {
        let words = words(Lang::Zh);
        let code = parse_number(text, kind).expect_err("refused");
        let said = (words.problem)(code, kind);
        assert!(said.contains(expected), "{text}: {said}");
    }
}

#[test]
fn only_amounts_are_told_of_units() {
    // Neither carries decimals, so neither can carry too many.
    let codes = [Code::NotANumber, Code::NotWhole, Code::Negative, Code::OutOfRange];
    for (code, kind) in codes.into_iter().flat_map(|code| [(code, NumberKind::Count), (code, NumberKind::Rank)]) {
        for lang in [Lang::Zh, Lang::En] {
            let said = (words(lang).problem)(code, kind);
            assert!(!said.contains('元'), "{code:?} {kind:?}: {said}");
        }
    }
}
