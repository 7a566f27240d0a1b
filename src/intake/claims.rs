//! Which figure, year and unit every number of a table stands for: what its row says together with what its column says.

use crate::alike;
use crate::axis::Axis;
use crate::columns::of_columns;
use crate::context::{Along, Answer, Context};
use crate::desk::Desk;
use crate::grid::Sort;
use crate::layout::{Block, Column};
use crate::names::Target;
use crate::nth::nth_years;
use crate::parts::{is_nearer, is_same_figure, parts_of_columns, same_periods, scopes_of_columns, wholes_above};
use crate::reading::{Asked, At, Because, Code, Question};
use crate::rows::rows;
use crate::spaced::is_shifted;
use crate::title;
use crate::together::{halves, targets};
use crate::unit::Unit;
use crate::values::{holds_counts, values};
use crate::words::Role;
use crate::year::Year;

/// A cell that says something of a figure.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The figure or kind.
    pub target: Target,
    /// The year, where one is said.
    pub year: Option<Year>,
    /// The cell; that of the name where a list counts one each.
    pub cell: At,
    /// Whether it is the rank of its line.
    pub is_rank: bool,
    /// The rank of all that it counts, where a head says it.
    pub rank: Option<String>,
    /// Whether its column or row is one of counts.
    pub is_count: bool,
    /// The unit, and where it stands.
    pub unit: Option<(Unit, Because)>,
    /// A unit that contradicts it.
    pub other_unit: Option<Unit>,
    /// Why.
    pub because: Vec<Because>,
    /// How far the name is from the title.
    pub distance: usize,
    /// The number of the title or alias.
    pub alias: usize,
    /// The row or column that it is a part of: 其中.
    pub part_of: Option<Along>,
    /// Whether it is that part of a whole which the plan asks for.
    pub is_scope: bool,
    /// What belongs to one line of a tally has the same number.
    pub line: (usize, usize),
    /// Whether its row is one of many of the same sort: 甲公司, 乙公司.
    pub is_one_of_many: bool,
    /// Whether a name without a count is one: no column of its block holds what could be counts.
    pub is_one_each: bool,
    /// Whether its year is called one of years and not of periods: 本年 and not 本期.
    pub is_of_year: bool,
    /// The names that lead to it.
    pub names: String,
    /// The row or column whose name leads to it.
    pub along: Along,
}

/// Lines that run across are numbered from here on, so that none is taken for one that runs down.
const ACROSS: usize = 1 << 20;

