//! What the claims come to: one value for every entry, or a question.

use engine::address::Side;
use engine::figures::{RATES, YEARS};
use engine::ids::{FigureId, KindId};
use engine::number::{NumberKind, parse_number};
use engine::ruleset::FigureForm;
use rust_decimal::Decimal;

use crate::claims::Claim;
use crate::context::{Answer, Context};
use crate::desk::Desk;
use crate::lines::lines;
use crate::names::Target;
use crate::reading::{Asked, Because, Choice, Code, Figure, Question, Used, entry};
use crate::two_units::{is_sign_alone, is_without_unit, of_sign, of_two};
use crate::undated::first_entry;
use crate::units::{ask_for_the_unit, unit};
use crate::written::{Written, has_unit, in_percent, written};
use crate::year::Year;

/// The figures that a table comes to, with the cells used.
#[derive(Debug, Default)]
pub struct Settled {
    /// The figures.
    pub figures: Vec<(FigureId, Figure)>,
    /// The cells.
    pub used: Vec<Used>,
    /// Where a unit was neither in the table nor answered.
    pub without_unit: Vec<Used>,
}

/// The year in which the series of a table end.
pub fn last_year(claims: &[Claim], context: &Context, asked: Option<u16>) -> Option<u16> {
    let answered = context.answered(&|answer| match answer {
        Answer::LastYear(year) => Some(*year),
        _ => None,
    });
    let known = context.last_year.filter(|_| context.side() == Side::Now);
    let said = claims.iter().filter_map(|claim| if let Some(Year::Of(year)) = claim.year { Some(year) } else { None });
    answered.or(known).or(said.chain(asked).max())
}

/// Settles what is claimed of every figure.
pub fn settle(desk: &mut Desk, claims: &[Claim], last_year: Option<u16>) -> Settled {
    let mut settled = Settled::default();
    for (figure, rule) in desk.context.track.figures.with_ids() {
        let own: Vec<&Claim> = claims.iter().filter(|claim| claim.target.figure() == figure).collect();
        if own.is_empty() {
            continue;
        }
        let read = match &rule.form {
            FigureForm::Series { .. } => listed(desk, &own, figure, YEARS, last_year, &mut settled),
            FigureForm::Rates => listed(desk, &own, figure, RATES, last_year, &mut settled),
            FigureForm::Amount { .. } | FigureForm::Count { .. } => single(desk, &own, figure, last_year, &mut settled),
            FigureForm::Tally { .. } => lines(desk, &own, figure, last_year, &mut settled),
        };
        settled.figures.extend(read.map(|read| (figure, read)));
    }
    ask_for_the_unit(desk, &settled);
    ask_about_fractions(desk, &settled);
    settled
}

fn listed(
    desk: &mut Desk,
    claims: &[&Claim],
    figure: FigureId,
    places: usize,
    last_year: Option<u16>,
    settled: &mut Settled,
) -> Option<Figure> {
    let mut entries: Vec<Vec<&Claim>> = vec![Vec::new(); places];
    let (unsaid, said) = parted(claims, &|claim| claim.year.is_none());
    for claim in said {
        match claim.year.and_then(|year| place(year, places, last_year)) {
            Some(index) => entries[index].push(claim),
            None => desk.leave_cell(claim.cell, Code::OtherYear),
        }
    }
    if unsaid.len() == claims.len() {
        let first = first_entry(desk, &unsaid, figure, places)?;
        for (index, claim) in unsaid.iter().enumerate() {
            match entries.get_mut(first + index) {
                Some(entry) => entry.push(claim),
                None => desk.leave_cell(claim.cell, Code::OutOfScope),
            }
        }
    } else {
        desk.leave_claims(&unsaid, Code::OutOfScope);
    }
    let mut texts = vec![None; places];
    for (index, claims) in entries.iter().enumerate() {
        if let Some(used) = one(desk, claims, figure, Some(index), settled) {
            texts[index] = Some(used.written.clone());
            settled.used.push(used);
        }
    }
    texts.iter().any(Option::is_some).then_some(Figure::Listed(texts))
}

