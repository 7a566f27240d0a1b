//! The sheet with the figures of a side: numbers as they were read, in 万元, with their weights and sources.

use super::formula::Cells;
use super::lists::ListCells;
use super::places::{Place, Places, Row};
use super::tally;
use crate::book::look::{Look, cell, text};
use crate::book::note;
use crate::book::side::{FIRST, SideSheet, mark_of_source};
use crate::explanation::naming::{title, year};
use crate::paper::handover::Handover;
use engine::address::{Address, Side};
use engine::figures::YEARS;
use engine::ruleset::FigureForm;
use intake::template::{Edition, NOTHING, SOURCE};
use model::arrangement::Use;
use model::entry::Entry;
use model::list::typed as counts_of;
use model::typed::Typed;
use model::unit::AmountUnit;
use office::write::{Cell, Content, Sheet};

/// The columns behind those of values: the weight, where the figure comes from, what is to be known of it.
pub const WEIGHTS: usize = FIRST + YEARS;
const WIDTHS: [u32; 3] = [10, 36, 60];

/// The sheet of the figures that are asked for on a side. Where each stands is added to `places`.
pub fn figures(
    of: &Handover,
    edition: &Edition,
    side: Side,
    uses: &[Use],
    lists: &[(Use, ListCells)],
    places: &mut Places,
) -> Sheet {
    let words = of.words();
    let heads = [words.report_words.weight, words.report_words.source_of_figure, words.template.how];
    let sources = if side == Side::Now { SOURCE } else { NOTHING };
    let more = [NOTHING, sources, NOTHING].into_iter().zip(heads).zip(WIDTHS);
    let more: Vec<_> = more.map(|((mark, head), width)| (mark, head, width)).collect();
    let mut sheet = SideSheet::new(of, edition, side, &more);
    let mut indicator = None;
    for used in uses {
        if indicator.replace(used.home) != Some(used.home) {
            sheet.indicator(used.home);
        }
        let list = lists.iter().find(|(of_list, _)| of_list == used).map(|(_, cells)| cells);
        let weights = (side == Side::Baseline).then(|| places.tally(Side::Now, used.figure)).flatten();
        let place = figure(of, *used, (list, weights.map(|tally| &tally.weights)), &mut sheet);
        places.put(side, used.figure, place);
    }
    sheet.sheet
}

/// Adds the rows of a figure.
fn figure(
    of: &Handover,
    used: Use,
    (list, weights): (Option<&ListCells>, Option<&Cells>),
    sheet: &mut SideSheet,
) -> Place {
    let rule = &of.rules.figures[used.figure];
    let address = Address::whole(used.side, used.figure);
    let mark = address.path(of.rules);
    let label = title(used.figure, used.side, of.rules, of.stage, of.lang);
    let source = match used.side {
        Side::Now => text(&of.sheet.sources[used.figure], Look::TextField),
        Side::Baseline => cell(Look::Label),
    };
    let more = || vec![cell(Look::Closed), source.clone(), text(&note(of, rule, used.side), Look::Remark)];
    let entry = &*of.sheet.side(used.side)[used.figure];
    let (unit, signed, entries): (&str, bool, Vec<Typed>) = match (&rule.form, entry) {
        (FigureForm::Tally { .. }, entry) => {
            // A list without items leaves what was typed before.
            let kept = entry.list().map(|list| counts_of(list, &rule.form));
            let entry = kept.as_ref().unwrap_or(entry);
            let source = mark_of_source(of, used.side, used.figure);
            let figure = tally::Figure { of, used, mark: &mark, source: &source, label: &label, weights };
            return Place::Tally(Box::new(tally::rows(figure, entry, list, more(), sheet)));
        }
        (FigureForm::Count { counted_in }, Entry::Single(one)) => (of.say(counted_in), false, vec![one.clone()]),
        (FigureForm::Rates, Entry::Listed(all)) => ("%", true, all.clone()),
        (FigureForm::Series { signed }, Entry::Listed(all)) => (AmountUnit::WanYuan.sign(), *signed, all.clone()),
        (FigureForm::Amount { signed }, Entry::Single(one)) => (AmountUnit::WanYuan.sign(), *signed, vec![one.clone()]),
        _ => ("", false, Vec::new()),
    };
    if matches!(rule.form, FigureForm::Rates) {
        let head = |index| text(&year(&rule.form, used.side, index, of.period(), of.words()), Look::Head);
        let blank = vec![cell(Look::Closed), cell(Look::Closed), cell(Look::Closed)];
        sheet.row(NOTHING, ("", Look::Label), "", [cell(Look::Closed), head(0), head(1)], blank);
    }
    // Fewer than three stand in the last columns.
    let before = YEARS - entries.len().min(YEARS);
    let at = |index: usize| index.checked_sub(before).and_then(|index| entries.get(index));
    let values = [0, 1, 2].map(|index| at(index).map_or(cell(Look::Closed), read));
    let row = sheet.next();
    sheet.row(&mark, (&label, Look::Label), unit, values, more());
    let cells = Cells { sheet: sheet.sheet.title.clone(), from: (row, FIRST), to: (row, FIRST + YEARS - 1) };
    Place::Row(Row { cells, first: before, numbers: [0, 1, 2].map(|index| at(index).and_then(Typed::number)), signed })
}

/// A cell with the number that was read. What could not be read stands there as it was typed, and is a text in any case.
pub fn read(one: &Typed) -> Cell {
    match one.number() {
        Some(number) => Cell { content: Content::Number(number.normalize().to_string()), style: Look::Field as usize },
        None => text(one.text().trim(), Look::Field),
    }
}
