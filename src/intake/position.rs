//! A bare block of numbers: without any words, where it was pasted says what is what.

use engine::address::{Address, Column, Part};
use engine::figures::{RATES, YEARS};
use engine::ids::{Id, KindId};
use engine::number::{NumberKind, parse_number};
use engine::ruleset::FigureForm;
use rust_decimal::Decimal;

use crate::context::{Along, Answer};
use crate::desk::Desk;
use crate::grid::Sort;
use crate::names::Target;
use crate::reading::{Asked, At, Because, Code, Figure, Line, Question, Used, around, line};
use crate::settle::{Settled, ask_about_fractions};
use crate::spaced::may_be_several;
use crate::table::Parted;
use crate::together::following;
use crate::two_units::{is_sign_alone, is_without_unit, of_sign};
use crate::unit::Unit;
use crate::units::ask_for_the_unit;
use crate::written::{has_unit, in_percent, written};

/// Places a bare block from where it was pasted on. Without a place, all of it is left out.
pub fn placed(desk: &mut Desk) -> Settled {
    let mut settled = Settled::default();
    let rows = block(desk);
    let Some(at) = desk.context.at else {
        rows.iter().flatten().for_each(|cell| desk.leave_cell(*cell, Code::NoSuchFigure));
        return settled;
    };
    let form = &desk.context.track.figures[at.figure].form;
    let is_one = matches!(form, FigureForm::Amount { .. } | FigureForm::Count { .. });
    let several = |cell: &At| may_be_several(desk.grid.text(cell.0, cell.1));
    if !is_one && desk.grid.parted == Parted::Spaces && rows.iter().flatten().any(several) {
        // 98 102 110 may be one number or three.
        ask_for_the_cells(desk, &rows);
        return settled;
    }
    let rows = without_numbers(desk, form, rows);
    let rows = without_rates(desk, form, rows);
    match (form, at.part) {
        (FigureForm::Series { .. }, _) => listed(desk, at, &rows, YEARS, &mut settled),
        (FigureForm::Rates, _) => listed(desk, at, &rows, RATES, &mut settled),
        (FigureForm::Tally { ranked: true, .. }, part) => in_lines(desk, at, part, &rows, &mut settled),
        (FigureForm::Tally { .. }, part) => by_kind(desk, at, part, &rows, &mut settled),
        (FigureForm::Amount { .. } | FigureForm::Count { .. }, _) => single(desk, at, &rows, &mut settled),
    }
    // As a number typed into its field stays what it is, so does one pasted there, as far as it can be one.
    if settled.without_unit.iter().any(is_improbable) {
        ask_for_the_unit(desk, &settled);
    }
    ask_about_fractions(desk, &settled);
    settled
}

/// Whether an amount is more than anybody has in the unit that it is taken to be in: 985000000 in 万元.
fn is_improbable(used: &Used) -> bool {
    const MOST: i64 = 10_000_000;
    parse_number(&used.written, NumberKind::SignedAmount)
        .ok()
        .flatten()
        .is_some_and(|amount| amount.abs() >= Decimal::from(MOST))
}

/// The block without a first column that numbers its rows from 1 on, where what stands beside it is far larger: 行次 without a head.
fn without_numbers(desk: &mut Desk, form: &FigureForm, mut rows: Vec<Vec<At>>) -> Vec<Vec<At>> {
    let number =
        |desk: &Desk, cell: &At| parse_number(desk.grid.text(cell.0, cell.1), NumberKind::Plain).ok().flatten();
    let is_number = |(index, row): (usize, &Vec<At>)| {
        let own = row.first().and_then(|cell| number(desk, cell));
        let is_larger = |cell: &At| number(desk, cell).is_some_and(|number| number >= Decimal::ONE_HUNDRED);
        own == Some(Decimal::from(index + 1)) && row.len() > 1 && row.iter().skip(1).all(is_larger)
    };
    let is_series = matches!(form, FigureForm::Series { .. });
    if is_series && rows.len() > 1 && rows.iter().enumerate().all(is_number) {
        for row in &mut rows {
            desk.leave_cell(row.remove(0), Code::SerialNumber);
        }
    }
    rows
}

