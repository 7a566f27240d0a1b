//! What takes long: a list of tens of thousands is read and counted a little at a time, before the action that needs it is done.
//!
//! The store stays as it was until then. An action that comes in between ends the work where it would make it void, and what was
//! worked out is thrown away.

use std::rc::Rc;

use super::action::Action;
use super::file::Opened;
use super::list::{List, ListAction};
use super::preview::Look;
use super::scenarios::Scenarios;
use super::sheet::Sheet;
use super::store::Store;
use engine::address::Side;
use engine::pause::Pause;
use engine::ruleset::{FigureForm, Ruleset, TrackRules};
use intake::context::Answer;

/// Fewer rows are read and counted before anybody notices.
pub const MANY: usize = 3000;

/// Work that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Tells it from all others.
    pub number: usize,
    /// How many rows are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// Whether it changes a list that is there.
    pub corrects: bool,
    /// What was answered since the table was last read.
    answers: Vec<Answer>,
}

/// What was worked out for an action. It is used only where it still fits.
#[derive(Default)]
pub struct Prepared {
    /// Tables as they were read.
    pub(super) looks: Vec<Look>,
    /// Everything that was answered about the table.
    pub(super) answers: Option<Vec<Answer>>,
    /// A list, and what it becomes.
    pub(super) list: Option<(Rc<List>, Rc<List>)>,
}

/// Why there is something to be done.
pub enum Cause {
    /// A list is corrected.
    Correction,
    /// A table is read anew after this answer.
    Answer(Answer),
    /// Something else.
    Other,
}

/// How work goes on.
pub enum Working {
    /// So many rows are to be done: for the correction of a list, or after an answer, or for something else.
    Begun(usize, Cause),
    /// So many of the rows of the work with this number are done.
    Done(usize, usize),
    /// The work with this number is done: what came of it, and the action that needs it.
    Finished(usize, Box<Prepared>, Box<Action>),
    /// The person wants no more of it.
    Stopped,
}

impl Store {
    /// How many rows an action has to go through, where those are many.
    pub fn rows_of(&self, action: &Action) -> Option<usize> {
        let rows = match action {
            Action::Read(table, _) => table.rows.len(),
            Action::ReadBook(book, _) => book.sheets.iter().map(|sheet| sheet.table.rows.len()).max()?,
            Action::AnswerTable(_) => self.preview.as_ref()?.table.rows.len(),
            Action::ChooseSheet(index) => {
                let (book, _) = self.preview.as_ref()?.book.as_ref()?;
                book.sheets.get(*index)?.table.rows.len()
            }
            Action::List(side, figure, ListAction::Put(..) | ListAction::Remove(_)) => {
                self.sheet()?.side(*side)[*figure].list()?.items().len()
            }
            Action::Open(opened) => opened.scenarios.shown().items(),
            _ => return None,
        };
        (rows > MANY).then_some(rows)
    }

    /// Works out what an action needs, with pauses.
    pub async fn prepare(&self, action: &Action, pause: Pause<'_>) -> Prepared {
        let mut prepared = Prepared::default();
        match action {
            Action::Read(table, at) => prepared.looks.extend(self.look(table, *at, Vec::new(), pause).await),
            Action::ReadBook(book, at) => {
                for sheet in &book.sheets {
                    prepared.looks.extend(self.look(&sheet.table, *at, Vec::new(), pause).await);
                }
            }
            Action::AnswerTable(answer) => {
                let Some(shown) = &self.preview else { return prepared };
                let more = self.work.as_ref().map_or_else(|| vec![answer.clone()], |work| work.answers.clone());
                let answers = shown.answers_with(&more);
                prepared.looks.extend(self.look(&shown.table, shown.at, answers.clone(), pause).await);
                prepared.answers = Some(answers);
            }
            Action::ChooseSheet(index) => {
                let Some(shown) = &self.preview else { return prepared };
                let sheet = shown.book.as_ref().and_then(|(book, _)| book.sheets.get(*index));
                let Some(sheet) = sheet else { return prepared };
                prepared.looks.extend(self.look(&sheet.table, shown.at, Vec::new(), pause).await);
            }
            Action::List(side, figure, action) => {
                let entry = self.sheet().map(|sheet| &sheet.side(*side)[*figure]);
                let Some((before, track)) = entry.and_then(|entry| entry.list()).zip(self.effective_track()) else {
                    return prepared;
                };
                if let Some(after) = before.after(action) {
                    after.count(&track.figures[*figure].form, pause).await;
                    prepared.list = Some((Rc::clone(before), Rc::new(after)));
                }
            }
            Action::Open(opened) => self.count_opened(opened, pause).await,
            _ => {}
        }
        prepared
    }

