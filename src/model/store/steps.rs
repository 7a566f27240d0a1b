//! What an action leaves beside the workspace: the notice, the step that can be undone, and the outcomes that changed.

use super::Store;
use crate::desk::Drawer;
use crate::history::{History, Step};
use crate::notice::Notice;
use crate::workspace::Workspace;

impl Store {
    /// Goes on to something else: a notice is over then, but for the one that is about what was typed before.
    pub(super) fn pass(&mut self) {
        self.offers_undo = false;
        self.notice = self.notice.take().filter(|notice| matches!(notice, Notice::UnitChanged(..)));
    }

    pub(crate) fn say(&mut self, notice: Option<Notice>) {
        (self.notice, self.offers_undo) = (notice, false);
    }

    /// Goes on with a workspace of the history.
    pub(super) fn arrive(&mut self, notice: Notice, before: &Store) {
        self.say(Some(notice));
        self.rule();
        self.assess();
        self.see_changes(before, None, false);
    }

    /// Takes down which outcomes changed since `before`, unless it was another submission, by other rules or another scenario.
    pub(super) fn see_changes(&mut self, before: &Store, typing: Option<Step>, brings_other: bool) {
        let place = |store: &Store| {
            let Workspace { track, stage, batch, .. } = store.workspace;
            let shown = store.dossier().map(|dossier| (dossier.scenarios.current, dossier.shows_sample()));
            (track, stage, batch, shown)
        };
        let was = before.assessment.as_deref().filter(|_| !brings_other && place(self) == place(before));
        self.desk.compare(typing, was, self.assessment.as_deref());
        if self.workspace.track != before.workspace.track {
            self.desk.leave();
        }
    }

    /// Unfolds the particulars of a submission that comes without them; those of one that has them are folded. Whoever is choosing goes
    /// on choosing.
    pub(super) fn unfold_what_is_missing(&mut self, before: &Store) {
        if before.desk.is_unfolded(Drawer::Choices) && before.dossier().is_some() {
            return;
        }
        let missing = self.assessment.as_ref().is_some_and(|assessment| assessment.particulars_missing);
        self.desk.unfold(Drawer::Particulars, missing);
        self.desk.unfold(Drawer::Choices, false);
    }

    /// Keeps what was before a step that changed something. What the host page or a draft brings to where nothing is filled in is where
    /// a history begins, and so is what the host page empties or offers: the way back would lead to another's figures, or to other
    /// rulesets.
    pub(super) fn remember(&mut self, step: Option<Step>, before: &Store) {
        let (was, now) = (&before.workspace, &self.workspace);
        match (step, &self.notice) {
            _ if was == now => self.offers_undo = false,
            (None, _) => self.history = History::default(),
            _ if self.draft_gave_way() && !before.draft_gave_way() => self.history = History::default(),
            (Some(Step::Host | Step::Restored), _) if !before.has_own_words() => self.history = History::default(),
            (Some(Step::Pasted(_)), Some(Notice::Pasted(filled, _))) => {
                self.history.keep(Step::Pasted(filled.clone()), was, now);
            }
            (Some(step), _) => self.history.keep(step, was, now),
        }
    }
}
