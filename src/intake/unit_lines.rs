//! Lines of units above a table, and what notes say of units: 单位：万元.

use crate::grid::Grid;
use crate::unit::{Unit, is_currency};
use crate::words::{any, around, around_any, behind_any, is_note, joined, plain};

/// The units that a row above or below a table names, and whether it is unclear of what.
pub fn units_of_row(grid: &Grid, row: usize) -> (Vec<Unit>, bool) {
    let (mut units, mut is_unclear) = (Vec::new(), false);
    for column in grid.filled(row) {
        let text = plain(grid.text(row, *column));
        let Some(said) = units_said(&text) else { continue };
        if said.of_all && !grid.names.find(said.before).is_some() {
            units.extend(said.units);
        } else {
            is_unclear = true;
        }
    }
    (units, is_unclear)
}

/// Whether a cell says nothing but units. 单位(元) may be a head, if it does not stand alone.
pub fn is_unit_line(grid: &Grid, row: usize, column: usize) -> bool {
    let text = plain(grid.text(row, column));
    let is_alone = || grid.filled(row).iter().all(|other| grid.text(row, *other).is_empty() || *other == column);
    units_said(&text).is_some_and(|said| said.alone) && !is_note(&text) && (text.contains("单位:") || is_alone())
}

/// What a text says of the units of a whole table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct UnitsSaid<'a> {
    /// The units.
    units: Vec<Unit>,
    /// What stands before them: a title, or `金额`.
    before: &'a str,
    /// Whether they are said of all that is in the table, and not of one figure or year, or of another beside.
    of_all: bool,
    /// Whether the text says nothing else.
    alone: bool,
}

/// What may stand before 单位 without saying of what.
const OF_ALL: &str = "金额 计量 货币 数量 数据 数值 价值量 价值 指标 表中 表内 本表 上表 以上 上述 各项 各 所有 类 的 均 全部 除特别说明外 除特别注明外 未注明的";

fn is_of_all(text: &str) -> bool {
    let goes_on = |word: &str| text.strip_prefix(word).is_some_and(is_of_all);
    text.is_empty() || (text.len() <= 60 && any(OF_ALL, &goes_on))
}

/// What a plain text says of units: `单位:万元、人`, `主要指标(单位:亿元)`, `注:金额单位为万元`, `单位(元)`, `单位:元币种:人民币`. None where it
/// says nothing of any.
fn units_said(plain: &str) -> Option<UnitsSaid<'_>> {
    let bare = plain.trim_matches(['(', ')']);
    if let Some(unit) = Unit::named(bare).filter(|unit| unit.is_of_amounts()) {
        return Some(UnitsSaid { units: vec![unit], before: "", of_all: true, alone: true });
    }
    // 币种：美元, without a unit.
    if let Some((before, currency)) = around(plain, "币种:")
        && around(before, "单位").is_none()
        && is_currency(currency)
    {
        return Some(UnitsSaid { units: vec![Unit::Foreign], before: "", of_all: true, alone: false });
    }
    let (mut rest, mut said): (&str, Option<UnitsSaid>) = (plain, None);
    while let Some((before, behind)) = around(rest, "单位") {
        rest = behind;
        let Some((units, of_all)) = units_behind(behind) else { continue };
        // Two of them are said of different things.
        if let Some(first) = &mut said {
            first.of_all = false;
            continue;
        }
        let own = before.rsplit([',', ';', '。', '(', ')', ':']).next().unwrap_or(before);
        let own = own.trim_start_matches(|c: char| matches!(c, '注' | '.' | '、') || c.is_ascii_digit());
        let is_title = !is_note(plain) && behind.starts_with([':', '(']);
        let excepts = around_any("以前 以后 之前 之后 除 人均 平均 其中", before).is_some();
        let plainly = is_of_all(own);
        let alone = plainly && own.len() == before.trim_start_matches('(').len();
        said = Some(UnitsSaid { units, before: own, of_all: of_all && (plainly || (is_title && !excepts)), alone });
    }
    said
}

/// The units behind 单位, and whether nothing else is said of any.
fn units_behind(behind: &str) -> Option<(Vec<Unit>, bool)> {
    const RENMINBI: [&str; 5] = ["币种:人民币", "币种人民币", "货币:人民币", "币种:rmb", "币种:cny"];
    let mut behind = behind_any("统一为 均为 都为 为 是", behind).unwrap_or(behind);
    if !behind.starts_with([':', '(']) && around_any("元 人 家", behind).is_none() {
        return None;
    }
    behind = behind.trim_start_matches([':', '(']);
    let without = RENMINBI.iter().find_map(|word| around(behind, word));
    let text = without.map_or(behind.to_owned(), |(before, after)| joined(&[before, ",", after]));
    if let Some((before, _)) = around(&text, "币种") {
        return Unit::named(before.trim_end_matches(',')).map(|_| (vec![Unit::Foreign], true));
    }
    let (mut units, mut others) = (Vec::new(), false);
    for part in text.split(['、', ',', '/', ';', '(', ')', ':', '和', '及', '.', '。']) {
        let part = part.strip_suffix('计').unwrap_or(part);
        match Unit::named(part) {
            Some(unit) => units.push(unit),
            None if units.is_empty() && !part.is_empty() => return None,
            // 保留两位小数 changes nothing, but 技术合同为万元 does.
            None => others |= part.contains(['元', '万', '亿', '千', '除', '外']) && part != "人民币",
        }
    }
    let amounts = units.iter().any(|unit| unit.is_of_amounts());
    let foreign = units.contains(&Unit::Foreign) && text.split(['、', ',', '/', '(', ')']).any(is_foreign_currency);
    (!units.is_empty()).then_some((units, !(others || (amounts && foreign))))
}

fn is_foreign_currency(text: &str) -> bool {
    is_currency(text) && Unit::named(text) == Some(Unit::Foreign)
}
