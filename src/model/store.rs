//! The one store of the page, and every way in which it changes.

use std::rc::Rc;

use super::action::{Action, View};
use super::assessment::Assessment;
use super::batches::Batches;
use super::desk::Desk;
use super::latest::Latest;
use super::notice::Notice;
use super::papers::{Papers, Variant};
use super::rules::Rules;
use super::sheet::Sheet;
use super::submission::sheet;
use super::work::{Work, desk_of};
use engine::input::Input;
use engine::ruleset::{Ruleset, Stage, Track};
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
    pub batches: Batches,
    /// What the person filled in and chose.
    pub work: Work,
    /// What the page has to say about the last thing done.
    pub notice: Option<Notice>,
    /// The work as it was before that, where it can be undone.
    pub(super) before: Option<Box<Work>>,
    /// The ruleset with the batch's own numbers in place.
    effective: Rc<Ruleset>,
    /// Where whoever stands outside finds this.
    latest: Latest,
    /// What the engine says to the sheet that is shown.
    pub assessment: Option<Rc<Assessment>>,
}

impl Store {
    /// A page on which nothing is chosen yet. The first of the batches is chosen until the person chooses another.
    pub fn new(batches: Batches, lang: Lang) -> Store {
        let (work, effective) = (Work::blank(&batches[0], 0), Rc::clone(&batches[0]));
        let (view, notice, before, assessment) = (View::default(), None, None, None);
        let latest = Latest::default();
        Store { lang, large: false, view, batches, work, notice, before, effective, latest, assessment }
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
        &self.batches[self.work.batch]
    }

    /// The chosen batch's ruleset with the person's numbers in place.
    pub fn effective(&self) -> &Rc<Ruleset> {
        &self.effective
    }

    /// The rules of the chosen track.
    pub fn rules(&self) -> Option<Rules> {
        self.work.track.map(|track| Rules { ruleset: Rc::clone(self.ruleset()), track })
    }

    /// The papers that are shown, once track and stage are chosen.
    pub fn papers(&self) -> Option<&Papers> {
        Some(&self.desk()?.papers)
    }

    /// The sheet that is shown.
    pub fn sheet(&self) -> Option<&Rc<Sheet>> {
        Some(self.papers()?.shown())
    }

    /// The desk in use, once track and stage are chosen.
    pub fn desk(&self) -> Option<&Desk> {
        Some(&self.work.desks[desk_of(self.work.track?, self.work.stage?)])
    }

    /// The stage whose criteria the sheet shown is held against: that of recognition for targets.
    pub fn stage_shown(&self) -> Option<Stage> {
        Some(self.papers()?.stage_shown(self.work.stage?))
    }

    /// Whether the person typed anything that would be lost with the page.
    pub fn has_own_words(&self) -> bool {
        self.work.desks.iter().any(Desk::has_own_words) || self.work.overrides.iter().next().is_some()
    }

    /// Whether the last thing done can be undone.
    pub fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    /// What the engine says to another variant of the submission shown, held against its own stage.
    pub fn assessment_of(&self, variant: Variant) -> Option<Rc<Assessment>> {
        let papers = self.papers()?;
        if papers.variant == variant {
            return self.assessment.clone();
        }
        let stage = if variant == Variant::Targets { Stage::Recognition } else { self.work.stage? };
        Some(Rc::new(Assessment::of(papers.sheet(variant)?, &self.rules()?, &self.effective, stage, None)))
    }

    /// The page after an action.
    pub fn after(&self, action: Action) -> Store {
        let mut next = self.clone();
        match action {
            Action::Speak(lang) => next.lang = lang,
            Action::Enlarge(large) => next.large = large,
            Action::Look(view) => {
                next.view = view;
                next.pass();
            }
            Action::Dismiss => (next.notice, next.before) = (None, None),
            Action::Say(notice) => (next.notice, next.before) = (Some(notice), None),
            Action::Undo => {
                next.notice = None;
                next.work = next.before.take().map_or(next.work, |before| *before);
                next.rule();
                next.assess();
            }
            Action::WriteUnits => {
                if let Some(Notice::UnitChanged(former, bare)) = next.notice.take() {
                    next.write_units(former, &bare);
                    next.assess();
                }
            }
            action => {
                if action.is_typing() {
                    next.pass()
                } else {
                    (next.notice, next.before) = (None, None)
                }
                next.act(action);
                let same = Rc::ptr_eq(self.ruleset(), next.ruleset());
                if !same || !Rc::ptr_eq(&self.work.overrides, &next.work.overrides) {
                    next.rule();
                }
                next.assess();
            }
        }
        next
    }

