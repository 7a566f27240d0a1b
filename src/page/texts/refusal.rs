//! Why an entry is refused: at its field by what is typed there, with what to type instead; in a list, in a few words.

use engine::number::NumberKind;
use engine::problem::Code;
use engine::text::Lang;

pub fn at_field_zh(code: Code, kind: NumberKind) -> &'static str {
    match (code, kind) {
        (Code::NotANumber | Code::NotWhole | Code::Negative | Code::OutOfRange, NumberKind::Rank) => {
            "请填单位排序：1 至 1000 的整数；牵头单位填 1 或不填。"
        }
        (Code::NotANumber, NumberKind::Amount | NumberKind::SignedAmount) => {
            "请填一个确切的数，如 5000、1,234.5 或 1.2亿；不要带“约”、年份或其他文字，逗号每三位一个，小数点用“.”。"
        }
        (Code::NotANumber, NumberKind::Count) => "请填整数，如 12 或 1,200，不带“家”“人”等单位；没有请填 0。",
        (Code::NotANumber, NumberKind::Percent) => "请填百分数，如 5.9 或 5.9%；小数点用“.”，不带其他文字。",
        (Code::NotWhole, _) => "请填整数，不带小数。",
        (Code::Negative, _) => "这一项不能为负数。",
        (Code::OutOfRange, NumberKind::Count) => "数量不能超过 10 亿，请核对。",
        (Code::OutOfRange, NumberKind::Percent) => "数值过大，请核对；单位为%。",
        (Code::OutOfRange, _) => "金额过大，请核对数值和单位；不写单位的按万元计。",
        (Code::TooPrecise, NumberKind::Percent) => "小数最多 6 位。",
        (Code::TooPrecise, _) => "小数位数过多：折合万元后最多 6 位。",
        _ => code.message(Lang::Zh),
    }
}

pub fn at_field_en(code: Code, kind: NumberKind) -> &'static str {
    match (code, kind) {
        (Code::NotANumber | Code::NotWhole | Code::Negative | Code::OutOfRange, NumberKind::Rank) => {
            "Enter the unit's rank: a whole number from 1 to 1000. The lead unit enters 1 or nothing."
        }
        (Code::NotANumber, NumberKind::Amount | NumberKind::SignedAmount) => {
            "Enter one exact number, such as 5000, 1,234.5 or 1.2亿, without “about”, a year or other words. Commas separate three digits, the decimal point is “.”."
        }
        (Code::NotANumber, NumberKind::Count) => {
            "Enter a whole number, such as 12 or 1,200, without a unit. If there are none, enter 0."
        }
        (Code::NotANumber, NumberKind::Percent) => {
            "Enter a percentage, such as 5.9 or 5.9%, without other words. The decimal point is “.”."
        }
        (Code::NotWhole, _) => "Enter a whole number, without decimals.",
        (Code::Negative, _) => "This cannot be negative.",
        (Code::OutOfRange, NumberKind::Count) => "The number cannot exceed 1,000,000,000. Please check it.",
        (Code::OutOfRange, NumberKind::Percent) => "This is too large. Please check it; it is in percent.",
        (Code::OutOfRange, _) => {
            "The amount is too large. Check the number and its unit; without a unit it is in 万元."
        }
        (Code::TooPrecise, NumberKind::Percent) => "At most 6 decimals.",
        (Code::TooPrecise, _) => "Too many decimals: at most 6 after conversion to 万元.",
        _ => code.message(Lang::En),
    }
}

pub fn in_brief_zh(code: Code) -> &'static str {
    match code {
        Code::NotANumber => "不是一个确切的数",
        Code::NotWhole => "不是整数",
        Code::Negative => "不能为负数",
        Code::OutOfRange => "超出范围",
        Code::TooPrecise => "小数位数过多",
        Code::Overflow => "数值过大",
        Code::UnknownField => "不属于本批次",
        Code::WrongLength | Code::UnknownKey | Code::UnknownKind | Code::WrongType => "不符合要求",
    }
}

pub fn in_brief_en(code: Code) -> &'static str {
    match code {
        Code::NotANumber => "not one exact number",
        Code::NotWhole => "not a whole number",
        Code::Negative => "cannot be negative",
        Code::OutOfRange => "out of range",
        Code::TooPrecise => "too many decimals",
        Code::Overflow => "too large",
        Code::UnknownField => "not in this batch",
        Code::WrongLength | Code::UnknownKey | Code::UnknownKind | Code::WrongType => "not as required",
    }
}

#[cfg(test)]
mod tests {
    use crate::texts::words;
    use engine::number::NumberKind;
    use engine::number::parse_number;
    use engine::problem::Code;
    use engine::text::Lang;

    #[test]
    fn a_refusal_says_what_to_type_instead() {
        use NumberKind::{Amount, Count, Percent, Rank};
        let table = [
            ("约5000", Amount, "1.2亿"),
            ("12家", Count, "不带“家”"),
            ("12.5", Count, "整数"),
            ("-3", Count, "不能为负"),
            ("0", Rank, "1 至 1000"),
            ("第2", Rank, "1 至 1000"),
            ("2.1个百分点", Percent, "5.9%"),
            ("2.1234567", Percent, "6 位"),
            ("1.23456789", Amount, "折合万元"),
            ("99999999999999", Amount, "按万元计"),
        ];
        for (text, kind, expected) in table {
            let words = words(Lang::Zh);
            let code = parse_number(text, kind).expect_err("refused");
            let said = (words.refusal)(code, kind);
            assert!(said.contains(expected), "{text}: {said}");
        }
    }

    #[test]
    fn only_amounts_are_told_of_units() {
        // Neither carries decimals, so neither can carry too many.
        let codes = [Code::NotANumber, Code::NotWhole, Code::Negative, Code::OutOfRange];
        for (code, kind) in codes.into_iter().flat_map(|code| [(code, NumberKind::Count), (code, NumberKind::Rank)]) {
            for lang in [Lang::Zh, Lang::En] {
                let said = (words(lang).refusal)(code, kind);
                assert!(!said.contains('元'), "{code:?} {kind:?}: {said}");
            }
        }
    }
}
