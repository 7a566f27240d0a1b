use proptest::prelude::*;

use super::{STEPS, Step};
use crate::action::{Action, View};
use crate::file::Opened;
use crate::notice::Notice;
use crate::overrides::{OverrideKey, Overrides};
use crate::said::Filled;
use crate::scenarios::{Scenario, Scenarios};
use crate::sheet::{Scored, Sheet};
use crate::store::Store;
use crate::testing::{ALL, id, rules, rulesets, sample_input};
use crate::unit::AmountUnit;
use engine::address::{Address, Column, Part, Side};
use engine::ids::FigureId;
use engine::ruleset::{MeasureUnit, Stage, Track};
use engine::text::Lang;

fn begun() -> Store {
    Store::new(rulesets(), Lang::Zh).after(Action::ChooseTrack(Track::Park)).after(Action::ChooseStage(Stage::Creation))
}

fn figure(name: &str) -> FigureId {
    rules(Track::Park).figure(name).unwrap()
}

fn at(name: &str, part: Part) -> Address {
    Address { side: Side::Now, figure: figure(name), part }
}

fn year(name: &str, index: usize) -> Address {
    at(name, Part::Entry(index))
}

fn text(store: &Store, at: Address) -> String {
    store.sheet().unwrap().text(at).unwrap().to_string()
}

fn threshold() -> OverrideKey {
    OverrideKey::Threshold {
        indicator: "park.tech_contracts".into(),
        stage: Stage::Creation,
        measure: "average_tech_contracts".into(),
        unit: MeasureUnit::WanYuan,
    }
}

fn opened() -> Box<Opened> {
    let mut sheet = Sheet::blank(&rules(Track::Park));
    sheet.applicant = "opened".into();
    let (scenarios, overrides) = (Scenarios::of(std::rc::Rc::new(sheet)), Overrides::default());
    let (track, stage) = (Track::Park, Stage::Creation);
    Box::new(Opened { batch: 0, track, stage, scenarios, overrides, left_out: Vec::new(), older_rules: false })
}

fn table(text: &str) -> std::rc::Rc<intake::Table> {
    intake::Table::of_text(text).unwrap().into()
}

/// How many kinds of action [`action`] knows.
const KINDS: usize = 36;

/// An action of each kind; `choice` says which of several. Those of the park mean something to it alone.
fn action(kind: usize, choice: usize, is_park: bool) -> Action {
    let typed = |index: usize| ["1", "2.5", "", "x", "1.2亿"][index % 5].into();
    let (track, stage) = ALL[choice % 4];
    match kind {
        0 => Action::ChooseTrack(track),
        1 => Action::ChooseStage(stage),
        2 => Action::ChooseRuleset(choice % 3),
        3 => Action::ShowSample(sample_input(track, stage)),
        4 => Action::ClearSample,
        5 => Action::TakeBack,
        6 => Action::Show([Scenario::Original, Scenario::WhatIf, Scenario::Targets][choice % 3]),
        7 => Action::DiscardWhatIf,
        8 => Action::NameApplicant(typed(choice)),
        9 => Action::ChooseField(typed(choice)),
        10 => Action::Answer(choice % 2, choice.is_multiple_of(3)),
        11 => Action::Note(id(choice % 3), typed(choice)),
        12 => Action::Score(Scored::Basics, typed(choice)),
        13 => Action::Set(threshold(), typed(choice)),
        14 => Action::ReadAmountsIn([AmountUnit::WanYuan, AmountUnit::YiYuan][choice % 2]),
        15 => Action::WriteUnits,
        16 => Action::TakeBaseline,
        17 => Action::TakeBaselineOf(opened()),
        18 => Action::Open(opened()),
        19 => Action::Forget,
        20 => Action::Look(View::Overview),
        21 => Action::Dismiss,
        22 => Action::Say(Notice::NotSaved),
        23 if is_park => Action::Type(year("revenue", choice % 3), typed(choice)),
        24 if is_park => Action::Type(at("employees", Part::Whole), typed(choice)),
        25 if is_park => Action::DeclareNone(Side::Now, figure("patents"), choice.is_multiple_of(2)),
        26 if is_park => Action::AddLine(Side::Now, figure("platforms")),
        27 if is_park => Action::RemoveLine(Side::Now, figure("platforms"), choice % 2),
        28 if is_park => Action::Read(table("1\t2\t3"), Some(year("revenue", choice % 2))),
        29 if is_park => Action::Read(table("指标\t2024年\t2025年\n营业收入\t1\t2"), None),
        30 if is_park => Action::WriteTable,
        34 if is_park => Action::Confirm([year("revenue", choice % 3)].into()),
        31 => Action::LastYear(Side::Now, typed(choice)),
        32 if is_park => Action::Source(figure("revenue"), typed(choice)),
        33 if is_park => Action::ReadAnew([(year("revenue", choice % 3), typed(choice))].into()),
        _ => Action::Speak(Lang::En),
    }
}

