//! What is a part of what stands above or beside it: 其中.

use crate::axis::Axis;
use crate::context::Along;
use crate::names::Target;

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

/// Whether a part may be nearer to what a figure asks for than the whole: 主导产业营业收入 below 营业收入.
pub fn is_nearer(part: &Axis, whole: &Axis) -> bool {
    if part.alias == whole.alias { part.distance != whole.distance } else { part.distance <= whole.distance }
}
