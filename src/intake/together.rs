//! What the words of a row and those of a column name together.

use engine::ids::FigureId;
use engine::number::NumberKind;
use engine::ruleset::FigureForm;

use crate::axis::Axis;
use crate::context::Context;
use crate::names::{Names, Target};
use crate::reading::Code;
use crate::words::{Role, joined, plain};

/// Finds the rows and columns that name kinds only together: 国家级 and 省部级 down the side, 一等奖 and 二等奖 across the top.
pub fn halves(names: &Names, rows: &mut [Axis], columns: &mut [Axis], values: &[usize]) {
    const MOST: usize = 50;
    if rows.len() > MOST
        || values.len() > MOST
        || rows.iter().chain(columns.iter()).any(|axis| !axis.targets.is_empty())
    {
        return;
    }
    for column in values {
        let Some(column) = columns.get_mut(*column).filter(|column| may_be_half(column)) else { continue };
        for row in rows.iter_mut().filter(|row| may_be_half(row)) {
            if named_together(names, row, column).is_some() {
                row.is_half = true;
                column.is_half = true;
            }
        }
    }
    let halves = rows.iter_mut().chain(columns).filter(|axis| axis.is_half);
    halves.for_each(|axis| axis.is_unknown = false);
}

fn may_be_half(axis: &Axis) -> bool {
    const LONGEST: usize = 36;
    axis.is_unknown && axis.role.is_none() && axis.text.len() <= LONGEST
}

/// The kind that a row and a column name together.
fn named_together(names: &Names, row: &Axis, column: &Axis) -> Option<Vec<Target>> {
    let (row, column) = (plain(&row.text), plain(&column.text));
    let kinds = |text: &str| Some(names.find(text).targets).filter(|targets| is_one_kind(targets));
    kinds(&joined(&[&row, &column])).or_else(|| kinds(&joined(&[&column, &row])))
}

fn is_one_kind(targets: &[Target]) -> bool {
    matches!(targets, [Target::Kind(..)])
}

/// What a row and a column name together.
pub fn targets(names: &Names, row: &Axis, column: &Axis, context: &Context, place: usize) -> Result<Vec<Target>, Code> {
    if row.is_half && column.is_half {
        return named_together(names, row, column).ok_or(Code::NoSuchKind);
    }
    let joined = match (row.targets.is_empty(), column.targets.is_empty()) {
        (false, true) => row.targets.clone(),
        (true, false) => column.targets.clone(),
        (false, false) => {
            let mut pairs = Vec::new();
            for one in &row.targets {
                for other in &column.targets {
                    pairs.extend(join(*one, *other));
                }
            }
            pairs
        }
        (true, true) => {
            let at = context.at.ok_or(Code::NoSuchFigure)?;
            let counts = matches!(row.role, Some(Role::Count | Role::OtherCount | Role::Rank));
            if counts && context.track.figures[at.figure].form.number_kind() != NumberKind::Count {
                return Err(Code::NoSuchFigure);
            }
            vec![Target::Figure(following(context, at.figure, place).ok_or(Code::OutOfScope)?)]
        }
    };
    if joined.is_empty() { Err(Code::OutOfScope) } else { Ok(joined) }
}

fn join(one: Target, other: Target) -> Option<Target> {
    match (one, other) {
        _ if one == other => Some(one),
        (Target::Figure(figure), Target::Kind(of, _)) if figure == of => Some(other),
        (Target::Kind(of, _), Target::Figure(figure)) if figure == of => Some(one),
        _ => None,
    }
}

/// The figure so many of the same form behind another.
pub fn following(context: &Context, figure: FigureId, count: usize) -> Option<FigureId> {
    let form = |form: &FigureForm| core::mem::discriminant(form);
    let own = form(&context.track.figures[figure].form);
    let from = context.track.figures.ids().skip_while(|id| *id != figure);
    from.filter(|id| form(&context.track.figures[*id].form) == own).nth(count)
}
