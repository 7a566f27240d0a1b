//! The one store of the page, and every way in which it changes.

use std::rc::Rc;

use super::action::{Action, View};
use super::assessment::Assessment;
use super::batches::Batches;
use super::desk::Desk;
use super::notice::Notice;
use super::papers::{Papers, Variant};
use super::rules::Rules;
use super::sheet::Sheet;
use super::submission::sheet;
use super::work::{Work, desk_of};
use crate::engine::input::Input;
use crate::engine::ruleset::{Ruleset, Stage, Track};
use crate::engine::text::Lang;

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
    /// What the engine says to the sheet that is shown.
    pub assessment: Option<Rc<Assessment>>,
}

impl Store {
    /// A page on which nothing is chosen yet. The first of the batches is chosen until the person chooses another.
    pub fn new(batches: Batches, lang: Lang) -> Store {
        let (work, effective) = (Work::blank(&batches[0]), Rc::clone(&batches[0]));
        let (view, notice, before, assessment) = (View::default(), None, None, None);
        Store { lang, large: false, view, batches, work, notice, before, effective, assessment }
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
            Action::Look(view) => next.view = view,
            Action::Dismiss => (next.notice, next.before) = (None, None),
            Action::Say(notice) => (next.notice, next.before) = (Some(notice), None),
            Action::Undo => {
                next.notice = None;
                next.work = next.before.take().map_or(next.work, |before| *before);
                next.rule();
                next.assess();
            }
            action => {
                (next.notice, next.before) = (None, None);
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
            Action::RemoveLine(side, figure, line) => {
                self.edit(|sheet| sheet.entry_mut(side, figure).remove_line(line));
            }
            Action::Note(indicator, text) => self.edit(|sheet| sheet.notes[indicator] = text),
            Action::Score(which, text) => self.edit(|sheet| *sheet.score_mut(which) = text),
            Action::Set(setting, text) => Rc::make_mut(&mut self.work.overrides).write(setting, text),
            Action::ReadAmountsIn(unit) => self.read_amounts_in(unit),
            Action::WriteUnits => self.write_units(),
            Action::Paste(at, block) => self.paste(at, &block),
            Action::TakeBaseline => self.take_own_baseline(),
            Action::TakeBaselineOf(opened) => self.take_baseline(&opened.papers.original),
            Action::Open(opened) => self.open(*opened),
            Action::Restore(restored) => self.restore(*restored),
            Action::Forget => {
                self.work = Work::blank(&self.batches[0]);
                (self.view, self.notice) = (View::default(), Some(Notice::Forgotten));
            }
            Action::Speak(_)
            | Action::Enlarge(_)
            | Action::Look(_)
            | Action::Dismiss
            | Action::Say(_)
            | Action::Undo => {}
        }
    }

    fn edit(&mut self, change: impl FnOnce(&mut Sheet)) {
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

impl yew::Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Store};
    use crate::engine::outcome::Verdict;
    use crate::engine::problem::Code;
    use crate::engine::ruleset::{Stage, Track};
    use crate::engine::text::Lang;
    use crate::ui::state::address::{Address, Column, Part, Side};
    use crate::ui::state::assessment::Spot;
    use crate::ui::state::sheet::Entry;
    use crate::ui::state::testing::{batches, sample_input};

    fn begun(track: Track, stage: Stage) -> Store {
        Store::new(batches(), Lang::Zh).after(Action::ChooseTrack(track)).after(Action::ChooseStage(stage))
    }

    fn at(store: &Store, figure: &str, part: Part) -> Address {
        Address { side: Side::Now, figure: store.rules().unwrap().figure(figure).unwrap(), part }
    }

