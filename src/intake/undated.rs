//! Values of a series without years: which entries they are, if that can be told.

use engine::ids::FigureId;
use engine::number::{NumberKind, parse_number};
use rust_decimal::Decimal;

use crate::claims::Claim;
use crate::context::Answer;
use crate::desk::Desk;
use crate::layout::Column;
use crate::reading::{Asked, Choice, Code, Question, entry};
use crate::words::Role;

/// Where values without years begin: as many as there are entries fill them; otherwise it has to be said.
pub fn first_entry(desk: &mut Desk, claims: &[&Claim], figure: FigureId, places: usize) -> Option<usize> {
    let answered = desk.context.answered(&|answer| match answer {
        Answer::Entry(along, first) if claims.iter().any(|claim| along.has(claim.cell)) => Some(*first),
        _ => None,
    });
    let many = claims.iter().all(|claim| claim.is_one_of_many);
    let same_row = claims.iter().all(|claim| claim.cell.0 == claims[0].cell.0);
    let same_column = claims.iter().all(|claim| claim.cell.1 == claims[0].cell.1);
    if answered.is_some() {
        return answered;
    }
    let likely = !is_hundredfold(desk, claims)
        && !claims.iter().any(|claim| is_under_numbers(desk, claim))
        && (same_row || !claims.iter().any(|claim| is_told_apart(desk, claim)));
    if claims.len() == places && !many && (same_row || same_column) && likely {
        return Some(0);
    }
    let (from, to) = (claims[0].cell, claims[claims.len() - 1].cell);
    let (mut paths, mut choices) = (Vec::new(), Vec::new());
    for index in 0..places {
        paths.push(entry(desk.context.side(), figure, Some(index)));
        if claims.len() + index <= places && (same_row || !many) {
            choices.insert(0, Choice::Entry(index));
        }
    }
    desk.ask(Question { code: Asked::YearsUnclear, paths, cells: Some((from, to)), choices, chosen: None });
    desk.leave_claims(claims, Code::NoNumber);
    None
}

/// Whether one of the years would be a hundred times another: the number of a row, and no value.
fn is_hundredfold(desk: &Desk, claims: &[&Claim]) -> bool {
    let number =
        |claim: &&Claim| parse_number(desk.grid.text(claim.cell.0, claim.cell.1), NumberKind::Plain).ok().flatten();
    let numbers: Vec<Decimal> = claims.iter().filter_map(number).filter(|number| *number > Decimal::ZERO).collect();
    let least = numbers.iter().min().and_then(|least| least.checked_mul(Decimal::ONE_HUNDRED));
    least.zip(numbers.iter().max()).is_some_and(|(least, most)| *most >= least)
}

/// Whether numbers that nobody understands stand above it: 202306, 45291.
fn is_under_numbers(desk: &Desk, claim: &Claim) -> bool {
    desk.layout.blocks.get(claim.line.0).is_some_and(|block| block.is_head_unread)
}

/// Whether a number that nobody knows stands beside it, which tells its row from others: 行业代码, 季度, 年月.
fn is_told_apart(desk: &Desk, claim: &Claim) -> bool {
    let Some(block) = desk.layout.blocks.get(claim.line.0) else { return false };
    let tells = |column: &usize| {
        block.columns[*column] == Column::Values
            && block.labels(desk.grid, *column).all(|label| !label.named.is_some() && label.year.is_none())
            && block.labels(desk.grid, *column).any(|label| label.is_unknown || label.role == Some(Role::Years))
    };
    desk.grid.filled(claim.cell.0).iter().take_while(|column| **column < claim.cell.1).any(tells)
}
