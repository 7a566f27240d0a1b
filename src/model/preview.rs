//! A table that was read, shown before anything of it is written.

use std::rc::Rc;

use super::assessment::Assessment;
use super::book::Book;
use super::entry::Entry;
use super::list::List;
use super::look::Look;
use super::notice::Notice;
use super::rules::Rules;
use super::said::{self, Filled};
use super::scenarios::{Scenario, is_given};
use super::sheet::{MOST_LINES, Sheet};
use super::store::Store;
use engine::address::{Address, Column, Part, Side};
use engine::ids::{FigureId, IndicatorId};
use engine::number::{NumberKind, parse_number};
use engine::outcome::Outcome;
use engine::pause::{Pause, at_once};
use engine::ruleset::{Stage, TrackRules};
use intake::Table;
use intake::context::Answer;
use intake::reading::{Asked, Code, Figure, Line, Question, Reading};
use intake::template::Particular;
use rust_decimal::Decimal;

/// A table with what was read of it, and what would come of it.
#[derive(Debug, PartialEq)]
pub struct Preview {
    /// The table.
    pub table: Rc<Table>,
    /// The workbook that it is a sheet of, and which.
    pub book: Option<(Rc<Book>, usize)>,
    /// Where it was pasted; none for an opened file.
    pub at: Option<Address>,
    /// What the person has answered or corrected.
    pub answers: Vec<Answer>,
    /// What was read of it.
    pub reading: Rc<Reading>,
    /// What would be written.
    pub changes: Changes,
    /// The indicators whose outcome would change, with the outcomes before and after.
    pub outcomes: Vec<(IndicatorId, Outcome, Outcome)>,
}

/// What of a reading is written into a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The fields with their new texts.
    pub cells: Vec<(Address, Rc<str>)>,
    /// Ranked tallies whose lines are replaced by so many.
    pub lines: Vec<(Side, FigureId, usize)>,
    /// Tallies that become lists.
    pub lists: Vec<(Side, FigureId, Rc<List>)>,
    /// What is said beside the figures.
    pub said: Vec<(Particular, Rc<str>)>,
    /// The last year of the series, where the table says it and the sheet does not.
    pub last_year: Option<u16>,
    /// How many values have no field here: lines that are not there, or years that are taken from elsewhere.
    pub without_field: usize,
}

impl Changes {
    /// What a reading changes on a sheet. Targets take some of it from the submission that they start from; that is not written.
    fn of(look: &Look, sheet: &Sheet, stage: Stage, are_targets: bool) -> Changes {
        let Look { reading, at, rules, .. } = look;
        let side = reading.side.unwrap_or(Side::Now);
        let mut changes = Changes::default();
        for (figure, read) in &reading.figures {
            let whole = Address::whole(side, *figure);
            match read {
                Figure::Single(text) => changes.cells.push((whole, text.as_str().into())),
                Figure::Listed(texts) => {
                    let said = texts
                        .iter()
                        .enumerate()
                        .filter_map(|(index, text)| Some((whole.at(Part::Entry(index)), text.as_deref()?.into())));
                    changes.cells.extend(said);
                }
                Figure::Tally(lines) => match &*sheet.side(side)[*figure] {
                    Entry::Lines { lines: there, .. } => changes.in_lines(whole, lines, *at, there.len(), rules),
                    Entry::Roster(_) => changes.without_field += lines.len(),
                    _ => changes.by_kind(whole, lines),
                },
                Figure::Roster(_) => {}
            }
        }
        changes.lists.extend(look.lists.iter().map(|(figure, list)| (side, *figure, Rc::clone(list))));
        changes.said.extend(reading.said.iter().map(|said| (said.what, said.text.as_str().into())));
        if are_targets {
            let before = changes.cells.len() + changes.said.len();
            changes.cells.retain(|(address, _)| !is_given(*address, rules));
            changes.said.retain(|(what, _)| !said::is_given(*what));
            changes.without_field += before - changes.cells.len() - changes.said.len();
        }
        changes.said.retain(|(what, _)| sheet.takes(*what, stage));
        changes.last_year =
            reading.last_year.filter(|_| side == Side::Now && sheet.last_year.is_blank() && !changes.cells.is_empty());
        changes
    }

    /// Lines of one kind add up, as they do in a submission.
    fn by_kind(&mut self, whole: Address, lines: &[Line]) {
        for line in lines {
            let (Some(kind), Some(count)) = (line.kind, &line.count) else { continue };
            let address = whole.at(Part::Kind(kind));
            match self.cells.iter_mut().find(|(other, _)| *other == address) {
                Some((_, text)) => *text = sum(text, count).into(),
                None => self.cells.push((address, count.as_str().into())),
            }
        }
    }