    fn outcome(store: &Store, place: usize) -> &'static str {
        crate::ui::view::outcome_name(store.assessment.as_ref().unwrap().indicators[place].report.outcome)
    }

    #[test]
    fn nothing_is_assessed_before_track_and_stage_are_chosen() {
        let store = Store::new(batches(), Lang::Zh);
        assert!(store.assessment.is_none());
        let store = store.after(Action::ChooseTrack(Track::Park));
        assert!(store.assessment.is_none());
        let store = store.after(Action::ChooseStage(Stage::Creation));
        assert_eq!(store.assessment.unwrap().verdict, Verdict::Incomplete);
    }

    #[test]
    fn a_text_is_kept_as_typed_and_what_changed_is_assessed() {
        let store = begun(Track::Park, Stage::Creation);
        let year = |place| at(&store, "revenue", Part::Entry(place));
        let typed = [(year(0), "１００亿"), (year(1), "1,000,000 "), (year(2), "1,00")];
        let after = typed
            .iter()
            .fold(store.clone(), |store, (address, text)| store.after(Action::Type(*address, (*text).into())));
        let revenue = at(&store, "revenue", Part::Whole).figure;
        let kept = typed.map(|(_, text)| text.into());
        assert_eq!(*after.sheet().unwrap().figures[revenue], Entry::Listed(kept.to_vec()));
        assert_eq!(outcome(&after, 0), "invalid");
        let assessment = after.assessment.as_ref().unwrap();
        assert_eq!(
            assessment.problems.iter().map(|one| (one.at, one.code)).collect::<Vec<_>>(),
            [(Spot::Figure(year(2)), Code::NotANumber)]
        );
        let corrected = after.after(Action::Type(year(2), "100亿".into()));
        assert_eq!(outcome(&corrected, 0), "met");
        // An indicator that the key did not touch is the same piece of memory, so nothing of it is rendered.
        let before = &after.assessment.as_ref().unwrap().indicators[3];
        assert!(std::rc::Rc::ptr_eq(before, &corrected.assessment.as_ref().unwrap().indicators[3]));
    }

    #[test]
    fn an_untouched_tally_is_missing_and_none_is_zero() {
        let store = begun(Track::Park, Stage::Creation);
        let patents = at(&store, "patents", Part::Whole).figure;
        assert_eq!(outcome(&store, 5), "incomplete");
        let typed = store.after(Action::Type(at(&store, "patents", Part::Kind(2)), "600".into()));
        assert_eq!(outcome(&typed, 5), "met");
        let none = typed.after(Action::DeclareNone(Side::Now, patents, true));
        assert_eq!(outcome(&none, 5), "unmet");
        assert_eq!(
            outcome(&none.after(Action::DeclareNone(Side::Now, patents, false)), 5),
            "met",
            "what was typed is kept"
        );
    }

    #[test]
    fn lines_keep_their_keys_when_others_go() {
        let mut store = begun(Track::Enterprise, Stage::Creation);
        let standards = at(&store, "standards", Part::Whole).figure;
        for kind in ["national", "industry", "international"] {
            store = store.after(Action::AddLine(Side::Now, standards));
            let Entry::Lines { lines, .. } = &*store.sheet().unwrap().figures[standards] else { panic!("ranked") };
            let last = lines.len() - 1;
            store = store.after(Action::Type(at(&store, "standards", Part::Line(last, Column::Kind)), kind.into()));
        }
        let store =
            store.after(Action::RemoveLine(Side::Now, standards, 0)).after(Action::AddLine(Side::Now, standards));
        let Entry::Lines { lines, .. } = &*store.sheet().unwrap().figures[standards] else { panic!("ranked") };
        let shown: Vec<_> = lines.iter().map(|line| (line.key, &*line.kind)).collect();
        assert_eq!(shown, [(1, "industry"), (2, "international"), (3, "")]);
        assert_eq!(outcome(&store, 5), "incomplete", "a line that is begun is to be finished");
    }

    #[test]
    fn a_sample_is_cleared_away_without_a_trace() {
        let store = begun(Track::Park, Stage::Creation);
        let own = store.after(Action::Type(at(&store, "employees", Part::Whole), "42".into()));
        let sample = own.after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        assert!(sample.desk().unwrap().shows_sample());
        assert_ne!(sample.sheet(), own.sheet());
        let again = sample.after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        let cleared = again.after(Action::ClearSample);
        assert!(!cleared.desk().unwrap().shows_sample());
        assert_eq!(cleared.sheet(), own.sheet());
    }

    #[test]
    fn a_sample_chooses_for_whoever_has_not() {
        let store =
            Store::new(batches(), Lang::Zh).after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        assert_eq!((store.work.track, store.work.stage), (Some(Track::Park), Some(Stage::Creation)));
        assert_eq!(store.assessment.unwrap().verdict, Verdict::Unmet);
    }

    #[test]
    fn choosing_another_track_or_stage_loses_nothing() {
        let store = begun(Track::Park, Stage::Creation);
        let typed = store.after(Action::Type(at(&store, "employees", Part::Whole), "42".into()));
        let away = typed.after(Action::ChooseTrack(Track::Enterprise)).after(Action::ChooseStage(Stage::Recognition));
        assert_ne!(away.sheet(), typed.sheet());
        let back = away.after(Action::ChooseStage(Stage::Creation)).after(Action::ChooseTrack(Track::Park));
        assert_eq!(back.sheet(), typed.sheet());
        assert_eq!(back.assessment, typed.assessment);
    }
}
