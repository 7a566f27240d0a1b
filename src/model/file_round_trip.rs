//! Whatever a person types, saving it, opening it and saving it again writes the same file, and shows the same texts.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::select;

use super::action::Action;
use super::data::object;
use super::draft;
use super::entry::{Entry, Line};
use super::file::{read, write};
use super::list::List;
use super::overrides::{OverrideKey, Overrides};
use super::scenarios::{Scenario, Scenarios};
use super::sheet::{Scored, Sheet};
use super::store::Store;
use super::testing::{ALL, rules, rulesets};
use super::typed::{Typed, in_one_line};
use super::unit::AmountUnit;
use engine::address::{Address, Part, Side};
use engine::ids::KindId;
use engine::input::Input;
use engine::names::Named;
use engine::number::{NumberKind, number_in};
use engine::roster::Item;
use engine::ruleset::{FigureForm, FigureRule, MeasureUnit, Stage, Track, TrackRules};
use engine::text::Lang;

/// What people type into a field for a number: right, wrong and half-way.
fn typed() -> impl Strategy<Value = Rc<str>> {
    let told = select(vec![
        "",
        "1.2",
        "1,234.5",
        "１２３．４",
        "1.2亿",
        "1.2亿元",
        "1.2 亿元",
        "约5",
        "500万元",
        "20000元",
        "-3",
        "亿元",
        "元",
        "12abc",
        " 7 ",
        "2025",
        "２０２５年",
        "2027.0",
        "7 亿元 ",
        "5.9%",
        "\u{3000}8\u{3000}",
        "\"quoted\"",
        "\\",
        "两 行\n",
        "0",
    ]);
    prop_oneof![8 => told.prop_map(Rc::from), 1 => "\\PC{0,6}".prop_map(Rc::from)]
}

/// A number that people type, read as its kind.
fn number(kind: NumberKind) -> impl Strategy<Value = Typed> {
    typed().prop_map(move |text| Typed::new(kind, text, AmountUnit::WanYuan))
}

/// A figure as it may be filled in; a tally now and then as its list.
fn entry(figure: &FigureRule) -> BoxedStrategy<Rc<Entry>> {
    let FigureForm::Tally { kinds, .. } = &figure.form else { return typed_entry(figure) };
    let ids: Vec<KindId> = kinds.ids().collect();
    let text = || prop_oneof![3 => Just(String::new()), 1 => "[甲乙A-Z0-9]{1,6}"];
    let item = (text(), text(), prop::sample::subsequence(ids, 0..3), text(), text(), text(), text()).prop_map(
        |(name, code, kinds, other, rank, status, anyway)| {
            let other_kinds = if other.is_empty() { Vec::new() } else { vec![other] };
            Item { name, code, kinds, other_kinds, rank, status, anyway, row: "7".to_owned(), ..Item::default() }
        },
    );
    let list =
        prop::collection::vec(item, 1..4).prop_map(|items| Rc::new(Entry::Roster(Rc::new(List::of(Rc::new(items))))));
    prop_oneof![3 => typed_entry(figure), 1 => list].boxed()
}

fn typed_entry(figure: &FigureRule) -> BoxedStrategy<Rc<Entry>> {
    let (form, kind) = (figure.form.clone(), figure.form.number_kind());
    let kinds: Vec<String> =
        form.kinds().iter().map(|kind| kind.id.clone()).chain(["".to_owned(), "gone".to_owned()]).collect();
    match (Entry::blank(&form), form) {
        (Entry::Single(_), _) => number(kind).prop_map(|typed| Rc::new(Entry::Single(typed))).boxed(),
        (Entry::Listed(years), _) => {
            prop::collection::vec(number(kind), years.len()).prop_map(|years| Rc::new(Entry::Listed(years))).boxed()
        }
        (Entry::Kinds { counts, .. }, _) => (any::<bool>(), prop::collection::vec(number(kind), counts.len()))
            .prop_map(|(none, counts)| Rc::new(Entry::Kinds { none, counts: counts.into() }))
            .boxed(),
        (Entry::Lines { .. }, FigureForm::Tally { .. }) => {
            let line = (0..9u32, select(kinds), number(kind), number(NumberKind::Rank))
                .prop_map(|(key, kind, count, rank)| Line { key, kind: kind.into(), count, rank });
            (any::<bool>(), prop::collection::vec(line, 0..4))
                .prop_map(|(none, lines)| Rc::new(Entry::Lines { none, lines }))
                .boxed()
        }
        _ => unreachable!("only a tally has lines"),
    }
}

