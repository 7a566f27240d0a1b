//! A list on a sheet: pasted, corrected, undone, saved.

use super::{List, ListAction};
use crate::action::Action;
use crate::data::data;
use crate::entry::Entry;
use crate::preview::Preview;
use crate::store::Store;
use crate::testing::{rules, rulesets};
use engine::address::{Address, Side};
use engine::input::Input;
use engine::roster::Item;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use intake::Table;
use std::rc::Rc;

const TABLE: &str = "企业名称\t统一社会信用代码\t资质\n甲公司\t91320505MAAY4CL12Y\t高新技术企业\n甲公司\t91320505MAAY4CL12Y\t小巨人\n乙公司\t\t高企\n丙公司\t\t雏鹰企业";

fn begun() -> Store {
    let store = Store::new(rulesets(), Lang::Zh);
    store.after(Action::ChooseTrack(Track::Park)).after(Action::ChooseStage(Stage::Creation))
}

fn with_list() -> (Store, Address) {
    let figure = rules(Track::Park).figure("quality_enterprises").expect("a figure");
    let at = Address::whole(Side::Now, figure);
    let table = Rc::new(Table::of_text(TABLE).expect("a small table"));
    let shown = begun().after(Action::Read(table, Some(at)));
    let Some(Preview { changes, .. }) = shown.preview.as_deref() else { panic!("a list is shown first") };
    assert_eq!((changes.lists.len(), changes.cells.len()), (1, 0));
    (shown.after(Action::WriteTable), at)
}

fn counts(store: &Store, at: Address) -> Vec<(String, String)> {
    let rules = rules(Track::Park);
    let form = &rules.figures[at.figure].form;
    let entry = &*store.sheet().expect("a sheet").figures[at.figure];
    let Entry::Kinds { counts, .. } = super::typed(entry.list().expect("a list"), form) else { panic!("kinds") };
    let filled = form.kinds().iter().zip(&counts).filter(|(_, count)| !count.is_blank());
    filled.map(|(kind, count)| (kind.id.clone(), count.text().to_string())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(kind, count)| ((*kind).to_owned(), (*count).to_owned())).collect()
}

#[test]
fn a_pasted_list_is_counted_corrected_and_taken_back() {
    let (store, at) = with_list();
    assert_eq!(counts(&store, at), pairs(&[("high_tech", "1"), ("little_giant", "1")]));
    let kinds = rules(Track::Park).figures[at.figure].form.kinds().find(|kind| kind.id == "specialized_sme");
    let item = Item { name: "丙公司".to_owned(), kinds: vec![kinds.expect("a kind")], ..Item::default() };
    let act = |action| Action::List(at.side, at.figure, action);
    let corrected = store.after(act(ListAction::Put(3, Box::new(item))));
    assert_eq!(counts(&corrected, at), pairs(&[("high_tech", "1"), ("specialized_sme", "1"), ("little_giant", "1")]));
    let removed = corrected.after(act(ListAction::Remove(2)));
    assert_eq!(counts(&removed, at), pairs(&[("specialized_sme", "1"), ("little_giant", "1")]));
    assert_eq!(counts(&removed.after(Action::Undo).after(Action::Undo), at), counts(&store, at));
}

#[test]
fn counts_that_are_typed_again_begin_with_those_of_the_list() {
    let (store, at) = with_list();
    let typed = store.after(Action::List(at.side, at.figure, ListAction::TypeCounts));
    let Entry::Kinds { none: false, counts, .. } = &*typed.sheet().expect("a sheet").figures[at.figure] else {
        panic!("counts by kind")
    };
    let texts: Vec<&str> = counts.iter().map(|count| &**count.text()).collect();
    assert_eq!(texts, ["", "1", "", "1", ""]);
}

#[test]
fn a_list_with_nothing_in_it_says_nothing() {
    let at = with_list().1;
    let store = begun().after(Action::List(at.side, at.figure, ListAction::Begin));
    let sheet = store.sheet().expect("a sheet");
    let rules = rules(Track::Park);
    assert_eq!(*data(sheet, Track::Park, Stage::Creation, &rules).get("figures"), Input::Object(Vec::new()));
    let indicator = &store.assessment.as_ref().expect("assessed").indicators;
    assert_eq!(indicator[rules.indicator("park.quality_enterprises").expect("it")].outcome.as_str(), "incomplete");
}

/// Whoever begins a list and has none yet keeps what was typed, in the outcome, in a file and on the way back.
#[test]
fn what_was_typed_holds_until_the_list_has_an_item() {
    let (listed, at) = with_list();
    let rules = rules(Track::Park);
    let kind = rules.figures[at.figure].form.kinds().find(|kind| kind.id == "little_giant").expect("a kind");
    let typed = begun().after(Action::Type(at.at(engine::address::Part::Kind(kind)), "7".into()));
    let act = |action| Action::List(at.side, at.figure, action);
    let figures = |store: &Store| {
        data(store.sheet().expect("a sheet"), Track::Park, Stage::Creation, &rules).get("figures").clone()
    };
    let indicator = rules.indicator("park.quality_enterprises").expect("it");
    let outcome = |store: &Store| store.assessment.as_ref().expect("assessed").indicators[indicator].outcome;
    let empty = typed.after(act(ListAction::Begin));
    assert_eq!(figures(&empty), figures(&typed));
    assert_eq!(outcome(&empty), outcome(&typed));
    let back = empty.after(act(ListAction::TypeCounts));
    assert!(back.workspace == typed.workspace);
    let Some(list) = listed.sheet().expect("a sheet").figures[at.figure].list().cloned() else { panic!("a list") };
    let filled = empty.after(act(ListAction::Put(0, Box::new(list.items()[0].clone()))));
    assert_eq!(counts(&filled, at), pairs(&[("high_tech", "1")]));
}

#[test]
fn a_file_has_the_lists_or_what_they_come_to() {
    let (store, at) = with_list();
    let rules = rules(Track::Park);
    let scenarios = store.scenarios().expect("scenarios");
    assert!(scenarios.have_lists());
    let counts = scenarios.with_counts_only(&rules);
    assert!(!counts.have_lists());
    let id = &rules.figures[at.figure].id;
    let written = data(&counts.original, Track::Park, Stage::Creation, &rules);
    let Input::List(lines) = written.get("figures").get(id) else { panic!("a tally") };
    assert_eq!(lines.len(), 2);
    let whole = data(&scenarios.original, Track::Park, Stage::Creation, &rules);
    let Input::List(items) = whole.get("figures").get(id).get("roster") else { panic!("a list") };
    assert_eq!(items.len(), 4);
}

#[test]
fn equal_items_are_equal_lists_counted_or_not() {
    let items = vec![Item { name: "甲".to_owned(), ..Item::default() }];
    let (one, other) = (List::of(Rc::new(items.clone())), List::of(Rc::new(items)));
    one.counted(&rules(Track::Park).figures[with_list().1.figure].form);
    assert!(one == other);
}