    /// Lines with a kind take the place of those from where they were pasted on; bare numbers fill the lines that are there.
    fn in_lines(&mut self, whole: Address, lines: &[Line], at: Option<Address>, there: usize, rules: &TrackRules) {
        let kinds = rules.figures[whole.figure].form.kinds();
        let named = lines.iter().any(|line| line.kind.is_some());
        let first = match at {
            Some(Address { side, figure, part: Part::Line(first, _) })
                if named && (side, figure) == (whole.side, whole.figure) =>
            {
                first.min(there)
            }
            _ => 0,
        };
        let mut write =
            |index: usize, column, text: &str| self.cells.push((whole.at(Part::Line(index, column)), text.into()));
        for (index, line) in (first..).zip(lines) {
            if let Some(kind) = line.kind {
                write(index, Column::Kind, &kinds[kind].id);
                write(index, Column::Count, line.count.as_deref().unwrap_or(""));
                write(index, Column::Rank, line.rank.as_deref().unwrap_or(""));
                continue;
            }
            let numbers = [(Column::Count, &line.count), (Column::Rank, &line.rank)];
            for (column, text) in numbers.into_iter().filter_map(|(column, text)| Some((column, text.as_deref()?))) {
                if index < there { write(index, column, text) } else { self.without_field += 1 }
            }
        }
        if named {
            self.lines.push((whole.side, whole.figure, first + lines.len()));
        }
    }

    /// How many lines a tally would have, where that is more than any may.
    fn too_many_lines(&self) -> Option<usize> {
        self.lines.iter().map(|(.., count)| *count).find(|count| *count > MOST_LINES)
    }

    /// The figures that are written, each once.
    pub fn figures(&self) -> Vec<FigureId> {
        let mut figures: Vec<FigureId> = self.cells.iter().map(|(address, _)| address.figure).collect();
        figures.extend(self.lists.iter().map(|(_, figure, _)| *figure));
        figures.dedup();
        figures
    }

    /// What is filled in.
    fn filled(&self) -> Filled {
        Filled { figures: self.figures().into(), said: !self.said.is_empty() }
    }

    /// Writes everything.
    pub fn write(&self, sheet: &mut Sheet, rules: &Rules) {
        for (side, figure, count) in &self.lines {
            sheet.entry_mut(*side, *figure).set_lines(*count);
        }
        for (side, figure, list) in &self.lists {
            *sheet.entry_mut(*side, *figure) = Entry::Roster(Rc::clone(list));
        }
        for (address, text) in &self.cells {
            if matches!(address.part, Part::Kind(_) | Part::Line(..)) {
                sheet.entry_mut(address.side, address.figure).declare_none(false);
            }
            sheet.write(*address, Rc::clone(text));
        }
        for (what, text) in &self.said {
            sheet.say(*what, text, rules);
        }
        if let Some(year) = self.last_year {
            sheet.write_last_year(Side::Now, year.to_string().into());
        }
    }
}

/// Two counts added up; what cannot be read is for the field to refuse.
fn sum(one: &str, other: &str) -> String {
    let read = |text| parse_number(text, NumberKind::Count).ok().flatten();
    let sum = read(one).zip(read(other)).and_then(|(one, other): (Decimal, Decimal)| one.checked_add(other));
    sum.map_or_else(|| [one, "+", other].concat(), |sum| sum.to_string())
}

impl Preview {
    /// Whether there is anything to write, to ask, or to say of a value that is not taken.
    pub(super) fn says_something(&self) -> bool {
        let is_left = self.reading.unused.iter().any(|unused| is_value(unused.code));
        !self.changes.filled().is_nothing() || !self.reading.questions.is_empty() || is_left
    }

    /// What the person has answered, with more of it. A later answer to the same question takes the place of an earlier one.
    pub(super) fn answers_with(&self, more: &[Answer]) -> Vec<Answer> {
        let mut answers = self.answers.clone();
        for answer in more {
            answers.retain(|old| !old.is_about_the_same(answer));
            answers.push(answer.clone());
        }
        answers
    }
}

impl Store {
    /// Reads a table. A bare row or column that fits is written at once; anything else is shown first.
    pub(super) fn read(&mut self, table: Rc<Table>, at: Option<Address>) {
        let Some(preview) = self.preview_of(table, at, Vec::new()) else { return };
        if let Some(count) = preview.changes.too_many_lines() {
            self.notice = Some(Notice::TooManyLines(count));
        } else if is_plain(&preview) {
            self.write_preview(&preview)
        } else {
            self.preview = Some(Rc::new(preview))
        }
    }

