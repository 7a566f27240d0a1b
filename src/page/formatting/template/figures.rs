//! The sheet with the figures of a side.

use std::rc::Rc;

use super::kinds;
use super::look::{Look, cell, text, typed};
use crate::formatting::explanation::naming::{column, title, year};
use crate::formatting::paper::handover::Handover;
use engine::address::{Address, Column, Part, Side};
use engine::ids::IndicatorId;
use engine::ruleset::{FigureForm, FigureRule};
use intake::template::{Edition, NOTHING, UNIT, VALUES, YEARS};
use intake::unit::ASKED;
use model::arrangement::Use;
use model::sheet::{Entry, Line};
use office::write::{Cell, Choices, List, Sheet};

/// The columns: the marks, the name, the unit, three of values, what is to be known.
const WIDTHS: [u32; 7] = [4, 40, 9, 16, 16, 16, 70];
const UNITS: usize = 2;
const FIRST: usize = 3;
/// The rows that stay in sight: the hidden one, the title, the head.
const HEADS: usize = 3;
/// Empty lines below those of a ranked tally, and how many there are at least.
const MORE_LINES: usize = 3;
const LEAST_LINES: usize = 6;

/// A sheet as it grows.
struct Growing<'a> {
    of: &'a Handover<'a>,
    choices: &'a mut Sheet,
    sheet: Sheet,
}

/// The sheet of the figures that are asked for on a side.
pub fn figures(of: &Handover, edition: &Edition, side: Side, uses: &[Use], choices: &mut Sheet) -> Sheet {
    let (all, words) = (of.words(), of.words().template);
    let name = if side == Side::Now { words.figures } else { (words.baseline)(of.stage) };
    let title = [(all.track)(of.rules.track), "·", (all.stage)(of.stage), " ", name].concat();
    let series = FigureForm::Series { signed: false };
    let head = |index| text(&year(&series, side, index, of.period(), all), Look::Head);
    let marks = [&*edition.mark(side.as_str()), NOTHING, UNIT, VALUES[0], VALUES[1], VALUES[2], NOTHING];
    let sheet = Sheet {
        title: name.to_owned(),
        rows: vec![
            marks.iter().map(|mark| text(mark, Look::None)).collect(),
            vec![text(NOTHING, Look::None), text(&title, Look::Title)],
            vec![
                text(YEARS, Look::None),
                text(words.figure, Look::Head),
                text(words.unit, Look::Head),
                head(0),
                head(1),
                head(2),
                text(words.how, Look::Head),
            ],
        ],
        widths: WIDTHS.to_vec(),
        hidden_columns: vec![0],
        hidden_rows: vec![0],
        frozen: Some((HEADS, UNITS)),
        ..Sheet::default()
    };
    let mut growing = Growing { of, choices, sheet };
    let mut indicator = None;
    for used in uses {
        if indicator.replace(used.home) != Some(used.home) {
            growing.indicator(used.home);
        }
        growing.figure(*used);
    }
    growing.sheet
}

impl Growing<'_> {
    fn row(&mut self, mark: &str, label: (&str, Look), unit: &str, values: [Cell; 3], note: &str) {
        let [first, second, third] = values;
        let note_look = if label.1 == Look::Section { Look::Section } else { Look::Remark };
        let unit = text(unit, label.1);
        self.sheet.rows.push(vec![
            text(mark, Look::None),
            text(label.0, label.1),
            unit,
            first,
            second,
            third,
            text(note, note_look),
        ]);
    }

    /// The heading of an indicator, with what the plan says of it.
    fn indicator(&mut self, id: IndicatorId) {
        let of = self.of;
        let closed = [Look::Section; 3].map(cell);
        let criteria = of.rules.indicators[id].criteria(of.stage);
        let mut quotes: Vec<&str> = criteria.iter().map(|criterion| &*criterion.quote).collect();
        quotes.dedup();
        self.row(NOTHING, (&of.indicator(id), Look::Section), "", closed, &quotes.join("\n"));
    }

    fn figure(&mut self, used: Use) {
        let of = self.of;
        let all = of.words();
        let rule = &of.rules.figures[used.figure];
        let address = Address::whole(used.side, used.figure);
        let mark = address.path(of.rules);
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
                self.amount(&mark, label, values, &note);
            }
            FigureForm::Amount { .. } => self.amount(&mark, label, [closed(), closed(), single(&entry)], &note),
            FigureForm::Rates => {
                let head = |index| text(&year(&rule.form, used.side, index, of.period(), all), Look::Head);
                self.row(NOTHING, ("", Look::Label), "", [closed(), head(0), head(1)], "");
                self.row(&mark, label, "%", [closed(), listed(&entry, 0), listed(&entry, 1)], &note);
            }
            FigureForm::Count { .. } => self.row(&mark, label, counted, [closed(), closed(), single(&entry)], &note),
            FigureForm::Tally { ranked: true, .. } if !of_list => {
                let head = |of: Column| text(column(of, all), Look::Head);
                let heads = [head(Column::Kind), head(Column::Count), head(Column::Rank)];
                self.row(NOTHING, label, counted, heads, &note);
                self.lines(used, &mark, &entry);
            }
            FigureForm::Tally { kinds, .. } => {
                let list = super::lists::title(of, used);
                let note = if of_list { [&(all.template.from_list)(&list), "\n", &note].concat() } else { note };
                self.row(NOTHING, label, counted, [closed(), closed(), closed()], &note);
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
                    self.row(&mark, (&kind_label, Look::Label), counted, values, &weight.unwrap_or_default());
                }
            }
        }
    }

    /// A row of amounts, whose unit can be chosen.
    fn amount(&mut self, mark: &str, label: (&str, Look), values: [Cell; 3], note: &str) {
        let at = (self.sheet.rows.len(), UNITS);
        self.row(mark, label, self.of.sheet.unit().sign(), values, note);
        let units = ASKED.map(|unit| unit.sign().to_owned()).to_vec();
        self.sheet.lists.push(List { from: at, to: at, choices: Choices::Texts(units), is_only_help: false });
    }

    /// The lines of a ranked tally, with room for more.
    fn lines(&mut self, used: Use, mark: &str, entry: &Entry) {
        let of = self.of;
        let form = &of.rules.figures[used.figure].form;
        let (none, lines): (bool, &[Line]) = match entry {
            Entry::Lines { none, lines } => (*none, lines),
            _ => (false, &[]),
        };
        let from = (self.sheet.rows.len(), FIRST);
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
            self.row(mark, (&label, Look::Label), "", values, "");
        }
        let to = (self.sheet.rows.len() - 1, FIRST);
        let choices = kinds(of, used.figure, self.choices);
        self.sheet.lists.push(List { from, to, choices, is_only_help: false });
    }
}

/// What is to be known of a figure.
fn note(of: &Handover, rule: &FigureRule, side: Side) -> String {
    let (all, words) = (of.words(), of.words().template);
    if side == Side::Baseline {
        return (all.baseline_means)(of.stage).to_owned();
    }
    let mut note = rule.hint.as_ref().map(|hint| of.say(hint).to_owned()).unwrap_or_default();
    if let Some(help) = &rule.help {
        note += &(words.source)(of.say(&help.source));
        note += &(words.mistakes)(of.say(&help.mistakes));
    }
    note
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
