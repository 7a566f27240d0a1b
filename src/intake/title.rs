//! What a title says of all numbers below it: a year, a part of one, a goal, or that they are those of somebody else.

use engine::address::Side;
use engine::ids::FigureId;
use engine::number::NumberKind;
use engine::ruleset::{FigureForm, Stage};

use crate::claims::Claim;
use crate::desk::Desk;
use crate::reading::{self, Asked, Code, Question};
use crate::words::{any, around, around_any, behind_any, is_one_of, without_enumeration};
use crate::year::{PARTS, YEARS, Year, months, named, take_year};

/// What a title says of the numbers below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// They are of this year, where they say no other.
    Year(u16),
    /// They are of a year's last month, or of all of that year: 2025年12月.
    December(u16),
    /// They are of a part of a year, if it is said of which.
    Part(Option<u16>),
    /// They are goals.
    Goal,
    /// They are those of a start with which others are compared (期初), or of the application (申报时).
    Earlier {
        /// Whether it is the application, which at creation is what is filled in.
        application: bool,
        /// The year that is said as well.
        year: Option<u16>,
    },
    /// They are rates of change, or shares.
    Change,
    /// They are of the nation, the province, the city or of other industries.
    Elsewhere,
}

impl Title {
    /// What a plain title says; none where it says nothing of the kind, as the day on which a table was filled in.
    pub fn of(text: &str) -> Option<Title> {
        const DATES: &str = "日期 填报时间 填表时间 制表时间 编制时间 报送时间 打印 导出";
        const GOALS: [&str; 9] =
            ["规划表", "计划表", "预测表", "预算表", "规划指标", "计划指标", "预测", "预算", "规划"];
        const DONE: &str = "完成 实际 执行 实现 现状 达成";
        const PLANS: &str = "预计 预计数 预计值 预测 预测数 计划 计划数 计划值 预算 预算数 目标 目标值 规划 规划数 预期 年度计划 年度预算 年度目标";
        const CHANGES: [&str; 8] = ["增速", "增长率", "增幅", "同比", "同比增长", "环比", "占比", "比重"];
        const OTHERS: &str = "全国规模以上 全国规上 全国工业 全国企业 全国主要 全国各 全省 全市 全自治区 其他产业 其他行业 其他领域 非主导产业 非重点领域";
        let text = without_enumeration(text);
        let has = |words| around_any(words, text).is_some();
        if has(DATES) {
            return None;
        }
        let bare = text.split('(').next().unwrap_or(text);
        let said = take_year(bare).map_or_else(|| bare.to_owned(), |(rest, _)| rest);
        let is_goal = has("目标") || GOALS.iter().any(|goal| bare.ends_with(goal)) || is_one_of(PLANS, &said);
        if is_goal && !has(DONE) && !bare.contains(':') {
            return Some(Title::Goal);
        }
        // 主要指标及增速 has the values as well.
        if CHANGES.iter().any(|change| bare.ends_with(change)) && !bare.contains(['及', '和', '与', '、', ':']) {
            return Some(Title::Change);
        }
        let is_before = |c: char| {
            c.is_ascii_digit() || matches!(c, '年' | '度' | '月' | '-' | '至' | '表' | ':' | '.' | '、' | '(' | ')')
        };
        if any(OTHERS, &|word| around(text, word).is_some_and(|(before, _)| before.chars().all(is_before))) {
            return Some(Title::Elsewhere);
        }
        match (earlier(text), of_year(text)) {
            (Some(application), Some(Title::Year(year) | Title::December(year))) => {
                Some(Title::Earlier { application, year: Some(year) })
            }
            (Some(application), None) => Some(Title::Earlier { application, year: None }),
            (_, dated) => dated,
        }
    }

    /// Whether it says of a part of a table that it is no part of what is asked for.
    pub fn is_aside(self) -> bool {
        matches!(self, Title::Goal | Title::Change | Title::Elsewhere | Title::Earlier { .. })
    }

    /// What two titles say together, one below the other.
    pub fn and(self, other: Option<Title>) -> Title {
        match (self, other) {
            (Title::Year(_) | Title::December(_), Some(other)) => other,
            // 2025年度 below 2025年1-6月 takes nothing back.
            (own, _) => own,
        }
    }
}

