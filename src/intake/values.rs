//! Which columns of a block hold its values, and which hold something else.

use engine::number::{NumberKind, parse_number};
use rust_decimal::Decimal;

use crate::axis::Axis;
use crate::context::Answer;
use crate::desk::Desk;
use crate::grid::{Grid, Sort};
use crate::layout::{Block, Column};
use crate::names::Target;
use crate::order::in_order;
use crate::reading::{Asked, At, Choice, Code, Question};
use crate::totals::is_mean;
use crate::unit::Unit;
use crate::words::{Role, is_about_a_number, leaves_open, plain};
use crate::year::{Year, take_year};

/// The columns of numbers that are read; the others are left out by name.
pub fn values(desk: &mut Desk, block: &Block, columns: &[Axis], rows: &[Axis]) -> Vec<usize> {
    let rows_named = rows.iter().any(|row| !row.targets.is_empty());
    let fits = |axis: &Axis| {
        axis.year.is_some()
            || !axis.targets.is_empty()
            || matches!(axis.role, Some(Role::Count | Role::Rank | Role::Value))
    };
    let mut all = block.columns_of(Column::Values);
    all.retain(|column| desk.says_something(block, *column));
    let code_of = |column: usize| code_of(&columns[column], around(columns, column));
    let (mut open, mut any_known) = (0, false);
    for column in &all {
        if code_of(*column).is_none() {
            open += 1;
            any_known |= fits(&columns[*column]);
        }
    }
    let chosen: Vec<usize> = desk.answered_columns(block);
    let (mut read, mut doubtful, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for column in all {
        let axis = &columns[column];
        let said = |answer: &Answer| matches!(answer, Answer::LeaveOut(along) if block.is_along(column, *along));
        let left_out = desk.context.answers.iter().any(said).then_some(Code::LeftOut);
        let code = left_out.or_else(|| code_of(column)).or_else(|| {
            let nameless = axis.targets.is_empty() && axis.is_unknown;
            let is_other = any_known && !fits(axis);
            let unsaid = block.head.is_empty() || (rows_named && open == 1);
            match () {
                () if !rows_named && nameless => Some(Code::NoSuchFigure),
                () if is_other && !unsaid => Some(Code::NoSuchFigure),
                () => None,
            }
        });
        let is_answered = chosen.contains(&column) || left_out.is_some();
        match code {
            _ if !is_answered && is_doubtful(desk, axis, rows, any_known) => doubtful.push(column),
            Some(code) if !chosen.contains(&column) => left.push((column, code)),
            _ => read.push(column),
        }
    }
    let is_rank = |column: &usize| columns[*column].role == Some(Role::Rank);
    if let Some(totals) = beside_totals(desk, block, columns, rows, &read).filter(|_| chosen.is_empty()) {
        left.retain(|(column, _)| totals.binary_search(column).is_err());
        let counts = read.extract_if(.., |column| !is_rank(column));
        let all = totals.into_iter().chain(counts).map(|column| ([column, 0, 0, 0], column)).collect();
        ask_for_column(desk, block, in_order(all));
    }
    left.into_iter().for_each(|(column, code)| desk.leave_column(block, column, code));
    // What a unit takes part in counts less: beside 参与数量, 牵头数量 is not all.
    let is_shared = doubtful.iter().any(|column| columns[*column].text.contains("参与"));
    // 其他 beside 高新区: nothing is known of either.
    let is_open = is_shared || !any_known || read.iter().all(is_rank);
    if !doubtful.is_empty() && rows_named && chosen.is_empty() && is_open {
        let counts = read.extract_if(.., |column| !is_rank(column));
        let mut all: Vec<usize> = counts.collect();
        all.extend(doubtful);
        ask_for_column(desk, block, all);
    } else {
        doubtful.iter().for_each(|column| desk.leave_column(block, *column, Code::OutOfScope));
    }
    let unclear = rows_named && !any_known && !block.is_head_unread && !block.head.is_empty() && read.len() > 1;
    match (unclear, chosen.iter().find(|column| read.contains(column))) {
        (_, Some(column)) => {
            let (kept, others): (Vec<usize>, Vec<usize>) =
                read.iter().partition(|other| *other == column || is_rank(other));
            others.iter().for_each(|other| desk.leave_column(block, *other, Code::LeftOut));
            kept
        }
        (true, None) => {
            ask_for_column(desk, block, read);
            Vec::new()
        }
        (false, None) => read,
    }
}

/// No table has more years than these.
const MOST_YEARS: usize = 64;

/// Where nothing tells a stock of kinds from what came in a year: the totals that may be what is asked for, beside the columns that are read.
/// 累计拥有量 beside 当年授权, 数量 beside 2024年, or 三年合计 beside three years that add up to it.
fn beside_totals(desk: &Desk, block: &Block, columns: &[Axis], rows: &[Axis], read: &[usize]) -> Option<Vec<usize>> {
    let is_kind = |target: &Target| matches!(target, Target::Kind(..));
    let mut named = rows.iter().flat_map(|row| &row.targets).peekable();
    if named.peek().is_none() || !named.all(is_kind) {
        return None;
    }
    let (mut dated, mut others, mut totals) = (Vec::new(), 0, Vec::new());
    for column in read.iter().filter(|column| columns[**column].targets.is_empty()) {
        match (columns[*column].role, columns[*column].year) {
            (Some(Role::Rank), _) | (_, Some(Year::Other)) => {}
            (_, Some(_)) => dated.push(*column),
            (_, None) => others += 1,
        }
    }
    for column in block.columns_of(Column::Values) {
        let axis = &columns[column];
        let is_total = axis.role == Some(Role::Total) && axis.targets.is_empty() && !is_mean(&axis.text);
        let is_stock = || axis.text.contains("累计") && !(dated.is_empty() && others == 0);
        let is_sum = || (2..=MOST_YEARS).contains(&dated.len()) && adds_up(desk, block, rows, &dated, column);
        if is_total
            && read.binary_search(&column).is_err()
            && desk.says_something(block, column)
            && (is_stock() || is_sum())
        {
            totals.push(column);
        }
    }
    (!totals.is_empty() || (!dated.is_empty() && others > 0)).then_some(totals)
}

/// Whether a column is the sum of others in every row that names a kind, and not all of them are nought.
fn adds_up(desk: &Desk, block: &Block, rows: &[Axis], parts: &[usize], total: usize) -> bool {
    let number = |cell: At| parse_number(desk.grid.text(cell.0, cell.1), NumberKind::Count).ok().flatten();
    let mut any = false;
    let mut named = block.body.iter().zip(rows).filter(|(_, axis)| !axis.targets.is_empty());
    let adds_up = named.all(|((row, _), _)| {
        let mut sum = Some(Decimal::ZERO);
        for part in parts.iter().filter(|part| desk.grid.sort(*row, **part) == Sort::Number) {
            sum = sum.zip(number((*row, *part))).and_then(|(sum, more)| sum.checked_add(more));
        }
        any |= sum.is_some_and(|sum| !sum.is_zero());
        sum.is_some() && sum == number((*row, total))
    });
    adds_up && any
}

/// Asks which of some columns holds the numbers. None is read meanwhile.
fn ask_for_column(desk: &mut Desk, block: &Block, columns: Vec<usize>) {
    let (mut choices, mut cells) = (Vec::new(), None);
    for column in columns {
        let (from, to) = desk.range(block, column);
        choices.push(Choice::Cells(from, to));
        cells = Some((cells.map_or(from, |(first, _)| first), to));
        desk.leave_column(block, column, Code::NoNumber);
    }
    desk.ask(Question { code: Asked::WhichColumn, paths: Vec::new(), cells, choices, chosen: None });
}

/// Whether a column may hold counts of what does not count: 申请件数; or, alone beside the names of kinds, 需求 or 离职.
fn is_doubtful(desk: &Desk, axis: &Axis, rows: &[Axis], any_known: bool) -> bool {
    const PLACES: [&str; 11] = ["区", "园", "市", "县", "镇", "省", "公司", "集团", "基地", "厂", "院"];
    if axis.role == Some(Role::OtherCount) {
        return true;
    }
    let is_tally =
        |target: &Target| desk.context.track.figures[target.figure()].form.number_kind() == NumberKind::Count;
    let counts = rows.iter().any(|row| row.targets.iter().any(is_tally));
    let head = plain(&axis.text);
    let head = take_year(&head).map_or(head, |(rest, _)| rest);
    // The name of the park, above its numbers.
    let is_place = PLACES.iter().any(|place| head.ends_with(place)) || leaves_open(&head);
    counts && !any_known && axis.targets.is_empty() && axis.is_unknown && axis.role.is_none() && !is_place
}

/// The columns around one: a total and its parts stand side by side.
fn around(columns: &[Axis], column: usize) -> &[Axis] {
    const FARTHEST: usize = 64;
    let end = columns.len().min(column + FARTHEST);
    columns.get(column.saturating_sub(FARTHEST)..end).unwrap_or(columns)
}

/// Why a column of numbers is none of values.
fn code_of(axis: &Axis, columns: &[Axis]) -> Option<Code> {
    if axis.is_of_part && (axis.is_part || columns.iter().any(|other| is_whole_of(other, axis))) {
        return Some(Code::NoSuchFigure);
    }
    let in_percent = matches!(axis.unit, Some((Unit::Percent | Unit::PerMille, _)));
    if in_percent && axis.targets.is_empty() && axis.year.is_none() && axis.role.is_none() {
        return Some(Code::ChangeColumn);
    }
    match axis.role? {
        Role::Change => Some(Code::ChangeColumn),
        Role::Weight => Some(Code::WeightColumn),
        Role::Remark => Some(Code::Remark),
        // 营业收入 over 合计 and 其中:出口: the whole stands in the total alone.
        Role::Total if columns.iter().any(|part| part.is_of_part && is_whole_of(axis, part)) => None,
        Role::Total => Some(Code::Total),
        Role::Plan | Role::OtherCount => Some(Code::OutOfScope),
        Role::Serial => Some(Code::SerialNumber),
        Role::Unit | Role::Years | Role::Count | Role::Rank | Role::Name | Role::Value => None,
    }
}

/// Whether a column is the total of a figure whose other column is a part that nobody knows.
fn is_whole_of(total: &Axis, part: &Axis) -> bool {
    total.role == Some(Role::Total)
        && !is_mean(&total.text)
        && (!total.targets.is_empty() || total.year.is_some())
        && (&total.targets, total.year) == (&part.targets, part.year)
}

/// Whether a block holds numbers that could be counts: all but ranks and years, taken or not.
pub fn holds_counts(grid: &Grid, block: &Block, columns: &[Axis], rows: &[Axis]) -> bool {
    let is_count = |row: usize, column: usize| match block.columns[column] {
        Column::Values => grid.sort(row, column) == Sort::Number && !grid.is_year(row, column),
        Column::Words => is_about_a_number(grid.text(row, column)),
        Column::Serial | Column::Unit | Column::Years | Column::Beside => false,
    };
    (0..columns.len()).filter(|column| columns[*column].role != Some(Role::Rank)).any(|column| {
        let says = block.columns[column] == Column::Values
            && block.labels(grid, column).any(|label| label.role.is_some() || label.year.is_some());
        let mut rows = block.body.iter().zip(rows).filter(|(_, axis)| axis.role != Some(Role::Rank));
        says || rows.any(|((row, _), _)| is_count(*row, column))
    })
}
