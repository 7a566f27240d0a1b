//! The lines of a tally: a kind, how many, and at which rank.

use engine::address::Column;
use engine::ids::{FigureId, Id, KindId};
use engine::ruleset::FigureForm;

use crate::claims::Claim;
use crate::context::{Along, Answer};
use crate::desk::Desk;
use crate::names::Target;
use crate::order::{Numbered, in_order};
use crate::reading::{Asked, Because, Choice, Code, Figure, Line, Question, Used, line};
use crate::repeats::once;
use crate::settle::{Settled, kind_of, of_last_year, parted, value};
use crate::whole::of_whole;

/// The lines that the claims of a tally come to.
pub fn lines(
    desk: &mut Desk,
    claims: &[&Claim],
    figure: FigureId,
    last_year: Option<u16>,
    settled: &mut Settled,
) -> Option<Figure> {
    let (of_kinds, of_all) = parted(claims, &|claim| kind_of(claim).is_some());
    let has_kinds = !of_kinds.is_empty();
    if !has_kinds {
        ask_for_kind(desk, &of_all, figure);
    }
    let claims = of_last_year(desk, &of_kinds, last_year);
    let mut lines: Vec<Line> = Vec::new();
    let kinds = &desk.context.track.figures[figure].form.kinds();
    let mut seen: Vec<Numbered> = kinds.ids().map(|_| Numbered::default()).collect();
    let key = |(place, claim): (usize, &&Claim)| {
        ([claim.line.0, claim.line.1, kind_of(claim).map_or(0, |kind| kind.index()), column_of(claim)], place)
    };
    let order = in_order(claims.iter().enumerate().map(key).collect());
    let sorted: Vec<&Claim> = order.into_iter().map(|place| claims[place]).collect();
    let groups: Vec<&[&Claim]> = sorted
        .chunk_by(|one, other| (one.line, one.target, column_of(one)) == (other.line, other.target, column_of(other)))
        .collect();
    for own in once(desk, &groups, figure) {
        let Some(kind) = kind_of(own[0]) else { continue };
        // Rows of their own under the name of a column are no repetition of it.
        let of_column = matches!(own[0].along, Along::Column(..));
        let known = seen[kind.index()].len();
        let twice = !of_column && seen[kind.index()].number(&own[0].names) < known;
        if twice
            && !is_marked(own)
            && !own.iter().any(|claim| claim.because.contains(&Because::Listed))
            && !own.iter().any(|claim| claim.is_rank || claim.rank.is_some())
        {
            desk.leave_claims(own, Code::Duplicate);
            continue;
        }
        let before = settled.used.len();
        if let Some(read) = one_line(desk, own, figure, kind, lines.len(), settled) {
            lines.push(read);
        } else {
            for used in &settled.used[before..] {
                desk.leave_used(used.cell, Code::NoNumber);
            }
            settled.used.truncate(before);
        }
    }
    if has_kinds {
        for total in of_last_year(desk, &of_all, last_year) {
            lines.extend(of_whole(desk, total, figure, &lines, settled));
        }
    }
    (!lines.is_empty()).then_some(Figure::Tally(lines))
}

/// A number for a whole tally without its kinds.
fn ask_for_kind(desk: &mut Desk, claims: &[&Claim], figure: FigureId) {
    let Some(first) = claims.first() else { return };
    let kinds: Vec<Target> =
        desk.context.track.figures[figure].form.kinds().ids().map(|kind| Target::Kind(figure, kind)).collect();
    claims.iter().for_each(|claim| desk.ask_which(claim.cell, &kinds, first.cell.0 == claim.cell.0));
}

/// Whether these are of a line that our own template marks as one: two lines of a kind are two lines there.
fn is_marked(claims: &[&Claim]) -> bool {
    claims.iter().any(|claim| claim.is_count && claim.because.contains(&Because::Template))
}

fn one_line(
    desk: &mut Desk,
    claims: &[&Claim],
    figure: FigureId,
    kind: KindId,
    number: usize,
    settled: &mut Settled,
) -> Option<Line> {
    let ranked = matches!(desk.context.track.figures[figure].form, FigureForm::Tally { ranked: true, .. });
    // Where the lead unit alone counts, what is of other ranks does not.
    if !ranked && claims.iter().any(|claim| claim.rank.as_ref().is_some_and(|rank| rank != "1")) {
        desk.leave_claims(claims, Code::OutOfScope);
        return None;
    }
    let (ranks, numbers) = parted(claims, &|claim| claim.is_rank);
    let listed = numbers.iter().any(|claim| claim.because.contains(&Because::Listed));
    let (counted, others) = parted(&numbers, &|claim| claim.is_count);
    let (counts, others) = match numbers.as_slice() {
        _ if !counted.is_empty() => (counted, others),
        // Without heads a ranked table has the count first and the rank behind it, which is asked about.
        &[count, rank] if ranked && ranks.is_empty() && !listed => {
            return by_position(desk, count, rank, figure, kind, number, settled);
        }
        _ => (numbers, Vec::new()),
    };
    desk.leave_claims(&others, Code::OutOfScope);
    let rank = match ranks.as_slice() {
        [rank, ..] if ranked => read(desk, rank, figure, number, Column::Rank, settled),
        _ => None,
    };
    // A rank that cannot be read must not turn a line into one of the lead unit.
    let refused =
        ranked && ranks.iter().any(|rank| !desk.grid.text(rank.cell.0, rank.cell.1).is_empty()) && rank.is_none();
    if refused {
        desk.leave_claims(&counts, Code::NoNumber);
        return None;
    }
    let count = match counts.as_slice() {
        [] if !claims.iter().all(|claim| claim.is_one_each) => None,
        [] => one_each(desk, claims, figure, number, settled),
        [claim] if listed => {
            desk.use_cell(claim.cell);
            one_each(desk, claims, figure, number, settled)
        }
        [count] => read(desk, count, figure, number, Column::Count, settled),
        several => which_column(desk, several, figure, number, settled),
    }?;
    let said = claims.first().and_then(|claim| claim.rank.clone()).filter(|_| ranked);
    Some(Line { kind: Some(kind), count: Some(count), rank: rank.or(said) })
}