/// The store after actions of these kinds; every one on the way is shown to `each`, with the store before it.
fn play(kinds: &[(usize, usize)], mut each: impl FnMut(&Store, &Store)) -> Store {
    kinds.iter().fold(begun(), |store, (kind, choice)| {
        let next = store.after(action(*kind, *choice, store.workspace.track == Some(Track::Park)));
        each(&store, &next);
        next
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_all_steps_and_redoing_them_leads_back(kinds in prop::collection::vec((0..KINDS, 0_usize..12), 0..30)) {
        let end = play(&kinds, |_, _| {});
        let (mut store, mut passed) = (end.clone(), Vec::new());
        while store.history.undoes().is_some() {
            passed.push(store.workspace.clone());
            store = store.after(Action::Undo);
            prop_assert!(store.assessment.is_some() == store.workspace.track.zip(store.workspace.stage).is_some());
        }
        let blank = Store::new(rulesets(), Lang::Zh);
        prop_assert!(store.workspace == blank.workspace, "the first step began on a blank page");
        prop_assert!(store.after(Action::Undo).workspace == blank.workspace);
        while let Some(expected) = passed.pop() {
            store = store.after(Action::Redo);
            prop_assert!(store.workspace == expected);
        }
        prop_assert!(store.history.redoes().is_none());
        prop_assert_eq!(&store.assessment, &end.assessment);
    }

    #[test]
    fn undoing_a_step_gives_what_was_before_it(kinds in prop::collection::vec((0..KINDS, 0_usize..12), 1..20)) {
        let mut wrong = Vec::new();
        play(&kinds, |before, after| {
            if before.workspace == after.workspace {
                return;
            }
            // A key that goes on with a step is undone with it.
            let last = |store: &Store| store.history.undoes().map(|taken| taken.step.clone());
            let goes_on = last(before) == last(after) && last(after).is_some_and(|step| step.joins());
            let (undone, same) = (after.after(Action::Undo), |one: &Store, other: &Store| one.workspace == other.workspace);
            // What was typed and deleted again is no step.
            let is_none = after.history.back.len() < before.history.back.len();
            let leads_back = same(&undone, before) && same(&undone.after(Action::Redo), after);
            if !goes_on && !is_none && !leads_back {
                wrong.push(last(after));
            }
        });
        prop_assert_eq!(wrong, []);
    }
}

#[test]
fn typing_on_is_kept_when_a_paste_is_undone() {
    let paste = Action::Read(table("1\t2\t3"), Some(year("revenue", 0)));
    let store = begun().after(paste).after(Action::Type(at("employees", Part::Whole), "4".into()));
    let store = store.after(Action::Type(at("employees", Part::Whole), "42".into()));
    let steps: Vec<_> = std::iter::successors(Some(store.clone()), |store| {
        store.history.undoes().is_some().then(|| store.after(Action::Undo))
    })
    .filter_map(|store| store.history.undoes().map(|taken| taken.step.clone()))
    .collect();
    let employees = Step::Typed(at("employees", Part::Whole));
    assert_eq!(
        steps,
        [
            employees.clone(),
            Step::Pasted(Filled { figures: [figure("revenue")].into(), said: false }),
            Step::Stage,
            Step::Track
        ]
    );
    let once = store.after(Action::Undo);
    assert_eq!((text(&once, year("revenue", 2)), text(&once, at("employees", Part::Whole))), ("3".into(), "".into()));
    assert_eq!(once.notice, Some(Notice::Undone(employees.clone())));
    let twice = once.after(Action::Undo);
    assert_eq!(text(&twice, year("revenue", 2)), "");
    let redone = twice.after(Action::Redo).after(Action::Redo);
    assert_eq!(redone.sheet(), store.sheet());
    assert_eq!(redone.notice, Some(Notice::Redone(employees)));
}

#[test]
fn keys_in_one_place_are_one_step() {
    let whole = at("employees", Part::Whole);
    // what is done one after the other, and how many steps that is
    let table: [(&[(Address, &str)], usize); 5] = [
        (&[(whole, "4"), (whole, "42"), (whole, "420")], 1),
        (&[(whole, "4"), (year("revenue", 0), "1"), (whole, "42")], 3),
        (&[(year("revenue", 0), "1"), (year("revenue", 1), "1")], 2),
        (&[(whole, "4"), (whole, "4")], 1),
        (&[(whole, "4"), (whole, "")], 0),
    ];
    let start = begun().history.back.len();
    for (keys, steps) in table {
        let store = keys.iter().fold(begun(), |store, (at, text)| store.after(Action::Type(*at, (*text).into())));
        assert_eq!(store.history.back.len() - start, steps, "{keys:?}");
    }
    let undone = begun().after(Action::Type(whole, "4".into())).after(Action::Undo).after(Action::Redo);
    assert_eq!(undone.after(Action::Type(whole, "42".into())).history.back.len() - start, 2, "a new step after a redo");
}

#[test]
fn a_new_step_ends_what_could_be_redone_and_looking_does_not() {
    let whole = at("employees", Part::Whole);
    let undone = begun().after(Action::Type(whole, "4".into())).after(Action::Undo);
    for looks in [Action::Look(View::Method), Action::Speak(Lang::En), Action::Dismiss, Action::Say(Notice::NotSaved)] {
        assert!(undone.after(looks).history.redoes().is_some());
    }
    assert!(undone.after(Action::Type(whole, "5".into())).history.redoes().is_none());
}

#[test]
fn only_the_latest_steps_are_kept() {
    for (keys, first) in [(STEPS - 2, None), (STEPS - 1, Some(Step::Stage)), (STEPS + 5, None)] {
        let places = [year("revenue", 0), year("revenue", 1)];
        let typed = |store: Store, key: usize| store.after(Action::Type(places[key % 2], key.to_string().into()));
        let store = (0..keys).fold(begun(), typed);
        assert_eq!(store.history.back.len(), STEPS.min(keys + 2));
        if let Some(first) = first {
            assert_eq!(store.history.back[0].step, first, "the choice of the track is let go");
        }
    }
}

#[test]
fn what_the_host_page_brings_begins_a_history() {
    let typed = begun().after(Action::Type(at("employees", Part::Whole), "4".into()));
    for host in [Action::Empty, Action::OfferRulesets(rulesets())] {
        let store = typed.after(host);
        assert!(store.history.undoes().is_none() && store.history.redoes().is_none());
    }
    for host in [Action::Fill(opened()), Action::HandIn(opened()), Action::GoTo(Some(Track::Enterprise), None)] {
        assert!(begun().after(host).history.undoes().is_none(), "nothing was filled in");
    }
    for host in [Action::Fill(opened()), Action::HandIn(opened()), Action::GoTo(Some(Track::Enterprise), None)] {
        let store = typed.after(host);
        assert_eq!(store.history.undoes().map(|taken| &taken.step), Some(&Step::Host));
        assert!(store.after(Action::Undo).workspace == typed.workspace, "nothing typed is lost");
    }
    let same = begun().after(Action::Open(opened())).after(Action::Fill(opened()));
    assert!(same.history.undoes().is_some(), "what is there already changes nothing");
}

#[test]
fn clearing_everything_leaves_no_way_back() {
    let line = at("platforms", Part::Line(0, Column::Count));
    let store = begun().after(Action::AddLine(Side::Now, figure("platforms"))).after(Action::Type(line, "2".into()));
    let forgotten = store.after(Action::Forget);
    assert!(!forgotten.has_own_words() && !forgotten.offers_undo());
    assert!(forgotten.history.undoes().is_none() && forgotten.history.redoes().is_none());
}
