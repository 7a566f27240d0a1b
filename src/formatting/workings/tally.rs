//! The rows of a tally: one for each kind, with its weight.
//!
//! Here: a tally whose counts are typed. `counted.rs`: one that is counted from things, be they lines or the items of a list.

use super::counted;
use super::figures::{WEIGHTS, read};
use super::formula::{Cells, coded, held, largest, state_of_counts, state_of_weights};
use super::lists::ListCells;
use super::places::Tally;
use crate::book::look::{Look, cell, text};
use crate::book::side::{FIRST, NAMES, SideSheet};
use crate::explanation::naming::column;
use crate::paper::handover::Handover;
use engine::address::{Address, Column, Part};
use engine::exact::Exact;
use engine::ids::{Id, KindId, Table};
use engine::ruleset::{FigureForm, Kind, Override};
use model::arrangement::Use;
use model::entry::Entry;
use model::typed::Typed;
use office::write::{Cell, Content};
use rust_decimal::Decimal;

/// The column of counts.
pub const COUNTS: usize = FIRST + 2;

/// The figure whose rows are written.
#[derive(Clone, Copy)]
pub struct Figure<'a> {
    /// What the workbook is made of.
    pub of: &'a Handover<'a>,
    /// The figure.
    pub used: Use,
    /// Its mark.
    pub mark: &'a str,
    /// The mark of its first row.
    pub source: &'a str,
    /// Its name.
    pub label: &'a str,
    /// The weights of the same figure on the side of the stage, which hold at the baseline, too.
    pub weights: Option<&'a Cells>,
}

impl<'a> Figure<'a> {
    /// Its form.
    pub fn form(&self) -> &'a FigureForm {
        &self.of.rules.figures[self.used.figure].form
    }

    /// Its kinds.
    pub fn kinds(&self) -> &'a Table<KindId, Kind> {
        self.form().kinds()
    }

    /// What is counted.
    pub fn counted_in(&self) -> &'a str {
        self.form().counted_in().map(|counted_in| self.of.say(counted_in)).unwrap_or_default()
    }

    /// What stands behind the values of a kind: its weight.
    pub fn behind(&self, kind: KindId) -> Vec<Cell> {
        let weight = self.kinds()[kind].weight;
        if let Some(weights) = self.weights {
            let own = Cells::one(&weights.sheet, (weights.from.0 + kind.index(), weights.from.1)).text();
            let code = coded("IF(ISNUMBER({0}),{0},\"\")", &[&own]);
            let content = match weight {
                Some(weight) => Content::Formula(code, weight.normalize().to_string()),
                None => Content::TextFormula(code, String::new()),
            };
            return vec![Cell { content, style: Look::Label as usize }, cell(Look::Label), cell(Look::Remark)];
        }
        let content = weight.map_or(Content::Blank, |weight| Content::Number(weight.normalize().to_string()));
        let look = if self.is_own(kind) || weight.is_none() { Look::Own } else { Look::Label };
        vec![Cell { content, style: look as usize }, cell(Look::Label), cell(Look::Remark)]
    }

    /// Whether the weight of a kind is the batch's own.
    fn is_own(&self, kind: KindId) -> bool {
        let rules = self.of.rules;
        let name = &self.kinds()[kind].id;
        rules.ruleset.overrides.iter().any(|one| match one {
            Override::Weight { indicator, kind, .. } => {
                let uses =
                    |id| rules.indicators[id].measures.iter().any(|one| one.form.figures().contains(&self.used.figure));
                kind == name && rules.indicator(indicator).is_some_and(uses)
            }
            Override::Threshold { .. } => false,
        })
    }

    /// The cells of the kinds in a column, where the first of them stands in this row.
    pub fn column(&self, title: &str, column: usize, first: usize) -> Cells {
        Cells::column(title, column, first..first + self.kinds().len())
    }

    /// The tally with the kinds in these rows.
    pub fn tally(&self, title: &str, first: usize, state: &str) -> Tally {
        let weights = self.column(title, WEIGHTS, first);
        let state = largest(&[state_of_weights(&weights), state.to_owned()]);
        let known_weights = self.kinds().iter().map(|kind| kind.weight).collect();
        let counts = self.column(title, COUNTS, first);
        Tally { counts, weights, ranked: None, state, numbers: None, known_weights }
    }
}

/// Adds the rows of a tally.
pub fn rows(figure: Figure, entry: &Entry, list: Option<&ListCells>, more: Vec<Cell>, sheet: &mut SideSheet) -> Tally {
    match entry {
        Entry::Kinds { none, counts } if list.is_none() => typed_rows(figure, *none, counts, more, sheet),
        _ => counted::rows(figure, entry, list, more, sheet),
    }
}

fn typed_rows(figure: Figure, none: bool, typed: &[Typed], more: Vec<Cell>, sheet: &mut SideSheet) -> Tally {
    let (of, used) = (figure.of, figure.used);
    let title = sheet.sheet.title.clone();
    let closed = || cell(Look::Closed);
    let heads = [closed(), closed(), text(column(Column::Count, of.words()), Look::Head)];
    sheet.row(figure.source, (figure.label, Look::Label), figure.counted_in(), heads, more);
    let first = sheet.next();
    for (id, kind) in figure.kinds().with_ids() {
        let path = Address::whole(used.side, used.figure).at(Part::Kind(id)).path(of.rules);
        let count = match typed.get(id.index()) {
            _ if none => number(Exact::ZERO, Look::Field),
            Some(one) => read(one),
            None => closed(),
        };
        let label = (of.say(&kind.title), Look::Label);
        sheet.row(&path, label, figure.counted_in(), [closed(), closed(), count], figure.behind(id));
    }
    let is_given = none || typed.iter().any(|one| !one.is_blank());
    // A kind that is left blank counts as none.
    let count = |one: &Typed| if none || one.is_blank() { Some(Decimal::ZERO) } else { one.number() };
    let numbers: Option<Vec<Exact>> = typed.iter().map(|one| count(one).map(Exact::from)).collect();
    let state = state_of_counts(&figure.column(&title, COUNTS, first));
    Tally { numbers: numbers.filter(|_| is_given), ..figure.tally(&title, first, &state) }
}

/// A cell with a number.
pub fn number(number: Exact, look: Look) -> Cell {
    Cell { content: Content::Number(held(number)), style: look as usize }
}

/// A cell with a formula that comes to a number.
pub fn formula(code: String, result: Exact, look: Look) -> Cell {
    Cell { content: Content::Formula(code, held(result)), style: look as usize }
}

/// The names of kinds, which stand beside their numbers.
pub const KIND_NAMES: usize = NAMES;
