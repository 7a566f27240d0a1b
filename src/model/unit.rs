//! The unit in which a person writes amounts. A text without a unit is read in it; nothing that was typed is ever converted.

use std::rc::Rc;

use engine::names::Named;
use engine::number::{is_bare_amount, number_in};
use engine::ruleset::FigureForm;

/// What an amount is in where no unit was typed behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmountUnit {
    /// 万元, the unit of every submission.
    #[default]
    WanYuan,
    /// 亿元
    YiYuan,
    /// 元
    Yuan,
    /// 千元
    QianYuan,
}

impl Named for AmountUnit {
    /// The smallest first, as they are offered.
    const ALL: &'static [AmountUnit] =
        &[AmountUnit::Yuan, AmountUnit::QianYuan, AmountUnit::WanYuan, AmountUnit::YiYuan];
    const NAMES: &'static [&'static str] = &["yuan", "qian_yuan", "wan_yuan", "yi_yuan"];

    fn as_str(self) -> &'static str {
        match self {
            AmountUnit::WanYuan => "wan_yuan",
            AmountUnit::YiYuan => "yi_yuan",
            AmountUnit::Yuan => "yuan",
            AmountUnit::QianYuan => "qian_yuan",
        }
    }
}

impl AmountUnit {
    /// The unit as people write it behind a number.
    pub fn sign(self) -> &'static str {
        match self {
            AmountUnit::WanYuan => "万元",
            AmountUnit::YiYuan => "亿元",
            AmountUnit::Yuan => "元",
            AmountUnit::QianYuan => "千元",
        }
    }

    /// A text with this unit written behind it.
    pub fn written_behind(self, text: &str) -> Rc<str> {
        [number_in(text), self.sign()].concat().into()
    }

    /// A text typed under this unit, as it reads under another: the unit is written out where none was typed.
    pub fn as_read_in(self, other: AmountUnit, text: &Rc<str>) -> Rc<str> {
        if self == other || !is_bare(text) { Rc::clone(text) } else { self.written_behind(text) }
    }
}

/// Whether a text is a number without a unit.
pub fn is_bare(text: &str) -> bool {
    is_bare_amount(text)
}

/// Whether a figure is filled in with amounts.
pub fn is_amount(form: &FigureForm) -> bool {
    matches!(form, FigureForm::Amount { .. } | FigureForm::Series { .. })
}

#[cfg(test)]
mod tests {
    use super::AmountUnit::{self, QianYuan, WanYuan, YiYuan, Yuan};
    use engine::names::Named;
    use engine::number::{NumberKind, parse_number};
    use engine::problem::Code;

    #[test]
    fn only_a_bare_number_is_read_in_the_persons_unit() {
        let table: [(&str, AmountUnit, &str, &str); 21] = [
            ("1.2", YiYuan, "1.2亿元", "12000"),
            ("1.2", WanYuan, "1.2", "1.2"),
            ("１２", YiYuan, "１２亿元", "120000"),
            ("1,234 ", YiYuan, "1,234亿元", "12340000"),
            ("500万", YiYuan, "500万", "500"),
            ("3 亿元", YiYuan, "3 亿元", "30000"),
            ("20000元", YiYuan, "20000元", "2"),
            ("-0.5", YiYuan, "-0.5亿元", "-5000"),
            ("2,366,166.67", Yuan, "2,366,166.67元", "236.616667"),
            ("0.01", Yuan, "0.01元", "0.000001"),
            ("9850000", QianYuan, "9850000千元", "985000"),
            ("0.00001", QianYuan, "0.00001千元", "0.000001"),
            ("-1200", QianYuan, "-1200千元", "-120"),
            ("1.2亿", Yuan, "1.2亿", "12000"),
            ("300千元", WanYuan, "300千元", "30"),
            ("(1,234)", YiYuan, "(1,234)亿元", "-12340000"),
            ("1,234-", YiYuan, "1,234-亿元", "-12340000"),
            ("'985,000", YiYuan, "985,000亿元", "9850000000"),
            ("“12”。", YiYuan, "12亿元", "120000"),
            ("1.2E+04", YiYuan, "1.2E+04亿元", "120000000"),
            ("1200万元整", YiYuan, "1200万元整", "1200"),
        ];
        for (typed, unit, submitted, wan_yuan) in table {
            let text = unit.as_read_in(WanYuan, &typed.into());
            let value = parse_number(&text, NumberKind::SignedAmount).unwrap().unwrap();
            assert_eq!((&*text, value.to_string().as_str()), (submitted, wan_yuan), "{typed}");
        }
    }

    #[test]
    fn what_is_too_fine_or_too_large_for_the_contract_is_refused_and_never_rounded() {
        let table = [
            ("0.001", Yuan, Code::TooPrecise),
            ("1.125", Yuan, Code::TooPrecise),
            ("0.000001", QianYuan, Code::TooPrecise),
            ("10000000000000000", Yuan, Code::OutOfRange),
            ("10000000000000", QianYuan, Code::OutOfRange),
            ("100000000", YiYuan, Code::OutOfRange),
        ];
        for (typed, unit, code) in table {
            let text = unit.as_read_in(WanYuan, &typed.into());
            assert_eq!(parse_number(&text, NumberKind::Amount), Err(code), "{text}");
        }
    }

    #[test]
    fn what_is_no_bare_number_stays_as_it_is() {
        for text in ["￥985,000", "约5000", "—", "85家", "1亿2000万", "1,200人民币"] {
            assert_eq!(&*YiYuan.as_read_in(WanYuan, &text.into()), text);
        }
    }

    #[test]
    fn a_blank_stays_blank() {
        for unit in AmountUnit::ALL {
            assert_eq!(&*unit.as_read_in(WanYuan, &" ".into()), " ");
        }
    }

    #[test]
    fn every_unit_is_found_by_its_name() {
        for (unit, name) in AmountUnit::ALL.iter().zip(AmountUnit::NAMES) {
            assert_eq!((unit.as_str(), AmountUnit::named(name)), (*name, Some(*unit)));
        }
    }
}
