//! What takes long: a list of tens of thousands is read and counted a little at a time, before the action that needs it is done.
//!
//! The store stays as it was until then. An action that comes in between ends the work where it would make it void, and what was
//! worked out is thrown away.

use std::rc::Rc;

use super::action::Action;
use super::list::{List, ListAction};
use super::look::Look;
use super::sheet::Sheet;
use super::store::Store;
use engine::address::Address;
use engine::pause::{self, Pause};
use engine::ruleset::{FigureForm, TrackRules};
use intake::Table;
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
    /// Everything that was answered about them.
    pub(super) answers: Vec<Answer>,
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

/// Tables to be read, where they were pasted, and what was answered about them.
type Tables = (Vec<Rc<Table>>, Option<Address>, Vec<Answer>);

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
    pub fn prepare<'a>(&'a self, action: &'a Action, pause: Pause<'a>) -> pause::Work<'a, Prepared> {
        Box::pin(self.prepare_all(action, pause))
    }

    async fn prepare_all(&self, action: &Action, pause: Pause<'_>) -> Prepared {
        let mut prepared = Prepared::default();
        let (tables, at, answers) = self.tables_of(action).unwrap_or_default();
        for table in &tables {
            prepared.looks.extend(self.look(table, at, answers.clone(), pause).await);
        }
        prepared.answers = answers;
        prepared.list = self.list_after(action);
        // What a list comes to is kept beside it.
        for (list, form) in self.uncounted(action, &prepared) {
            list.count(&form, pause).await;
        }
        prepared
    }

    /// The tables that are read for an action, where they were pasted, and what was answered about them.
    fn tables_of(&self, action: &Action) -> Option<Tables> {
        let shown = self.preview.as_ref();
        Some(match action {
            Action::Read(table, at) => (vec![Rc::clone(table)], *at, Vec::new()),
            Action::ReadBook(book, at) => {
                (book.sheets.iter().map(|sheet| Rc::clone(&sheet.table)).collect(), *at, Vec::new())
            }
            Action::AnswerTable(_) => {
                (vec![Rc::clone(&shown?.table)], shown?.at, shown?.answers_with(&self.work.as_ref()?.answers))
            }
            Action::ChooseSheet(index) => {
                let sheet = shown?.book.as_ref()?.0.sheets.get(*index)?;
                (vec![Rc::clone(&sheet.table)], shown?.at, Vec::new())
            }
            _ => return None,
        })
    }

    /// The list that an action changes, and what it becomes.
    fn list_after(&self, action: &Action) -> Option<(Rc<List>, Rc<List>)> {
        let Action::List(side, figure, action) = action else { return None };
        let before = self.sheet()?.side(*side)[*figure].list()?;
        Some((Rc::clone(before), Rc::new(before.after(action)?)))
    }

    /// The lists that have to be counted for an action, each with the form of its figure.
    fn uncounted(&self, action: &Action, prepared: &Prepared) -> Vec<(Rc<List>, FigureForm)> {
        let mut lists = Vec::new();
        if let (Action::List(_, figure, _), Some((_, after)), Some(track)) =
            (action, &prepared.list, self.effective_track())
        {
            lists.push((Rc::clone(after), track.figures[*figure].form.clone()));
        }
        if let Action::Open(opened) = action
            && let Some(ruleset) = self.rulesets.get(opened.batch)
        {
            let effective = opened.overrides.on(ruleset);
            lists.extend(opened.scenarios.shown().lists(effective.track(opened.track)));
        }
        lists
    }

    /// The rules of the track with the person's numbers in place.
    pub(super) fn effective_track(&self) -> Option<&TrackRules> {
        self.workspace.track.map(|track| self.effective().track(track))
    }

    /// Whether an action has to wait: it would end the correction of a list, and what was corrected would be gone without a word. To
    /// undo it, or to stop it, is meant so; and the host page is obeyed.
    pub(super) fn has_to_wait(&self, action: &Action) -> bool {
        use Action::{Empty, Fill, GoTo, HandIn, OfferRulesets, Resume, Undo};
        let ends_it = matches!(action, Action::Work(Working::Begun(..))) || !action.leaves_work();
        let is_meant = matches!(action, Undo | Empty | Fill(_) | GoTo(..) | HandIn(_) | OfferRulesets(_) | Resume(..));
        ends_it && !is_meant && self.work.as_ref().is_some_and(|work| work.corrects)
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
    fn lists(&self, track: &TrackRules) -> Vec<(Rc<List>, FigureForm)> {
        let entries = self.figures.iter().chain(&self.baseline).zip(track.figures.iter().chain(&track.figures));
        entries.filter_map(|(entry, rule)| Some((Rc::clone(entry.list()?), rule.form.clone()))).collect()
    }

    /// How many items its lists have.
    pub fn items(&self) -> usize {
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
        use Action::{Dismiss, Enlarge, Look, MarkSaved, OpenFinding, Say, Speak, TurnTo, Unfold, Work};
        self.is_typing()
            || matches!(
                self,
                Speak(_)
                    | Enlarge(_)
                    | Look(_)
                    | Dismiss
                    | Say(_)
                    | MarkSaved
                    | TurnTo(_)
                    | OpenFinding(..)
                    | Unfold(..)
                    | Work(_)
            )
    }
}

#[cfg(test)]
mod tests;
