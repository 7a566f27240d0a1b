//! What is a part of what stands above or beside it: 其中, and 同期 of a part of a year.

use crate::axis::Axis;
use crate::context::Along;
use crate::names::Target;
use crate::reading::Because;
use crate::totals::is_mean;
use crate::words::Role;
use crate::year::Year;

/// For every row the nearest one above it that is no part itself, where that names anything.
pub fn wholes_above(rows: &[Axis]) -> Vec<Option<usize>> {
    let (mut wholes, mut last) = (Vec::with_capacity(rows.len()), None);
    for (number, axis) in rows.iter().enumerate() {
        wholes.push(last);
        if !axis.is_part {
            last = Some(number).filter(|_| !axis.targets.is_empty());
        }
    }
    wholes
}

/// 其中:主导产业 below 营业收入 is as much that figure as the whole is: which one it is has to be asked.
pub fn scopes_of_rows(rows: &mut [Axis]) {
    let mut whole: Option<usize> = None;
    for number in 0..rows.len() {
        let (before, after) = rows.split_at_mut(number);
        let Some(axis) = after.first_mut() else { continue };
        let is_counted = |axis: &Axis| axis.targets.iter().any(|target| matches!(target, Target::Kind(..)));
        axis.is_scope &= !(is_of_size(axis)
            && (is_counted(axis) || whole.and_then(|whole| before.get(whole)).is_some_and(is_counted)));
        let is_nameless = axis.is_scope && axis.targets.is_empty() && axis.role.is_none_or(is_of_values);
        match whole.and_then(|whole| before.get(whole)).filter(|_| is_nameless) {
            Some(whole) => {
                take_over(axis, whole);
                axis.is_part = true;
                axis.because = Some(Because::RowName);
            }
            None if !axis.is_part => whole = Some(number).filter(|_| !axis.targets.is_empty()),
            None => {}
        }
    }
}

/// The same of a column 其中:主导产业 beside 数量, 2024年 or 合计.
pub fn scopes_of_columns(columns: &mut [Axis], values: &[usize]) {
    let mut whole: Option<usize> = None;
    for column in values.iter().copied() {
        let axis = &columns[column];
        let is_open = axis.role.is_none_or(|role| is_of_values(role) || role == Role::Total) && !is_mean(&axis.text);
        if !axis.is_scope || !is_open {
            whole = if is_open && !axis.is_part { Some(column) } else { whole };
            continue;
        }
        let Some(whole) = whole else { continue };
        let is_of_it = |other: &Axis| {
            (axis.targets.is_empty() || axis.targets == other.targets)
                && axis.year.is_none_or(|year| Some(year) == other.year)
        };
        if !is_of_it(&columns[whole]) || (is_of_size(axis) && columns[whole].role == Some(Role::Count)) {
            continue;
        }
        if columns[whole].role == Some(Role::Total) {
            columns[whole].role = Some(Role::Value);
        }
        let other = columns[whole].clone();
        take_over(&mut columns[column], &other);
        columns[column].role = other.role;
    }
}

/// 去年同期 is a whole year beside 本年 or 2025年, and the same part of one beside 本月, 累计 or alone.
pub fn same_periods(axes: &mut [Axis]) {
    let is_same = |axis: &Axis| axis.text.contains("同期") && matches!(axis.year, Some(Year::Back(_)));
    if !axes.iter().any(is_same) {
        return;
    }
    let is_part =
        |axis: &Axis| axis.year == Some(Year::Other) || axis.text.contains('月') || axis.text.contains("累计");
    let is_year = |axis: &Axis| matches!(axis.year, Some(Year::Of(_) | Year::Back(0)));
    if axes.iter().any(is_part) || !axes.iter().any(is_year) {
        axes.iter_mut().filter(|axis| is_same(axis)).for_each(|axis| axis.year = Some(Year::Other));
    }
}

/// Whether it is the part of enterprises above designated size, which the plan asks for of revenue, and of nothing that is counted.
fn is_of_size(axis: &Axis) -> bool {
    axis.text.contains('规')
}

fn is_of_values(role: Role) -> bool {
    matches!(role, Role::Count | Role::Value | Role::Name)
}

/// Says of a part what is said of its whole. Its name is another one, and no farther from what is asked.
fn take_over(part: &mut Axis, whole: &Axis) {
    part.targets.clone_from(&whole.targets);
    part.distance = whole.distance;
    part.alias = usize::MAX;
    part.year = part.year.or(whole.year);
    part.unit = part.unit.or(whole.unit);
    part.because = whole.because;
    part.role = None;
    part.is_unknown = whole.is_unknown;
    part.is_of_part = false;
}

/// Tells parts of columns, and those that only repeat the figure of the column before them.
pub fn parts_of_columns(columns: &mut [Axis], values: &[usize]) -> Vec<usize> {
    let (mut whole, mut repeated): (Option<usize>, Vec<usize>) = (None, Vec::new());
    for column in values.iter().copied() {
        let Some(above) = whole.filter(|_| columns[column].is_part) else {
            whole = Some(column).filter(|column| !columns[*column].targets.is_empty());
            continue;
        };
        columns[column].part_of = Some(Along::Column(above, 0));
        let (part, above) = (&columns[column], &columns[above]);
        match is_same_figure(part, above) {
            true if is_nearer(part, above) => columns[column].distance = above.distance,
            true => repeated.push(column),
            false => {}
        }
    }
    repeated
}

/// Whether two rows or columns are the same figure. Of the kinds of a tally the lines tell.
pub fn is_same_figure(one: &Axis, other: &Axis) -> bool {
    one.targets == other.targets && one.targets.iter().all(|target| matches!(target, Target::Figure(_)))
}

/// Whether a part may be nearer to what a figure asks for than the whole: 主导产业营业收入 below 营业收入.
pub fn is_nearer(part: &Axis, whole: &Axis) -> bool {
    if part.alias == whole.alias { part.distance != whole.distance } else { part.distance <= whole.distance }
}
