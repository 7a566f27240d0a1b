//! The number of a whole tally beside its kinds: a total, which says how many are left for the kind of what has none.

use engine::address::{Column, Part};
use engine::ids::{FigureId, KindId};
use engine::number::{NumberKind, parse_number};
use engine::ruleset::FigureForm;
use rust_decimal::Decimal;

use crate::claims::Claim;
use crate::context::Answer;
use crate::desk::Desk;
use crate::reading::{Asked, Because, Choice, Code, Line, Question, Used, around, line};
use crate::settle::Settled;

/// Holds the total of a tally against what was counted in its row or column. Of a larger one the rest may be a line of its own, if a person
/// says so: 有效发明专利 420, 其中金奖 1.
pub fn of_whole(
    desk: &mut Desk,
    total: &Claim,
    figure: FigureId,
    lines: &[Line],
    settled: &mut Settled,
) -> Option<Line> {
    let counted = |used: &&Used| {
        used.address.figure == figure
            && matches!(used.address.part, Part::Line(_, Column::Count))
            && !used.because.contains(&Because::Listed)
            && (used.cell.0 == total.cell.0 || used.cell.1 == total.cell.1)
    };
    let parts: Vec<&Used> = settled.used.iter().filter(counted).collect();
    let number = |text: &str| parse_number(text, NumberKind::Count).ok().flatten();
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, used| sum.checked_add(number(&used.written)?));
    let said = number(desk.grid.text(total.cell.0, total.cell.1));
    let Some((sum, said)) = sum.zip(said).filter(|(sum, said)| !parts.is_empty() && sum != said) else {
        desk.leave_cell(total.cell, Code::Total);
        return None;
    };
    let whole = (total.cell, total.cell);
    let cells = Some(parts.iter().fold(whole, |cells, used| around(cells, (used.cell, used.cell))));
    let rest = said.checked_sub(sum).filter(|rest| *rest > Decimal::ZERO).map(|rest| rest.normalize().to_string());
    let rest = kind_of_rest(desk, figure, lines).zip(rest);
    if let Some((kind, rest)) = rest.clone().filter(|_| desk.context.answers.contains(&Answer::Rest(total.cell))) {
        return Some(take(desk, total, (figure, kind), rest, lines.len(), settled));
    }
    let mut choices = vec![Choice::AsItStands];
    choices.extend(rest.map(|(kind, rest)| Choice::Rest(figure, kind, total.cell, rest)));
    // With nothing else to choose it is only to be looked at.
    let chosen = if choices.len() == 1 { Some(0) } else { None };
    desk.ask(Question { code: Asked::TotalDiffers, paths: Vec::new(), cells, choices, chosen });
    desk.leave_cell(total.cell, Code::Total);
    None
}

/// The kind of what has none, if nothing was counted as that.
fn kind_of_rest(desk: &Desk, figure: FigureId, lines: &[Line]) -> Option<KindId> {
    let FigureForm::Tally { roster: Some(rule), .. } = &desk.context.track.figures[figure].form else { return None };
    rule.kind_if_none.filter(|kind| lines.iter().all(|line| line.kind != Some(*kind)))
}

/// Takes the rest of a total as a line.
fn take(
    desk: &mut Desk,
    total: &Claim,
    (figure, kind): (FigureId, KindId),
    rest: String,
    number: usize,
    settled: &mut Settled,
) -> Line {
    desk.use_cell(total.cell);
    settled.used.push(Used {
        address: line(desk.context.side(), figure, number, Column::Count),
        cell: total.cell,
        to: total.cell,
        text: desk.grid.text(total.cell.0, total.cell.1).to_owned(),
        written: rest.clone(),
        names: total.names.clone(),
        along: total.along,
        because: vec![Because::Answer],
    });
    Line { kind: Some(kind), count: Some(rest), rank: None }
}
