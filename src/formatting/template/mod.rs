//! The template (模板): a workbook to be filled in with a spreadsheet program, with what is filled in already.
//!
//! `figures.rs`: the sheets of figures. What the hidden marks mean, and how they are read, stands in `intake::template`.

mod figures;

use crate::book::look::{self, Look, text};
use crate::book::particulars::particulars;
use crate::book::{asked, lists};
use crate::paper::handover::Handover;
use engine::address::Side;
use intake::template::Edition;
use model::arrangement::Use;
use office::write::{Sheet, Workbook};

/// The workbook for a track and a stage.
pub fn template(of: &Handover) -> Workbook {
    let words = of.words().template;
    let rules = of.rules;
    let edition = Edition::of(&rules.ruleset, rules.track, of.stage);
    let asked = asked(of);
    let mut choices = Sheet { title: words.choices.to_owned(), is_hidden: true, ..Sheet::default() };
    let lists: Vec<Sheet> = asked.iter().filter_map(|used| list(of, &edition, *used, &mut choices)).collect();
    let mut sheets = vec![guide(of), particulars(of, &edition, &mut choices, |_| None)];
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

/// The sheet of a list that may be filled in: of the stage, or of the baseline where that is a list already.
fn list(of: &Handover, edition: &Edition, used: Use, choices: &mut Sheet) -> Option<Sheet> {
    let items = of.sheet.side(used.side)[used.figure].list().map(|list| list.items());
    if used.side == Side::Baseline && items.is_none() {
        return None;
    }
    lists::list(of, edition, used, items.unwrap_or_default(), true, choices).map(|(sheet, _)| sheet)
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

// With random submissions, which the browser has no part in.
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;
