//! The one store of the page, and every way in which it changes.

mod act;
mod steps;

use std::rc::Rc;

use super::action::{Action, View};
use super::assessment::Assessment;
use super::desk::Desk;
use super::dossier::Dossier;
use super::history::{History, Step, Taken};
use super::hosting::Host;
use super::latest::Latest;
use super::notice::Notice;
use super::preview::Preview;
use super::rules::Rules;
use super::rulesets::Rulesets;
use super::scenarios::{Scenario, Scenarios};
use super::sheet::Sheet;
use super::work::{Prepared, Work};
use super::workspace::{Workspace, dossier_index};
use engine::ruleset::{Ruleset, Stage};
use engine::text::Lang;

/// Everything the page knows.
#[derive(Clone)]
pub struct Store {
    /// The language shown.
    pub lang: Lang,
    /// Whether everything is shown larger.
    pub large: bool,
    /// What is looked at.
    pub view: View,
    /// The rulesets (批次) to choose from; never empty.
    pub rulesets: Rulesets,
    /// What the person filled in and chose.
    pub workspace: Workspace,
    /// Where the person is on the page.
    pub desk: Desk,
    /// The table that is shown before it is written.
    pub preview: Option<Rc<Preview>>,
    /// What the page has to say about the last thing done.
    pub notice: Option<Notice>,
    /// The work that goes on, if any does.
    pub work: Option<Work>,
    /// How much of it there was.
    pub(super) works: usize,
    /// What was worked out for the action that is done now.
    pub(super) prepared: Option<Rc<Prepared>>,
    /// The steps that can be undone and redone.
    pub history: History,
    /// Whether the notice is about the last step, so that it offers to undo it.
    pub(super) offers_undo: bool,
    /// What is known of the host page.
    pub(super) host: Host,
    /// The ruleset with the batch's own numbers in place.
    effective: Rc<Ruleset>,
    /// Where whoever stands outside finds this.
    latest: Latest,
    /// What the engine says to the sheet that is shown.
    pub assessment: Option<Rc<Assessment>>,
}

impl Store {
    /// A page on which nothing is chosen yet. The first of the batches is chosen until the person chooses another.
    pub fn new(rulesets: Rulesets, lang: Lang) -> Store {
        let (workspace, effective) = (Workspace::blank(&rulesets[0], 0), Rc::clone(&rulesets[0]));
        let (view, history, latest) = (View::default(), History::default(), Latest::default());
        Store {
            lang,
            large: false,
            view,
            rulesets,
            workspace,
            desk: Desk::default(),
            preview: None,
            work: None,
            works: 0,
            prepared: None,
            notice: None,
            history,
            offers_undo: false,
            host: Host::default(),
            effective,
            latest,
            assessment: None,
        }
    }

    /// Where whoever stands outside finds the store.
    pub fn latest(&self) -> &Latest {
        &self.latest
    }

    /// The same, shown to the outside from now on.
    pub fn shown_to(self, latest: Latest) -> Store {
        Store { latest, ..self }
    }

    /// Shows this to the outside.
    pub fn show(self: &Rc<Store>) {
        self.latest.show(self);
    }

    /// The chosen batch's ruleset, without the numbers that a person set.
    pub fn ruleset(&self) -> &Rc<Ruleset> {
        &self.rulesets[self.workspace.batch]
    }

    /// The chosen batch's ruleset with the person's numbers in place.
    pub fn effective(&self) -> &Rc<Ruleset> {
        &self.effective
    }

    /// The rules of the chosen track.
    pub fn rules(&self) -> Option<Rules> {
        self.workspace.track.map(|track| Rules { ruleset: Rc::clone(self.ruleset()), track })
    }

    /// The scenarios that are shown, once track and stage are chosen.
    pub fn scenarios(&self) -> Option<&Scenarios> {
        Some(&self.dossier()?.scenarios)
    }

    /// The sheet that is shown.
    pub fn sheet(&self) -> Option<&Rc<Sheet>> {
        Some(self.scenarios()?.shown())
    }

    /// The dossier in use, once track and stage are chosen.
    pub fn dossier(&self) -> Option<&Dossier> {
        Some(&self.workspace.dossiers[dossier_index(self.workspace.track?, self.workspace.stage?)])
    }

    /// The stage whose criteria the sheet shown is held against: that of recognition for targets.
    pub fn stage_shown(&self) -> Option<Stage> {
        Some(self.scenarios()?.stage_shown(self.workspace.stage?))
    }

    /// Whether the person typed anything that would be lost with the page.
    pub fn has_own_words(&self) -> bool {
        self.workspace.dossiers.iter().any(Dossier::has_own_words) || self.workspace.overrides.iter().next().is_some()
    }