    /// The rules of the track with the person's numbers in place.
    pub(super) fn effective_track(&self) -> Option<&TrackRules> {
        self.workspace.track.map(|track| self.effective().track(track))
    }

    /// Counts the lists of a file. What they come to is kept beside them.
    async fn count_opened(&self, opened: &Opened, pause: Pause<'_>) {
        let Some(ruleset) = self.rulesets.get(opened.batch) else { return };
        let effective: Rc<Ruleset> = opened.overrides.on(ruleset);
        let scenarios: &Scenarios = &opened.scenarios;
        for sheet in [Some(&scenarios.original), scenarios.what_if.as_ref(), scenarios.targets.as_ref()] {
            let Some(sheet) = sheet else { continue };
            for (list, form) in sheet.lists(effective.track(opened.track)) {
                list.count(form, pause).await;
            }
        }
    }

    /// Goes on with work, or ends it.
    pub(super) fn work_on(&self, working: Working) -> Store {
        let mut next = self.clone();
        match working {
            Working::Begun(of, cause) => {
                next.say(None);
                next.works += 1;
                // An answer that is not worked out yet still holds when the next one comes.
                let mut answers = next.work.take().map(|work| work.answers).unwrap_or_default();
                let corrects = matches!(cause, Cause::Correction);
                match cause {
                    Cause::Answer(answer) => answers.push(answer),
                    Cause::Correction | Cause::Other => answers.clear(),
                }
                next.work = Some(Work { number: next.works, done: 0, of, corrects, answers });
            }
            Working::Done(number, done) => {
                if let Some(work) = next.work.as_mut().filter(|work| work.number == number) {
                    work.done = work.done.max(done.min(work.of));
                }
            }
            Working::Finished(number, prepared, action) => {
                if self.is_at(number) {
                    (next.work, next.prepared) = (None, Some(Rc::new(*prepared)));
                    next = next.after(*action);
                    next.prepared = None;
                }
            }
            Working::Stopped => next.work = None,
        }
        next
    }

    /// Whether the work with this number still goes on.
    pub fn is_at(&self, number: usize) -> bool {
        self.work.as_ref().is_some_and(|work| work.number == number)
    }

    /// What a list becomes, where that was worked out.
    pub(super) fn prepared_list(&self, before: &Rc<List>) -> Option<Rc<List>> {
        let (of, after) = self.prepared.as_ref()?.list.as_ref()?;
        Rc::ptr_eq(of, before).then(|| Rc::clone(after))
    }
}

impl Sheet {
    /// The lists, each with the form of its figure.
    fn lists<'a>(&'a self, track: &'a TrackRules) -> impl Iterator<Item = (&'a List, &'a FigureForm)> {
        [Side::Now, Side::Baseline].into_iter().flat_map(move |side| {
            let entries = self.side(side).iter().zip(&track.figures);
            entries.filter_map(|(entry, rule)| Some((&**entry.list()?, &rule.form)))
        })
    }

    /// How many items its lists have.
    fn items(&self) -> usize {
        let entries = self.figures.iter().chain(&self.baseline);
        entries.filter_map(|entry| entry.list()).map(|list| list.items().len()).sum()
    }
}

impl Action {
    /// Why it takes work.
    pub fn cause(&self) -> Cause {
        match self {
            Action::List(..) => Cause::Correction,
            Action::AnswerTable(answer) => Cause::Answer(answer.clone()),
            _ => Cause::Other,
        }
    }

    /// Whether work that goes on is still of use after it.
    pub(super) fn leaves_work(&self) -> bool {
        use Action::{Dismiss, Enlarge, Look, MarkSaved, Say, Speak, Work};
        self.is_typing() || matches!(self, Speak(_) | Enlarge(_) | Look(_) | Dismiss | Say(_) | MarkSaved | Work(_))
    }
}

#[cfg(test)]
mod tests;