fn entries(track: &TrackRules) -> Vec<BoxedStrategy<Rc<Entry>>> {
    track.figures.iter().map(entry).collect()
}

fn sources(track: &TrackRules) -> impl Strategy<Value = Vec<Rc<str>>> + use<> {
    prop::collection::vec(typed().prop_map(in_one_line), track.figures.iter().count())
}

fn sheet(track: &TrackRules) -> impl Strategy<Value = Rc<Sheet>> + use<> {
    let blank = Sheet::blank(track);
    let (answers, notes) = (blank.eligibility.len(), blank.notes.len());
    let unit = select(AmountUnit::ALL);
    let sides = (entries(track), entries(track));
    let texts = (prop::collection::vec(typed(), 6), prop::collection::vec(typed(), notes), sources(track));
    (unit, sides, prop::collection::vec(any::<Option<bool>>(), answers), texts).prop_map(
        move |(unit, (figures, baseline), eligibility, (some, notes, sources))| {
            let mut sheet = blank.clone();
            (sheet.figures, sheet.baseline) = (figures.into(), baseline.into());
            (sheet.eligibility, sheet.notes, sheet.sources) = (eligibility, notes.into(), sources.into());
            sheet.write_last_year(Side::Now, Rc::clone(&some[4]));
            sheet.write_last_year(Side::Baseline, Rc::clone(&some[5]));
            (sheet.applicant, sheet.field) = (in_one_line(Rc::clone(&some[0])), Rc::clone(&some[1]));
            sheet.write_score(Scored::Basics, Rc::clone(&some[2]));
            sheet.write_score(Scored::Workplan, Rc::clone(&some[3]));
            sheet.read_amounts_in(unit);
            let years = sheet.figures.ids().map(|figure| Address::whole(Side::Now, figure).at(Part::Entry(1)));
            sheet.confirm(&years.collect::<Vec<_>>());
            Rc::new(sheet)
        },
    )
}

fn scenarios() -> impl Strategy<Value = (Track, Stage, Scenarios, Rc<str>)> {
    select(ALL.to_vec()).prop_flat_map(|(track, stage)| {
        let rules = rules(track);
        let scenario = || proptest::option::of(sheet(&rules));
        (sheet(&rules), scenario(), scenario(), typed()).prop_map(move |(original, what_if, targets, threshold)| {
            let targets = targets.filter(|_| stage == Stage::Creation);
            (track, stage, Scenarios { original, what_if, targets, current: Scenario::Original }, threshold)
        })
    })
}

/// The amounts of a sheet as shown; what is written of a blank is nothing, and of a bare number not what surrounds it.
fn shown(sheet: &Sheet, track: &TrackRules) -> Vec<String> {
    let amounts = track.figures.iter().zip(sheet.figures.iter().zip(&sheet.baseline));
    let amounts = amounts.flat_map(|(_, (now, before))| now.amounts().iter().chain(before.amounts()));
    amounts.map(|amount| number_in(amount.text()).to_owned()).collect()
}

/// The years and sources of a sheet; what is written of a blank is nothing.
fn said(sheet: &Sheet) -> Vec<Rc<str>> {
    let years = [sheet.last_year.text(), sheet.baseline_last_year.text()];
    let kept = |text: &Rc<str>| if text.trim().is_empty() { "".into() } else { Rc::clone(text) };
    years.into_iter().chain(&sheet.sources).map(kept).collect()
}

