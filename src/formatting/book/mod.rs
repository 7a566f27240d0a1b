//! What the workbooks that we write have in common: how cells look, the sheets of figures, and those of lists; and what is read of one.

pub mod lists;
pub mod look;
pub mod opened;
pub mod particulars;
pub mod side;
#[cfg(all(test, not(target_family = "wasm")))]
pub mod testing;

use crate::paper::handover::Handover;
use engine::address::Side;
use engine::ids::FigureId;
use engine::ruleset::FigureRule;
use look::{Look, cell, text};
use model::arrangement::{Use, arrangement, has_whole_baseline};
use office::write::{Cell, Choices, Sheet};

/// The figures that are asked for, each once, in the order of the indicators at which they are filled in.
pub fn asked(of: &Handover) -> Vec<Use> {
    let uses = arrangement(of.rules, of.stage, has_whole_baseline(of.sheet, of.rules, of.stage));
    uses.with_ids().flat_map(|(here, uses)| uses.iter().copied().filter(move |used| used.home == here)).collect()
}

/// What can be chosen for the kind of a tally.
pub fn kinds(of: &Handover, figure: FigureId, choices: &mut Sheet) -> Choices {
    let kinds = of.rules.figures[figure].form.kinds();
    Choices::Cells(column_of(kinds.iter().map(|kind| of.say(&kind.title)), choices))
}

/// Writes texts into a column of the sheet of choices, and names their cells. A list beside the cell that it is for would have room for
/// 255 characters.
pub fn column_of<'a>(texts: impl Iterator<Item = &'a str>, choices: &mut Sheet) -> String {
    let column = choices.rows.first().map_or(0, Vec::len);
    let mut last = 0;
    for (row, one) in texts.enumerate() {
        if choices.rows.len() <= row {
            choices.rows.push(Vec::new());
        }
        choices.rows[row].resize(column, Cell::default());
        choices.rows[row].push(text(one, Look::Wrapped));
        last = row + 1;
    }
    // Rows that are shorter must not draw what comes next to the left.
    let width = column + 1;
    choices.rows.iter_mut().for_each(|row| row.resize(width, cell(Look::None)));
    let letters = intake::reading::cell_text((0, column));
    let letters = letters.trim_end_matches(|digit: char| digit.is_ascii_digit());
    [&*choices.title, "!$", letters, "$1:$", letters, "$", &last.to_string()].concat()
}

/// What is to be known of a figure.
pub fn note(of: &Handover, rule: &FigureRule, side: Side) -> String {
    let (all, words) = (of.words(), of.words().template);
    if side == Side::Baseline {
        return (all.baseline_means)(of.stage).to_owned();
    }
    let hint = rule.hint.as_ref().map(|hint| of.say(hint).to_owned());
    let help = rule.help.as_ref();
    let help = help.map(|help| [(words.source)(of.say(&help.source)), (words.mistakes)(of.say(&help.mistakes))]);
    hint.into_iter().chain(help.into_iter().flatten()).collect::<Vec<_>>().join("\n")
}
