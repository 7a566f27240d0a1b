//! What was refused, and why.

use serde::Serialize;

use super::input::Input;
use super::known::Given;
use super::names::names;
use super::number::{Hint, hint_of};
use super::path::Path;
use super::text::Lang;

/// One thing that was refused. Only the criteria that need it are affected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where it stands in the submission, like `figures.revenue[1]`.
    pub path: String,
    /// Why it was refused.
    pub code: Code,
    /// What is in the way of a number, where it can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Hint>,
    /// The reason in Chinese, one sentence.
    pub message: &'static str,
}

/// The reasons for which something is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// A text that no rule reads as a number.
    NotANumber,
    /// A count or rank with decimals.
    NotWhole,
    /// Below zero where that makes no sense.
    Negative,
    /// Beyond the limits of its kind.
    OutOfRange,
    /// More decimals than its kind carries.
    TooPrecise,
    /// An amount with a currency sign and no unit: it may be in 元 or in 万元.
    UnitUnclear,
    /// A series that has not three entries, or rates that are not two.
    WrongLength,
    /// A key that the track does not declare.
    UnknownKey,
    /// A kind that the tally does not have.
    UnknownKind,
    /// A field that the batch does not name.
    UnknownField,
    /// A list where a number belongs, and the like.
    WrongType,
    /// A result too large to be computed exactly.
    Overflow,
}

names!(Code {
    NotANumber = "not_a_number",
    NotWhole = "not_whole",
    Negative = "negative",
    OutOfRange = "out_of_range",
    TooPrecise = "too_precise",
    UnitUnclear = "unit_unclear",
    WrongLength = "wrong_length",
    UnknownKey = "unknown_key",
    UnknownKind = "unknown_kind",
    UnknownField = "unknown_field",
    WrongType = "wrong_type",
    Overflow = "overflow",
});

impl Code {
    /// The reason, one sentence that holds for every kind of number. It stands here and not with the page's texts because the report
    /// carries it, also to callers without the page.
    pub fn message(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Code::NotANumber => ("无法识别为一个确切的数。", "This cannot be read as one exact number."),
            Code::NotWhole => ("应为整数。", "This must be a whole number."),
            Code::Negative => ("不能为负数。", "This cannot be negative."),
            Code::OutOfRange => ("超出允许范围，请核对。", "This is out of range. Please check it."),
            Code::TooPrecise => (
                "小数位数过多，最多6位小数（金额按折合万元后计）。",
                "Too many decimals: at most 6 (amounts after conversion to 万元).",
            ),
            Code::UnitUnclear => (
                "有货币符号而没有单位，请写明元、万元或亿元。",
                "There is a currency sign and no unit. Say whether it is 元, 万元 or 亿元.",
            ),
            Code::WrongLength => (
                "数据个数不符：逐年数据应为三项，全国增速应为两项。",
                "Wrong number of entries: three years are needed, or two for the national rates.",
            ),
            Code::UnknownKey => ("没有这一数据项。", "There is no such item."),
            Code::UnknownKind => ("没有这一类别。", "There is no such kind."),
            Code::UnknownField => ("不属于本批次的重点领域。", "This is not one of the batch's fields."),
            Code::WrongType => ("数据类型不符。", "This is not the expected type of data."),
            Code::Overflow => {
                ("数值超出可精确计算的范围，请核对。", "The numbers are too large to be computed exactly. Check them.")
            }
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// The problems of one submission, in the order in which they were found.
#[derive(Debug, Default)]
pub(crate) struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes a problem at a place.
    pub fn add(&mut self, path: &Path, code: Code) {
        self.0.push(Problem { path: path.text(), code, hint: None, message: code.message(Lang::Zh) });
    }

    /// Notes a problem at a place where a number was refused, with what is in its way.
    pub fn refuse_number<T>(&mut self, input: &Input, path: &Path, code: Code) -> Given<T> {
        self.add(path, code);
        if let Some(problem) = self.0.last_mut() {
            problem.hint = hint_of(input, code);
        }
        Given::Refused
    }

    /// Notes a problem at a place where a value was refused.
    pub fn refuse<T>(&mut self, path: &Path, code: Code) -> Given<T> {
        self.add(path, code);
        Given::Refused
    }

    /// Whether this is an object, or absent. Notes every key that does not belong there, or that it is neither.
    pub fn check_keys(&mut self, input: &Input, belongs: impl Fn(&str) -> bool, path: &Path) -> bool {
        match input {
            Input::Object(pairs) => {
                for (key, _) in pairs.iter().filter(|(key, _)| !belongs(key)) {
                    self.add(&path.key(key), Code::UnknownKey);
                }
                true
            }
            Input::Absent => true,
            _ => {
                self.add(path, Code::WrongType);
                false
            }
        }
    }
}
