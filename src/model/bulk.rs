//! What is done to many fields at once. Each of these can be undone, and says what it did.

use std::rc::Rc;

use super::action::View;
use super::dossier::Dossier;
use super::entry::{Entry, Line};
use super::file::{Opened, Restored};
use super::history::History;
use super::notice::{FileRefusal, Notice};
use super::rules::Rules;
use super::rulesets::Rulesets;
use super::scenarios::{Scenario, Scenarios, first_years, is_given, take_filled_in};
use super::sheet::{MOST_LINES, Sheet};
use super::store::Store;
use super::unit::{AmountUnit, is_amount, is_bare};
use engine::address::{Address, Part, Side};
use engine::ids::FigureId;
use engine::names::Named;
use engine::ruleset::{Stage, TrackRules};

impl Store {
    /// Does something whose notice offers to undo it.
    pub(super) fn with_way_back(&mut self, act: impl FnOnce(&mut Store)) {
        act(self);
        self.offers_undo = true;
    }

    pub(super) fn at_dossier(&mut self, act: impl FnOnce(&mut Dossier)) {
        if let (Some(track), Some(stage)) = (self.workspace.track, self.workspace.stage) {
            act(self.workspace.dossier_mut(track, stage));
        }
    }

    pub(super) fn at_scenarios(&mut self, act: impl FnOnce(&mut Scenarios, &Rules)) {
        if let Some(rules) = self.rules() {
            self.at_dossier(|dossier| act(&mut dossier.scenarios, &rules));
        }
    }

    pub(super) fn choose_ruleset(&mut self, batch: usize) {
        let Some(to) = self.rulesets.get(batch).cloned().filter(|_| batch != self.workspace.batch) else { return };
        let from = Rc::clone(self.ruleset());
        self.with_way_back(|store| store.workspace.move_to(batch, &from, &to));
        self.notice = Some(Notice::RulesetChosen);
    }

    pub(super) fn discard_what_if(&mut self) {
        self.with_way_back(|store| store.at_scenarios(|scenarios, _| scenarios.discard_what_if()));
        self.notice = Some(Notice::WhatIfDiscarded);
    }

    pub(super) fn add_line(&mut self, side: Side, figure: FigureId) {
        let Some(sheet) = self.sheet() else { return };
        let Entry::Lines { lines, .. } = &*sheet.side(side)[figure] else { return };
        let count = lines.len() + 1;
        if count > MOST_LINES {
            self.notice = Some(Notice::TooManyLines(count));
        } else {
            self.edit(|sheet| sheet.entry_mut(side, figure).set_lines(count));
        }
    }

    /// A line that says something does not go without a way back.
    pub(super) fn remove_line(&mut self, side: Side, figure: FigureId, index: usize) {
        let entry = self.sheet().map(|sheet| Rc::clone(&sheet.side(side)[figure]));
        let says_something = entry.is_some_and(|entry| match &*entry {
            Entry::Lines { lines, .. } => lines.get(index).is_some_and(Line::says_something),
            _ => false,
        });
        let remove = |store: &mut Store| store.edit(|sheet| sheet.entry_mut(side, figure).remove_line(index));
        if says_something {
            self.with_way_back(remove);
            self.notice = Some(Notice::LineRemoved(index + 1));
        } else {
            remove(self);
        }
    }

    /// Nothing typed changes; it is read in another unit, and the notice says what that concerns.
    pub(super) fn read_amounts_in(&mut self, unit: AmountUnit) {
        let (Some(rules), Some(sheet), Some(scenarios)) = (self.rules(), self.sheet(), self.scenarios()) else {
            return;
        };
        let former = sheet.unit();
        if former == unit {
            return;
        }
        let is_target = scenarios.current == Scenario::Targets;
        let bare = bare_amounts(sheet, &rules, |at| !(is_target && is_given(at, &rules)));
        self.with_way_back(|store| {
            store.at_scenarios(|scenarios, rules| {
                scenarios.shown_mut().read_amounts_in(unit);
                scenarios.show(scenarios.current, rules);
            });
        });
        if !bare.is_empty() {
            self.notice = Some(Notice::UnitChanged(former, unit, bare.into()));
        }
    }

    /// Keeps amounts as they were before the unit was changed; whatever was typed since stays as it is.
    pub(super) fn write_units(&mut self, former: AmountUnit, bare: &[(Address, Rc<str>)]) {
        let mut written = 0;
        self.with_way_back(|store| {
            store.edit(|sheet| {
                for (at, text) in bare {
                    if sheet.text(*at) == Some(text) {
                        sheet.write(*at, former.written_behind(text));
                        written += 1;
                    }
                }
            });
        });
        self.notice = Some(Notice::UnitsWritten(written));
    }

    /// Rewrites texts, but for those that cannot be typed.
    pub(super) fn read_anew(&mut self, texts: &[(Address, Rc<str>)]) {
        self.at_scenarios(|scenarios, rules| {
            let is_target = scenarios.current == Scenario::Targets;
            for (at, text) in texts.iter().filter(|(at, _)| !(is_target && is_given(*at, rules))) {
                scenarios.shown_mut().write(*at, Rc::clone(text));
            }
        });
    }

