//! What the host page does to the store. It sets states: what is there already changes nothing, and what it does not speak of stays.

use std::rc::Rc;

use super::data::{data, sheet};
use super::dossier::Dossier;
use super::file::Opened;
use super::sheet::Sheet;
use super::store::Store;
use super::unit::{AmountUnit, is_amount};
use super::workspace::{DOSSIERS, Workspace};
use engine::address::Side;
use engine::ruleset::{Stage, Track, TrackRules};

/// What the store knows of the host page, and of the draft that its states come before.
#[derive(Clone, Default)]
pub struct Host {
    /// The work as the host page has it too.
    held: Option<Workspace>,
    /// The work as it came from a draft.
    draft: Option<Workspace>,
    /// Whether that had to give way to what the host page handed in.
    gave_way: bool,
}

impl Store {
    /// Whether a person changed anything since the host page had all of it.
    pub fn is_changed(&self) -> bool {
        let is_held = self.host.held.as_ref().is_some_and(|held| held.says_the_same(&self.workspace));
        self.has_own_words() && !is_held
    }

    /// Whether the draft that was opened had to give way to what the host page handed in.
    pub fn draft_gave_way(&self) -> bool {
        self.host.gave_way
    }

    /// Takes note that the host page has everything as it stands.
    pub(super) fn mark_saved(&mut self) {
        self.host.held = Some(self.workspace.clone());
    }

    /// Takes note that this came from a draft.
    pub(super) fn came_from_draft(&mut self) {
        self.host = Host { held: None, draft: Some(self.workspace.clone()), gave_way: false };
    }

    /// Goes on with the work of an application that was closed. A draft that says something else is for another time.
    pub(super) fn resume(&mut self, workspace: Workspace, is_saved: bool) {
        let other_draft = self.host.draft.take().is_some_and(|draft| !draft.says_the_same(&workspace));
        let held = is_saved.then(|| workspace.clone());
        self.workspace = workspace;
        self.host = Host { held, draft: None, gave_way: self.host.gave_way || other_draft };
    }

    /// Puts a draft away in which nobody wrote yet.
    pub(super) fn let_draft_give_way(&mut self) {
        if self.host.draft.take().is_some_and(|draft| draft.says_the_same(&self.workspace)) {
            self.workspace = Workspace::blank(self.ruleset(), self.workspace.batch);
            self.host.gave_way = true;
        }
    }

    /// Goes to the track and stage that the host page names.
    pub(super) fn go_to(&mut self, track: Option<Track>, stage: Option<Stage>) {
        let differs =
            (track.is_some() && track != self.workspace.track) || (stage.is_some() && stage != self.workspace.stage);
        if differs {
            self.let_draft_give_way();
        }
        self.workspace.track = track.or(self.workspace.track);
        self.workspace.stage = stage.or(self.workspace.stage);
    }

    /// Takes a submission of the host page. It says something of one original only: the unit, the numbers of the batch, the other
    /// scenarios and the other dossiers stay.
    pub(super) fn hand_in(&mut self, opened: Opened) {
        let (track, stage) = (opened.track, opened.stage);
        if self.says_already(&opened) {
            return;
        }
        self.let_draft_give_way();
        let was_changed = self.is_changed();
        (self.workspace.track, self.workspace.stage) = (Some(track), Some(stage));
        if !self.says_already(&opened) {
            let rules = Rc::clone(self.ruleset());
            let rules = rules.track(track);
            let dossier = self.workspace.dossier_mut(track, stage);
            dossier.clear_sample();
            let scenarios = &mut dossier.scenarios;
            let original = in_place_of(&scenarios.original, &opened.scenarios.original, (track, stage), rules);
            scenarios.original = Rc::new(original);
            scenarios.show(scenarios.current, rules);
        }
        let is_all = self.workspace.overrides.iter().next().is_none() && self.dossier().is_some_and(Dossier::is_plain);
        self.hold(was_changed, is_all);
    }

    /// Takes a whole file of the host page, and sets everything that it says.
    pub(super) fn take_file(&mut self, opened: Opened) {
        let mut next = self.clone();
        next.let_draft_give_way();
        let was_changed = next.is_changed();
        next.fill(opened);
        let place = |store: &Store| (store.workspace.batch, store.workspace.track, store.workspace.stage);
        let shows_sample = self.dossier().is_some_and(Dossier::shows_sample);
        let is_there = place(self) == place(&next) && self.workspace.says_the_same(&next.workspace) && !shows_sample;
        if !is_there {
            *self = next;
            let is_all = self.dossier().is_some_and(|dossier| !dossier.can_take_back());
            self.hold(was_changed, is_all);
        }
    }

    /// What the host page handed in it has, unless a person changed something beside it.
    fn hold(&mut self, was_changed: bool, is_all_here: bool) {
        let shown = self.workspace.track.zip(self.workspace.stage);
        let mut dossiers = DOSSIERS.into_iter().zip(&self.workspace.dossiers);
        let is_all = is_all_here && dossiers.all(|(place, other)| Some(place) == shown || !other.has_own_words());
        if !was_changed || is_all {
            self.mark_saved();
        }
    }

    /// Whether the original that is shown says what a submission says.
    fn says_already(&self, opened: &Opened) -> bool {
        let place = (opened.track, opened.stage);
        let is_there = self.workspace.track.zip(self.workspace.stage) == Some(place);
        let track = self.ruleset().track(opened.track);
        let said = |original| as_said(original, place, track) == *opened.scenarios.original;
        is_there && self.scenarios().is_some_and(|scenarios| said(&scenarios.original))
    }
}

/// The sheet that the submission of a sheet fills in.
fn as_said(original: &Sheet, (track_name, stage): (Track, Stage), track: &TrackRules) -> Sheet {
    sheet(&data(original, track_name, stage, track), track)
}

/// What a submission says in place of an original, in the unit in which that is typed. What says the same stays as it was typed.
fn in_place_of(old: &Sheet, given: &Sheet, place: (Track, Stage), track: &TrackRules) -> Sheet {
    let (said, unit) = (as_said(old, place, track), old.unit());
    let mut new = given.clone();
    for side in [Side::Now, Side::Baseline] {
        for (figure, _) in track.figures.with_ids().filter(|(_, figure)| is_amount(&figure.form)) {
            for amount in new.entry_mut(side, figure).amounts_mut() {
                amount.write(AmountUnit::WanYuan.as_read_in(unit, amount.text()), AmountUnit::WanYuan);
            }
        }
    }
    new.read_amounts_in(unit);
    for side in [Side::Now, Side::Baseline] {
        for (figure, _) in track.figures.with_ids() {
            if said.side(side)[figure] == given.side(side)[figure] {
                *new.entry_mut(side, figure) = (*old.side(side)[figure]).clone();
            }
        }
    }
    new.baseline_last_year = old.baseline_last_year.clone();
    new
}

#[cfg(test)]
mod tests;
