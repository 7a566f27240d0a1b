//! What the words of the rows of a block come to.

use crate::axis::{Axis, answer_with};
use crate::context::{Along, Answer, Context};
use crate::grid::{Grid, Sort};
use crate::label::Label;
use crate::layout::{Block, Column};
use crate::nth::nth_years;
use crate::parts::{same_periods, scopes_of_rows};
use crate::reading::{At, Because};
use crate::unit::Unit;
use crate::words::{Role, behind_any, is_part_of_above, is_scope, plain};
use crate::year::Year;

/// What the words of every row of a block come to.
pub fn of_rows(grid: &Grid, block: &Block, context: &Context) -> Vec<Axis> {
    let mut rows = Vec::with_capacity(block.body.len());
    for (row, section) in &block.body {
        rows.push(of_row(grid, block, *row, *section, context));
    }
    rows
}

/// What the rows say. A row of years without a name goes on with the name above it.
pub fn rows(grid: &Grid, block: &Block, context: &Context) -> Vec<Axis> {
    let has_years = block.columns.contains(&Column::Years);
    let mut rows = of_rows(grid, block, context);
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
    go_on_with_years(grid, block, &mut rows);
    same_periods(&mut rows);
    nth_years(&mut rows, context);
    scopes_of_rows(&mut rows);
    rows
}

/// A blank below a year, in a column of years, goes on with it.
fn go_on_with_years(grid: &Grid, block: &Block, rows: &mut [Axis]) {
    let years = block.columns_of(Column::Years);
    let mut last = None;
    for ((row, section), axis) in block.body.iter().zip(rows) {
        if years.iter().any(|column| grid.sort(*row, *column) != Sort::Blank) {
            last = axis.year.map(|year| (year, *section));
        } else if let Some((year, _)) = last.filter(|(_, own)| own == section) {
            axis.year = axis.year.or(Some(year));
        }
    }
}

/// What the words of a row come to, with what its section says.
fn of_row(grid: &Grid, block: &Block, row: usize, section: Option<usize>, context: &Context) -> Axis {
    let (mut axis, mut aside, mut date) = (Axis::default(), None, None);
    for (column, what) in block.columns.iter().enumerate() {
        let Some(label) = grid.label(row, column).filter(|_| grid.sort(row, column) != Sort::Blank) else { continue };
        match what {
            Column::Words => {
                let year = axis.year;
                axis.hear(label);
                // The date of a patent is no year of its row.
                if !label.named.is_some() && block.labels(grid, column).any(|head| head.is_unknown) {
                    date = date.or(label.year);
                    axis.year = year;
                }
                aside = aside.or(label.role.filter(|_| sets_aside(grid, block, (row, column))));
                axis.is_part |= is_part_of_above(grid.text(row, column));
                axis.is_scope |= is_scope(grid.text(row, column));
                axis.say(grid.text(row, column));
                let unit = label.unit.map(|unit| (unit, Because::UnitName));
                let other = label.other_unit.or(unit.and(axis.unit).map(|(unit, _)| unit));
                axis.other_unit = axis.other_unit.or(other);
                axis.unit = unit.or(axis.unit);
            }
            Column::Years => hear_year(&mut axis, label, grid.text(row, column)),
            // 合计 below the numbers of the rows.
            Column::Serial if label.role == Some(Role::Total) => axis.hear(label),
            Column::Unit => {
                let unit = Unit::named(&plain(grid.text(row, column))).map(|unit| (unit, Because::UnitColumn));
                match (axis.unit, unit) {
                    (Some((name, _)), Some((column, _))) if name != column => axis.other_unit = Some(column),
                    (None, unit) => axis.unit = unit,
                    _ => {}
                }
            }
            Column::Values => aside = aside.or_else(|| remark(grid, block, (row, column))),
            Column::Serial | Column::Beside => {}
        }
    }
    // A date is all that the row says.
    if axis.targets.is_empty() && !axis.is_unknown {
        axis.year = axis.year.or(date);
    }
    if axis.targets.is_empty() {
        axis.hear_together(grid, block, row);
    }
    if !axis.targets.is_empty() {
        axis.because = Some(Because::RowName);
        axis.is_unknown = false;
    }
    if let Some(section) = section {
        hear_section(&mut axis, grid, block, section);
    }
    for answer in &context.answers {
        match answer {
            // The row of another table beside it may be meant.
            Answer::Is(..) if block.window.is_some() && axis.targets.len() < 2 => {}
            Answer::Is(along, target) if *along == Along::Row(row) => answer_with(&mut axis, *target),
            Answer::Unit(along, unit) if *along == Along::Row(row) => axis.unit = Some((*unit, Because::Answer)),
            _ => {}
        }
    }
    axis.narrow(context.at.map(|at| at.figure));
    axis.role = axis.role.or(aside);
    axis
}