fn place(year: Year, places: usize, last_year: Option<u16>) -> Option<usize> {
    let back = match year {
        Year::Of(year) => usize::from(last_year?.checked_sub(year)?),
        Year::Back(back) | Year::Nth(back) => usize::from(back),
        Year::Other => return None,
    };
    (places - 1).checked_sub(back)
}

/// The claims of which something holds, and the others.
pub fn parted<'a>(claims: &[&'a Claim], holds: &dyn Fn(&Claim) -> bool) -> (Vec<&'a Claim>, Vec<&'a Claim>) {
    let (mut those, mut others) = (Vec::new(), Vec::new());
    for claim in claims {
        if holds(claim) { those.push(*claim) } else { others.push(*claim) }
    }
    (those, others)
}

/// The claims of the latest year; all of them where no year is said.
pub fn of_last_year<'a>(desk: &mut Desk, claims: &[&'a Claim], last_year: Option<u16>) -> Vec<&'a Claim> {
    let dated = claims.iter().any(|claim| claim.year.is_some());
    let is_last = |claim: &Claim| !dated || claim.year.is_some_and(|year| place(year, 1, last_year) == Some(0));
    let (last, others) = parted(claims, &is_last);
    desk.leave_claims(&others, Code::OtherYear);
    last
}

fn single(
    desk: &mut Desk,
    claims: &[&Claim],
    figure: FigureId,
    last_year: Option<u16>,
    settled: &mut Settled,
) -> Option<Figure> {
    let claims = of_last_year(desk, claims, last_year);
    let used = one(desk, &claims, figure, None, settled)?;
    let text = used.written.clone();
    settled.used.push(used);
    Some(Figure::Single(text))
}

/// The one cell that counts of those that claim the same entry.
fn one(
    desk: &mut Desk,
    claims: &[&Claim],
    figure: FigureId,
    index: Option<usize>,
    settled: &mut Settled,
) -> Option<Used> {
    let side = desk.context.side();
    let address = entry(side, figure, index);
    let mut read: Vec<(Used, Decimal, bool, usize)> = Vec::new();
    for claim in claims {
        if let Some((used, value, without)) = value(desk, claim, figure) {
            if without {
                settled.without_unit.push(Used { address, ..used.clone() });
            }
            read.push((Used { address, ..used }, value, claim.is_one_of_many, claim.distance));
        }
    }
    let chosen = desk.context.answered(&|answer| match answer {
        Answer::Cells(from, to) => read
            .iter()
            .position(|(used, ..)| (from.0..=to.0).contains(&used.cell.0) && (from.1..=to.1).contains(&used.cell.1)),
        _ => None,
    });
    let best = (0..read.len()).min_by_key(|index| read[*index].3)?;
    let differ = read.iter().any(|(_, value, ..)| *value != read[best].1);
    let many = read.iter().any(|(_, _, many, _)| *many);
    // Two rows of the same name, or two columns of the same year: nothing tells which is right.
    let tied =
        read.iter().filter(|(.., distance)| *distance == read[best].3).any(|(_, value, ..)| *value != read[best].1);
    let index = chosen.unwrap_or(best);
    if differ && chosen.is_none() {
        let in_one_row = read.iter().all(|(used, ..)| used.cell.0 == read[0].0.cell.0);
        let mut choices = Vec::new();
        for (used, ..) in &read {
            let (from, to) = if in_one_row { (used.cell, used.cell) } else { desk.row_range(used.cell.0) };
            choices.push(Choice::Cells(from, to));
        }
        // Of many enterprises none is the park; their total may be, if a person says so.
        if let Some((from, to)) = desk.total_below(read[read.len() - 1].0.cell.0).filter(|_| many) {
            choices.push(Choice::Cells(from, to));
        }
        let question = Question {
            code: Asked::WhichFigure,
            paths: vec![address],
            cells: None,
            choices,
            chosen: (!many && !tied).then_some(best),
        };
        desk.ask_once(question);
    }
    let none = (tied || (differ && many)) && chosen.is_none();
    let mut result = None;
    for (position, (used, ..)) in read.into_iter().enumerate() {
        if position == index && !none {
            desk.use_cell(used.cell);
            result = Some(used);
        } else {
            desk.leave_cell(used.cell, if none { Code::NoNumber } else { Code::Duplicate });
        }
    }
    result
}

