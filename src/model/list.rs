//! A tally that is filled in as a list (名录), and what the list comes to.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use engine::address::Side;
use engine::figures::Line as TallyLine;
use engine::known::Given;
use engine::pause::{Pause, at_once};
use engine::roster::{Change, Counting, Item, Roster};
use engine::ruleset::{FigureForm, TrackRules};
use rust_decimal::Decimal;

use super::entry::{Entry, Line};
use super::scenarios::Scenarios;
use super::sheet::Sheet;
use super::unit::AmountUnit;

/// The items of a list.
///
/// What they come to is kept beside them: a list of fifty thousand takes a good part of a second, and a sheet is assessed at every key.
/// A long list is counted before it is put on a sheet: see [`crate::work`].
#[derive(Clone, Debug, Default)]
pub struct List {
    items: Rc<Vec<Item>>,
    /// What was typed before the list was begun. It holds until the list has an item.
    typed: Option<Rc<Entry>>,
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
        (Rc::ptr_eq(&self.items, &other.items) || self.items == other.items) && self.typed == other.typed
    }
}

impl Eq for List {}

impl List {
    /// A list of these items.
    pub fn of(items: Rc<Vec<Item>>) -> List {
        List { items, typed: None, counted: RefCell::default() }
    }

    /// What holds while the list has no item: the counts that were typed before.
    pub fn typed(&self) -> Option<&Entry> {
        self.typed.as_deref().filter(|_| self.items.is_empty())
    }

    /// The items.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What the list comes to; none for a figure that the ruleset does not count from lists.
    pub fn counted(&self, form: &FigureForm) -> Option<Arc<Roster>> {
        at_once(Box::pin(self.count(form, Pause::NEVER)))
    }

    /// The same with pauses.
    pub async fn count(&self, form: &FigureForm, pause: Pause<'_>) -> Option<Arc<Roster>> {
        let FigureForm::Tally { kinds, ranked, roster: Some(rule), .. } = form else { return None };
        let weights = || kinds.iter().map(|kind| kind.weight);
        if let Some(counted) = &*self.counted.borrow()
            && weights().eq(counted.weights.iter().copied())
        {
            return Some(Arc::clone(&counted.roster));
        }
        let roster = Arc::new(Counting { rule, kinds, ranked: *ranked }.count_with(&self.items, pause).await);
        let counted = Counted { weights: weights().collect(), roster: Arc::clone(&roster) };
        self.counted.replace(Some(counted));
        Some(roster)
    }

    /// The list after something was done to its items; none where that changes nothing.
    pub(super) fn after(&self, action: &ListAction) -> Option<List> {
        let mut items = self.items.clone();
        match action {
            ListAction::Put(index, item) => match Rc::make_mut(&mut items).get_mut(*index) {
                Some(own) => own.clone_from(item),
                None => Rc::make_mut(&mut items).push((**item).clone()),
            },
            ListAction::Remove(index) if *index < self.items.len() => drop(Rc::make_mut(&mut items).remove(*index)),
            _ => return None,
        }
        Some(List::of(items))
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
    let (old, new) = (before.shown(form)?, now.shown(form)?);
    Some(Counting { rule, kinds, ranked: *ranked }.changes((&before.items, &old), (&now.items, &new)))
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
        self.all().any(|one| one.has_lists())
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
            (ListAction::Begin, None) => {
                let typed = Some(Rc::new(self.clone()));
                *self = Entry::Roster(Rc::new(List { typed, ..List::default() }));
            }
            (ListAction::TypeCounts, Some(list)) => *self = typed(&list, form),
            (action, Some(list)) => {
                if let Some(after) = list.after(&action) {
                    *self = Entry::Roster(Rc::new(after));
                }
            }
            (_, None) => {}
        }
    }
}

/// The counts of a list as a person would type them.
pub fn typed(list: &List, form: &FigureForm) -> Entry {
    if let Some(typed) = list.typed() {
        return typed.clone();
    }
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
mod tests;
