//! What alone would be enough to meet an unmet criterion, each the smallest such.

use super::exact::{Exact, Overflow};
use super::measure::Lever;

/// The value that a measure has to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// This or more.
    AtLeast(Exact),
    /// More than this.
    MoreThan(Exact),
}

/// An amount to add to one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Where to add it.
    pub lever: Lever,
    /// How much: 万元 in whole millionths, or whole things counted by the lead unit.
    pub amount: Exact,
}

/// The needs of a measure that has this value and does not reach the target. One too large to be computed is left out.
pub(crate) fn needs(levers: Vec<Lever>, value: Exact, target: Target) -> Vec<Need> {
    let need = |lever: Lever| Some(Need { amount: smallest(&lever, value, target).ok()?, lever });
    levers.into_iter().filter_map(need).collect()
}

/// The smallest whole number of steps that is enough; a step is one counted thing, or the millionth of a 万元.
fn smallest(lever: &Lever, value: Exact, target: Target) -> Result<Exact, Overflow> {
    let step = if lever.kind.is_some() { Exact::ONE } else { Exact::MILLIONTH };
    let steps_to = |target: Exact| target.minus(value)?.over(lever.effect.times(step)?);
    let steps = match target {
        Target::AtLeast(target) => steps_to(target)?.ceil(),
        Target::MoreThan(target) => steps_to(target)?.floor().checked_add(1).ok_or(Overflow)?,
    };
    Exact::integer(steps)?.times(step)
}