/// The block without columns of nothing but rates between amounts: 98.5, 3.1%, 102.
fn without_rates(desk: &mut Desk, form: &FigureForm, mut rows: Vec<Vec<At>>) -> Vec<Vec<At>> {
    let is_rate = |desk: &Desk, row: &Vec<At>, column: usize| {
        row.get(column).is_some_and(|cell| desk.grid.text(cell.0, cell.1).trim_end().ends_with(['%', '％', '‰']))
    };
    let width = rows.first().map_or(0, Vec::len);
    if matches!(form, FigureForm::Series { .. }) {
        for column in (0..width).rev().filter(|_| width > 1) {
            if rows.iter().all(|row| is_rate(desk, row, column)) {
                for row in &mut rows {
                    desk.leave_cell(row.remove(column), Code::ChangeColumn);
                }
            }
        }
    }
    rows
}

/// Asks for a table in which it can be told where a cell ends.
fn ask_for_the_cells(desk: &mut Desk, rows: &[Vec<At>]) {
    let cells = rows.iter().flatten().map(|cell| (*cell, *cell)).reduce(around);
    rows.iter().flatten().for_each(|cell| desk.leave_cell(*cell, Code::NoNumber));
    desk.ask(Question { code: Asked::WhichColumn, paths: Vec::new(), cells, choices: Vec::new(), chosen: None });
}

/// The cells from the first row and column that say something to the last.
fn block(desk: &Desk) -> Vec<Vec<At>> {
    let grid = desk.grid;
    let rows: Vec<usize> = (0..grid.height()).filter(|row| !grid.filled(*row).is_empty()).collect();
    let (Some(top), Some(bottom)) = (rows.first(), rows.last()) else { return Vec::new() };
    let left = rows.iter().filter_map(|row| grid.filled(*row).first().copied()).min().unwrap_or(0);
    let right = rows.iter().filter_map(|row| grid.filled(*row).last().copied()).max().unwrap_or(0);
    let shown = (*top..=*bottom).filter(|row| !grid.filled(*row).iter().any(|column| grid.is_hidden(*row, *column)));
    shown.map(|row| (left..=right).map(|column| (row, column)).collect()).collect()
}

fn listed(desk: &mut Desk, at: Address, rows: &[Vec<At>], places: usize, settled: &mut Settled) {
    let first = if let Part::Entry(entry) = at.part { entry } else { 0 };
    let width = rows.first().map_or(0, Vec::len);
    // One column, or a row for each year: the years run down.
    let down = width == 1 || (rows.len() == places && width != places);
    let turned: Vec<Vec<At>> = (0..width).map(|column| rows.iter().map(|row| row[column]).collect()).collect();
    for (index, cells) in if down { &turned } else { rows }.iter().enumerate() {
        let Some(figure) = following(desk.context, at.figure, index) else {
            cells.iter().for_each(|cell| leave(desk, *cell));
            continue;
        };
        let mut texts = vec![None; places];
        for (offset, cell) in cells.iter().enumerate() {
            let entry = first + offset;
            match texts.get_mut(entry) {
                Some(text) => {
                    *text = read(desk, Address::whole(at.side, figure).at(Part::Entry(entry)), *cell, settled)
                }
                None => leave(desk, *cell),
            }
        }
        if texts.iter().any(Option::is_some) {
            settled.figures.push((figure, Figure::Listed(texts)));
        }
    }
}

fn single(desk: &mut Desk, at: Address, rows: &[Vec<At>], settled: &mut Settled) {
    let mut cells = rows.iter().flatten();
    let text = cells.next().and_then(|cell| read(desk, Address::whole(at.side, at.figure), *cell, settled));
    cells.for_each(|cell| leave(desk, *cell));
    settled.figures.extend(text.map(|text| (at.figure, Figure::Single(text))));
}

