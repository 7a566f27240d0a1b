//! The units of amounts and counts, as tables write them.

use engine::names::Named;

use crate::words::{behind_any, is_one_of};

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
    /// Hundreds or thousands of things, which no number may be written in: 千人, 百件.
    ManyThings,
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
        Unit::ManyThings,
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
        "many_things",
        "other",
    ];

    fn as_str(self) -> &'static str {
        Unit::ALL.iter().zip(Unit::NAMES).find(|(unit, _)| **unit == self).map_or("", |(_, name)| name)
    }
}

/// The units of amounts that a person is asked about.
pub const ASKED: [Unit; 4] = [Unit::Yuan, Unit::ThousandYuan, Unit::WanYuan, Unit::YiYuan];

/// What is counted, as it stands behind a number.
const COUNTERS: &str = "家 户 个 個 项 項 人 名 件 台 条 位 所 座 套 篇 人次 家企业 people";

/// What may stand before a unit.
const MULTIPLES: [char; 5] = ['万', '亿', '千', '百', '十'];

/// What shows that something is a unit though no figure is in it.
const FOREIGN: &str = "平方米 平方公里 公里 吨 亩 千瓦 千瓦时 度 公顷 分 立方米 吨标准煤 小时 天";
/// Other currencies.
const CURRENCIES: &str = "美元 欧元 港元 日元 加元 澳元 韩元 新元 新加坡元 澳门元 台币 新台币 英镑 港币 美金 外币 澳币 卢布 泰铢 法郎 瑞士法郎 \
    usd eur hkd jpy gbp";

impl Unit {
    /// The unit that a plain text is, as a whole.
    pub fn named(text: &str) -> Option<Unit> {
        let text = behind_any("人民币 rmb", text).unwrap_or(text);
        let text = text.strip_suffix("人民币").unwrap_or(text);
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
                let counted = text.trim_start_matches(MULTIPLES);
                match text.strip_suffix(counted) {
                    Some("万") if is_one_of(COUNTERS, counted) => Unit::WanThings,
                    Some(_) if is_one_of(COUNTERS, counted) => Unit::ManyThings,
                    Some(_) if is_one_of(FOREIGN, counted) || is_currency(text) => Unit::Foreign,
                    _ => return None,
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
            Unit::Things | Unit::ManyThings | Unit::Foreign => "",
        }
    }

    /// Whether amounts may be in it.
    pub fn is_of_amounts(self) -> bool {
        use Unit::{MillionYuan, TenMillionYuan, ThousandYuan, WanYuan, YiYuan, Yuan};
        matches!(self, Yuan | ThousandYuan | WanYuan | MillionYuan | TenMillionYuan | YiYuan)
    }
}

/// Whether a plain text is another currency, or such a multiple of 元 as nobody writes an amount in: 十万元.
pub fn is_currency(text: &str) -> bool {
    let bare = text.trim_start_matches(MULTIPLES);
    is_one_of(CURRENCIES, bare) || (bare == "元" && text.len() > bare.len())
}