/// The number that a claim comes to, and whether its unit is nowhere said. None if there is none: the cell is left out by name.
pub fn value(desk: &mut Desk, claim: &Claim, figure: FigureId) -> Option<(Used, Decimal, bool)> {
    let form = &desk.context.track.figures[figure].form;
    let kind = if claim.is_rank { NumberKind::Rank } else { form.number_kind() };
    let (unit, without) = match unit(desk, claim, kind) {
        Ok(found) => found,
        Err(code) => {
            desk.leave_cell(claim.cell, code);
            return None;
        }
    };
    let address = entry(desk.context.side(), figure, None);
    let unit = match (unit, claim.other_unit) {
        (Some((_, Because::UnitContext)), _) if is_sign_alone(desk.grid, claim.cell, kind) => {
            let Some(said) = of_sign(desk, claim.cell, address) else {
                desk.leave_cell(claim.cell, Code::NoNumber);
                return None;
            };
            Some(said)
        }
        (Some((near, Because::UnitName | Because::UnitColumn | Because::UnitHeader)), Some(other))
            if near != other && is_without_unit(desk.grid, claim.cell) =>
        {
            of_two(desk, claim.cell, address, [near, other], Some(0)).or(unit)
        }
        _ => unit,
    };
    let hidden = desk.grid.is_hidden(claim.cell.0, claim.cell.1);
    let Some(Written { text, value, unit }) = written(desk.grid, claim.cell, kind, unit).filter(|_| !hidden) else {
        desk.leave_cell(claim.cell, Code::NoNumber);
        return None;
    };
    let fraction = kind == NumberKind::Percent && desk.context.answers.contains(&Answer::Fraction) && !has_unit(&text);
    let (text, value, unit) = match in_percent(value).filter(|_| fraction) {
        Some((text, percent)) => (text, percent, Some(Because::Answer)),
        None => (text, value, unit),
    };
    let mut because = claim.because.clone();
    because.extend(unit);
    let shown = desk.grid.text(claim.cell.0, claim.cell.1).to_owned();
    let without = without && unit.is_none_or(|unit| unit == Because::UnitContext);
    Some((
        Used {
            address,
            cell: claim.cell,
            to: claim.cell,
            text: shown,
            written: text,
            names: claim.names.clone(),
            along: claim.along,
            because,
        },
        value,
        without,
    ))
}

/// Rates that are all below 1 and have no sign of percent may be fractions.
pub fn ask_about_fractions(desk: &mut Desk, settled: &Settled) {
    for (figure, rule) in desk.context.track.figures.with_ids() {
        let own: Vec<&Used> = settled.used.iter().filter(|used| used.address.figure == figure).collect();
        let small = |used: &&Used| {
            let value = parse_number(&used.written, NumberKind::Percent);
            let fraction = value.ok().flatten().is_some_and(|value| !value.is_zero() && value.abs() < Decimal::ONE);
            fraction && !used.written.contains(['%', '％', '‰'])
        };
        if matches!(rule.form, FigureForm::Rates) && !own.is_empty() && own.iter().all(small) {
            desk.questions.push(Question {
                code: Asked::LooksLikeAFraction,
                paths: own.iter().map(|used| used.address).collect(),
                cells: Some((own[0].cell, own[own.len() - 1].cell)),
                choices: vec![Choice::Percent, Choice::Fraction],
                chosen: Some(0),
            });
        }
    }
}

/// The kind that a claim is about; none for a claim of the whole tally.
pub fn kind_of(claim: &Claim) -> Option<KindId> {
    if let Target::Kind(_, kind) = claim.target { Some(kind) } else { None }
}
