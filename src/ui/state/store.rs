//! The one store of the page, and every way in which it changes.

use std::rc::Rc;

use super::address::{Address, Side};
use super::assessment::Assessment;
use super::desk::Desk;
use super::rules::Rules;
use super::sheet::Sheet;
use super::submission::sheet;
use crate::engine::input::Input;
use crate::engine::ruleset::{Ruleset, Stage, Track};
use crate::engine::text::Lang;

/// Everything the page knows.
#[derive(Clone)]
pub struct Store {
    /// The language shown.
    pub lang: Lang,
    /// The rules that everything is assessed by.
    pub ruleset: Rc<Ruleset>,
    /// The track, once chosen.
    pub track: Option<Track>,
    /// The stage, once chosen.
    pub stage: Option<Stage>,
    /// One desk for each track and stage: choosing another never touches what was typed.
    desks: [Desk; 4],
    /// What the engine says to the sheet that is shown.
    pub assessment: Option<Rc<Assessment>>,
}

/// Everything that a person can do.
pub enum Action {
    /// Show another language.
    Speak(Lang),
    /// Choose a track.
    ChooseTrack(Track),
    /// Choose a stage.
    ChooseStage(Stage),
    /// Name the applicant.
    NameApplicant(Rc<str>),
    /// Choose a field by its Chinese name.
    ChooseField(Rc<str>),
    /// Answer an eligibility item.
    Answer(usize, bool),
    /// Type into a field.
    Type(Address, Rc<str>),
    /// Say that there is none of a tally at all, or take it back.
    DeclareNone(Side, usize, bool),
    /// Add a line to a ranked tally.
    AddLine(Side, usize),
    /// Take a line away.
    RemoveLine(Side, usize, usize),
    /// Write a note on an indicator.
    Note(usize, Rc<str>),
    /// Show a sample in place of one's own sheet.
    ShowSample(Input),
    /// Clear the sample away; one's own sheet comes back.
    ClearSample,
    /// Take the changed sample back that was cleared away.
    TakeBack,
}

impl Store {
    /// A page on which nothing is chosen yet.
    pub fn new(ruleset: Rc<Ruleset>, lang: Lang) -> Store {
        let desk = |track: Track| Desk::blank(ruleset.track(track));
        let desks = [desk(Track::Park), desk(Track::Park), desk(Track::Enterprise), desk(Track::Enterprise)];
        Store { lang, ruleset, track: None, stage: None, desks, assessment: None }
    }

    /// The rules of the chosen track.
    pub fn rules(&self) -> Option<Rules> {
        self.track.map(|track| Rules { ruleset: Rc::clone(&self.ruleset), track })
    }

    /// The sheet that is shown, once track and stage are chosen.
    pub fn sheet(&self) -> Option<&Rc<Sheet>> {
        Some(&self.desk()?.sheet)
    }

    /// Whether a sample is shown.
    pub fn shows_sample(&self) -> bool {
        self.desk().is_some_and(Desk::shows_sample)
    }

    /// Whether the sample that is shown was changed.
    pub fn shows_changed_sample(&self) -> bool {
        self.desk().is_some_and(Desk::is_changed_sample)
    }

    /// Whether a changed sample was cleared away and can be taken back.
    pub fn can_take_back(&self) -> bool {
        self.desk().is_some_and(Desk::can_take_back)
    }

    /// Whether the person typed anything that would be lost with the page.
    pub fn has_own_words(&self) -> bool {
        self.desks.iter().any(Desk::has_own_words)
    }

    fn desk(&self) -> Option<&Desk> {
        Some(&self.desks[self.place()?])
    }

    fn place(&self) -> Option<usize> {
        Some(desk_of(self.track?, self.stage?))
    }