/// One row or one column fills the kinds from the one where it was pasted.
fn by_kind(desk: &mut Desk, at: Address, part: Part, rows: &[Vec<At>], settled: &mut Settled) {
    let kinds: Vec<KindId> = desk.context.track.figures[at.figure].form.kinds().ids().collect();
    let first = if let Part::Kind(kind) = part { kind.index() } else { 0 };
    let cells: Vec<At> = rows.iter().flatten().copied().collect();
    let width = rows.first().map_or(0, Vec::len);
    if rows.len() > 1 && width > 1 {
        return cells.iter().for_each(|cell| leave(desk, *cell));
    }
    // Numbers for the whole tally: only as many as there are kinds say which are which.
    let count = cells.iter().filter(|cell| desk.grid.sort(cell.0, cell.1) != Sort::Blank).count();
    if part == Part::Whole && count != kinds.len() {
        let kinds: Vec<Target> = kinds.iter().map(|kind| Target::Kind(at.figure, *kind)).collect();
        return cells.iter().for_each(|cell| desk.ask_which(*cell, &kinds, true));
    }
    let mut lines = Vec::new();
    for (offset, cell) in cells.iter().enumerate() {
        let Some(kind) = kinds.get(first + offset) else {
            leave(desk, *cell);
            continue;
        };
        let address = line(at.side, at.figure, lines.len(), Column::Count);
        if let Some(count) = read(desk, address, *cell, settled) {
            lines.push(Line { kind: Some(*kind), count: Some(count), rank: None });
        }
    }
    if !lines.is_empty() {
        settled.figures.push((at.figure, Figure::Tally(lines)));
    }
}

/// Row by row into the lines, from the count on to the rank. No kind is said.
fn in_lines(desk: &mut Desk, at: Address, part: Part, rows: &[Vec<At>], settled: &mut Settled) {
    let (first, column) = if let Part::Line(line, column) = part { (line, column) } else { (0, Column::Count) };
    let columns: &[Column] = if column == Column::Rank { &[Column::Rank] } else { &[Column::Count, Column::Rank] };
    let mut lines = vec![Line { kind: None, count: None, rank: None }; first];
    for cells in rows {
        let mut texts = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            match columns.get(index) {
                Some(column) => {
                    texts.push((*column, read(desk, line(at.side, at.figure, lines.len(), *column), *cell, settled)));
                }
                None => leave(desk, *cell),
            }
        }
        let mut text =
            |wanted: Column| texts.iter_mut().find(|(column, _)| *column == wanted).and_then(|(_, text)| text.take());
        lines.push(Line { kind: None, count: text(Column::Count), rank: text(Column::Rank) });
    }
    if lines.iter().skip(first).any(|line| line.count.is_some() || line.rank.is_some()) {
        settled.figures.push((at.figure, Figure::Tally(lines)));
    }
}

fn leave(desk: &mut Desk, cell: At) {
    if desk.grid.sort(cell.0, cell.1) != Sort::Blank {
        desk.leave_cell(cell, Code::OutOfScope);
    }
}

fn read(desk: &mut Desk, address: Address, cell: At, settled: &mut Settled) -> Option<String> {
    if desk.grid.sort(cell.0, cell.1) == Sort::Blank {
        return None;
    }
    let kind = match address.part {
        Part::Line(_, Column::Rank) => NumberKind::Rank,
        _ => desk.context.track.figures[address.figure].form.number_kind(),
    };
    let amounts = matches!(kind, NumberKind::Amount | NumberKind::SignedAmount);
    // In 万元, the unit of every submission, a bare number stays as it is.
    let answered = desk.context.answered(&|answer| match answer {
        Answer::AllUnits(unit) => Some(*unit),
        _ => None,
    });
    let known = answered.or(Some(desk.context.amount_unit)).filter(|unit| amounts && *unit != Unit::WanYuan);
    let unit = if is_sign_alone(desk.grid, cell, kind) {
        of_sign(desk, cell, address)
    } else {
        known.map(|unit| (unit, Because::UnitContext))
    };
    let Some(written) = written(desk.grid, cell, kind, unit) else {
        desk.leave_cell(cell, Code::NoNumber);
        return None;
    };
    desk.use_cell(cell);
    let because = core::iter::once(Because::Position).chain(written.unit).collect();
    let text = desk.grid.text(cell.0, cell.1).to_owned();
    let is_fraction =
        kind == NumberKind::Percent && desk.context.answers.contains(&Answer::Fraction) && !has_unit(&written.text);
    let in_percent = in_percent(written.value).filter(|_| is_fraction);
    let read = in_percent.map_or(written.text, |(percent, _)| percent);
    let used = Used {
        address,
        cell,
        to: cell,
        text,
        written: read.clone(),
        names: String::new(),
        along: Along::Row(cell.0),
        because,
    };
    if amounts && answered.is_none() && is_without_unit(desk.grid, cell) {
        settled.without_unit.push(used.clone());
    }
    settled.used.push(used);
    Some(read)
}
