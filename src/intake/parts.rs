//! What is a part of what stands above or beside it: 其中. And what a row and a column name together.

use engine::ids::FigureId;
use engine::number::NumberKind;
use engine::ruleset::FigureForm;

use crate::axis::Axis;
use crate::context::{Along, Context};
use crate::names::Target;
use crate::reading::Code;
use crate::repeats::is_nearer;
use crate::words::Role;

/// The nearest row above that is no part itself.
pub fn whole_above(rows: &[Axis], number: usize) -> Option<usize> {
    (0..number).rev().find(|above| !rows[*above].is_part).filter(|above| !rows[*above].targets.is_empty())
}

/// Tells parts of columns, and those that only repeat the figure of the column before them.
pub fn parts_of_columns(columns: &mut [Axis], values: &[usize]) -> Vec<usize> {
    let (mut whole, mut repeated): (Option<usize>, Vec<usize>) = (None, Vec::new());
    for column in values.iter().copied() {
        let Some(above) = whole.filter(|_| columns[column].is_part) else {
            whole = Some(column).filter(|column| !columns[*column].targets.is_empty());
            continue;
        };
        columns[column].part_of = Some(Along::Column(above, 0));
        let (part, above) = (&columns[column], &columns[above]);
        match is_same_figure(part, above) {
            true if is_nearer(part, above) => columns[column].distance = above.distance,
            true => repeated.push(column),
            false => {}
        }
    }
    repeated
}

/// Whether two rows or columns are the same figure. Of the kinds of a tally the lines tell.
pub fn is_same_figure(one: &Axis, other: &Axis) -> bool {
    one.targets == other.targets && one.targets.iter().all(|target| matches!(target, Target::Figure(_)))
}

/// What a row and a column name together.
pub fn targets(row: &Axis, column: &Axis, context: &Context, place: usize) -> Result<Vec<Target>, Code> {
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