    /// Goes on to something else: a notice is over then, but for the one that is about what was typed before.
    fn pass(&mut self) {
        self.before = None;
        self.notice = self.notice.take().filter(|notice| matches!(notice, Notice::UnitChanged(..)));
    }

    fn rule(&mut self) {
        self.effective = self.work.overrides.on(self.ruleset());
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::ChooseTrack(track) => self.work.track = Some(track),
            Action::ChooseStage(stage) => self.work.stage = Some(stage),
            Action::ChooseBatch(batch) => self.choose_batch(batch),
            Action::ShowSample(sample) => self.show_sample(&sample),
            Action::ClearSample => self.at_desk(Desk::clear_sample),
            Action::TakeBack => self.at_desk(Desk::take_back),
            Action::Show(variant) => self.at_papers(|papers, rules| papers.show(variant, rules)),
            Action::DiscardWhatIf => self.discard_what_if(),
            Action::NameApplicant(name) => self.edit(|sheet| sheet.applicant = name),
            Action::ChooseField(field) => self.edit(|sheet| sheet.field = field),
            Action::Answer(item, answer) => self.edit(|sheet| sheet.eligibility[item] = Some(answer)),
            Action::Type(address, text) => self.edit(|sheet| sheet.write(address, text)),
            Action::DeclareNone(side, figure, yes) => {
                self.edit(|sheet| sheet.entry_mut(side, figure).declare_none(yes));
            }
            Action::AddLine(side, figure) => self.edit(|sheet| sheet.entry_mut(side, figure).add_line()),
            Action::RemoveLine(side, figure, line) => self.remove_line(side, figure, line),
            Action::Note(indicator, text) => self.edit(|sheet| sheet.notes[indicator] = text),
            Action::Score(which, text) => self.edit(|sheet| *sheet.score_mut(which) = text),
            Action::Set(setting, text) => Rc::make_mut(&mut self.work.overrides).write(setting, text),
            Action::ReadAmountsIn(unit) => self.read_amounts_in(unit),
            Action::Paste(at, block) => self.paste(at, &block),
            Action::TakeBaseline => self.take_own_baseline(),
            Action::TakeBaselineOf(opened) => self.take_baseline_of(&opened),
            Action::Open(opened) => self.open(*opened),
            Action::Fill(opened) => self.fill(*opened),
            Action::OfferBatches(batches) => self.offer(batches),
            Action::Empty => (self.work, self.view) = (Work::blank(self.ruleset(), self.work.batch), View::default()),
            Action::Restore(restored) => self.restore(*restored),
            Action::Forget => {
                self.work = Work::blank(&self.batches[0], 0);
                (self.view, self.notice) = (View::default(), Some(Notice::Forgotten));
            }
            Action::Speak(_)
            | Action::Enlarge(_)
            | Action::Look(_)
            | Action::Dismiss
            | Action::Say(_)
            | Action::WriteUnits
            | Action::Undo => {}
        }
    }

    pub(super) fn edit(&mut self, change: impl FnOnce(&mut Sheet)) {
        self.at_desk(|desk| change(desk.papers.shown_mut()));
    }

    fn show_sample(&mut self, sample: &Input) {
        let (track, stage) = (self.work.track.unwrap_or(Track::Park), self.work.stage.unwrap_or(Stage::Creation));
        (self.work.track, self.work.stage) = (Some(track), Some(stage));
        let sample = sheet(sample, self.ruleset().track(track));
        self.work.desk_mut(track, stage).show_sample(sample);
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
