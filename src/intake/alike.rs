//! Rows without a name of their own under the names of kinds: those of one sort add up, and of others a person has to tell which counts.

use engine::number::{NumberKind, parse_number};
use rust_decimal::Decimal;

use crate::axis::Axis;
use crate::context::Answer;
use crate::desk::Desk;
use crate::grid::Sort;
use crate::layout::Block;
use crate::names::Target;
use crate::reading::{Asked, At, Choice, Code, Question, around};
use crate::totals::is_mean;
use crate::words::{Role, is_whole};
use crate::year::Year;

/// What a row without a name says that its numbers are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// The numbers that are asked for, as far as it says: 数量, 2024年, or nothing at all.
    Plain,
    /// Something that nobody knows: 甲街道, 差距.
    Unknown,
    /// All that the others are parts of: 全区.
    Whole,
    /// What the plan asks for: 主导产业.
    Scope,
}

/// Why rows of a block do not count, in the order of its body. What only a person can tell is asked, and nothing of it counts meanwhile.
pub fn left_out(
    desk: &mut Desk,
    block: &Block,
    rows: &[Axis],
    columns: &[Axis],
    values: &[usize],
    known: &[Option<Code>],
) -> Vec<Option<Code>> {
    let mut codes = vec![None; rows.len()];
    let is_kind = |column: &&usize| columns[**column].targets.iter().any(|target| matches!(target, Target::Kind(..)));
    let kinds: Vec<usize> = values.iter().filter(is_kind).copied().collect();
    if kinds.is_empty() {
        return codes;
    }
    // Of every year for itself; no table has more years than a century.
    let mut years: Vec<(Option<Year>, Vec<usize>)> = Vec::new();
    for (number, axis) in rows.iter().enumerate() {
        let row = block.body[number].0;
        let says = kinds.iter().any(|column| desk.grid.sort(row, *column) == Sort::Number);
        if known[number].is_some()
            || !says
            || !axis.targets.is_empty()
            || axis.role == Some(Role::Rank)
            || axis.year == Some(Year::Other)
        {
            continue;
        }
        if axis.is_part && !axis.is_scope && axis.is_unknown {
            // 其中:某镇 is in the row above already.
            codes[number] = Some(Code::NoSuchFigure);
            continue;
        }
        match years.iter_mut().find(|(year, _)| *year == axis.year) {
            Some((_, same)) => same.push(number),
            None => years.push((axis.year, vec![number])),
        }
    }
    let dated: Vec<usize> =
        years.iter().filter(|(year, _)| year.is_some()).flat_map(|(_, same)| same).copied().collect();
    let totals = totals_of(desk, block, rows, &kinds, known, &dated);
    if !totals.is_empty() && !years.is_empty() {
        let mut all: Vec<usize> = years.iter().flat_map(|(_, same)| same).chain(&totals).copied().collect();
        all.sort_unstable();
        all.dedup();
        years = vec![(years.iter().filter_map(|(year, _)| *year).max_by_key(of_calendar), all)];
    }
    for (year, same) in years {
        let left = of_the_same_year(desk, block, rows, &kinds, &same);
        if let Some(Year::Of(year)) = year.filter(|_| left.iter().any(|(_, code)| *code == Code::NoNumber)) {
            desk.asked_year = desk.asked_year.max(Some(year));
        }
        left.into_iter().for_each(|(number, code)| codes[number] = Some(code));
    }
    codes
}

/// The totals that may be what is asked for, beside rows that may be of a year alone: 累计 below 2024年, 三年合计 below three years.
fn totals_of(
    desk: &Desk,
    block: &Block,
    rows: &[Axis],
    kinds: &[usize],
    known: &[Option<Code>],
    dated: &[usize],
) -> Vec<usize> {
    const MOST_YEARS: usize = 64;
    let is_total = |number: &usize| {
        let axis = &rows[*number];
        let is_sum = || (2..=MOST_YEARS).contains(&dated.len()) && adds_up(desk, block, kinds, dated, *number);
        // One that was chosen is not left out as a total any more.
        let is_open = matches!(known[*number], None | Some(Code::Total)) && axis.targets.is_empty();
        is_open && axis.role == Some(Role::Total) && !is_mean(&axis.text) && (axis.text.contains("累计") || is_sum())
    };
    (0..rows.len()).filter(is_total).collect()
}

fn of_calendar(year: &Year) -> u16 {
    if let Year::Of(year) = year { *year } else { 0 }
}