/// Anything under the names that a file has.
fn anything() -> impl Strategy<Value = Input<'static>> {
    let text = |text: &str| Input::Text(text.to_owned().into());
    let leaf = prop_oneof![
        Just(Input::Absent),
        Just(Input::Unreadable),
        any::<bool>().prop_map(Input::Bool),
        typed().prop_map(move |typed| text(&typed)),
        select(vec!["1", "-1", "2.5", "NaN", "1000000000000000000000"]).prop_map(|one| Input::Number(one.into())),
        select(vec!["park", "enterprise", "creation", "recognition", "yi_yuan", "figures.revenue[1]"]).prop_map(text),
    ];
    let keys = vec![
        "track",
        "stage",
        "figures",
        "baseline",
        "eligibility",
        "notes",
        "applicant",
        "scores",
        "indicators",
        "name",
        "revenue",
        "platforms",
        "patents",
        "employees",
        "market_size",
        "kind",
        "count",
        "rank",
        "basics",
        "workplan",
        "park.talent",
        "established_in_china",
        "amount_unit",
        "without_unit",
        "last_year",
        "baseline_last_year",
        "sources",
        "submission",
        "own",
        "__proto__",
        "",
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        let pairs = prop::collection::vec((select(keys.clone()), inner.clone()), 0..8);
        prop_oneof![prop::collection::vec(inner, 0..4).prop_map(Input::List), pairs.prop_map(|pairs| object(pairs)),]
    })
}

/// Something with the head of a file or draft, so that the rest of it is looked at.
fn headed(format: &str, sheets: Vec<(&'static str, Input<'static>)>) -> Input<'static> {
    let text = |text: &str| Input::Text(text.to_owned().into());
    let at = [("track", text("park")), ("stage", text("creation"))];
    let sheets = sheets.into_iter().map(|(key, given)| match given {
        Input::Object(pairs) if matches!(key, "submission" | "what_if" | "targets") => {
            let at = at.clone().map(|(key, value)| (key.to_owned().into(), value));
            (key, Input::Object(pairs.into_iter().chain(at).collect()))
        }
        given => (key, given),
    });
    let head = [
        ("format", text(format)),
        ("version", Input::Number("1".into())),
        ("ruleset", object(vec![("id", text("plan-2025"))])),
    ];
    object(head.into_iter().chain(at.clone()).chain(sheets).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_panics_whatever_a_file_holds(sheets in prop::array::uniform5(anything()), overrides in anything()) {
        let [submission, what_if, targets, typed, dossiers] = sheets;
        let store = Store::new(rulesets(), Lang::Zh);
        let typed = object(vec![("submission", typed)]);
        let sheets = vec![("submission", submission), ("what_if", what_if), ("targets", targets), ("as_typed", typed)];
        let own = object(vec![("track", Input::Text("park".into())), ("stage", Input::Text("creation".into())), ("own", headed("", sheets.clone())), ("changed_sample", dossiers)]);
        let file = headed("shifan", sheets);
        if let Ok(opened) = read(&file, &store.rulesets, 0) {
            let store = store.after(Action::Open(Box::new(opened)));
            store.after(Action::Show(Scenario::WhatIf)).after(Action::Show(Scenario::Targets));
        }
        if let Ok((restored, _)) = draft::read(&headed("shifan-draft", vec![("desks", Input::List(vec![own]))]), &store.rulesets) {
            store.after(Action::Restore(Box::new(restored)));
        }
        let _ = read(&overrides, &store.rulesets, 0);
        let _ = draft::read(&overrides, &store.rulesets);
        let _ = Overrides::read(&overrides, &store.rulesets[0]);
    }

    #[test]
    fn save_open_save_is_the_identity((track, stage, scenarios, threshold) in scenarios()) {
        let rulesets = rulesets();
        let mut overrides = Overrides::default();
        let (indicator, measure, unit) = match track {
            Track::Park => ("park.rd_intensity", "rd_intensity", MeasureUnit::Ratio),
            Track::Enterprise => ("enterprise.rd_intensity", "rd_intensity", MeasureUnit::Ratio),
        };
        let override_key = OverrideKey::Threshold { indicator: indicator.into(), stage: Stage::Creation, measure: measure.into(), unit };
        overrides.write(override_key, threshold);

        let file = write(&scenarios, track, stage, &rulesets[0], &overrides, "2026-11-23");
        let opened = read(&file, &rulesets, 1);
        prop_assert!(opened.is_ok());
        let Ok(opened) = opened else { return Ok(()) };
        prop_assert_eq!((opened.batch, opened.track, opened.stage), (0, track, stage));
        prop_assert!(opened.left_out.is_empty(), "{:?}", opened.left_out);
        prop_assert_eq!(write(&opened.scenarios, track, stage, &rulesets[0], &opened.overrides, "2026-11-23"), file);
        let track = rulesets[0].track(track);
        prop_assert_eq!(opened.scenarios.original.unit(), scenarios.original.unit());
        prop_assert_eq!(shown(&opened.scenarios.original, track), shown(&scenarios.original, track));
        prop_assert_eq!(said(&opened.scenarios.original), said(&scenarios.original));
    }
}

