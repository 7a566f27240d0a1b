//! Which figure, year and unit every number of a table stands for: what its row says together with what its column says.

use engine::ids::FigureId;
use engine::ruleset::FigureForm;

use crate::axis::{Axis, of_columns, of_rows};
use crate::context::{Along, Answer, Context};
use crate::desk::Desk;
use crate::grid::Sort;
use crate::layout::{Block, Column};
use crate::names::Target;
use crate::reading::{Asked, At, Because, Choice, Code, Question};
use crate::unit::Unit;
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
    /// What belongs to one line of a tally has the same number.
    pub line: (usize, usize),
    /// Whether its row is one of many of the same sort: 甲公司, 乙公司.
    pub is_one_of_many: bool,
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
    let columns = of_columns(grid, block, context);
    let rows: Vec<Axis> = rows(desk, block, context);
    let values = values(desk, block, &columns, &rows);
    let any_column = values.iter().any(|column| !columns[*column].targets.is_empty());
    let named = || rows.iter().flat_map(|row| &row.targets);
    let unknown = match named().any(|target| matches!(target, Target::Kind(..))) {
        true if !named().any(|target| matches!(target, Target::Figure(_))) => Code::NoSuchKind,
        _ => Code::NoSuchFigure,
    };
    let only_row = rows.len() == 1;
    let last_head = block.head.iter().filter_map(|head| grid.filled(*head).last()).max();
    let mut claims = Vec::new();
    let mut unnamed = 0;
    for (number, ((row, _), axis)) in block.body.iter().zip(&rows).enumerate() {
        if context.answers.contains(&Answer::LeaveOut(Along::Row(*row))) {
            desk.leave_row(*row, Code::LeftOut);
            continue;
        }
        if let Some(code) = left_out(axis, any_column, only_row, unknown).filter(|_| !desk.is_chosen(*row)) {
            desk.leave_row(*row, code);
            continue;
        }
        // A comma in a number that nobody quoted moves all that follows into the next column.
        if grid.is_csv && last_head.is_some_and(|last| grid.filled(*row).iter().any(|column| *column > *last)) {
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
        let above = number.checked_sub(1).and_then(|above| rows.get(above));
        // A part of what stands above; unless its name is nearer to what is asked for.
        let is_part_of = |above: &&Axis| above.targets == axis.targets && above.distance <= axis.distance;
        if axis.is_part && !axis.targets.is_empty() && above.filter(is_part_of).is_some() {
            desk.leave_row(*row, Code::Duplicate);
            continue;
        }
        let before = claims.len();
        let positional = axis.targets.is_empty() && !any_column;
        for (ordinal, column) in values.iter().enumerate() {
            let other = &columns[*column];
            let place = if axis.year.is_some() { ordinal } else { unnamed };
            let targets = targets(axis, other, context, place);
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
            claims.extend(listed(desk, block, *row, axis, &columns, index));
        }
    }
    if let Some(year) = block.year {
        claims.retain_mut(|claim| of_the_title(desk, claim, year));
    }
    claims
}

/// Dates a claim by the title of its table: 本期 below 2023年度利润表 is 2023. False for what is of a part of a year, which is left out.
fn of_the_title(desk: &mut Desk, claim: &mut Claim, (year, is_whole): (u16, bool)) -> bool {
    let form = &desk.context.track.figures[claim.target.figure()].form;
    let is_earlier = desk.context.last_year.is_some_and(|last| year < last);
    let before = claim.year;
    let said = match before {
        Some(Year::Back(back)) => Some(Year::Of(year.saturating_sub(u16::from(back)))),
        // How many there were at the end of a year that is not the last one.
        None if is_earlier && !matches!(form, FigureForm::Series { .. } | FigureForm::Rates) => Some(Year::Of(year)),
        said => said,
    };
    claim.year = said;
    // 上期 beside half a year is half a year as well.
    let is_of_a_part = !is_whole && (said == Some(Year::Of(year)) || matches!(before, Some(Year::Back(_))));
    if is_of_a_part {
        desk.leave_cell(claim.cell, Code::OtherYear);
    }
    !is_of_a_part
}

