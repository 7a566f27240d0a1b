//! Texts about numbers: how they may be typed, and what to type instead of one that cannot be read.

use engine::number::{Hint, NumberKind};
use engine::problem::Code;
use engine::text::Lang;
use model::unit::AmountUnit;

texts! {
    /// The texts about numbers.
    pub struct NumberWords {
        units_accepted(unit: AmountUnit) {
            AmountUnit::Yuan =>
                "不写单位的金额按元读取，最多两位小数；也可写“1,200万元”“1.2亿”。下方显示读到的数。",
                "An amount without a unit is in 元 (yuan), with two decimals at most. You may write “1,200万元” (1 万元 = 10,000 yuan) or “1.2亿”; what was understood is shown below the field.";
            AmountUnit::QianYuan =>
                "不写单位的金额按千元读取；也可写“1,200万元”“1.2亿”。下方显示读到的数。",
                "An amount without a unit is in 千元 (1,000 yuan). You may write “1,200万元” (1 万元 = 10,000 yuan) or “1.2亿”; what was understood is shown below the field.";
            AmountUnit::WanYuan =>
                "不写单位的金额按万元读取；也可写“1.2亿”“1,200万元”。下方显示读到的数。",
                "An amount without a unit is in 万元 (10,000 yuan). You may write “1.2亿” (1 亿元 = 100 million yuan) or “1,200万元”; what was understood is shown below the field.";
            AmountUnit::YiYuan =>
                "不写单位的金额按亿元读取；也可写“1,200万元”。下方显示读到的数。",
                "An amount without a unit is in 亿元 (100 million yuan). You may write “1,200万元” (1 万元 = 10,000 yuan); what was understood is shown below the field.";
        };
        amount_hint(unit: AmountUnit) {
            AmountUnit::Yuan =>
                "单位：元；以万元计的请写“1,200万元”。",
                "In 元 (yuan); for amounts in 万元 write “1,200万元”.";
            AmountUnit::QianYuan =>
                "单位：千元；以万元计的请写“1,200万元”。",
                "In 千元 (1,000 yuan); for amounts in 万元 write “1,200万元”.";
            AmountUnit::WanYuan =>
                "单位：万元；以亿元计的请写“1.2亿”。",
                "In 万元 (10,000 yuan); for amounts in 亿元 write “1.2亿”.";
            AmountUnit::YiYuan =>
                "单位：亿元；以万元计的请写“1,200万元”。",
                "In 亿元 (100 million yuan); for amounts in 万元 write “1,200万元”.";
        };

        /// A problem at its field: what to type instead.
        problem(code: Code, kind: NumberKind) {
            (_, NumberKind::Year) => "请填一个年份：1990 至 2100，如 2025。", "Enter a year from 1990 to 2100, such as 2025.";
            (Code::NotANumber | Code::NotWhole | Code::Negative | Code::OutOfRange, NumberKind::Rank) =>
                "请填单位排序：1 至 1000 的整数；牵头单位填 1 或不填。",
                "Enter the unit's rank: a whole number from 1 to 1000. The lead unit enters 1 or nothing.";
            (Code::NotANumber, NumberKind::Amount | NumberKind::SignedAmount) =>
                "请填一个确切的数，如 5000、1,234.5 或 1.2亿；不要带“约”、年份或其他文字，逗号每三位一个，小数点用“.”。",
                "Enter one exact number, such as 5000, 1,234.5 or 1.2亿, without “about”, a year or other words. Commas separate three digits, the decimal point is “.”.";
            (Code::NotANumber, NumberKind::Count) =>
                "请填整数，如 12、1,200 或 85家，不带其他文字；没有请填 0。",
                "Enter a whole number, such as 12, 1,200 or 85家, without other words. If there are none, enter 0.";
            (Code::NotANumber, NumberKind::Percent) =>
                "请填百分数，如 5.9 或 5.9%；小数点用“.”，不带其他文字。",
                "Enter a percentage, such as 5.9 or 5.9%, without other words. The decimal point is “.”.";
            (Code::NotWhole, _) => "请填整数，不带小数。", "Enter a whole number, without decimals.";
            (Code::Negative, _) => "这一项不能为负数。", "This cannot be negative.";
            (Code::OutOfRange, NumberKind::Count) =>
                "数量不能超过 10 亿，请核对。",
                "The number cannot exceed 1,000,000,000. Please check it.";
            (Code::OutOfRange, NumberKind::Percent) =>
                "数值过大，请核对；单位为%。",
                "This is too large. Please check it; it is in percent.";
            (Code::OutOfRange, _) =>
                "金额过大，请核对数值和单位。",
                "The amount is too large. Check the number and its unit.";
            (Code::UnitUnclear, _) =>
                "有货币符号而没有单位，无法判断是元还是万元：请在数后写明。",
                "There is a currency sign and no unit: it may be in 元 or in 万元 (10,000 yuan). Write which behind the number.";
            (Code::TooPrecise, NumberKind::Percent) => "小数最多 6 位。", "At most 6 decimals.";
            (Code::TooPrecise, _) =>
                "小数位数过多：折合万元后最多 6 位（以元计最多 2 位）。",
                "Too many decimals: at most 6 after conversion to 万元 (2 in 元).";
            _ => code.message(Lang::Zh), code.message(Lang::En);
        };
        /// A text that is no number, at its field, where it can be told what is in the way.
        in_the_way(hint: Hint, kind: NumberKind) {
            (Hint::ErrorValue, _) =>
                "这是电子表格的错误值，或因列太窄显示成“#”：请在原表中改正或调宽该列，再填结果。",
                "This is a spreadsheet's error, or a column too narrow for its number. Correct it or widen the column there, then enter the result.";
            (Hint::NoValue, NumberKind::Percent) =>
                "请填百分数；不清楚的请留空，不填符号或文字。",
                "Enter a percentage. If you do not know it, leave this blank, without a sign or a word.";
            (Hint::NoValue, _) =>
                "没有的请填 0，不清楚的请留空。",
                "If there is none, enter 0. If you do not know, leave this blank.";
            (Hint::Formula, _) =>
                "这是算式，请填计算结果。",
                "This is a formula. Enter its result.";
            (Hint::ForeignCurrency, NumberKind::Amount | NumberKind::SignedAmount) =>
                "请折合人民币后填写，如 1,200万元。",
                "Convert it into yuan first, and enter that, such as 1,200万元.";
            (Hint::ForeignCurrency, NumberKind::Percent) => "这里填百分数，不填金额。", "Enter a percentage, not an amount of money.";
            (Hint::ForeignCurrency, _) => "这里填数量，不填金额。", "Enter how many there are, not an amount of money.";
            (Hint::Approximate, _) =>
                "请填确切的数，不写“约”“近”“余”“以上”等。",
                "Enter the exact number, without “about”, “over” and the like.";
            (Hint::Range, _) => "请填一个数，不填起止范围。", "Enter one number, not a range.";
            (Hint::FullStop, NumberKind::Count) =>
                "数中有句号：请填整数，如 12。",
                "There is a full stop in the number. Enter a whole number, such as 12.";
            (Hint::FullStop, _) => "小数点请用“.”，不用句号“。”。", "The decimal point is “.”, not “。”.";
            (Hint::Grouping, NumberKind::Count) =>
                "逗号应每三位一个，如 1,200；也可以不写。",
                "Commas separate three digits, as in 1,200. You may leave them out.";
            (Hint::Grouping, _) =>
                "逗号应每三位一个，如 1,234,567；也可以不写。小数点用“.”。",
                "Commas separate three digits, as in 1,234,567. You may leave them out. The decimal point is “.”.";
            (Hint::ChineseNumeral, NumberKind::Count) => "请用阿拉伯数字，如 12。", "Use the digits 0 to 9, as in 12.";
            (Hint::ChineseNumeral, NumberKind::Percent) => "请用阿拉伯数字，如 5.9。", "Use the digits 0 to 9, as in 5.9.";
            (Hint::ChineseNumeral, _) =>
                "请用阿拉伯数字，如 5000万、1.2亿。",
                "Use the digits 0 to 9, as in 5000万 or 1.2亿.";
            (Hint::Remark, NumberKind::Count) =>
                "请只填数，如 12 或 85家；说明请写在“来源”中。",
                "Enter the number only, such as 12 or 85家. Remarks belong under “Source”.";
            (Hint::Remark, NumberKind::Percent) =>
                "请只填百分数，如 5.9 或 5.9%，不带其他文字。",
                "Enter the percentage only, such as 5.9 or 5.9%, without other words.";
            (Hint::Remark, _) =>
                "请只填数和单位，如 5000 或 1.2亿；年份、说明请写在“来源”中。",
                "Enter the number and its unit only, such as 5000 or 1.2亿. Years and remarks belong under “Source”.";
        };
        /// Two ways to read an amount with a currency sign and no unit.
        read_in_yuan = "按元读", "Read in 元";
        read_in_wan_yuan = "按万元读", "Read in 万元";
        /// The same problem in a list.
        problem_in_brief(code: Code) {
            Code::NotANumber => "不是一个确切的数", "not one exact number";
            Code::NotWhole => "不是整数", "not a whole number";
            Code::Negative => "不能为负数", "cannot be negative";
            Code::OutOfRange => "超出范围", "out of range";
            Code::TooPrecise => "小数位数过多", "too many decimals";
            Code::UnitUnclear => "单位不明", "unit unclear";
            Code::Overflow => "数值过大", "too large";
            Code::UnknownField => "不属于本批次", "not in this batch";
            Code::WrongLength | Code::UnknownKey | Code::UnknownKind | Code::WrongType =>
                "不符合要求",
                "not as required";
        };
    }
}