#[test]
fn what_says_nothing_of_its_own_is_not_written() {
    let (track, stage) = (Track::Park, Stage::Creation);
    let sample = super::data::sheet(&super::testing::sample_input(track, stage), &rules(track));
    let mut scenarios = Scenarios::of(Rc::new(sample));
    scenarios.show(Scenario::WhatIf, &rules(track));
    scenarios.show(Scenario::Targets, &rules(track));
    let written =
        |scenarios: &Scenarios| write(scenarios, track, stage, &rulesets()[0], &Overrides::default(), "2026-11-23");
    let keys = ["what_if", "targets", "as_typed"];
    assert_eq!(keys.map(|key| written(&scenarios).get(key).clone()), [Input::Absent, Input::Absent, Input::Absent]);
    scenarios.shown_mut().notes.entries_mut()[0] = "a target".into();
    scenarios.show(Scenario::WhatIf, &rules(track));
    scenarios.shown_mut().read_amounts_in(AmountUnit::YiYuan);
    let file = written(&scenarios);
    assert_eq!(keys.map(|key| *file.get(key) != Input::Absent), [true; 3]);
    assert_ne!(*file.get("as_typed").get("what_if"), Input::Absent);
}

#[test]
fn targets_are_written_from_where_the_submission_stands_now() {
    let (track, stage) = (Track::Park, Stage::Creation);
    let rules = rules(track);
    let revenue = rules.figure("revenue").unwrap();
    let mut scenarios = Scenarios::of(Rc::new(Sheet::blank(&rules)));
    scenarios.show(Scenario::Targets, &rules);
    scenarios.shown_mut().write_score(Scored::Basics, "80".into());
    scenarios.show(Scenario::Original, &rules);
    scenarios.shown_mut().applicant = "later".into();
    for (year, text) in ["1", "2", "3"].into_iter().enumerate() {
        scenarios.shown_mut().write(Address::whole(Side::Now, revenue).at(Part::Entry(year)), text.into());
    }
    let file = write(&scenarios, track, stage, &rulesets()[0], &Overrides::default(), "2026-11-23");
    let (targets, text) = (file.get("targets"), |text: &str| Input::Text(text.to_owned().into()));
    let years = |years: [&str; 3]| Input::List(years.map(text).to_vec());
    assert_eq!(*targets.get("scores").get("basics"), text("80"), "a score alone is a target");
    assert_eq!(*targets.get("applicant").get("name"), text("later"));
    assert_eq!(*targets.get("baseline").get("revenue"), years(["1", "2", "3"]));
    assert_eq!(*targets.get("figures").get("revenue"), years(["3", "", ""]));
}