/// Everything that a block claims.
pub fn claims(desk: &mut Desk, index: usize, block: &Block, context: &Context) -> Vec<Claim> {
    let grid = desk.grid;
    let mut columns = of_columns(grid, block, context);
    same_periods(&mut columns);
    nth_years(&mut columns, context);
    scopes_of_columns(&mut columns, &block.columns_of(Column::Values));
    let mut rows = rows(grid, block, context);
    halves(grid.names, &mut rows, &mut columns, &block.columns_of(Column::Values));
    let mut values = values(desk, block, &columns, &rows);
    let repeated = parts_of_columns(&mut columns, &values);
    values.retain(|column| repeated.binary_search(column).is_err());
    repeated.iter().for_each(|column| desk.leave_column(block, *column, Code::Duplicate));
    let any_column = values.iter().any(|column| !columns[*column].targets.is_empty());
    let named = || rows.iter().flat_map(|row| &row.targets);
    let unknown = match named().any(|target| matches!(target, Target::Kind(..))) {
        true if !named().any(|target| matches!(target, Target::Figure(_))) => Code::NoSuchKind,
        _ => Code::NoSuchFigure,
    };
    let only_row = rows.len() == 1;
    let is_one_each = !holds_counts(grid, block, &columns, &rows);
    let code_of = |desk: &Desk, number: usize| {
        let row = block.body[number].0;
        if context.answers.contains(&Answer::LeaveOut(Along::Row(row))) {
            return Some(Code::LeftOut);
        }
        left_out(&rows[number], any_column, only_row, unknown).filter(|_| !desk.is_chosen(row))
    };
    let mut codes: Vec<Option<Code>> = (0..rows.len()).map(|number| code_of(desk, number)).collect();
    let others = alike::left_out(desk, block, &rows, &columns, &values, &codes);
    codes.iter_mut().zip(others).for_each(|(code, other)| *code = code.or(other));
    let wholes = wholes_above(&rows);
    let mut claims = Vec::new();
    let mut unnamed = 0;
    for (number, ((row, _), axis)) in block.body.iter().zip(&rows).enumerate() {
        if let Some(code) = codes[number] {
            desk.leave_row(*row, code);
            continue;
        }
        if is_shifted(grid, block, *row) {
            desk.ask_once(Question {
                code: Asked::WhichColumn,
                paths: Vec::new(),
                cells: Some(desk.row_range(*row)),
                choices: Vec::new(),
                chosen: None,
            });
            desk.leave_row(*row, Code::NoNumber);
            continue;
        }
        let whole = wholes[number].filter(|_| axis.is_part);
        let same = whole.map(|whole| &rows[whole]).filter(|whole| is_same_figure(whole, axis));
        if same.is_some_and(|whole| !is_nearer(axis, whole)) {
            desk.leave_row(*row, Code::Duplicate);
            continue;
        }
        let distance = same.map_or(axis.distance, |whole| whole.distance);
        let part_of = whole.map(|whole| Along::Row(block.body[whole].0));
        let part = Axis { distance, part_of, ..if axis.is_part { axis.clone() } else { Axis::default() } };
        let axis = if axis.is_part { &part } else { axis };
        let before = claims.len();
        let positional = axis.targets.is_empty() && !any_column;
        for (ordinal, column) in values.iter().enumerate() {
            let other = &columns[*column];
            let place = if axis.year.is_some() { ordinal } else { unnamed };
            let targets = targets(grid.names, axis, other, context, place);
            let cell = (*row, *column);
            if grid.sort(*row, *column) == Sort::Blank {
                continue;
            }
            if grid.is_hidden(*row, *column) {
                desk.leave_cell(cell, Code::Hidden);
                continue;
            }
            match targets {
                Ok(targets) => claims.extend(claim(desk, cell, &targets, axis, other, (index, *row, *column))),
                Err(code) => desk.leave_cell(cell, code),
            }
        }
        unnamed += usize::from(positional);
        if claims.len() == before {
            claims.extend(listed(desk, block, *row, axis, is_one_each, index));
        }
    }
    claims.iter_mut().for_each(|claim| claim.is_one_each = is_one_each);
    title::apply(desk, claims, block.title)
}

/// Why a row says nothing of any figure.
fn left_out(axis: &Axis, any_column: bool, only_row: bool, unknown: Code) -> Option<Code> {
    let code = match axis.role {
        Some(Role::Change) => Code::ChangeColumn,
        Some(Role::Weight) => Code::WeightColumn,
        Some(Role::Remark) => Code::Remark,
        Some(Role::Total) => Code::Total,
        Some(Role::Plan) => Code::OutOfScope,
        Some(Role::Serial) => Code::SerialNumber,
        Some(Role::OtherCount) if any_column => Code::OutOfScope,
        Some(Role::OtherCount) => unknown,
        _ if axis.targets.is_empty() && axis.is_unknown && !any_column => unknown,
        _ => return None,
    };
    // A total without rows above it is all that there is.
    (code != Code::Total || !only_row).then_some(code)
}