/// The column of a claim, as far as it makes a line of its own: 博士 beside 硕士, 排名第1 beside 排名第2.
fn column_of(claim: &Claim) -> usize {
    const MOST: usize = 1 << 20;
    let rank = claim.rank.as_ref().and_then(|rank| rank.parse().ok()).unwrap_or(0);
    let alias = if matches!(claim.along, Along::Column(..)) { claim.alias.min(MOST - 1) } else { 0 };
    MOST * rank + alias
}

fn read(
    desk: &mut Desk,
    claim: &Claim,
    figure: FigureId,
    number: usize,
    column: Column,
    settled: &mut Settled,
) -> Option<String> {
    let (mut used, ..) = value(desk, claim, figure)?;
    desk.use_cell(claim.cell);
    used.address = line(desk.context.side(), figure, number, column);
    if column == Column::Rank {
        used.because.push(Because::RankColumn);
    }
    let text = used.written.clone();
    settled.used.push(used);
    Some(text)
}

/// A line of a list: the cell that names its kind stands for one.
fn one_each(
    desk: &mut Desk,
    claims: &[&Claim],
    figure: FigureId,
    number: usize,
    settled: &mut Settled,
) -> Option<String> {
    let first = claims.first()?;
    let row = first.cell.0;
    let column = desk.block_of(row).and_then(|block| desk.name_column(block, row))?;
    desk.use_cell((row, column));
    settled.used.push(Used {
        address: line(desk.context.side(), figure, number, Column::Count),
        cell: (row, column),
        to: (row, column),
        text: desk.grid.text(row, column).to_owned(),
        written: "1".to_owned(),
        names: first.names.clone(),
        along: Along::Row(row),
        because: vec![Because::RowName, Because::Listed],
    });
    Some("1".to_owned())
}

fn by_position(
    desk: &mut Desk,
    count: &Claim,
    rank: &Claim,
    figure: FigureId,
    kind: KindId,
    number: usize,
    settled: &mut Settled,
) -> Option<Line> {
    let as_rank = Claim { is_rank: true, ..rank.clone() };
    let rank_text = read(desk, &as_rank, figure, number, Column::Rank, settled)?;
    let count_text = read(desk, count, figure, number, Column::Count, settled)?;
    let cells = |claim: &Claim| Choice::Cells(claim.cell, claim.cell);
    desk.ask_once(Question {
        code: Asked::WhichColumn,
        paths: [Column::Count, Column::Rank].map(|column| line(desk.context.side(), figure, number, column)).to_vec(),
        cells: Some((count.cell, rank.cell)),
        choices: vec![cells(count), cells(rank)],
        chosen: Some(0),
    });
    Some(Line { kind: Some(kind), count: Some(count_text), rank: Some(rank_text) })
}

/// Several numbers for one line, and nothing says which is the count.
fn which_column(
    desk: &mut Desk,
    claims: &[&Claim],
    figure: FigureId,
    number: usize,
    settled: &mut Settled,
) -> Option<String> {
    let chosen = desk.context.answered(&|answer| match answer {
        Answer::Cells(from, _) => claims.iter().find(|claim| claim.cell.1 == from.1),
        _ => None,
    });
    if let Some(chosen) = chosen {
        for claim in claims.iter().filter(|claim| claim.cell != chosen.cell) {
            desk.leave_cell(claim.cell, Code::LeftOut);
        }
        return read(desk, chosen, figure, number, Column::Count, settled);
    }
    desk.ask_once(Question {
        code: Asked::WhichColumn,
        paths: vec![line(desk.context.side(), figure, number, Column::Count)],
        cells: Some((claims[0].cell, claims[claims.len() - 1].cell)),
        choices: claims.iter().map(|claim| Choice::Cells(claim.cell, claim.cell)).collect(),
        chosen: None,
    });
    desk.leave_claims(claims, Code::NoNumber);
    None
}
