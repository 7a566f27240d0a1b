use std::rc::Rc;

use crate::action::Action;
use crate::file::Opened;
use crate::notice::{FileRefusal, Notice};
use crate::overrides::{OverrideKey, Overrides};
use crate::scenarios::{Scenario, Scenarios};
use crate::sheet::Sheet;
use crate::store::Store;
use crate::testing::{rulesets, sample_input};
use crate::unit::AmountUnit::{WanYuan, YiYuan};
use engine::address::{Address, Column, Part, Side};
use engine::ruleset::{MeasureUnit, Stage, Track};
use engine::text::Lang;

fn begun(track: Track, stage: Stage) -> Store {
    Store::new(rulesets(), Lang::Zh).after(Action::ChooseTrack(track)).after(Action::ChooseStage(stage))
}

fn index(store: &Store, side: Side, figure: &str, part: Part) -> Address {
    Address { side, figure: store.rules().unwrap().figure(figure).unwrap(), part }
}

fn year(store: &Store, figure: &str, year: usize) -> Address {
    index(store, Side::Now, figure, Part::Entry(year))
}

fn text(store: &Store, at: Address) -> String {
    store.sheet().unwrap().text(at).unwrap().to_string()
}

fn typed(store: &Store, at: Address, text: &str) -> Store {
    store.after(Action::Type(at, text.into()))
}

#[test]
fn another_unit_concerns_what_was_typed_before_it() {
    let store = begun(Track::Park, Stage::Creation);
    let [first, second] = [0, 1].map(|index| year(&store, "revenue", index));
    let store = typed(&typed(&store, first, "985000"), second, "1.2亿").after(Action::ReadAmountsIn(YiYuan));
    assert_eq!(store.notice, Some(Notice::UnitChanged(WanYuan, YiYuan, [(first, "985000".into())].into())));
    assert_eq!(text(&store, first), "985000", "nothing is converted");
    // The notice stands while one goes on, and keeps to what it is about.
    let later = typed(&store, year(&store, "rd_spending", 0), "3.1");
    assert_eq!(later.notice, store.notice);
    assert!(!later.offers_undo(), "to go back would lose what was typed since");
    let kept = later.after(Action::WriteUnits);
    assert_eq!((text(&kept, first), text(&kept, year(&kept, "rd_spending", 0))), ("985000万元".into(), "3.1".into()));
    assert_eq!(kept.notice, Some(Notice::UnitsWritten(1)));
    assert_eq!(text(&kept.after(Action::Undo), first), "985000");
}

#[test]
fn the_unit_that_is_chosen_already_changes_nothing() {
    let store = begun(Track::Park, Stage::Creation);
    let store = typed(&store, year(&store, "revenue", 0), "5000").after(Action::ReadAmountsIn(WanYuan));
    assert_eq!((&store.notice, store.offers_undo()), (&None, false));
}

#[test]
fn amounts_that_targets_take_over_are_not_theirs_to_read_anew() {
    let store =
        begun(Track::Park, Stage::Creation).after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
    let store = store.after(Action::Show(Scenario::Targets));
    let own = year(&store, "revenue", 1);
    let store = typed(&store, own, "160").after(Action::ReadAmountsIn(YiYuan));
    assert_eq!(store.notice, Some(Notice::UnitChanged(WanYuan, YiYuan, [(own, "160".into())].into())));
    assert_eq!(text(&store, year(&store, "revenue", 0)), "1365200万元", "the start still means the same");
}

#[test]
fn a_batchs_own_numbers_stay_with_the_batch() {
    let override_key = OverrideKey::Threshold {
        indicator: "park.tech_contracts".into(),
        stage: Stage::Creation,
        measure: "average_tech_contracts".into(),
        unit: MeasureUnit::WanYuan,
    };
    let plan = begun(Track::Park, Stage::Creation).after(Action::Set(override_key.clone(), "1".into()));
    let batch = plan.after(Action::ChooseRuleset(1));
    assert_eq!((batch.workspace.overrides.iter().count(), &batch.notice), (0, &Some(Notice::RulesetChosen)));
    let back = batch.after(Action::ChooseRuleset(0));
    assert_eq!(&**back.workspace.overrides.typed(&override_key).text(), "1");
    assert_eq!(batch.after(Action::Undo).workspace.overrides, plan.workspace.overrides);
}