fn claim(
    desk: &mut Desk,
    cell: At,
    targets: &[Target],
    row: &Axis,
    column: &Axis,
    key: (usize, usize, usize),
) -> Option<Claim> {
    let &[target] = targets else {
        desk.ask_which(cell, targets, row.targets.len() > 1);
        return None;
    };
    let year = match (row.year, column.year) {
        (Some(row), Some(column)) if row != column => {
            desk.leave_cell(cell, Code::OutOfScope);
            return None;
        }
        (row, column) => column.or(row),
    };
    let role = |wanted: Role| row.role == Some(wanted) || column.role == Some(wanted);
    let mut because = Vec::new();
    because.extend(row.because.filter(|_| !row.targets.is_empty()));
    because.extend(column.because.filter(|_| !column.targets.is_empty()));
    if row.is_half && column.is_half {
        because.extend([Because::RowName, Because::ColumnName]);
    }
    if because.is_empty() {
        because.push(Because::Position);
    }
    match (row.year, column.year) {
        (_, Some(_)) => because.push(Because::YearHeader),
        (Some(_), None) => because.push(Because::YearRow),
        (None, None) => {}
    }
    if role(Role::Count) {
        because.push(Because::CountColumn);
    }
    // The other axis than that which tells counts from ranks is the line.
    let line =
        if matches!(row.role, Some(Role::Count | Role::Rank)) { (key.0, ACROSS + key.2) } else { (key.0, key.1) };
    let along = if row.targets.is_empty() && !column.targets.is_empty() {
        Along::Column(cell.1, cell.0)
    } else {
        Along::Row(cell.0)
    };
    let names = if matches!(along, Along::Row(_)) { &row.text } else { &column.text };
    Some(Claim {
        target,
        year,
        cell,
        is_rank: role(Role::Rank),
        rank: column.rank.clone(),
        is_count: role(Role::Count),
        unit: row.unit.or(column.unit),
        other_unit: row.other_unit.or(column.other_unit),
        because,
        distance: row.distance + column.distance,
        alias: if row.targets.is_empty() { column.alias } else { row.alias },
        part_of: row.part_of.or(column.part_of),
        is_scope: row.is_scope || column.is_scope,
        line,
        is_one_of_many: row.is_unknown && row.targets.is_empty(),
        is_one_each: false,
        is_of_year: [row, column].iter().any(|axis| axis.year.is_some() && axis.text.contains('年')),
        names: names.clone(),
        along,
    })
}

/// A row that names a kind and has no number, in a list without a column of counts: one.
fn listed(desk: &mut Desk, block: &Block, row: usize, axis: &Axis, is_one_each: bool, index: usize) -> Option<Claim> {
    let words = block.columns.iter().filter(|column| **column == Column::Words).count();
    let &[target @ Target::Kind(..)] = axis.targets.as_slice() else {
        let has_number = desk.grid.has(row, Sort::Number);
        if !axis.targets.is_empty() && !has_number {
            desk.leave_row(row, Code::NoNumber);
        }
        return None;
    };
    if !is_one_each || (words < 2 && block.head.is_empty()) {
        return None;
    }
    let column = desk.name_column(block, row)?;
    // A name beside the kind makes it a list, which counts by rules of its own once it is known where it belongs.
    let is_name = |other: &usize| {
        let is_label = desk.grid.label(row, *other).is_some_and(|label| label.named.is_some() || !label.is_unknown);
        let is_remark = block.labels(desk.grid, *other).any(|head| head.role == Some(Role::Remark));
        desk.grid.sort(row, *other) == Sort::Words && !is_label && !is_remark
    };
    if block.columns_of(Column::Words).iter().any(is_name) {
        desk.leave_row(row, Code::NoNumber);
        desk.ask_which((row, column), &[Target::Figure(target.figure())], false);
        return None;
    }
    Some(Claim {
        target,
        year: None,
        cell: (row, column),
        is_rank: false,
        rank: None,
        is_count: false,
        unit: None,
        other_unit: None,
        because: vec![Because::RowName, Because::Listed],
        distance: axis.distance,
        alias: axis.alias,
        part_of: None,
        is_scope: false,
        line: (index, row),
        is_one_of_many: false,
        is_one_each,
        is_of_year: false,
        names: axis.text.clone(),
        along: Along::Row(row),
    })
}