/// The rows of one year that do not count.
fn of_the_same_year(
    desk: &mut Desk,
    block: &Block,
    rows: &[Axis],
    kinds: &[usize],
    same: &[usize],
) -> Vec<(usize, Code)> {
    let with = |wanted: Sense| -> Vec<usize> {
        same.iter().copied().filter(|number| sense(&rows[*number]) == wanted).collect()
    };
    let all = |numbers: Vec<usize>, code: Code| numbers.into_iter().map(|number| (number, code)).collect();
    let (plain, unknown, whole, scope) =
        (with(Sense::Plain), with(Sense::Unknown), with(Sense::Whole), with(Sense::Scope));
    let is_unsaid = plain.iter().any(|number| rows[*number].text.is_empty() && rows[*number].year.is_none());
    match (plain.len(), unknown.len(), whole.len(), scope.len()) {
        _ if same.len() > 1 && same.iter().any(|number| rows[*number].role == Some(Role::Total)) => {
            ask(desk, block, same, &[])
        }
        // 甲街道, 乙街道: parts of one whole.
        (0, _, 0, 0) | (1, 0, 0, 0) | (0, 0, 1, 0) | (0, 0, 0, 1) => Vec::new(),
        // 数量, 要求, 差距
        (1, _, 0, 0) if !is_unsaid => all(unknown, Code::NoSuchFigure),
        // 甲街道, 乙街道, 全区
        (0, 2.., 1, 0) if adds_up(desk, block, kinds, &unknown, whole[0]) => all(whole, Code::Total),
        // 全区 above or below some of its parts: the parts together, or all.
        (0, 2.., 1, 0)
            if unknown.iter().all(|part| *part < whole[0]) || unknown.iter().all(|part| *part > whole[0]) =>
        {
            ask(desk, block, same, &unknown)
        }
        _ => ask(desk, block, same, &[]),
    }
}

fn sense(axis: &Axis) -> Sense {
    match axis {
        _ if axis.is_scope => Sense::Scope,
        _ if !axis.is_unknown => Sense::Plain,
        _ if is_whole(&axis.text) => Sense::Whole,
        _ => Sense::Unknown,
    }
}

/// Whether a row is the sum of others under every kind.
fn adds_up(desk: &Desk, block: &Block, kinds: &[usize], parts: &[usize], whole: usize) -> bool {
    let number = |number: usize, column: usize| {
        let row = block.body[number].0;
        if desk.grid.sort(row, column) != Sort::Number {
            return Some(Decimal::ZERO);
        }
        parse_number(desk.grid.text(row, column), NumberKind::Count).ok().flatten()
    };
    kinds.iter().all(|column| {
        let mut sum = Some(Decimal::ZERO);
        for part in parts {
            sum = sum.zip(number(*part, *column)).and_then(|(sum, more)| sum.checked_add(more));
        }
        sum.is_some() && sum == number(whole, *column)
    })
}

fn is_within((first, last): (At, At), (from, to): (At, At)) -> bool {
    from.0 <= first.0 && last.0 <= to.0 && from.1 <= first.1 && last.1 <= to.1
}

/// Asks which of some rows counts, or all of the parts of one of them, and says which do not: none does until it is answered.
fn ask(desk: &mut Desk, block: &Block, same: &[usize], parts: &[usize]) -> Vec<(usize, Code)> {
    const MOST: usize = 8;
    let row = |number: usize| block.body[number].0;
    let ranges: Vec<(At, At)> = same.iter().map(|number| desk.row_range(row(*number))).collect();
    let answered = desk.context.answered(&|answer| match answer {
        Answer::Cells(from, to) if from.1 != to.1 && ranges.iter().any(|range| is_within(*range, (*from, *to))) => {
            Some((from.0, to.0))
        }
        _ => None,
    });
    if let Some((from, to)) = answered {
        let others = same.iter().copied().filter(|number| !(from..=to).contains(&row(*number)));
        return others.map(|number| (number, Code::LeftOut)).collect();
    }
    let own = |number: &usize| !parts.contains(number);
    let alone = same.iter().zip(&ranges).filter(|(number, _)| own(number)).map(|(_, range)| *range);
    let together = parts.iter().map(|number| desk.row_range(row(*number))).reduce(around);
    let choices = alone.chain(together).take(MOST).map(|(from, to)| Choice::Cells(from, to)).collect();
    let cells = ranges.iter().copied().reduce(around);
    desk.ask(Question { code: Asked::WhichFigure, paths: Vec::new(), cells, choices, chosen: None });
    same.iter().map(|number| (*number, Code::NoNumber)).collect()
}
