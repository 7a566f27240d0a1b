//! Where a person is on the page: at which indicator, what is unfolded, and which outcomes changed last.
//!
//! None of it is part of the work: it is not kept, not undone, and nothing is computed from it.

use std::rc::Rc;

use super::assessment::Assessment;
use super::history::Step;
use engine::ids::{Id, IndicatorId};
use engine::outcome::Outcome;

/// As many changes are listed as are taken in at a glance.
const MOST_CHANGES: usize = 4;

/// What is folded away once track and stage are chosen, and can be unfolded again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawer {
    /// Track and stage.
    Choices,
    /// Batch, field, years, eligibility items, and who applies.
    Particulars,
    /// What is done once in a while: the draft, and clearing everything.
    More,
}

impl Drawer {
    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Drawer::Choices => "choices",
            Drawer::Particulars => "particulars",
            Drawer::More => "more",
        }
    }

    /// The one of a name.
    pub fn named(name: &str) -> Option<Drawer> {
        [Drawer::Choices, Drawer::Particulars, Drawer::More].into_iter().find(|one| one.name() == name)
    }
}

/// An indicator whose outcome changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeChange {
    /// Which.
    pub indicator: IndicatorId,
    /// What it was before.
    pub from: Outcome,
    /// What it is now.
    pub to: Outcome,
    /// Whether this came of the last thing done that changed an outcome.
    pub is_latest: bool,
}

/// Where a person is on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The indicator whose figures one is in.
    pub at: Option<IndicatorId>,
    /// Whether its finding was asked for, where there is no room to show it all the time.
    pub is_opened: bool,
    /// What is unfolded.
    unfolded: Vec<Drawer>,
    /// The outcomes that changed last, the latest first.
    pub changes: Rc<[OutcomeChange]>,
    /// Where one is typing: all keys in one place are one change.
    typing: Option<Step>,
}

impl Desk {
    /// Turns to an indicator whose figures one has come to.
    pub fn turn_to(&mut self, indicator: IndicatorId) {
        if self.at != Some(indicator) {
            (self.at, self.is_opened) = (Some(indicator), false);
        }
    }

    /// Opens or closes the finding of an indicator.
    pub fn open(&mut self, indicator: IndicatorId, is_opened: bool) {
        (self.at, self.is_opened) = (Some(indicator), is_opened);
    }

    /// Unfolds a part, or folds it away.
    pub fn unfold(&mut self, drawer: Drawer, open: bool) {
        self.unfolded.retain(|one| *one != drawer);
        self.unfolded.extend(open.then_some(drawer));
    }

    /// Whether a part is unfolded.
    pub fn is_unfolded(&self, drawer: Drawer) -> bool {
        self.unfolded.contains(&drawer)
    }

    /// The indicator whose finding is shown: the first one before a person has come to any.
    pub fn shows(&self, indicator: IndicatorId) -> bool {
        self.at.map_or(indicator.index() == 0, |at| at == indicator)
    }

    /// Leaves the indicators of a track for those of another.
    pub fn leave(&mut self) {
        (self.at, self.is_opened) = (None, false);
    }

    /// Takes down which outcomes have changed; `typing` is the step of a key. Without a `before` something else is shown now, and nothing
    /// has changed.
    pub fn compare(&mut self, typing: Option<Step>, before: Option<&Assessment>, now: Option<&Assessment>) {
        let goes_on = typing.is_some() && self.typing == typing;
        self.typing = typing;
        let (Some(before), Some(now)) = (before, now) else {
            self.changes = Rc::default();
            return;
        };
        let pairs = before.indicators.with_ids().zip(&now.indicators);
        let changed = pairs.filter(|((_, old), new)| old.outcome != new.outcome);
        let changed: Vec<OutcomeChange> = changed
            .map(|((indicator, old), new)| OutcomeChange {
                indicator,
                from: old.outcome,
                to: new.outcome,
                is_latest: true,
            })
            .collect();
        if !changed.is_empty() {
            self.changes = joined(&self.changes, changed, goes_on).into();
        }
    }
}

