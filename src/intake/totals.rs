//! Totals held against their parts. A total is never a value; one that differs from its parts is asked about.

use engine::exact::Exact;
use engine::number::{NumberKind, parse_number};
use engine::ruleset::TrackRules;

use crate::axis::Axis;
use crate::columns::of_columns;
use crate::desk::Desk;
use crate::grid::Sort;
use crate::layout::{Block, Column};
use crate::reading::{Asked, At, Choice, Question};
use crate::rows::of_rows;
use crate::words::{Role, around_any, plain};

/// Of more columns no table has a total.
const MOST_PARTS: usize = 200;

/// Asks about every total of a block that is not the sum of its parts.
pub fn check(desk: &mut Desk, block: &Block) {
    let grid = desk.grid;
    let mut said = block.body.iter().map(|(row, _)| row).chain(&block.head);
    if !said.any(|row| grid.has_role(*row, Role::Total)) {
        return;
    }
    let rows = of_rows(grid, block, desk.context);
    let columns = of_columns(grid, block, desk.context);
    let values = block.columns_of(Column::Values);
    let mut differ = Vec::new();
    let mut begun = 0;
    for (index, axis) in rows.iter().enumerate().filter(|(_, axis)| is_total(axis)) {
        let mut parts: Vec<usize> = (begun..index).collect();
        parts.retain(|part| is_part(&rows[*part]));
        begun = index + 1;
        if parts.len() < 2 || is_mean(&axis.text) || mixed(desk.context.track, &rows, &parts) {
            continue;
        }
        for column in values.iter().filter(|column| is_summed(&columns[**column])) {
            let cell = |row: usize| (block.body[row].0, *column);
            if !adds_up(desk, &parts, &cell, cell(index)) {
                differ.push((cell(parts[0]), cell(index)));
            }
        }
    }
    let mut parts = Vec::new();
    for total in &values {
        if columns[*total].role != Some(Role::Total) {
            if is_summed_up(&columns[*total]) {
                parts.push(*total);
            }
            continue;
        }
        if parts.len() > MOST_PARTS {
            break;
        }
        if parts.len() < 2 || is_mean(&columns[*total].text) || mixed(desk.context.track, &columns, &parts) {
            continue;
        }
        for ((row, _), axis) in block.body.iter().zip(&rows).filter(|(_, axis)| is_part(axis)) {
            let cell = |column: usize| (*row, column);
            let amounts = axis.unit.is_none_or(|(unit, _)| unit.is_of_amounts());
            if amounts && !adds_up(desk, &parts, &cell, cell(*total)) {
                differ.push((cell(parts[0]), cell(*total)));
            }
        }
    }
    for cells in differ {
        let cells = Some(cells);
        let choices = vec![Choice::AsItStands];
        desk.ask(Question { code: Asked::TotalDiffers, paths: Vec::new(), cells, choices, chosen: Some(0) });
    }
}

fn is_total(axis: &Axis) -> bool {
    axis.role == Some(Role::Total) && axis.targets.is_empty()
}

/// Whether a total is a mean.
pub fn is_mean(text: &str) -> bool {
    let plain = plain(text);
    around_any("平均 均值", &plain).is_some()
}

fn is_part(axis: &Axis) -> bool {
    !axis.is_part && axis.role.is_none_or(|role| matches!(role, Role::Value | Role::Name | Role::Count))
}

/// Whether a column is one of the parts of a total behind it.
fn is_summed_up(axis: &Axis) -> bool {
    matches!(axis.role, None | Some(Role::Value)) && !axis.is_part
}

/// Whether a column holds what can be added up.
fn is_summed(axis: &Axis) -> bool {
    axis.role.is_none_or(|role| matches!(role, Role::Value | Role::Count))
}

/// Whether what is to be added up is of several sorts: amounts and counts, or in several units.
fn mixed(track: &TrackRules, all: &[Axis], parts: &[usize]) -> bool {
    let (mut form, mut unit) = (None, None);
    for part in parts {
        let axis = &all[*part];
        if let Some(target) = axis.targets.first() {
            let own = track.figures[target.figure()].form.number_kind();
            if *form.get_or_insert(own) != own {
                return true;
            }
        }
        if let Some((own, _)) = axis.unit
            && *unit.get_or_insert(own) != own
        {
            return true;
        }
    }
    false
}

fn adds_up(desk: &Desk, parts: &[usize], cell: &dyn Fn(usize) -> At, total: At) -> bool {
    let number = |(row, column): At| {
        let cell = desk.grid.cell(row, column)?;
        let text = cell.number.as_deref().unwrap_or(&cell.text);
        parse_number(text, NumberKind::SignedAmount).ok().flatten().map(Exact::from)
    };
    let is_there = |(row, column): At| desk.grid.sort(row, column) == Sort::Number;
    let Some(total) = Some(total).filter(|total| is_there(*total)).and_then(number) else { return true };
    let mut sum = Exact::ZERO;
    for part in parts.iter().map(|part| cell(*part)).filter(|part| is_there(*part)) {
        let Some(added) = number(part).and_then(|part| sum.plus(part).ok()) else { return true };
        sum = added;
    }
    sum == total
}
