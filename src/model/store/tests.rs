use super::{Action, Store};
use crate::assessment::Spot;
use crate::entry::Entry;
use crate::testing::{id, rulesets, sample_input};
use engine::address::{Address, Column, Part, Side};
use engine::outcome::Verdict;
use engine::problem::Code;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;

fn begun(track: Track, stage: Stage) -> Store {
    Store::new(rulesets(), Lang::Zh).after(Action::ChooseTrack(track)).after(Action::ChooseStage(stage))
}

fn at(store: &Store, figure: &str, part: Part) -> Address {
    Address { side: Side::Now, figure: store.rules().unwrap().figure(figure).unwrap(), part }
}

fn outcome(store: &Store, index: usize) -> &'static str {
    store.assessment.as_ref().unwrap().indicators[id(index)].outcome.as_str()
}

#[test]
fn nothing_is_assessed_before_track_and_stage_are_chosen() {
    let store = Store::new(rulesets(), Lang::Zh);
    assert!(store.assessment.is_none());
    let store = store.after(Action::ChooseTrack(Track::Park));
    assert!(store.assessment.is_none());
    let store = store.after(Action::ChooseStage(Stage::Creation));
    assert_eq!(store.assessment.unwrap().verdict, Verdict::Incomplete);
}

#[test]
fn a_text_is_kept_as_typed_and_what_changed_is_assessed() {
    let store = begun(Track::Park, Stage::Creation);
    let year = |index| at(&store, "revenue", Part::Entry(index));
    let typed = [(year(0), "１００亿"), (year(1), "1,000,000 "), (year(2), "1,00")];
    let after =
        typed.iter().fold(store.clone(), |store, (address, text)| store.after(Action::Type(*address, (*text).into())));
    let revenue = at(&store, "revenue", Part::Whole).figure;
    let sheet = after.sheet().unwrap();
    let kept: Vec<&str> = sheet.figures[revenue].amounts().iter().map(|amount| &**amount.text()).collect();
    assert_eq!(kept, typed.map(|(_, text)| text));
    assert_eq!(outcome(&after, 0), "invalid");
    let assessment = after.assessment.as_ref().unwrap();
    assert_eq!(
        assessment.problems.iter().map(|one| (one.at, one.code)).collect::<Vec<_>>(),
        [(Spot::Figure(year(2)), Code::NotANumber)]
    );
    let corrected = after.after(Action::Type(year(2), "100亿".into()));
    assert_eq!(outcome(&corrected, 0), "met");
    // An indicator that the key did not touch is the same piece of memory, so nothing of it is rendered.
    let before = &after.assessment.as_ref().unwrap().indicators[id(3)];
    assert!(std::rc::Rc::ptr_eq(before, &corrected.assessment.as_ref().unwrap().indicators[id(3)]));
}

#[test]
fn an_untouched_tally_is_missing_and_none_is_zero() {
    let store = begun(Track::Park, Stage::Creation);
    let patents = at(&store, "patents", Part::Whole).figure;
    assert_eq!(outcome(&store, 5), "incomplete");
    let typed = store.after(Action::Type(at(&store, "patents", Part::Kind(id(2))), "600".into()));
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
    let store = store.after(Action::RemoveLine(Side::Now, standards, 0)).after(Action::AddLine(Side::Now, standards));
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
    assert!(sample.dossier().unwrap().shows_sample());
    assert_ne!(sample.sheet(), own.sheet());
    let again = sample.after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
    let cleared = again.after(Action::ClearSample);
    assert!(!cleared.dossier().unwrap().shows_sample());
    assert_eq!(cleared.sheet(), own.sheet());
}

#[test]
fn a_sample_chooses_for_whoever_has_not() {
    let store = Store::new(rulesets(), Lang::Zh).after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
    assert_eq!((store.workspace.track, store.workspace.stage), (Some(Track::Park), Some(Stage::Creation)));
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
