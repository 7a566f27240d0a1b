use super::words;
use crate::number::refusal;
use engine::names::Named;
use engine::number::{Hint, NumberKind, parse_number};
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
        let said = (words.number.problem)(code, kind);
        assert!(said.contains(expected), "{text}: {said}");
    }
}

#[test]
fn a_text_that_is_no_number_is_told_what_is_in_the_way() {
    use NumberKind::{Amount, Count, Percent, Rank, SignedAmount};
    let table = [
        ("约5000", Amount, "确切的数"),
        ("5000-6000", SignedAmount, "起止范围"),
        ("—", Amount, "没有的请填 0"),
        ("无", Count, "没有的请填 0"),
        ("—", Percent, "留空"),
        ("#REF!", Amount, "列太窄"),
        ("500万美元", Amount, "折合人民币"),
        ("$5", Count, "不填金额"),
        ("五千万", Amount, "1.2亿"),
        ("十二", Count, "如 12"),
        ("1,2345", Amount, "每三位"),
        ("1,23", Count, "1,200"),
        ("1。5", Amount, "“.”"),
        ("=A1", Amount, "计算结果"),
        ("1200（预计）", Amount, "来源"),
        ("12家企业", Count, "85家"),
        ("约2", Rank, "1 至 1000"),
        ("￥985,000", Amount, "元还是万元"),
        ("5%", Amount, "1.2亿"),
    ];
    for (text, kind, expected) in table {
        let code = parse_number(text, kind).expect_err("refused");
        let said = refusal(code, kind, text, words(Lang::Zh));
        assert!(said.contains(expected), "{text}: {said}");
    }
    for hint in Hint::ALL {
        let said = (words(Lang::Zh).number.in_the_way)(*hint, Count);
        assert!(!said.contains('元'), "{said}");
    }
}

#[test]
fn only_amounts_are_told_of_units() {
    // Neither carries decimals, so neither can carry too many.
    let codes = [Code::NotANumber, Code::NotWhole, Code::Negative, Code::OutOfRange];
    for (code, kind) in codes.into_iter().flat_map(|code| [(code, NumberKind::Count), (code, NumberKind::Rank)]) {
        for lang in [Lang::Zh, Lang::En] {
            let said = (words(lang).number.problem)(code, kind);
            assert!(!said.contains('元'), "{code:?} {kind:?}: {said}");
        }
    }
}