    pub(super) fn take_own_baseline(&mut self) {
        if let Some(creation) = self.creation_scenarios().map(|scenarios| Rc::clone(&scenarios.original)) {
            self.take_baseline(&creation);
        }
    }

    /// The same from a file, if it is still what the page asks for: it may have been read while one went elsewhere.
    pub(super) fn take_baseline_of(&mut self, opened: &Opened) {
        let asked = (self.workspace.batch, self.workspace.track, self.workspace.stage);
        if asked == (opened.batch, Some(opened.track), Some(Stage::Recognition)) {
            self.take_baseline(&opened.scenarios.original);
        } else {
            self.notice = Some(Notice::NotOpened(FileRefusal::NotACreationFile));
        }
    }

    /// Takes everything that the application said of the start: nobody types it twice. Where it says nothing, what is filled in
    /// stays.
    pub(super) fn take_baseline(&mut self, creation: &Sheet) {
        self.with_way_back(|store| {
            store.at_scenarios(|scenarios, rules| {
                let sheet = scenarios.shown_mut();
                take_filled_in(sheet, creation, rules);
                sheet.take_known_years(creation);
                for (address, text) in first_years(sheet, creation, rules) {
                    if sheet.entry_mut(address.side, address.figure).amounts()[0].is_blank() {
                        sheet.write(address, text);
                    }
                }
                if sheet.applicant.trim().is_empty() {
                    sheet.applicant = Rc::clone(&creation.applicant);
                }
                let in_batch = rules.ruleset.fields.iter().any(|field| *field.zh == *creation.field);
                if sheet.field.is_empty() && in_batch {
                    sheet.field = Rc::clone(&creation.field);
                }
            });
        });
        self.notice = Some(Notice::BaselineTaken);
    }

    pub(super) fn open(&mut self, opened: Opened) {
        let (track, stage, older_rules) = (opened.track, opened.stage, opened.older_rules);
        let left_out = opened.left_out.clone();
        self.with_way_back(|store| store.fill(opened));
        self.view = View::Fill;
        self.notice = Some(Notice::Opened { track, stage, older_rules, left_out });
    }

    /// Puts other scenarios on their dossier, which becomes the one in use.
    pub(super) fn fill(&mut self, opened: Opened) {
        let (from, to) = (Rc::clone(self.ruleset()), Rc::clone(&self.rulesets[opened.batch]));
        if opened.batch != self.workspace.batch {
            self.workspace.move_to(opened.batch, &from, &to);
        }
        (self.workspace.track, self.workspace.stage) = (Some(opened.track), Some(opened.stage));
        self.workspace.overrides = Rc::new(self.workspace.overrides.with(&opened.overrides, to.track(opened.track)));
        self.at_dossier(|dossier| dossier.replace(opened.scenarios));
    }

    /// Takes other rulesets in place of those that were offered. One of the same id stays chosen.
    pub(super) fn offer(&mut self, rulesets: Rulesets) {
        let from = Rc::clone(self.ruleset());
        let batch = rulesets.iter().position(|ruleset| ruleset.id == from.id).unwrap_or(0);
        let to = Rc::clone(&rulesets[batch]);
        self.workspace.move_among_others(batch, &from, &to);
        self.rulesets = rulesets;
        // Its steps count among the rulesets from before.
        self.history = History::default();
    }

    pub(super) fn restore(&mut self, restored: Restored) {
        self.workspace = restored.workspace;
        self.came_from_draft();
        self.notice = Some(Notice::Restored(restored.day, restored.older_rules));
    }

    /// The creation-stage scenarios of the same track, from which a recognition can take its baseline.
    pub fn creation_scenarios(&self) -> Option<&Scenarios> {
        self.workspace.dossiers[super::workspace::dossier_index(self.workspace.track?, Stage::Creation)].own()
    }
}

/// The amounts of a sheet that are written without a unit, of those that are `typed` on it.
fn bare_amounts(sheet: &Sheet, track: &TrackRules, typed: impl Fn(Address) -> bool) -> Vec<(Address, Rc<str>)> {
    let figures = track.figures.with_ids().filter(|(_, figure)| is_amount(&figure.form));
    let wholes = figures.flat_map(|(figure, _)| Side::ALL.iter().map(move |side| Address::whole(*side, figure)));
    let amounts = wholes.flat_map(|whole| {
        let entry = &*sheet.side(whole.side)[whole.figure];
        let at = move |index| if matches!(entry, Entry::Single(_)) { whole } else { whole.at(Part::Entry(index)) };
        entry.amounts().iter().enumerate().map(move |(index, amount)| (at(index), Rc::clone(amount.text())))
    });
    amounts.filter(|(at, text)| is_bare(text) && typed(*at)).collect()
}

#[cfg(test)]
mod tests;
