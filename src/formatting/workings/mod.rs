//! The workings (自评表): the assessment as a workbook whose results are formulas over the figures in it, so that a reviewer who changes a
//! figure sees the outcome follow. Every formula comes with the result that the engine found.
//!
//! A number's way through it: `figures.rs` writes it into the sheet of its side (`tally.rs`, `counted.rs`: those of a tally; `lists.rs`:
//! the items that one is counted from) and remembers its place (`places.rs`); `measure.rs` makes formulas over these places;
//! `comparison.rs` holds two whole numbers against each other and `judgement.rs` says what comes of it; `assessment.rs` is the sheet that
//! people read, with `header.rs` above it, `part.rs` in each row and the colours of `marks.rs`. `formula.rs`: what formulas are made of.
//!
//! All of it follows the ruleset: a batch with other measures, weights or thresholds needs nothing here.

mod assessment;
mod comparison;
mod counted;
mod figures;
mod formula;
mod header;
mod judgement;
mod lists;
mod marks;
mod measure;
mod part;
mod places;
mod tally;

use crate::book::asked;
use crate::book::look::{Look, styles_with_formats, text};
use crate::book::particulars::particulars;
use crate::paper::handover::Handover;
use engine::address::Side;
use intake::template::Edition;
use model::arrangement::Use;
use office::write::{Sheet, Workbook};
use places::Places;

/// The workbook.
pub fn workings(of: &Handover) -> Workbook {
    let words = of.words();
    let edition = Edition::of(&of.rules.ruleset, of.rules.track, of.stage);
    let asked = asked(of);
    let mut choices = Sheet { title: words.template.choices.to_owned(), is_hidden: true, ..Sheet::default() };
    let (mut sheets, mut cells) = (Vec::new(), Vec::new());
    for used in &asked {
        if let Some((sheet, own)) = lists::list(of, &edition, *used, &mut choices) {
            sheets.push(sheet);
            cells.push((*used, own));
        }
    }
    let mut places = Places::default();
    let mut sides = Vec::new();
    for side in [Side::Now, Side::Baseline] {
        let own: Vec<Use> = asked.iter().copied().filter(|used| used.side == side).collect();
        if !own.is_empty() {
            sides.push(figures::figures(of, &edition, side, &own, &cells, &mut places));
        }
    }
    let ([assessment, comparison], answered) = assessment::assessment(of, &places, &mut choices);
    let particulars = particulars(of, &edition, &mut choices, answered);
    let notes = words.workings.notes.lines().map(|line| vec![text(line, Look::Wrapped)]);
    let about =
        Sheet { title: words.workings.about.to_owned(), rows: notes.collect(), widths: vec![100], ..Sheet::default() };
    let all = [assessment].into_iter().chain(sides).chain(sheets).chain([particulars, comparison, about, choices]);
    Workbook { sheets: all.collect(), styles: styles_with_formats(words.workings.multiples) }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests;
