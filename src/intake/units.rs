//! What the number of a claim is in: the nearest unit that is said, or the one that is asked for.

use engine::number::NumberKind;

use crate::claims::Claim;
use crate::context::Answer;
use crate::desk::Desk;
use crate::reading::{Asked, Because, Choice, Code, Question, Used, around};
use crate::settle::Settled;
use crate::unit::{ASKED, Unit};

/// The unit of a claim's number, the nearest first, and whether the table says none.
pub fn unit(desk: &mut Desk, claim: &Claim, kind: NumberKind) -> Result<(Option<(Unit, Because)>, bool), Code> {
    let amounts = matches!(kind, NumberKind::Amount | NumberKind::SignedAmount);
    let all = desk.context.answered(&|answer| match answer {
        Answer::AllUnits(unit) => Some((*unit, Because::Answer)),
        _ => None,
    });
    match (claim.unit, kind) {
        (Some((Unit::Foreign | Unit::ManyThings, _)), _) => Err(Code::OutOfScope),
        (Some((Unit::Percent | Unit::PerMille, _)), NumberKind::Percent) => Ok((claim.unit, false)),
        (Some((Unit::Percent | Unit::PerMille, _)), _) => Err(Code::ChangeColumn),
        (Some((unit, _)), _) if amounts && unit.is_of_amounts() => Ok((claim.unit, false)),
        (Some((Unit::Things | Unit::WanThings, _)), _) if amounts => Err(Code::OutOfScope),
        (Some((Unit::WanThings, _)), NumberKind::Count) => Ok((claim.unit, false)),
        (Some((unit, because)), _) if !amounts && unit.is_of_amounts() && because != Because::UnitHeader => {
            Err(Code::OutOfScope)
        }
        (Some(_), _) if !amounts => Ok((None, false)),
        (None, _) if kind != NumberKind::Percent && are_rates(said_above(desk, claim)) => Err(Code::ChangeColumn),
        (None, NumberKind::Count) => of_counts(said_above(desk, claim)).map(|unit| (unit, false)),
        _ if !amounts => Ok((None, false)),
        _ => {
            let (units, is_unclear) = (said_above(desk, claim), is_unclear(desk, claim));
            let mut lines = units.iter().filter(|unit| unit.is_of_amounts());
            let first = lines.next();
            if first.is_none() && !is_unclear && units.contains(&Unit::Foreign) {
                return Err(Code::OutOfScope);
            }
            Ok(match first.filter(|first| !is_unclear && lines.all(|unit| unit == *first)) {
                Some(unit) => (Some((*unit, Because::UnitLine)), false),
                None => (all.or(Some((desk.context.amount_unit, Because::UnitContext))), all.is_none()),
            })
        }
    }
}

/// The units in the lines above the block of a claim.
fn said_above<'a>(desk: &Desk<'a>, claim: &Claim) -> &'a [Unit] {
    let layout = desk.layout;
    layout.blocks.get(claim.line.0).map_or(&[], |block| &block.units)
}

/// Whether lines of units say nothing but %.
fn are_rates(units: &[Unit]) -> bool {
    !units.is_empty() && units.iter().all(|unit| matches!(unit, Unit::Percent | Unit::PerMille))
}

fn is_unclear(desk: &Desk, claim: &Claim) -> bool {
    desk.layout.blocks.get(claim.line.0).is_some_and(|block| block.is_unit_unclear)
}

/// What a line of units says of counts: 万人 scales them, if nothing else in the line could be meant.
fn of_counts(units: &[Unit]) -> Result<Option<(Unit, Because)>, Code> {
    let mut things = units.iter().filter(|unit| matches!(unit, Unit::Things | Unit::WanThings | Unit::ManyThings));
    match things.next() {
        None | Some(Unit::Things) if things.all(|unit| *unit == Unit::Things) => Ok(None),
        Some(Unit::WanThings) if things.all(|unit| *unit == Unit::WanThings) => {
            Ok(Some((Unit::WanThings, Because::UnitLine)))
        }
        _ => Err(Code::OutOfScope),
    }
}

/// Asks for the unit of what has been read without any.
pub fn ask_for_the_unit(desk: &mut Desk, settled: &Settled) {
    let place = |used: &Used| used.cell.0 * desk.grid.width + used.cell.1;
    let mut is_used = vec![false; desk.grid.height() * desk.grid.width];
    for one in &settled.used {
        is_used[place(one)] = true;
    }
    let (mut paths, mut cells) = (Vec::new(), None);
    for one in settled.without_unit.iter().filter(|one| is_used[place(one)]) {
        paths.push(one.address);
        let own = (one.cell, one.cell);
        cells = Some(cells.map_or(own, |cells| around(cells, own)));
    }
    if cells.is_none() {
        return;
    }
    let chosen = ASKED.iter().position(|unit| *unit == desk.context.amount_unit);
    desk.questions.push(Question {
        code: Asked::WhichUnit,
        paths,
        cells,
        choices: ASKED.map(Choice::Unit).to_vec(),
        chosen,
    });
}
