//! A tally that is filled in as a list (名录), and what the list comes to.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use engine::address::Side;
use engine::figures::Line as TallyLine;
use engine::known::Given;
use engine::roster::{Change, Counting, Item, Roster};
use engine::ruleset::{FigureForm, TrackRules};
use rust_decimal::Decimal;

use super::scenarios::Scenarios;
use super::sheet::{Entry, Line, Sheet};
use super::unit::AmountUnit;

/// The items of a list.
///
/// What they come to is kept beside them: a list of fifty thousand takes a good part of a second, and a sheet is assessed at every key.
#[derive(Clone, Debug, Default)]
pub struct List {
    items: Vec<Item>,
    counted: RefCell<Option<Counted>>,
}

/// What a list came to, and the weights by which it was counted.
#[derive(Clone, Debug)]
struct Counted {
    weights: Vec<Option<Decimal>>,
    roster: Arc<Roster>,
}

impl PartialEq for List {
    fn eq(&self, other: &List) -> bool {
        self.items == other.items
    }
}

impl Eq for List {}

impl List {
    /// A list of these items.
    pub fn of(items: Vec<Item>) -> List {
        List { items, counted: RefCell::default() }
    }

    /// The items.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What the list comes to; none for a figure that the ruleset does not count from lists.
    pub fn counted(&self, form: &FigureForm) -> Option<Arc<Roster>> {
        let FigureForm::Tally { kinds, ranked, roster: Some(rule), .. } = form else { return None };
        let weights = || kinds.iter().map(|kind| kind.weight);
        if let Some(counted) = &*self.counted.borrow()
            && weights().eq(counted.weights.iter().copied())
        {
            return Some(Arc::clone(&counted.roster));
        }
        let roster = Arc::new(Counting { rule, kinds, ranked: *ranked }.count(&self.items));
        let counted = Counted { weights: weights().collect(), roster: Arc::clone(&roster) };
        self.counted.replace(Some(counted));
        Some(roster)
    }

    /// What the list came to when it was last counted, which is by the weights that hold.
    pub fn shown(&self, form: &FigureForm) -> Option<Arc<Roster>> {
        let last = self.counted.borrow().as_ref().map(|counted| Arc::clone(&counted.roster));
        last.or_else(|| self.counted(form))
    }
}

/// What became of the things of one list in another; none for a figure that the ruleset does not count from lists.
pub fn changes(before: &List, now: &List, form: &FigureForm) -> Option<Vec<Change>> {
    let FigureForm::Tally { kinds, ranked, roster: Some(rule), .. } = form else { return None };
    Some(Counting { rule, kinds, ranked: *ranked }.changes(&before.items, &now.items))
}

impl Sheet {
    /// Whether a figure is filled in as a list.
    pub fn has_lists(&self) -> bool {
        self.figures.iter().chain(&self.baseline).any(|entry| entry.list().is_some_and(|list| !list.items().is_empty()))
    }

    /// The sheet with counts in the place of lists.
    fn with_counts_only(&self, track: &TrackRules) -> Sheet {
        let mut sheet = self.clone();
        for side in [Side::Now, Side::Baseline] {
            for (figure, rule) in track.figures.with_ids() {
                if let Some(list) = self.side(side)[figure].list() {
                    *sheet.entry_mut(side, figure) = typed(list, &rule.form);
                }
            }
        }
        sheet
    }
}

impl Scenarios {
    /// Whether any of them has a list.
    pub fn have_lists(&self) -> bool {
        [Some(&self.original), self.what_if.as_ref(), self.targets.as_ref()]
            .into_iter()
            .flatten()
            .any(|one| one.has_lists())
    }

    /// The scenarios with counts in the place of lists.
    pub fn with_counts_only(&self, track: &TrackRules) -> Scenarios {
        let counts = |sheet: &Rc<Sheet>| Rc::new(sheet.with_counts_only(track));
        Scenarios {
            original: counts(&self.original),
            what_if: self.what_if.as_ref().map(counts),
            targets: self.targets.as_ref().map(counts),
            current: self.current,
        }
    }
}

/// What is done to a list.
pub enum ListAction {
    /// Begin an empty one in place of typed counts.
    Begin,
    /// Type counts again: those that the list comes to.
    TypeCounts,
    /// Put an item in the place of another.
    Put(usize, Box<Item>),
    /// Take an item away.
    Remove(usize),
}

impl Entry {
    /// The list, where the figure is filled in as one.
    pub fn list(&self) -> Option<&Rc<List>> {
        if let Entry::Roster(list) = self { Some(list) } else { None }
    }

    /// Does something to the list of a tally.
    pub fn act_on_list(&mut self, action: ListAction, form: &FigureForm) {
        match (action, self.list().cloned()) {
            (ListAction::Begin, None) => *self = Entry::Roster(Rc::default()),
            (ListAction::TypeCounts, Some(list)) => *self = typed(&list, form),
            (ListAction::Put(index, item), Some(list)) => {
                let mut items = list.items.clone();
                match items.get_mut(index) {
                    Some(own) => *own = *item,
                    None => items.push(*item),
                }
                *self = Entry::Roster(Rc::new(List::of(items)));
            }
            (ListAction::Remove(index), Some(list)) if index < list.items.len() => {
                let mut items = list.items.clone();
                items.remove(index);
                *self = Entry::Roster(Rc::new(List::of(items)));
            }
            _ => {}
        }
    }
}

/// The counts of a list as a person would type them.
pub fn typed(list: &List, form: &FigureForm) -> Entry {
    let mut entry = Entry::blank(form);
    let roster = list.shown(form);
    let lines = match roster.as_deref() {
        Some(Roster { lines: Given::Known(lines), .. }) => lines.as_slice(),
        _ => &[],
    };
    let whole = |number: &Given<engine::exact::Exact>| match number {
        Given::Known(number) => number.floor().to_string(),
        _ => String::new(),
    };
    let told = |line: &TallyLine| if let Given::Known(kind) = line.kind { Some(kind) } else { None };
    match &mut entry {
        Entry::Kinds { none, counts } => {
            *none = !list.items.is_empty() && lines.is_empty();
            for line in lines {
                if let Some(kind) = told(line) {
                    counts[kind].write(whole(&line.count).into(), AmountUnit::WanYuan);
                }
            }
        }
        Entry::Lines { none, lines: own } => {
            *none = !list.items.is_empty() && lines.is_empty();
            for (key, line) in (0..).zip(lines) {
                let mut typed = Line::blank(key);
                typed.kind = told(line).map_or("", |kind| &form.kinds()[kind].id).into();
                typed.count.write(whole(&line.count).into(), AmountUnit::WanYuan);
                typed.rank.write(whole(&line.rank).into(), AmountUnit::WanYuan);
                own.push(typed);
            }
        }
        _ => {}
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::{List, ListAction};
    use crate::action::Action;
    use crate::data::data;
    use crate::preview::Preview;
    use crate::sheet::Entry;
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
        assert_eq!(
            counts(&corrected, at),
            pairs(&[("high_tech", "1"), ("specialized_sme", "1"), ("little_giant", "1")])
        );
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
        let (one, other) = (List::of(items.clone()), List::of(items));
        one.counted(&rules(Track::Park).figures[with_list().1.figure].form);
        assert!(one == other);
    }
}