    /// The page after an action.
    pub fn after(&self, action: Action) -> Store {
        let mut next = self.clone();
        match action {
            Action::Speak(lang) => {
                next.lang = lang;
                return next;
            }
            Action::ChooseTrack(track) => next.track = Some(track),
            Action::ChooseStage(stage) => next.stage = Some(stage),
            Action::ShowSample(sample) => next.show_sample(&sample),
            Action::ClearSample => next.at_desk(Desk::clear_sample),
            Action::TakeBack => next.at_desk(Desk::take_back),
            Action::NameApplicant(name) => next.edit(|sheet| sheet.applicant = name),
            Action::ChooseField(field) => next.edit(|sheet| sheet.field = field),
            Action::Answer(item, answer) => next.edit(|sheet| sheet.eligibility[item] = Some(answer)),
            Action::Type(address, text) => next.edit(|sheet| sheet.write(address, text)),
            Action::DeclareNone(side, figure, yes) => {
                next.edit(|sheet| sheet.entry_mut(side, figure).declare_none(yes));
            }
            Action::AddLine(side, figure) => next.edit(|sheet| sheet.entry_mut(side, figure).add_line()),
            Action::RemoveLine(side, figure, line) => {
                next.edit(|sheet| sheet.entry_mut(side, figure).remove_line(line));
            }
            Action::Note(indicator, text) => next.edit(|sheet| sheet.notes[indicator] = text),
        }
        next.assess();
        next
    }

    fn edit(&mut self, change: impl FnOnce(&mut Sheet)) {
        self.at_desk(|desk| change(Rc::make_mut(&mut desk.sheet)));
    }

    fn show_sample(&mut self, sample: &Input) {
        let (track, stage) = (self.track.unwrap_or(Track::Park), self.stage.unwrap_or(Stage::Creation));
        (self.track, self.stage) = (Some(track), Some(stage));
        self.desks[desk_of(track, stage)].show_sample(sheet(sample, self.ruleset.track(track)));
    }

    fn at_desk(&mut self, act: impl FnOnce(&mut Desk)) {
        if let Some(place) = self.place() {
            act(&mut self.desks[place]);
        }
    }

    fn assess(&mut self) {
        self.assessment = match (self.rules(), self.stage, self.sheet()) {
            (Some(rules), Some(stage), Some(sheet)) => {
                Some(Rc::new(Assessment::of(sheet, &rules, stage, self.assessment.as_deref())))
            }
            _ => None,
        };
    }
}

impl yew::Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

fn desk_of(track: Track, stage: Stage) -> usize {
    match (track, stage) {
        (Track::Park, Stage::Creation) => 0,
        (Track::Park, Stage::Recognition) => 1,
        (Track::Enterprise, Stage::Creation) => 2,
        (Track::Enterprise, Stage::Recognition) => 3,
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
    use crate::ui::state::sheet::Entry;
    use crate::ui::state::testing::{plan, sample_input};

    fn begun(track: Track, stage: Stage) -> Store {
        Store::new(plan(), Lang::Zh).after(Action::ChooseTrack(track)).after(Action::ChooseStage(stage))
    }

    fn at(store: &Store, figure: &str, part: Part) -> Address {
        Address { side: Side::Now, figure: store.rules().unwrap().figure(figure).unwrap(), part }
    }

    fn outcome(store: &Store, place: usize) -> &'static str {
        crate::ui::view::outcome_name(store.assessment.as_ref().unwrap().indicators[place].report.outcome)
    }

    #[test]
    fn nothing_is_assessed_before_track_and_stage_are_chosen() {
        let store = Store::new(plan(), Lang::Zh);
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
            [(Some(year(2)), Code::NotANumber)]
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
        assert!(sample.shows_sample());
        assert_ne!(sample.sheet(), own.sheet());
        let again = sample.after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        let cleared = again.after(Action::ClearSample);
        assert!(!cleared.shows_sample());
        assert_eq!(cleared.sheet(), own.sheet());
    }

    #[test]
    fn a_sample_chooses_for_whoever_has_not() {
        let store = Store::new(plan(), Lang::Zh).after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        assert_eq!((store.track, store.stage), (Some(Track::Park), Some(Stage::Creation)));
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
