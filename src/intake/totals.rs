//! Totals held against their parts. A total is never a value; one that differs from its parts is asked about.

use engine::exact::Exact;
use engine::number::{NumberKind, parse_number};

use crate::axis::{Axis, of_column, of_row};
use crate::desk::Desk;
use crate::grid::Sort;
use crate::layout::{Block, Column};
use crate::names::Target;
use crate::reading::{Asked, At, Choice, Question};
use crate::words::{Role, around, plain};

/// Asks about every total of a block that is not the sum of its parts.
pub fn check(desk: &mut Desk, block: &Block) {
    let grid = desk.grid;
    let rows: Vec<Axis> =
        block.body.iter().map(|(row, section)| of_row(grid, block, *row, *section, desk.context)).collect();
    let columns: Vec<Axis> = (0..grid.width).map(|column| of_column(grid, block, column, desk.context)).collect();
    let values: Vec<usize> = (0..grid.width).filter(|column| block.columns[*column] == Column::Values).collect();
    let mut differ = Vec::new();
    let mut begun = 0;
    for (index, axis) in rows.iter().enumerate().filter(|(_, axis)| is_total(axis)) {
        let parts: Vec<usize> = (begun..index).filter(|part| is_part(&rows[*part], block.body[*part].0)).collect();
        begun = index + 1;
        let total = block.body[index].0;
        if parts.len() < 2 || is_mean(&axis.text) || mixed(parts.iter().map(|part| &rows[*part])) {
            continue;
        }
        let sums = values.iter().filter(|column| is_summed(&columns[**column]));
        let cells =
            sums.map(|column| (parts.iter().map(|part| (block.body[*part].0, *column)).collect(), (total, *column)));
        differ.extend(cells.filter(|(parts, total): &(Vec<At>, At)| !adds_up(desk, parts, *total)));
    }
    for total in
        values.iter().filter(|column| columns[**column].role == Some(Role::Total) && !is_mean(&columns[**column].text))
    {
        let parts: Vec<usize> = values
            .iter()
            .copied()
            .filter(|column| column < total && columns[*column].role.is_none_or(|role| role == Role::Value))
            .collect();
        if parts.len() < 2 || mixed(parts.iter().map(|part| &columns[*part])) {
            continue;
        }
        for ((row, _), axis) in block.body.iter().zip(&rows).filter(|(_, axis)| is_part(axis, 0)) {
            let cells: Vec<At> = parts.iter().map(|column| (*row, *column)).collect();
            if axis.unit.is_none_or(|(unit, _)| unit.is_of_amounts()) && !adds_up(desk, &cells, (*row, *total)) {
                differ.push((cells, (*row, *total)));
            }
        }
    }
    for (parts, total) in differ {
        let cells = Some((parts.first().copied().unwrap_or(total), total));
        let choices = vec![Choice::AsItStands];
        desk.ask(Question { code: Asked::TotalDiffers, paths: Vec::new(), cells, choices, chosen: Some(0) });
    }
}

fn is_total(axis: &Axis) -> bool {
    axis.role == Some(Role::Total) && axis.targets.is_empty()
}

fn is_mean(text: &str) -> bool {
    let plain = plain(text);
    ["平均", "均值"].iter().any(|word| around(&plain, word).is_some())
}

fn is_part(axis: &Axis, _: usize) -> bool {
    !axis.is_part && axis.role.is_none_or(|role| matches!(role, Role::Value | Role::Name | Role::Count))
}

/// Whether a column holds what can be added up.
fn is_summed(axis: &Axis) -> bool {
    axis.role.is_none_or(|role| matches!(role, Role::Value | Role::Count))
}

/// Whether what is to be added up is of several sorts: amounts and counts, or several figures that are no parts of one another.
fn mixed<'a>(parts: impl Iterator<Item = &'a Axis> + Clone) -> bool {
    let units = parts.clone().filter_map(|axis| axis.unit.map(|(unit, _)| unit));
    let mut named = parts.flat_map(|axis| axis.targets.first());
    let first = named.next();
    let several = named.any(|target| match (first, target) {
        (Some(Target::Figure(one)), Target::Figure(other)) => one != other,
        (Some(one), other) => one.figure() != other.figure(),
        (None, _) => false,
    });
    let mut units = units.peekable();
    let unit = units.peek().copied();
    several || units.any(|other| Some(other) != unit)
}

fn adds_up(desk: &Desk, parts: &[At], total: At) -> bool {
    let number = |(row, column): At| {
        let cell = desk.grid.cell(row, column)?;
        let text = cell.number.as_deref().unwrap_or(&cell.text);
        parse_number(text, NumberKind::SignedAmount).ok().flatten().map(Exact::from)
    };
    let is_there = |(row, column): &At| desk.grid.sort(*row, *column) == Sort::Number;
    let Some(total) = Some(total).filter(|total| is_there(total)).and_then(number) else { return true };
    let mut sum = Exact::ZERO;
    for part in parts.iter().filter(|part| is_there(part)) {
        let Some(added) = number(*part).and_then(|part| sum.plus(part).ok()) else { return true };
        sum = added;
    }
    sum == total
}
