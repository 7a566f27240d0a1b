//! The template (模板): a workbook to be filled in with a spreadsheet program, with what is filled in already.
//!
//! `figures.rs`: the sheets of figures; `lists.rs`: a sheet for each list; `look.rs`: how cells look. What the hidden marks mean, and how
//! they are read, stands in `intake::template`.

mod figures;
mod lists;
mod look;

use crate::formatting::paper::handover::Handover;
use engine::address::Side;
use engine::ids::FigureId;
use intake::template::Edition;
use look::{Look, cell, text};
use model::arrangement::{Use, arrangement, has_whole_baseline};
use office::write::{Cell, Choices, Sheet, Workbook};

/// The workbook for a track and a stage.
pub fn template(of: &Handover) -> Workbook {
    let words = of.words().template;
    let rules = of.rules;
    let edition = Edition::of(&rules.ruleset, rules.track, of.stage);
    let uses = arrangement(rules, of.stage, has_whole_baseline(of.sheet, rules, of.stage));
    let asked: Vec<Use> =
        uses.with_ids().flat_map(|(here, uses)| uses.iter().copied().filter(move |used| used.home == here)).collect();
    let mut choices = Sheet { title: words.choices.to_owned(), is_hidden: true, ..Sheet::default() };
    let lists = lists::lists(of, &edition, &asked, &mut choices);
    let mut sheets = vec![guide(of)];
    for side in [Side::Now, Side::Baseline] {
        let own: Vec<Use> = asked.iter().copied().filter(|used| used.side == side).collect();
        if !own.is_empty() {
            sheets.push(figures::figures(of, &edition, side, &own, &mut choices));
        }
    }
    sheets.extend(lists);
    sheets.push(choices);
    Workbook { sheets, styles: look::styles() }
}

/// What the workbook is, and how it is filled in.
fn guide(of: &Handover) -> Sheet {
    let (all, words) = (of.words(), of.words().template);
    let ruleset = &of.rules.ruleset;
    let heading = (words.heading)((all.track)(of.rules.track), (all.stage)(of.stage));
    let basis = (words.basis)(&ruleset.number, &ruleset.id, ruleset.version.as_deref().unwrap_or("—"));
    let mut rows = vec![vec![text(&heading, Look::Title)], vec![text(&basis, Look::Note)], vec![]];
    rows.extend(words.steps.lines().map(|step| vec![text(step, Look::Wrapped)]));
    Sheet { title: words.guide.to_owned(), rows, widths: vec![100], ..Sheet::default() }
}

/// What can be chosen for the kind of a tally. It stands in a sheet of its own: a list beside the cell would have room for 255 characters.
fn kinds(of: &Handover, figure: FigureId, choices: &mut Sheet) -> Choices {
    let titles: Vec<&str> = of.rules.figures[figure].form.kinds().iter().map(|kind| of.say(&kind.title)).collect();
    let column = choices.rows.first().map_or(0, Vec::len);
    for (row, title) in titles.iter().enumerate() {
        if choices.rows.len() <= row {
            choices.rows.push(Vec::new());
        }
        choices.rows[row].resize(column, Cell::default());
        choices.rows[row].push(text(title, Look::Wrapped));
    }
    // Rows that are shorter must not draw what comes next to the left.
    let width = column + 1;
    choices.rows.iter_mut().for_each(|row| row.resize(width, cell(Look::None)));
    let letters = intake::reading::cell_text((0, column));
    let letters = letters.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let last = titles.len().to_string();
    Choices::Cells([&*choices.title, "!$", letters, "$1:$", letters, "$", &last].concat())
}

// With random submissions, which the browser has no part in.
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;
