//! The sheet with the figures of a side.

use std::rc::Rc;

use crate::book::lists::title as title_of_list;
use crate::book::look::{Look, cell, text, typed};
use crate::book::side::{FIRST, SideSheet, UNITS, mark_of_source};
use crate::book::{kinds, note};
use crate::explanation::naming::{column, title, year};
use crate::paper::handover::Handover;
use engine::address::{Address, Column, Part, Side};
use engine::ruleset::FigureForm;
use intake::template::{Edition, NOTHING, SOURCE};
use intake::unit::ASKED;
use model::arrangement::Use;
use model::entry::{Entry, Line};
use office::write::{Cell, Choices, List, Sheet};

/// Empty lines below those of a ranked tally, and how many there are at least.
const MORE_LINES: usize = 3;
const LEAST_LINES: usize = 6;
/// How wide the columns are of where a figure comes from, and of what is to be known of it.
const WIDTH_OF_SOURCES: u32 = 32;
const WIDTH_OF_NOTES: u32 = 70;

/// A sheet as it grows.
struct Growing<'a> {
    of: &'a Handover<'a>,
    choices: &'a mut Sheet,
    side: SideSheet<'a>,
}

/// The sheet of the figures that are asked for on a side.
pub fn figures(of: &Handover, edition: &Edition, side: Side, uses: &[Use], choices: &mut Sheet) -> Sheet {
    let own = (SOURCE, of.report_words().source_of_figure, WIDTH_OF_SOURCES);
    let how = (NOTHING, of.words().template.how, WIDTH_OF_NOTES);
    // Where the figures of a baseline come from was said when they were those of the application.
    let more: &[_] = if side == Side::Now { &[own, how] } else { &[how] };
    let side = SideSheet::new(of, edition, side, more);
    let mut growing = Growing { of, choices, side };
    let mut indicator = None;
    for used in uses {
        if indicator.replace(used.home) != Some(used.home) {
            growing.side.indicator(used.home);
        }
        growing.figure(*used);
    }
    growing.side.sheet
}