    /// Whether the notice is about the last step, so that it offers to undo it.
    pub fn offers_undo(&self) -> bool {
        self.offers_undo
    }

    /// The rules by which the ids of a step are named.
    pub fn rules_of(&self, taken: &Taken) -> Option<Rules> {
        let ruleset = Rc::clone(self.rulesets.get(taken.workspace.batch)?);
        taken.workspace.track.map(|track| Rules { ruleset, track })
    }

    /// What the engine says to another scenario of the submission shown, held against its own stage.
    pub fn assessment_of(&self, scenario: Scenario) -> Option<Rc<Assessment>> {
        let scenarios = self.scenarios()?;
        if scenarios.current == scenario {
            return self.assessment.clone();
        }
        let stage = if scenario == Scenario::Targets { Stage::Recognition } else { self.workspace.stage? };
        Some(Rc::new(Assessment::of(scenarios.sheet(scenario)?, &self.rules()?, &self.effective, stage, None)))
    }

    /// The page after an action.
    pub fn after(&self, action: Action) -> Store {
        if self.work.is_some() && matches!(action, Action::WriteTable) {
            // What is shown is not what was asked for last.
            return self.clone();
        }
        let mut next = self.clone();
        if self.has_to_wait(&action) {
            next.say(Some(Notice::StillCounting));
            return next;
        }
        if !action.leaves_work() && next.work.take().is_some() && matches!(action, Action::Undo) {
            // What was done last is not done yet: it is taken back by not doing it.
            return next;
        }
        match action {
            Action::Work(working) => return self.work_on(working),
            Action::Speak(lang) => next.lang = lang,
            Action::Enlarge(large) => next.large = large,
            Action::Look(view) => {
                next.view = view;
                next.pass();
            }
            Action::TurnTo(indicator) => next.desk.turn_to(indicator),
            Action::OpenFinding(indicator, open) => next.desk.open(indicator, open),
            Action::Unfold(drawer, open) => next.desk.unfold(drawer, open),
            Action::Dismiss => next.say(None),
            Action::Say(notice) => next.say(Some(notice)),
            Action::AnswerTable(answer) => next.answer(answer),
            Action::DropTable => next.preview = None,
            Action::ReadBook(book, at) => {
                next.say(None);
                next.read_book(book, at);
            }
            Action::ChooseSheet(index) => next.choose_sheet(index),
            Action::MarkSaved => next.mark_saved(),
            Action::Undo => {
                if let Some(step) = next.history.undo(&mut next.workspace) {
                    next.arrive(Notice::Undone(step), self);
                }
            }
            Action::Redo => {
                if let Some(step) = next.history.redo(&mut next.workspace) {
                    next.arrive(Notice::Redone(step), self);
                }
            }
            Action::WriteUnits => {
                if let Some(Notice::UnitChanged(former, _, bare)) = next.notice.take() {
                    next.write_units(former, &bare);
                    next.remember(Some(Step::UnitsWritten), self);
                    next.assess();
                    next.see_changes(self, None, false);
                }
            }
            action => {
                let (step, brings_other) = (Step::of(&action), action.brings_a_submission());
                let typing = step.clone().filter(|_| action.is_typing());
                if action.is_typing() {
                    next.pass()
                } else {
                    next.say(None)
                }
                if !matches!(action, Action::WriteTable) {
                    // What it would change is no longer what it was read for.
                    next.preview = None;
                }
                next.act(action);
                let is_silent = next.notice.is_none() || next.notice == self.notice;
                let may_be_there = step == Some(Step::Host) || (typing.is_some() && is_silent);
                if may_be_there && next.workspace == self.workspace {
                    // What is there already changes nothing. A notice, too, stays as it is, and so does a table that is shown.
                    return Store { host: next.host, prepared: None, ..self.clone() };
                }
                next.remember(step, self);
                let same = Rc::ptr_eq(self.ruleset(), next.ruleset());
                if !same || !Rc::ptr_eq(&self.workspace.overrides, &next.workspace.overrides) {
                    next.rule();
                }
                next.assess();
                next.see_changes(self, typing, brings_other);
                if brings_other {
                    next.unfold_what_is_missing(self);
                }
            }
        }
        next
    }

    fn rule(&mut self) {
        self.effective = self.workspace.overrides.on(self.ruleset());
    }

    fn assess(&mut self) {
        let rules = self.rules().zip(self.stage_shown());
        self.assessment = rules.zip(self.sheet()).map(|((rules, stage), sheet)| {
            Rc::new(Assessment::of(sheet, &rules, &self.effective, stage, self.assessment.as_deref()))
        });
    }
}

#[cfg(test)]
mod tests;
