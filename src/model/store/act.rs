//! What each action does to the workspace.

use super::Store;
use crate::action::{Action, View};
use crate::data::sheet;
use crate::dossier::Dossier;
use crate::entry::Entry;
use crate::notice::Notice;
use crate::sheet::Sheet;
use crate::typed::in_one_line;
use crate::workspace::Workspace;
use engine::input::Input;
use engine::ruleset::{Stage, Track};
use std::rc::Rc;

impl Store {
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::ChooseTrack(track) => self.workspace.track = Some(track),
            Action::ChooseStage(stage) => self.workspace.stage = Some(stage),
            Action::ChooseRuleset(batch) => self.choose_ruleset(batch),
            Action::ShowSample(sample) => self.show_sample(&sample),
            Action::ClearSample => self.at_dossier(Dossier::clear_sample),
            Action::TakeBack => self.at_dossier(Dossier::take_back),
            Action::Show(scenario) => self.at_scenarios(|scenarios, rules| scenarios.show(scenario, rules)),
            Action::DiscardWhatIf => self.discard_what_if(),
            Action::NameApplicant(name) => self.edit(|sheet| sheet.applicant = in_one_line(name)),
            Action::ChooseField(field) => self.edit(|sheet| sheet.field = field),
            Action::LastYear(side, text) => self.edit(|sheet| sheet.write_last_year(side, text)),
            Action::Answer(item, answer) => self.edit(|sheet| sheet.eligibility[item] = Some(answer)),
            Action::Type(address, text) => self.edit(|sheet| sheet.write(address, text)),
            Action::DeclareNone(side, figure, yes) => {
                self.edit(|sheet| sheet.entry_mut(side, figure).declare_none(yes));
            }
            Action::AddLine(side, figure) => self.add_line(side, figure),
            Action::RemoveLine(side, figure, line) => self.remove_line(side, figure, line),
            Action::List(side, figure, action) => {
                let Some(track) = self.workspace.track else { return };
                let form = self.effective().track(track).figures[figure].form.clone();
                let list = self.sheet().and_then(|sheet| sheet.side(side)[figure].list());
                let prepared = list.and_then(|list| self.prepared_list(list));
                self.edit(|sheet| match prepared {
                    Some(list) => *sheet.entry_mut(side, figure) = Entry::Roster(list),
                    None => sheet.entry_mut(side, figure).act_on_list(action, &form),
                });
            }
            Action::Source(figure, text) => self.edit(|sheet| sheet.sources[figure] = in_one_line(text)),
            Action::Note(indicator, text) => self.edit(|sheet| sheet.notes[indicator] = text),
            Action::Score(which, text) => self.edit(|sheet| sheet.write_score(which, text)),
            Action::Set(override_key, text) => Rc::make_mut(&mut self.workspace.overrides).write(override_key, text),
            Action::ReadAmountsIn(unit) => self.read_amounts_in(unit),
            Action::Read(table, at) => self.read(table, at),
            Action::WriteTable => self.write_shown(),
            Action::ReadAnew(texts) => self.read_anew(&texts),
            Action::Confirm(places) => self.edit(|sheet| sheet.confirm(&places)),
            Action::TakeBaseline => self.take_own_baseline(),
            Action::TakeBaselineOf(opened) => self.take_baseline_of(&opened),
            Action::Open(opened) => self.open(*opened),
            Action::GoTo(track, stage) => self.go_to(track, stage),
            Action::HandIn(opened) => self.hand_in(*opened),
            Action::Fill(opened) => self.take_file(*opened),
            Action::Resume(restored, is_saved) => self.resume(restored.workspace, is_saved),
            Action::OfferRulesets(rulesets) => self.offer(rulesets),
            Action::Empty => {
                self.let_draft_give_way();
                (self.workspace, self.view) = (Workspace::blank(self.ruleset(), self.workspace.batch), View::default())
            }
            Action::Restore(restored) => self.restore(*restored),
            Action::Forget => {
                self.workspace = Workspace::blank(&self.rulesets[0], 0);
                (self.view, self.notice) = (View::default(), Some(Notice::Forgotten));
            }
            Action::Speak(_)
            | Action::Enlarge(_)
            | Action::Look(_)
            | Action::TurnTo(_)
            | Action::OpenFinding(..)
            | Action::Unfold(..)
            | Action::Dismiss
            | Action::Say(_)
            | Action::Work(_)
            | Action::WriteUnits
            | Action::AnswerTable(_)
            | Action::ReadBook(..)
            | Action::ChooseSheet(_)
            | Action::DropTable
            | Action::MarkSaved
            | Action::Undo
            | Action::Redo => {}
        }
    }

    pub(crate) fn edit(&mut self, change: impl FnOnce(&mut Sheet)) {
        self.at_dossier(|dossier| change(dossier.scenarios.shown_mut()));
    }

    fn show_sample(&mut self, sample: &Input) {
        let (track, stage) =
            (self.workspace.track.unwrap_or(Track::Park), self.workspace.stage.unwrap_or(Stage::Creation));
        (self.workspace.track, self.workspace.stage) = (Some(track), Some(stage));
        let sample = sheet(sample, self.ruleset().track(track));
        self.workspace.dossier_mut(track, stage).show_sample(sample);
    }
}