/// The changes with new ones before them. The keys of one field come to one change of each indicator, or to none.
fn joined(known: &[OutcomeChange], new: Vec<OutcomeChange>, goes_on: bool) -> Vec<OutcomeChange> {
    let (latest, earlier): (Vec<OutcomeChange>, Vec<OutcomeChange>) =
        known.iter().partition(|change| goes_on && change.is_latest);
    let begun_as = |change: OutcomeChange| {
        let before = latest.iter().find(|other| other.indicator == change.indicator);
        OutcomeChange { from: before.map_or(change.from, |before| before.from), ..change }
    };
    let untouched = latest.iter().filter(|other| new.iter().all(|change| change.indicator != other.indicator)).copied();
    let mut all: Vec<OutcomeChange> =
        new.iter().copied().map(begun_as).filter(|change| change.from != change.to).collect();
    all.extend(untouched);
    // In the order of the annex, whichever key changed which.
    all.sort_unstable_by_key(|change| change.indicator.index());
    all.extend(earlier.into_iter().map(|change| OutcomeChange { is_latest: false, ..change }));
    all.truncate(MOST_CHANGES.max(new.len()));
    all
}

#[cfg(test)]
mod tests {
    use super::Drawer;
    use crate::action::Action;
    use crate::overrides::OverrideKey;
    use crate::scenarios::Scenario;
    use crate::store::Store;
    use crate::testing::{id, rulesets, sample_input};
    use engine::address::{Address, Part, Side};
    use engine::ruleset::{MeasureUnit, Stage, Track};
    use engine::text::Lang;