/// What the rows say. A row of years without a name goes on with the name above it.
fn rows(desk: &Desk, block: &Block, context: &Context) -> Vec<Axis> {
    let has_years = block.columns.contains(&Column::Years);
    let mut rows = of_rows(desk.grid, block, context);
    for index in 1..rows.len() {
        let (before, after) = rows.split_at_mut(index);
        if let (Some(above), Some(axis)) = (before.last(), after.first_mut())
            && has_years
            && axis.targets.is_empty()
            && axis.text.is_empty()
        {
            axis.targets.clone_from(&above.targets);
            axis.because = above.because;
            axis.unit = axis.unit.or(above.unit);
            axis.is_unknown |= above.is_unknown;
            axis.text.clone_from(&above.text);
        }
    }
    rows
}

/// Why a row says nothing of any figure.
fn left_out(axis: &Axis, any_column: bool, only_row: bool, unknown: Code) -> Option<Code> {
    let code = match axis.role {
        Some(Role::Change) => Code::ChangeColumn,
        Some(Role::Weight) => Code::WeightColumn,
        Some(Role::Remark) => Code::Remark,
        Some(Role::Total) => Code::Total,
        Some(Role::Plan) => Code::OutOfScope,
        _ if axis.targets.is_empty() && axis.is_unknown && !any_column => unknown,
        _ => return None,
    };
    // A total without rows above it is all that there is.
    (code != Code::Total || !only_row).then_some(code)
}

/// The columns of numbers that are read; the others are left out by name.
fn values(desk: &mut Desk, block: &Block, columns: &[Axis], rows: &[Axis]) -> Vec<usize> {
    let rows_named = rows.iter().any(|row| !row.targets.is_empty());
    let fits = |axis: &Axis| {
        axis.year.is_some()
            || !axis.targets.is_empty()
            || matches!(axis.role, Some(Role::Count | Role::Rank | Role::Value))
    };
    let mut all = block.columns_of(Column::Values);
    all.retain(|column| desk.says_something(block, *column));
    let (mut open, mut any_known) = (0, false);
    for column in &all {
        if code_of(&columns[*column]).is_none() {
            open += 1;
            any_known |= fits(&columns[*column]);
        }
    }
    let chosen: Vec<usize> = desk.answered_columns(block);
    let mut read = Vec::new();
    for column in all {
        let axis = &columns[column];
        let said = |answer: &Answer| matches!(answer, Answer::LeaveOut(along) if block.is_along(column, *along));
        let left_out = desk.context.answers.iter().any(said).then_some(Code::LeftOut);
        let code = left_out.or_else(|| code_of(axis)).or_else(|| {
            let nameless = axis.targets.is_empty() && axis.is_unknown;
            let is_other = any_known && !fits(axis);
            let unsaid = block.head.is_empty() || (rows_named && open == 1);
            match () {
                () if !rows_named && nameless => Some(Code::NoSuchFigure),
                () if is_other && !unsaid => Some(Code::NoSuchFigure),
                () => None,
            }
        });
        match code {
            Some(code) if !chosen.contains(&column) => desk.leave_column(block, column, code),
            _ => read.push(column),
        }
    }
    // 离职人数 may be no number of what the plan counts, though it is the only one.
    let of_others = |column: &usize| columns[*column].role == Some(Role::CountOfOthers);
    let many = read.len() > 1 || read.iter().any(of_others);
    let unclear = rows_named && !any_known && !block.head.is_empty() && many;
    match (unclear, chosen.iter().find(|column| read.contains(column))) {
        (_, Some(column)) => {
            for other in read.iter().filter(|other| *other != column) {
                desk.leave_column(block, *other, Code::LeftOut);
            }
            vec![*column]
        }
        (true, None) => {
            let (mut choices, mut cells) = (Vec::new(), None);
            for column in read {
                let (from, to) = desk.range(block, column);
                choices.push(Choice::Cells(from, to));
                cells = Some((cells.map_or(from, |(first, _)| first), to));
                desk.leave_column(block, column, Code::NoNumber);
            }
            desk.ask(Question { code: Asked::WhichColumn, paths: Vec::new(), cells, choices, chosen: None });
            Vec::new()
        }
        (false, None) => read,
    }
}