/// Dates what a title above the block dates, and leaves out what it says is no figure of a year.
pub fn apply(desk: &mut Desk, claims: Vec<Claim>, title: Option<Title>) -> Vec<Claim> {
    // At a baseline, and the application at creation, that is what is asked for.
    let is_asked =
        |application| desk.context.side() == Side::Baseline || (application && !desk.context.is_at(Stage::Recognition));
    let title = match title {
        Some(Title::Earlier { application, year }) if is_asked(application) => year.map(Title::Year),
        title => title,
    };
    let Some(title) = title else { return claims };
    let singles = singles(desk, &claims);
    // In the middle of a year, 2025年 beside 2024年 may be the same months of both.
    let unclear = is_unclear(title, &claims);
    if unclear {
        ask(desk, &claims);
    }
    let mut kept = Vec::new();
    for mut claim in claims {
        let figure = &desk.context.track.figures[claim.target.figure()];
        let is_count = figure.form.number_kind() == NumberKind::Count;
        let single = singles.contains(&claim.target.figure());
        let code = match (title, claim.year) {
            (Title::Goal, _) => Some(Code::OutOfScope),
            (Title::Earlier { .. }, _) => Some(Code::OutOfScope),
            (Title::Change, _) => (figure.form.number_kind() != NumberKind::Percent).then_some(Code::ChangeColumn),
            // The growth of the nation's enterprises is a figure, too.
            (Title::Elsewhere, _) => (!figure.title.zh.starts_with("全国")).then_some(Code::OutOfScope),
            (Title::Part(_), Some(Year::Of(_))) => unclear.then_some(Code::NoNumber),
            (Title::Part(_), Some(Year::Nth(_) | Year::Other)) => None,
            (Title::Part(_), _) => Some(Code::OtherYear),
            (Title::Year(year) | Title::December(year), Some(Year::Back(back)))
                if title == Title::Year(year) || claim.is_of_year =>
            {
                claim.year = year.checked_sub(u16::from(back)).map(Year::Of);
                None
            }
            (Title::December(_), Some(Year::Back(_))) => Some(Code::OtherYear),
            // A count in December is that of the year's end; an amount may be of that month alone.
            (Title::December(_), None) if single && !is_count => Some(Code::OtherYear),
            (Title::Year(year) | Title::December(year), None) if single => {
                claim.year = Some(Year::Of(year));
                None
            }
            _ => None,
        };
        match code {
            Some(code) => desk.leave_cell(claim.cell, code),
            None => kept.push(claim),
        }
    }
    kept
}

/// Whether a title says that it is of a part of a year, and numbers below it say that they are of that year, or of any if it says of none.
fn is_unclear(title: Title, claims: &[Claim]) -> bool {
    let Title::Part(part) = title else { return false };
    claims.iter().any(|claim| match claim.year {
        Some(Year::Of(year)) => part.is_none_or(|part| part == year),
        _ => false,
    })
}

/// The figures of which a claim is all that there is: of a series there is one value, of a tally there may be many, none of a year.
fn singles(desk: &Desk, claims: &[Claim]) -> Vec<FigureId> {
    let mut singles = Vec::new();
    for (figure, rule) in desk.context.track.figures.with_ids() {
        let is_series = matches!(rule.form, FigureForm::Series { .. } | FigureForm::Rates);
        let mut own = claims.iter().filter(|claim| claim.target.figure() == figure);
        if if is_series { own.nth(1).is_none() } else { own.all(|claim| claim.year.is_none()) } {
            singles.push(figure);
        }
    }
    singles
}

fn ask(desk: &mut Desk, claims: &[Claim]) {
    let cells = claims.iter().map(|claim| (claim.cell, claim.cell)).reduce(reading::around);
    desk.ask(Question { code: Asked::YearsUnclear, paths: Vec::new(), cells, choices: Vec::new(), chosen: None });
}

/// Whether a title says that all numbers below it are those of a start or of the application, and if it is the latter. One that speaks of
/// the end as well, or of what came of it, says nothing of all of them.
fn earlier(title: &str) -> Option<bool> {
    const STARTS: &str = "期初 基期 基准期 三年前数据 三年前情况";
    const APPLICATIONS: &str = "申报时数 申报时情况 申报时的 申报时指标 申报当年 申报年度 创建前";
    const BOTH: &str = "期末 报告期 现期 本期 当期 期内 现状 目前 比 较 至 到 以来 增 变 与 和 及 、 :";
    let ends_in = |words: &[&str]| words.iter().any(|word| title.trim_end_matches(')').ends_with(word));
    let application = around_any(APPLICATIONS, title).is_some() || ends_in(&["申报时"]);
    let is_start = around_any(STARTS, title).is_some() || ends_in(&["三年前"]);
    ((application || is_start) && around_any(BOTH, title).is_none()).then_some(!is_start)
}