    fn sample() -> Store {
        let store = Store::new(rulesets(), Lang::Zh);
        let store = store.after(Action::ChooseTrack(Track::Park)).after(Action::ChooseStage(Stage::Creation));
        store.after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)))
    }

    /// The store after a key in a field of a figure, or in that of a threshold by `threshold`.
    fn typed(store: &Store, figure: &str, part: Part, text: &str) -> Store {
        if figure == "threshold" {
            let override_key = OverrideKey::Threshold {
                indicator: "park.rd_intensity".into(),
                stage: Stage::Creation,
                measure: "rd_intensity".into(),
                unit: MeasureUnit::Ratio,
            };
            return store.after(Action::Set(override_key, text.into()));
        }
        let figure = store.rules().unwrap().figure(figure).unwrap();
        store.after(Action::Type(Address { side: Side::Now, figure, part }, text.into()))
    }

    fn told(store: &Store) -> String {
        let rules = store.rules().unwrap();
        let one = |change: &super::OutcomeChange| {
            let sign = if change.is_latest { "*" } else { "" };
            let number = rules.indicators[change.indicator].number;
            format!("{number} {}>{}{sign}", change.from.as_str(), change.to.as_str())
        };
        store.desk.changes.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn the_keys_of_a_field_are_one_change() {
        // figure, entry, what stands there after each key, and what is told then
        let table: [(&str, usize, &str, &str); 7] = [
            ("tech_contracts", 2, "", "4 met>incomplete*"),
            ("tech_contracts", 2, "1", "4 met>unmet*"),
            ("tech_contracts", 2, "9999", ""),
            ("tech_contracts", 2, "x", "4 met>invalid*"),
            ("revenue", 0, "x", "1 met>invalid*, 4 met>invalid"),
            ("revenue", 0, "", "1 met>incomplete*, 4 met>invalid"),
            ("tech_contracts", 2, "9999", "4 invalid>met*, 1 met>incomplete, 4 met>invalid"),
        ];
        let mut store = sample();
        assert_eq!(told(&store), "", "a sample is no change");
        for (figure, entry, text, expected) in table {
            store = typed(&store, figure, Part::Entry(entry), text);
            assert_eq!(told(&store), expected, "{figure}[{entry}] {text:?}");
        }
        store = store.after(Action::ChooseStage(Stage::Recognition));
        assert_eq!(told(&store), "", "another stage has other outcomes");
    }

    /// Wherever one types: a batch's own threshold, key by key.
    #[test]
    fn the_keys_of_a_threshold_are_one_change() {
        let table = [("3", "3 unstated>met*"), ("3.", "3 unstated>met*"), ("3.7", "3 unstated>unmet*"), ("", "")];
        let mut store = sample();
        for (text, expected) in table {
            store = typed(&store, "threshold", Part::Whole, text);
            assert_eq!(told(&store), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_undone_changes_outcomes_too_and_what_is_shown_instead_does_not() {
        let changed = typed(&sample(), "tech_contracts", Part::Entry(2), "1");
        assert_eq!(told(&changed), "4 met>unmet*");
        let undone = changed.after(Action::Undo);
        assert_eq!(told(&undone), "4 unmet>met*, 4 met>unmet");
        let none: [(&str, Action); 5] = [
            ("another stage", Action::ChooseStage(Stage::Recognition)),
            ("another track", Action::ChooseTrack(Track::Enterprise)),
            ("another scenario", Action::Show(Scenario::WhatIf)),
            ("another batch", Action::ChooseRuleset(1)),
            ("no sample", Action::ClearSample),
        ];
        for (what, action) in none {
            assert_eq!(told(&undone.after(action)), "", "{what}");
        }
    }

    #[test]
    fn another_track_has_other_indicators() {
        let store = sample().after(Action::OpenFinding(id(10), true));
        assert_eq!(store.after(Action::ChooseStage(Stage::Recognition)).desk.at, Some(id(10)));
        let other = store.after(Action::ChooseTrack(Track::Enterprise));
        assert_eq!((other.desk.at, other.desk.is_opened), (None, false));
        assert!(other.desk.shows(id(0)), "the first one is shown");
    }

    #[test]
    fn what_is_left_to_fill_in_is_unfolded_once() {
        let blank = Store::new(rulesets(), Lang::Zh);
        let unfolded = |store: &Store| store.desk.unfolded.clone();
        assert_eq!(unfolded(&blank), []);
        let track = blank.after(Action::ChooseTrack(Track::Park));
        assert_eq!(unfolded(&track), [], "nothing is begun");
        let begun = track.after(Action::ChooseStage(Stage::Creation));
        assert_eq!(unfolded(&begun), [Drawer::Particulars]);
        let more = begun.after(Action::Unfold(Drawer::More, true));
        assert_eq!(unfolded(&more), [Drawer::Particulars, Drawer::More], "one leaves the other alone");
        let folded = begun.after(Action::Unfold(Drawer::Particulars, false));
        assert_eq!(unfolded(&typed(&folded, "employees", Part::Whole, "1")), [], "it stays as a person left it");
        assert_eq!(unfolded(&sample()), [], "a sample has all of it");
        let chosen = sample().after(Action::Unfold(Drawer::Choices, true));
        let other = chosen.after(Action::ChooseTrack(Track::Enterprise));
        assert!(other.desk.is_unfolded(Drawer::Choices), "the stage may be chosen next");
    }

    #[test]
    fn a_finding_opens_and_closes() {
        let store = sample().after(Action::TurnTo(id(2)));
        assert_eq!((store.desk.at, store.desk.is_opened), (Some(id(2)), false));
        let store = store.after(Action::OpenFinding(id(2), true));
        assert_eq!((store.desk.at, store.desk.is_opened), (Some(id(2)), true));
        let store = store.after(Action::TurnTo(id(2)));
        assert!(store.desk.is_opened, "it stays open as long as one stays");
        let other = store.after(Action::OpenFinding(id(3), true));
        assert_eq!((other.desk.at, other.desk.is_opened), (Some(id(3)), true));
        assert!(!other.after(Action::OpenFinding(id(3), false)).desk.is_opened);
    }
}