    /// Reads the table that is shown once more, with one more answer.
    pub(super) fn answer(&mut self, answer: Answer) {
        let Some(shown) = self.preview.take() else { return };
        let answers = match &self.prepared {
            Some(prepared) => prepared.answers.clone(),
            None => shown.answers_with(&[answer]),
        };
        let preview = self.preview_of(Rc::clone(&shown.table), shown.at, answers);
        match preview.as_ref().and_then(|preview| preview.changes.too_many_lines()) {
            Some(count) => self.notice = Some(Notice::TooManyLines(count)),
            None => {
                let book = shown.book.clone();
                self.preview = preview.map(|preview| Rc::new(Preview { book, ..preview }));
            }
        }
    }

    /// Writes the table that is shown.
    pub(super) fn write_shown(&mut self) {
        if let Some(preview) = self.preview.take() {
            self.write_preview(&preview);
            self.go_on_with_book(&preview);
        }
    }

    fn write_preview(&mut self, preview: &Preview) {
        let changes = &preview.changes;
        let filled = changes.filled();
        if let Some(rules) = self.rules().filter(|_| !filled.is_nothing()) {
            self.with_way_back(|store| store.at_scenarios(|scenarios, _| changes.write(scenarios.shown_mut(), &rules)));
        }
        // Items of a list whose kind does not count are in the list, and it says so.
        let is_item = |code: Code| code == Code::NoSuchKind && !changes.lists.is_empty();
        let unused = preview.reading.unused.iter().filter(|unused| is_value(unused.code) && !is_item(unused.code));
        let left_over = changes.without_field + unused.count();
        self.notice = Some(Notice::Pasted(filled, left_over));
    }

    pub(super) fn preview_of(&self, table: Rc<Table>, at: Option<Address>, answers: Vec<Answer>) -> Option<Preview> {
        let (rules, stage, sheet) = (self.rules()?, self.stage_shown()?, self.sheet()?);
        let prepared = self.prepared.iter().flat_map(|prepared| &prepared.looks);
        let look = match prepared.into_iter().find(|look| self.is_seen_so(look, &table, at, &answers)) {
            Some(look) => look.clone(),
            None => at_once(Box::pin(self.look(&table, at, answers, Pause::NEVER)))?,
        };
        let are_targets = self.scenarios().is_some_and(|scenarios| scenarios.current == Scenario::Targets);
        let changes = Changes::of(&look, sheet, stage, are_targets);
        let mut written = (**sheet).clone();
        if changes.too_many_lines().is_none() {
            changes.write(&mut written, &rules);
        }
        let before = self.assessment.as_ref()?;
        let after = Assessment::of(&written, &rules, self.effective(), stage, Some(before));
        let pairs = before.indicators.with_ids().zip(&after.indicators);
        let changed = pairs.filter(|((_, before), after)| before.outcome != after.outcome);
        let outcomes = changed.map(|((id, before), after)| (id, before.outcome, after.outcome)).collect();
        Some(Preview { table, book: None, at, answers: look.answers, reading: look.reading, changes, outcomes })
    }
}

/// Whether nothing is to be asked or told about a table: one bare row or column of which every cell has a field.
fn is_plain(preview: &Preview) -> bool {
    let Preview { table, reading, changes, .. } = preview;
    let one = table.rows.len() == 1 || table.rows.iter().all(|row| row.len() <= 1);
    let bare = reading.used.iter().all(|used| used.names.is_empty());
    one && bare
        && reading.unused.is_empty()
        && reading.questions.iter().all(is_asked_by_the_sheet)
        && changes.without_field == 0
        && !changes.cells.is_empty()
}

/// Whether the sheet asks the same of what was written, where it can be answered as well: about the size of an amount, and of rates.
fn is_asked_by_the_sheet(question: &Question) -> bool {
    question.chosen.is_some() && matches!(question.code, Asked::WhichUnit | Asked::LooksLikeAFraction)
}

/// Whether what is left out for this reason may be a value that somebody misses.
fn is_value(code: Code) -> bool {
    use Code::{Header, LeftOut, Note, OtherTemplate, Remark, SerialNumber, Title};
    !matches!(code, Title | Header | Note | SerialNumber | Remark | LeftOut | OtherTemplate)
}

#[cfg(test)]
mod tests;