/// What a title says of the year of all numbers below it. A span of years says nothing, and a day that ends no quarter is the day on which
/// somebody wrote.
fn of_year(title: &str) -> Option<Title> {
    const REPORTS: &str = "季报 季度 月报 月度";
    let Some((before, Year::Of(year), after)) = named(title) else {
        return (around_any(PARTS, title).or_else(|| around_any(REPORTS, title))).map(|_| Title::Part(None));
    };
    let behind = behind_any("年度 年", after).unwrap_or(after);
    let next = behind.trim_start_matches(['-', '至', '到', '、', '和', '及', '/']);
    let is_year =
        |text: &str| text.get(..4).and_then(|text| text.parse().ok()).is_some_and(|year| YEARS.contains(&year));
    let is_number = before.ends_with('(') && after.strip_prefix(')').is_some_and(|rest| rest.contains('号'));
    let is_edition = ["版", "修订", "第", "届", "批"].iter().any(|word| behind.starts_with(word)) && !has_part(behind);
    if (next.len() < behind.len() && is_year(next)) || is_number || is_edition {
        return None;
    }
    // 2025年1月1日至2025年6月30日
    if let Some((first, last)) = around(behind, "至")
        && let Some((month, Some(day))) = month_and_day(first)
    {
        let is_whole = (month, day) == (1, 1) && around_any("12月31日 12-31 12/31 12.31", last).is_some();
        return Some(if is_whole { Title::Year(year) } else { Title::Part(Some(year)) });
    }
    match month_and_day(behind) {
        Some((12, None)) => Some(Title::December(year)),
        Some((12, Some(31))) => Some(Title::Year(year)),
        Some((3, Some(31)) | (6 | 9, Some(30))) => Some(Title::Part(Some(year))),
        Some((_, Some(_))) => None,
        _ if months(after).1 && !has_part(title) => Some(Title::Year(year)),
        _ => Some(Title::Part(Some(year))),
    }
}

fn has_part(text: &str) -> bool {
    const REPORTS: &str = "季报 季度 月报";
    around_any(PARTS, text).is_some() || around_any(REPORTS, text).is_some()
}

/// The month that a text begins with, and the day behind it: `6月`, `6月30日`, `-06-30`; but not `1-6月` or `12月末`.
fn month_and_day(text: &str) -> Option<(u8, Option<u8>)> {
    let text = text.trim_start_matches(['-', '/', '.']);
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (month, rest) = text.split_at_checked(end)?;
    let rest = behind_any("月 - / .", rest)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (day, behind) = rest.split_at_checked(end)?;
    if behind.starts_with(['月', '末', '底']) || rest.starts_with(['至', '-']) {
        return None;
    }
    Some((month.parse().ok()?, day.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::{Title, of_year};
    use crate::words::plain;

    #[test]
    fn titles_say_of_when_all_is() {
        // title | what it says
        let table = [
            ("2023年度利润表", Some(Title::Year(2023))),
            ("示范园区2025年主要经济指标表", Some(Title::Year(2025))),
            ("示范园区主要指标（2025）", Some(Title::Year(2025))),
            ("2025年1-12月主要指标", Some(Title::Year(2025))),
            ("截至2025年12月31日", Some(Title::Year(2025))),
            ("2025年12月末从业人员", Some(Title::Year(2025))),
            ("2023年末人员情况", Some(Title::Year(2023))),
            ("2025年12月利润表", Some(Title::December(2025))),
            ("2025年半年度利润表", Some(Title::Part(Some(2025)))),
            ("2025年上半年主要指标", Some(Title::Part(Some(2025)))),
            ("2025年1—6月主要指标", Some(Title::Part(Some(2025)))),
            ("2025年6月", Some(Title::Part(Some(2025)))),
            ("2025年6月30日资产负债表", Some(Title::Part(Some(2025)))),
            ("截至2025年9月底", Some(Title::Part(Some(2025)))),
            ("2025年第三季度主要指标", Some(Title::Part(Some(2025)))),
            ("所属期间：2025年1月1日至2025年12月31日", Some(Title::Year(2025))),
            ("所属期间：2025-01-01至2025-06-30", Some(Title::Part(Some(2025)))),
            ("主要经济指标月报", Some(Title::Part(None))),
            ("上半年主要指标", Some(Title::Part(None))),
            ("示范园区2023—2025年主要指标", None),
            ("2023年至2025年主要指标", None),
            ("2023、2024、2025年主要指标", None),
            ("工信部规〔2025〕250号", None),
            ("2026年1月20日", None),
            ("2025年第三批名单", None),
            ("主要指标", None),
        ];
        for (title, period) in table {
            assert_eq!(of_year(&plain(title)), period, "{title}");
        }
    }
}
