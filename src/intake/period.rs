//! What a title says of all numbers below it: a year, a part of one, a goal, or that they are those of somebody else.

use engine::number::NumberKind;
use engine::ruleset::FigureForm;

use crate::claims::Claim;
use crate::context::Context;
use crate::desk::Desk;
use crate::reading::{self, Asked, Code, Question};
use crate::words::{any, around, around_any};
use crate::year::{Year, part_of_year};

/// What a title says of the numbers below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// They are of this year, where they say no other.
    Year(u16),
    /// They are of a year's last month, or of all of that year: 2025年12月.
    December(u16),
    /// They are of a part of a year, if it is said of which.
    Part(Option<u16>),
    /// They are goals.
    Goal,
    /// They are of the nation, the province or the city.
    Elsewhere,
}

impl Period {
    /// What a plain title says; none where it says nothing of the kind, as the day on which a table was filled in.
    pub fn of(title: &str) -> Option<Period> {
        const DATES: &str = "日期 填报时间 填表时间 制表时间 编制时间 报送时间 打印 导出";
        const GOALS: [&str; 9] =
            ["规划表", "计划表", "预测表", "预算表", "规划指标", "计划指标", "预测", "预算", "规划"];
        const DONE: &str = "完成 实际 执行 实现 现状 达成";
        const OTHERS: &str = "全国规模以上 全国规上 全国工业 全国企业 全国主要 全国各 全省 全市 全自治区";
        let has = |words| around_any(words, title).is_some();
        if has(DATES) {
            return None;
        }
        let bare = title.split('(').next().unwrap_or(title);
        if (has("目标") || GOALS.iter().any(|goal| bare.ends_with(goal))) && !has(DONE) && !title.contains(':') {
            return Some(Period::Goal);
        }
        let is_before = |c: char| {
            c.is_ascii_digit() || matches!(c, '年' | '度' | '月' | '-' | '至' | '表' | ':' | '.' | '、' | '(' | ')')
        };
        if any(OTHERS, &|word| around(title, word).is_some_and(|(before, _)| before.chars().all(is_before))) {
            return Some(Period::Elsewhere);
        }
        part_of_year(title)
    }

    /// The period of a table below two titles.
    pub fn and(self, other: Option<Period>) -> Period {
        match (self, other) {
            (Period::Year(_) | Period::December(_), Some(other)) => other,
            // 2025年度 below 2025年1-6月 takes nothing back.
            (own, _) => own,
        }
    }
}

/// Dates what a title above the block dates, and leaves out what it says is no figure of a year.
pub fn apply(desk: &mut Desk, claims: Vec<Claim>, period: Option<Period>, context: &Context) -> Vec<Claim> {
    let Some(period) = period else { return claims };
    let is_dated = |claim: &&Claim| matches!(claim.year, Some(Year::Of(_)));
    let is_of_part =
        |year: Option<u16>| claims.iter().any(|claim| year.is_none_or(|year| claim.year == Some(Year::Of(year))));
    // In the middle of a year, 2025年 beside 2024年 may be the same months of both.
    let unclear =
        matches!(period, Period::Part(year) if is_of_part(year)) && claims.iter().any(|claim| is_dated(&claim));
    if unclear {
        ask(desk, &claims);
    }
    let single: Vec<bool> = claims.iter().map(|claim| is_single(claim, &claims, context)).collect();
    let mut kept = Vec::new();
    for (mut claim, single) in claims.into_iter().zip(single) {
        let title = &context.track.figures[claim.target.figure()].title.zh;
        let code = match (period, claim.year) {
            (Period::Goal, _) => Some(Code::OutOfScope),
            (Period::Elsewhere, _) => (!title.starts_with("全国")).then_some(Code::OutOfScope),
            (Period::Part(_), Some(Year::Of(_))) => unclear.then_some(Code::NoNumber),
            (Period::Part(_), Some(Year::Nth(_) | Year::Other)) => None,
            (Period::Part(_), _) => Some(Code::OtherYear),
            (Period::Year(year) | Period::December(year), Some(Year::Back(back)))
                if period == Period::Year(year) || claim.is_of_year =>
            {
                claim.year = year.checked_sub(u16::from(back)).map(Year::Of);
                None
            }
            (Period::December(_), Some(Year::Back(_))) => Some(Code::OtherYear),
            // A count in December is that of the year's end; an amount may be of that month alone.
            (Period::December(_), None) if single && !is_count(&claim, context) => Some(Code::OtherYear),
            (Period::Year(year) | Period::December(year), None) if single => {
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

/// Whether nothing else in the block is a value of the same entry: of a series there must be one, of a tally there may be many.
fn is_single(claim: &Claim, claims: &[Claim], context: &Context) -> bool {
    let figure = claim.target.figure();
    let is_series = matches!(context.track.figures[figure].form, FigureForm::Series { .. } | FigureForm::Rates);
    let mut own = claims.iter().filter(|other| other.target.figure() == figure);
    if is_series { own.nth(1).is_none() } else { own.all(|other| other.year.is_none()) }
}

fn is_count(claim: &Claim, context: &Context) -> bool {
    context.track.figures[claim.target.figure()].form.number_kind() == NumberKind::Count
}

fn ask(desk: &mut Desk, claims: &[Claim]) {
    let cells = claims.iter().map(|claim| (claim.cell, claim.cell)).reduce(reading::around);
    desk.ask(Question { code: Asked::YearsUnclear, paths: Vec::new(), cells, choices: Vec::new(), chosen: None });
}