#[test]
fn a_file_brings_the_numbers_of_its_own_track_only() {
    let weight = |indicator: &str, kind: &str| OverrideKey::Weight { indicator: indicator.into(), kind: kind.into() };
    let (park, enterprise) = (weight("park.digitalization", "leading"), weight("enterprise.standards", "national"));
    let store = begun(Track::Park, Stage::Creation);
    let store = store.after(Action::Set(park.clone(), "4".into())).after(Action::Set(enterprise.clone(), "3".into()));
    let opened = opened(Track::Enterprise, Stage::Creation, |_| {});
    let store = store.after(Action::Open(Box::new(opened)));
    assert_eq!(
        (&**store.workspace.overrides.typed(&park).text(), &**store.workspace.overrides.typed(&enterprise).text()),
        ("4", "")
    );
}

fn opened(track: Track, stage: Stage, change: impl FnOnce(&mut Sheet)) -> Opened {
    let store = begun(track, stage);
    let mut sheet = Sheet::blank(&store.rules().unwrap());
    change(&mut sheet);
    let (scenarios, overrides) = (Scenarios::of(Rc::new(sheet)), Overrides::default());
    Opened { batch: 0, track, stage, scenarios, overrides, left_out: Vec::new(), older_rules: false }
}

#[test]
fn a_baseline_is_taken_over_what_is_blank_and_nothing_else() {
    let store = begun(Track::Park, Stage::Recognition);
    let own = index(&store, Side::Baseline, "employees", Part::Whole);
    let store = typed(&store, own, "4200");
    let creation = opened(Track::Park, Stage::Creation, |sheet| {
        sheet.write(year(&store, "revenue", 2), "1,125,000".into());
        sheet.field = "no field of this batch".into();
    });
    let taken = store.after(Action::TakeBaselineOf(Box::new(creation)));
    assert_eq!(taken.notice, Some(Notice::BaselineTaken));
    let revenue = index(&store, Side::Baseline, "revenue", Part::Entry(2));
    assert_eq!((text(&taken, revenue), text(&taken, own)), ("1,125,000".into(), "4200".into()));
    assert_eq!(text(&taken, year(&taken, "revenue", 0)), "1,125,000", "the year before is the last of the application");
    assert_eq!(&*taken.sheet().unwrap().field, "", "a field that the batch does not have is not taken");
}

#[test]
fn the_years_of_an_application_come_with_its_figures() {
    // the application's last year, the recognition's own, what that is afterwards, that of the baseline, and whether it is asked about
    let table = [
        ("2025", "", "2027", "2025", false),
        ("2025", "2026", "2026", "2025", true),
        ("2025", "2028", "2028", "2025", false),
        ("", "2026", "2026", "", false),
    ];
    for (of_application, own, last, of_baseline, is_asked) in table {
        let store = begun(Track::Park, Stage::Recognition).after(Action::LastYear(Side::Now, own.into()));
        let creation = opened(Track::Park, Stage::Creation, |sheet| {
            sheet.write(year(&store, "revenue", 2), "1,125,000".into());
            sheet.write_last_year(Side::Now, of_application.into());
        });
        let taken = store.after(Action::TakeBaselineOf(Box::new(creation)));
        let sheet = taken.sheet().unwrap();
        assert_eq!([&**sheet.last_year.text(), &**sheet.baseline_last_year.text()], [last, of_baseline]);
        assert_eq!(taken.assessment.as_ref().unwrap().baseline_overlaps, is_asked, "{of_application} {own}");
        assert_eq!(taken.after(Action::Undo).sheet(), store.sheet(), "it can be undone");
    }
}

#[test]
fn a_baseline_that_is_no_longer_asked_for_changes_nothing() {
    let creation = || Box::new(opened(Track::Park, Stage::Creation, |_| {}));
    for elsewhere in [begun(Track::Enterprise, Stage::Recognition), begun(Track::Park, Stage::Creation)] {
        let store = elsewhere.after(Action::TakeBaselineOf(creation()));
        assert_eq!(store.notice, Some(Notice::NotOpened(FileRefusal::NotACreationFile)));
        assert_eq!(store.sheet(), elsewhere.sheet());
    }
}

#[test]
fn a_line_that_says_something_has_a_way_back() {
    let store = begun(Track::Enterprise, Stage::Creation);
    let standards = store.rules().unwrap().figure("standards").unwrap();
    let store = store.after(Action::AddLine(Side::Now, standards));
    let blank = store.after(Action::RemoveLine(Side::Now, standards, 0));
    assert_eq!((&blank.notice, blank.offers_undo()), (&None, false));
    let count = index(&store, Side::Now, "standards", Part::Line(0, Column::Count));
    let removed = typed(&store, count, "2").after(Action::RemoveLine(Side::Now, standards, 0));
    assert_eq!(removed.notice, Some(Notice::LineRemoved(1)));
    assert_eq!(text(&removed.after(Action::Undo), count), "2");
}