impl Growing<'_> {
    /// Adds a row in which it can be said where its figure comes from.
    fn row(&mut self, used: Use, mark: &str, label: (&str, Look), unit: &str, values: [Cell; 3], note: &str) {
        let source = text(&self.of.sheet.sources[used.figure], Look::TextField);
        let source = (used.side == Side::Now).then_some(source);
        let more = source.into_iter().chain([text(note, Look::Remark)]);
        self.side.row(mark, label, unit, values, more.collect());
    }

    /// Adds a row of a kind, a line or a head.
    fn inner_row(&mut self, used: Use, mark: &str, label: &str, unit: &str, values: [Cell; 3], note: &str) {
        let source = (used.side == Side::Now).then(|| cell(Look::Closed));
        let more = source.into_iter().chain([text(note, Look::Remark)]);
        self.side.row(mark, (label, Look::Label), unit, values, more.collect());
    }

    fn figure(&mut self, used: Use) {
        let of = self.of;
        let all = of.words();
        let rule = &of.rules.figures[used.figure];
        let address = Address::whole(used.side, used.figure);
        let mark = address.path(of.rules);
        let source = mark_of_source(of, used.side, used.figure);
        let label = title(used.figure, used.side, of.rules, of.stage, of.lang);
        let label = (&*label, Look::Label);
        let note = note(of, rule, used.side);
        let counted = rule.form.counted_in().map(|counted_in| counted_in.zh.as_str()).unwrap_or_default();
        let entry: Rc<Entry> = Rc::clone(&of.sheet.side(used.side)[used.figure]);
        let of_list = entry.list().is_some();
        let closed = || cell(Look::Closed);
        match &rule.form {
            FigureForm::Series { .. } => {
                let values = [0, 1, 2].map(|index| listed(&entry, index));
                self.amount(used, &mark, label, values, &note);
            }
            FigureForm::Amount { .. } => self.amount(used, &mark, label, [closed(), closed(), single(&entry)], &note),
            FigureForm::Rates => {
                let head = |index| text(&year(&rule.form, used.side, index, of.period(), all), Look::Head);
                self.inner_row(used, NOTHING, "", "", [closed(), head(0), head(1)], "");
                self.row(used, &mark, label, "%", [closed(), listed(&entry, 0), listed(&entry, 1)], &note);
            }
            FigureForm::Count { .. } => {
                self.row(used, &mark, label, counted, [closed(), closed(), single(&entry)], &note);
            }
            FigureForm::Tally { ranked: true, .. } if !of_list => {
                let head = |of: Column| text(column(of, all), Look::Head);
                let heads = [head(Column::Kind), head(Column::Count), head(Column::Rank)];
                self.row(used, &source, label, counted, heads, &note);
                self.lines(used, &mark, &entry);
            }
            FigureForm::Tally { kinds, .. } => {
                let list = title_of_list(of, used);
                let note = if of_list { [&(all.template.from_list)(&list), "\n", &note].concat() } else { note };
                self.row(used, &source, label, counted, [closed(), closed(), closed()], &note);
                for (id, kind) in kinds.with_ids().filter(|_| !of_list) {
                    let mark = address.at(Part::Kind(id)).path(of.rules);
                    let count = match &*entry {
                        Entry::Kinds { none: true, .. } => typed("0", Look::Field),
                        Entry::Kinds { counts, .. } => typed(counts[id].text(), Look::Field),
                        _ => cell(Look::Field),
                    };
                    let kind_label = ["　", of.say(&kind.title)].concat();
                    let weight = kind.weight.map(|weight| (all.template.weight)(&weight.to_string()));
                    let values = [closed(), closed(), count];
                    self.inner_row(used, &mark, &kind_label, counted, values, &weight.unwrap_or_default());
                }
            }
        }
    }

    /// A row of amounts, whose unit can be chosen.
    fn amount(&mut self, used: Use, mark: &str, label: (&str, Look), values: [Cell; 3], note: &str) {
        let at = (self.side.next(), UNITS);
        self.row(used, mark, label, self.of.sheet.unit().sign(), values, note);
        let units = ASKED.map(|unit| unit.sign().to_owned()).to_vec();
        self.side.sheet.lists.push(List { from: at, to: at, choices: Choices::Texts(units), is_only_help: false });
    }

    /// The lines of a ranked tally, with room for more.
    fn lines(&mut self, used: Use, mark: &str, entry: &Entry) {
        let of = self.of;
        let form = &of.rules.figures[used.figure].form;
        let (none, lines): (bool, &[Line]) = match entry {
            Entry::Lines { none, lines } => (*none, lines),
            _ => (false, &[]),
        };
        let from = (self.side.next(), FIRST);
        let filled: Vec<&Line> = lines.iter().filter(|line| line.says_something()).collect();
        let count = (filled.len() + MORE_LINES).max(LEAST_LINES);
        for index in 0..count {
            let values = match filled.get(index) {
                Some(line) => {
                    let kind = form.kinds().iter().find(|kind| *kind.id == *line.kind);
                    let kind = kind.map_or(&*line.kind, |kind| of.say(&kind.title));
                    [
                        text(kind, Look::TextField),
                        typed(line.count.text(), Look::Field),
                        typed(line.rank.text(), Look::Field),
                    ]
                }
                // That there is none at all is a kind of which there are none.
                None if none && index == 0 => {
                    let kind = form.kinds().iter().next().map_or("", |kind| of.say(&kind.title));
                    [text(kind, Look::TextField), typed("0", Look::Field), cell(Look::Field)]
                }
                None => [cell(Look::TextField), cell(Look::Field), cell(Look::Field)],
            };
            let label = ["　", &(of.words().template.line)(&(index + 1).to_string())].concat();
            self.inner_row(used, mark, &label, "", values, "");
        }
        let to = (self.side.next() - 1, FIRST);
        let choices = kinds(of, used.figure, self.choices);
        self.side.sheet.lists.push(List { from, to, choices, is_only_help: false });
    }
}

fn single(entry: &Entry) -> Cell {
    if let Entry::Single(one) = entry { typed(one.text(), Look::Field) } else { cell(Look::Field) }
}

fn listed(entry: &Entry, index: usize) -> Cell {
    match entry {
        Entry::Listed(all) => all.get(index).map_or(cell(Look::Field), |one| typed(one.text(), Look::Field)),
        _ => cell(Look::Field),
    }
}
