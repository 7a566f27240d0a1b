//! The units of amounts and counts, as tables write them.

use engine::names::Named;

use crate::words::{around, is_one_of};

/// What the numbers of a row, a column or a table are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 元
    Yuan,
    /// 千元
    ThousandYuan,
    /// 万元
    WanYuan,
    /// 百万元
    MillionYuan,
    /// 千万元
    TenMillionYuan,
    /// 亿元
    YiYuan,
    /// %
    Percent,
    /// ‰
    PerMille,
    /// Things: 家, 个, 件.
    Things,
    /// Ten thousand things: 万人.
    WanThings,
    /// Something that no figure is in: 万美元, 平方米, 吨.
    Foreign,
}

impl Named for Unit {
    const ALL: &'static [Unit] = &[
        Unit::Yuan,
        Unit::ThousandYuan,
        Unit::WanYuan,
        Unit::MillionYuan,
        Unit::TenMillionYuan,
        Unit::YiYuan,
        Unit::Percent,
        Unit::PerMille,
        Unit::Things,
        Unit::WanThings,
        Unit::Foreign,
    ];
    const NAMES: &'static [&'static str] = &[
        "yuan",
        "qian_yuan",
        "wan_yuan",
        "million_yuan",
        "ten_million_yuan",
        "yi_yuan",
        "percent",
        "per_mille",
        "things",
        "wan_things",
        "other",
    ];

    fn as_str(self) -> &'static str {
        Unit::ALL.iter().zip(Unit::NAMES).find(|(unit, _)| **unit == self).map_or("", |(_, name)| name)
    }
}

/// The units of amounts that a person is asked about.
pub const ASKED: [Unit; 4] = [Unit::Yuan, Unit::ThousandYuan, Unit::WanYuan, Unit::YiYuan];

/// What is counted, as it stands behind a number.
const COUNTERS: &str = "家 户 个 個 项 項 人 名 件 台 条 人次 家企业 people";

/// What shows that something is a unit though no figure is in it.
const FOREIGN: &str =
    "美元 欧元 港元 日元 英镑 港币 平方米 平方公里 公里 吨 亩 千瓦 千瓦时 度 公顷 分 立方米 吨标准煤 usd eur 小时 天";

impl Unit {
    /// The unit that a plain text is, as a whole.
    pub fn named(text: &str) -> Option<Unit> {
        let text = text.strip_prefix("人民币").or_else(|| text.strip_prefix("rmb")).unwrap_or(text);
        Some(match text {
            "元" | "元整" | "yuan" | "圆" => Unit::Yuan,
            "千元" => Unit::ThousandYuan,
            "万元" | "萬元" | "10000元" => Unit::WanYuan,
            "百万元" | "百万" | "百萬元" => Unit::MillionYuan,
            "千万元" | "千万" => Unit::TenMillionYuan,
            "亿元" | "億元" | "亿" => Unit::YiYuan,
            "万" => Unit::WanYuan,
            "%" | "百分比" | "个百分点" => Unit::Percent,
            "‰" => Unit::PerMille,
            text if is_one_of(COUNTERS, text) => Unit::Things,
            text => {
                let (wan, counted) = text.strip_prefix('万').map_or((false, text), |rest| (true, rest));
                if wan && is_one_of(COUNTERS, counted) {
                    Unit::WanThings
                } else if is_one_of(FOREIGN, counted)
                    || is_one_of(FOREIGN, counted.trim_start_matches(['亿', '百', '千']))
                    // 千人, 百件: no submission counts in these.
                    || is_one_of(COUNTERS, counted.trim_start_matches(['亿', '百', '千', '十']))
                {
                    Unit::Foreign
                } else {
                    return None;
                }
            }
        })
    }

    /// How it is written behind a number.
    pub fn sign(self) -> &'static str {
        match self {
            Unit::Yuan => "元",
            Unit::ThousandYuan => "千元",
            Unit::WanYuan => "万元",
            Unit::MillionYuan => "百万元",
            Unit::TenMillionYuan => "千万元",
            Unit::YiYuan => "亿元",
            Unit::Percent => "%",
            Unit::PerMille => "‰",
            Unit::WanThings => "万",
            Unit::Things | Unit::Foreign => "",
        }
    }

    /// Whether amounts may be in it.
    pub fn is_of_amounts(self) -> bool {
        use Unit::{MillionYuan, TenMillionYuan, ThousandYuan, WanYuan, YiYuan, Yuan};
        matches!(self, Yuan | ThousandYuan | WanYuan | MillionYuan | TenMillionYuan | YiYuan)
    }
}

/// The units that a plain text names: `单位:万元、人`, `主要指标(单位:亿元)`, `注:金额单位为万元`. None if it says more than units, for then
/// they are of something else than all that follows: `注:人均营业收入单位为元`.
pub fn units_said(plain: &str) -> Option<Vec<Unit>> {
    const BEFORE: [&str; 14] = [
        "",
        "注:",
        "说明:",
        "备注:",
        "金额",
        "计量",
        "货币",
        "注:金额",
        "注:计量",
        "本表",
        "表中",
        "本表金额",
        "表中金额",
        "注:表中金额",
    ];
    let (before, said) =
        around(plain, "单位:").or_else(|| around(plain, "单位为")).or_else(|| around(plain, "单位("))?;
    let is_sentence = around(plain, "单位:").is_none();
    if (is_sentence && !BEFORE.contains(&before)) || around(said, "单位").is_some() {
        return None;
    }
    let said = said.split([')', '。']).next()?;
    let said =
        ["币种:人民币", "币种人民币", "(币种:人民币"].iter().find_map(|end| said.strip_suffix(end)).unwrap_or(said);
    let parts = said.split(['、', ',', '/', ';', '(', '和', '.']).filter(|part| !part.is_empty());
    let units: Option<Vec<Unit>> = parts.map(Unit::named).collect();
    units.filter(|units| !units.is_empty())
}

/// Whether a plain text says nothing but units: `单位:元`, `(金额单位:人民币万元)`, `单位(元)`.
pub fn is_unit_line(plain: &str) -> bool {
    const BEFORE: [&str; 6] = ["", "计量", "金额", "货币", "数量", "币种:人民币"];
    let before = around(plain, "单位:").or_else(|| around(plain, "单位("));
    let before = before.map(|(before, _)| before.trim_start_matches('('));
    before.is_some_and(|before| BEFORE.contains(&before)) && units_said(plain).is_some()
}
