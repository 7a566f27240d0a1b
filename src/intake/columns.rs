//! What the heads of the columns of a block come to.

use crate::axis::{Axis, answer_with};
use crate::context::{Answer, Context};
use crate::grid::{Grid, Sort};
use crate::label::Label;
use crate::layout::Block;
use crate::reading::Because;
use crate::totals::is_mean;
use crate::unit::Unit;
use crate::words::{Role, is_part_of_above, is_scope, plain};
use crate::written::rank_of_head;
use crate::year::Year;

/// What the heads of every column of a block come to.
pub fn of_columns(grid: &Grid, block: &Block, context: &Context) -> Vec<Axis> {
    let mut columns = Vec::with_capacity(grid.width);
    let unit = block.unit_of_names(grid).map(|unit| (unit, Because::UnitHeader));
    for column in 0..grid.width {
        columns.push(of_column(grid, block, column, unit, context));
    }
    columns
}

/// What the heads of a column come to.
fn of_column(
    grid: &Grid,
    block: &Block,
    column: usize,
    unit_of_names: Option<(Unit, Because)>,
    context: &Context,
) -> Axis {
    let mut axis = Axis::default();
    let heads: Vec<&Label> = block.labels(grid, column).collect();
    for label in heads.iter().rev() {
        axis.hear(label);
        axis.other_unit = axis.other_unit.or(label.other_unit);
        axis.unit = axis.unit.or(label.unit.map(|unit| (unit, Because::UnitHeader)));
    }
    // 本期 below 2023年度 is that year, and below 2025年1-6月 none.
    if let Some(Year::Back(back)) = axis.year {
        axis.year = heads.iter().rev().fold(axis.year, |year, label| match label.year {
            Some(Year::Of(above)) if year == axis.year => above.checked_sub(u16::from(back)).map(Year::Of),
            Some(Year::Other) => Some(Year::Other),
            _ => year,
        });
    }
    for head in &block.head {
        if grid.sort(*head, column) != Sort::Blank {
            axis.say(grid.text(*head, column));
        }
    }
    let named = heads.iter().rev().find(|label| label.named.is_some());
    axis.is_unknown &= named.is_none();
    let below = block.heads[column]
        .iter()
        .rev()
        .take_while(|at| grid.label(at.0, at.1).is_some_and(|label| !label.named.is_some()));
    let unknown_below = below.into_iter().any(|at| grid.label(at.0, at.1).is_some_and(|label| label.is_unknown));
    let last = block.heads[column].last();
    axis.is_part = last.is_some_and(|at| is_part_of_above(grid.text(at.0, at.1)));
    axis.is_scope = last.is_some_and(|at| is_scope(grid.text(at.0, at.1)));
    axis.is_of_part = unknown_below && (named.is_some() || (axis.is_part && axis.year.is_some()));
    // A year and what it is called may stand on one another: 2023年 over 合计 is the year's.
    let is_year = matches!(axis.year, Some(Year::Of(_) | Year::Back(_) | Year::Nth(_)));
    if axis.role == Some(Role::Total)
        && is_year
        && !is_mean(&axis.text)
        && heads.iter().any(|label| label.role == Some(Role::Total) && label.year.is_some())
    {
        axis.role = Some(Role::Value);
    }
    axis.unit = axis.unit.or(unit_of_names);
    let role = heads.iter().rev().find_map(|label| label.role);
    // 排名第1, 排名第2: how many are of each rank.
    if named.is_none() && axis.role.is_none_or(|role| role == Role::Rank) {
        axis.rank = last.and_then(|at| rank_of_head(&plain(grid.text(at.0, at.1))));
    }
    if axis.rank.is_some() {
        axis.role = Some(Role::Count);
        axis.is_unknown = false;
    }
    if named.is_some() {
        axis.because = Some(Because::ColumnName);
        // Under a name stands what its cells are: 营业收入 over 同比.
        let role = role.filter(|role| !matches!(role, Role::Value | Role::Name));
        axis.narrow(context.at.map(|at| at.figure));
        axis.role = role;
    }
    for answer in &context.answers {
        match answer {
            Answer::Is(along, target) if block.is_along(column, *along) => answer_with(&mut axis, *target),
            Answer::Unit(along, unit) if block.is_along(column, *along) => axis.unit = Some((*unit, Because::Answer)),
            _ => {}
        }
    }
    axis
}
