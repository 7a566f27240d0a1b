//! Tables side by side under a head that says the same again: 指标, 数值, 指标, 数值.

use crate::grid::Grid;
use crate::layout::Block;
use crate::words::{Role, plain};

/// The columns of each of several tables under one head, from the first to the one behind the last; none where there is only one.
pub fn windows(grid: &Grid, block: &Block) -> Vec<(usize, usize)> {
    let [head] = block.head[..] else { return Vec::new() };
    let filled = grid.filled(head);
    let role = |index: usize| filled.get(index).and_then(|column| grid.label(head, *column)?.role);
    let leads = |index: usize| {
        role(index) == Some(Role::Name) || (role(index) == Some(Role::Serial) && role(index + 1) == Some(Role::Name))
    };
    let Some(&first) = filled.first().filter(|_| leads(0)) else { return Vec::new() };
    let texts: Vec<String> = filled.iter().map(|column| plain(grid.text(head, *column))).collect();
    // The head is the same again from the first text on that is the first one again.
    let period = texts.iter().skip(1).position(|text| Some(text) == texts.first()).map_or(0, |index| index + 1);
    let is_again = period > 1
        && texts.len().is_multiple_of(period)
        && texts.iter().zip(texts.iter().skip(period)).all(|(one, other)| one == other);
    let is_of_numbers = |index: usize| {
        let says = |column: &usize| {
            grid.label(head, *column)
                .is_some_and(|label| label.year.is_some() || matches!(label.role, Some(Role::Value | Role::Count)))
        };
        filled.get(index).is_some_and(says)
    };
    if !is_again || !(1..period).any(is_of_numbers) {
        return Vec::new();
    }
    let starts: Vec<usize> = filled.iter().step_by(period).copied().collect();
    let ends = starts.iter().skip(1).copied().chain([grid.width]);
    starts.iter().zip(ends).map(|(start, end)| (if *start == first { 0 } else { *start }, end)).collect()
}
