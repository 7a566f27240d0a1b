//! Amounts that may be in one of two units, which only a person can tell.

use engine::address::Address;
use engine::number::{NumberKind, parse_number};
use engine::problem::Code as Refusal;

use crate::context::Answer;
use crate::desk::Desk;
use crate::grid::{Grid, Sort};
use crate::reading::{Asked, At, Because, Choice, Question};
use crate::unit::Unit;
use crate::written::has_unit;

/// Whether an amount has a currency sign and no unit: `￥985,000`.
pub fn is_sign_alone(grid: &Grid, (row, column): At, kind: NumberKind) -> bool {
    parse_number(grid.text(row, column), kind) == Err(Refusal::UnitUnclear)
}

/// Whether a number has no unit of its own.
pub fn is_without_unit(grid: &Grid, (row, column): At) -> bool {
    grid.sort(row, column) == Sort::Number && !has_unit(grid.text(row, column))
}

/// The unit of a currency sign alone, once it is answered: whoever wrote it may have meant 元, in a table in 万元 or not.
pub fn of_sign(desk: &mut Desk, cell: At, address: Address) -> Option<(Unit, Because)> {
    of_two(desk, cell, address, [Unit::Yuan, Unit::WanYuan], None)
}

/// The answered unit of a cell that may be in one of two; it is asked for until then. `chosen` is the one that is used meanwhile.
pub fn of_two(
    desk: &mut Desk,
    cell: At,
    address: Address,
    units: [Unit; 2],
    chosen: Option<usize>,
) -> Option<(Unit, Because)> {
    let is_in = |from: &At, to: &At| (from.0..=to.0).contains(&cell.0) && (from.1..=to.1).contains(&cell.1);
    let answered = desk.context.answered(&|answer| match answer {
        Answer::OfTwo(from, to, unit) if is_in(from, to) && units.contains(unit) => Some((*unit, Because::Answer)),
        _ => None,
    });
    if answered.is_none() {
        desk.ask_once(Question {
            code: Asked::WhichUnit,
            paths: vec![address],
            cells: Some((cell, cell)),
            choices: units.map(Choice::Unit).to_vec(),
            chosen,
        });
    }
    answered
}