/// Hears the cell of a column of years. 2025年预计 is no year that has been, and 2025H1 or 2025年母公司 nothing of all of it.
fn hear_year(axis: &mut Axis, label: &Label, text: &str) {
    if label.is_year() {
        axis.year = label.year;
        return;
    }
    axis.hear(label);
    if label.role.is_some() || label.is_unknown {
        axis.say(text);
    }
    if label.year.is_some() && label.is_unknown {
        axis.year = Some(Year::Other);
    }
}

/// What a remark says of its row, where it is nothing but a word for what is yet to come: 预计, 目标.
fn remark(grid: &Grid, block: &Block, (row, column): At) -> Option<Role> {
    const LONGEST: usize = 4;
    let label = grid.label(row, column).filter(|label| label.role == Some(Role::Plan))?;
    let is_word = grid.sort(row, column) == Sort::Words && grid.text(row, column).chars().count() <= LONGEST;
    let is_remark = block.labels(grid, column).any(|head| head.role == Some(Role::Remark));
    label.role.filter(|_| is_word && is_remark && may_not_be(grid.text(row, column)))
}

/// Whether a word for a plan says that it is one, and not that it was carried out: 预计数, but not 超计划.
fn may_not_be(text: &str) -> bool {
    behind_any("预计 目标 计划 预算 预测 规划 预期 估计 力争", text)
        .is_some_and(|behind| matches!(behind, "" | "数" | "值" | "完成"))
}

/// Whether a word beside a name says that its row holds no values of it: 营业收入 and 同比 in a long table. Remarks may say anything.
fn sets_aside(grid: &Grid, block: &Block, (row, column): At) -> bool {
    const LONGEST: usize = 6;
    let is_role =
        |label: &Label| matches!(label.role, Some(Role::Change | Role::Weight | Role::Plan | Role::OtherCount));
    grid.label(row, column).is_some_and(is_role)
        && grid.text(row, column).chars().count() <= LONGEST
        && block.labels(grid, column).all(|head| head.role != Some(Role::Remark))
}

/// What a section says is said of a row that says no figure of its own, or says which of its kinds.
fn hear_section(axis: &mut Axis, grid: &Grid, block: &Block, section: usize) {
    // What a title above the head says of time is said of the block.
    let is_title = block.head.first().is_some_and(|head| section < *head);
    for &column in grid.filled(section) {
        let Some(label) = grid.label(section, column) else { continue };
        axis.year = axis.year.or(label.year.filter(|_| !is_title));
        axis.unit = axis.unit.or(label.unit.map(|unit| (unit, Because::UnitHeader)));
        let fits = axis.targets.is_empty()
            || label.named.targets.iter().any(|own| axis.targets.iter().any(|target| target.figure() == own.figure()));
        if label.named.is_some()
            && fits
            && !axis.is_unknown
            && axis.role.is_none_or(|role| matches!(role, Role::Value | Role::Count | Role::Rank | Role::Name))
        {
            if axis.targets.is_empty() {
                axis.because = Some(Because::SectionName);
                axis.say(grid.text(section, column));
            }
            axis.add(&label.named.targets);
        }
    }
}