/// Why a column of numbers is none of values.
fn code_of(axis: &Axis) -> Option<Code> {
    let in_percent = matches!(axis.unit, Some((Unit::Percent | Unit::PerMille, _)));
    if in_percent && axis.targets.is_empty() && axis.year.is_none() && axis.role.is_none() {
        return Some(Code::ChangeColumn);
    }
    match axis.role? {
        Role::Change => Some(Code::ChangeColumn),
        Role::Weight => Some(Code::WeightColumn),
        Role::Remark => Some(Code::Remark),
        Role::Total => Some(Code::Total),
        Role::Plan => Some(Code::OutOfScope),
        Role::Serial => Some(Code::SerialNumber),
        Role::Unit | Role::Years | Role::Count | Role::CountOfOthers | Role::Rank | Role::Name | Role::Value => None,
    }
}

/// What a row and a column name together.
fn targets(row: &Axis, column: &Axis, context: &Context, place: usize) -> Result<Vec<Target>, Code> {
    let joined = match (row.targets.is_empty(), column.targets.is_empty()) {
        (false, true) => row.targets.clone(),
        (true, false) => column.targets.clone(),
        (false, false) => {
            let mut pairs = Vec::new();
            for one in &row.targets {
                for other in &column.targets {
                    pairs.extend(join(*one, *other));
                }
            }
            pairs
        }
        (true, true) => {
            let at = context.at.ok_or(Code::NoSuchFigure)?;
            vec![Target::Figure(following(context, at.figure, place).ok_or(Code::OutOfScope)?)]
        }
    };
    if joined.is_empty() { Err(Code::OutOfScope) } else { Ok(joined) }
}

fn join(one: Target, other: Target) -> Option<Target> {
    match (one, other) {
        _ if one == other => Some(one),
        (Target::Figure(figure), Target::Kind(of, _)) if figure == of => Some(other),
        (Target::Kind(of, _), Target::Figure(figure)) if figure == of => Some(one),
        _ => None,
    }
}

/// The figure so many of the same form behind another.
pub fn following(context: &Context, figure: FigureId, count: usize) -> Option<FigureId> {
    let form = |form: &FigureForm| core::mem::discriminant(form);
    let own = form(&context.track.figures[figure].form);
    let from = context.track.figures.ids().skip_while(|id| *id != figure);
    from.filter(|id| form(&context.track.figures[*id].form) == own).nth(count)
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
        is_count: role(Role::Count),
        unit: row.unit.or(column.unit),
        other_unit: row.other_unit,
        because,
        distance: row.distance + column.distance,
        line,
        is_one_of_many: row.is_unknown && row.targets.is_empty(),
        names: names.clone(),
        along,
    })
}

/// A row that names a kind and has no number, in a list without a column of counts: one.
fn listed(desk: &mut Desk, block: &Block, row: usize, axis: &Axis, columns: &[Axis], index: usize) -> Option<Claim> {
    // Weights, shares or goals beside the kinds make a table about kinds, and no list.
    let is_no_list = |axis: &Axis| !matches!(code_of(axis), Some(Code::Remark | Code::SerialNumber));
    let has_counts = columns
        .iter()
        .zip(&block.columns)
        .any(|(axis, what)| *what == Column::Values && axis.role != Some(Role::Rank) && is_no_list(axis));
    let words = block.columns.iter().filter(|column| **column == Column::Words).count();
    let &[target @ Target::Kind(..)] = axis.targets.as_slice() else {
        let has_number = desk.grid.has(row, Sort::Number);
        if !axis.targets.is_empty() && !has_number {
            desk.leave_row(row, Code::NoNumber);
        }
        return None;
    };
    if has_counts || (words < 2 && block.head.is_empty()) {
        return None;
    }
    let column = desk.name_column(block, row)?;
    Some(Claim {
        target,
        year: None,
        cell: (row, column),
        is_rank: false,
        is_count: false,
        unit: None,
        other_unit: None,
        because: vec![Because::RowName, Because::Listed],
        distance: axis.distance,
        line: (index, row),
        is_one_of_many: false,
        names: axis.text.clone(),
        along: Along::Row(row),
    })
}
