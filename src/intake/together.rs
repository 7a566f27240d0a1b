//! What the words of a row and those of a column name together.

use engine::ids::FigureId;
use engine::number::NumberKind;
use engine::ruleset::FigureForm;

use crate::axis::Axis;
use crate::context::Context;
use crate::names::Target;
use crate::reading::Code;
use crate::words::Role;

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
