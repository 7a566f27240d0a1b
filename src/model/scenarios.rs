//! The scenarios of one submission: as it is (现状), what if (假设), and the targets for the end of the creation period (创建目标).
//! A scenario is a sheet of its own, so that no what-if ever touches the original.

use std::rc::Rc;

use super::data::{data, sheet};
use super::entry::Entry;
use super::sheet::Sheet;
use super::unit::is_amount;
use engine::address::{Address, Part, Side};
use engine::figures::YEARS;
use engine::ids::FigureId;
use engine::ruleset::{FigureForm, Ruleset, Stage, Track, TrackRules};

/// Which sheet of a submission is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scenario {
    /// 现状: what the person would submit.
    #[default]
    Original,
    /// 假设: a copy to try things on.
    WhatIf,
    /// 创建目标: what the person sets out to reach, held against what recognition asks.
    Targets,
}

impl Scenario {
    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Scenario::Original => "original",
            Scenario::WhatIf => "what-if",
            Scenario::Targets => "targets",
        }
    }
}

/// The sheets of one submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenarios {
    /// The submission as it is.
    pub original: Rc<Sheet>,
    /// the what-if, once one was begun.
    pub what_if: Option<Rc<Sheet>>,
    /// The targets, once there are any.
    pub targets: Option<Rc<Sheet>>,
    /// Which of them is shown.
    pub current: Scenario,
}

impl Scenarios {
    /// A submission with no scenarios.
    pub fn of(original: Rc<Sheet>) -> Scenarios {
        Scenarios { original, what_if: None, targets: None, current: Scenario::Original }
    }

    /// A scenario, if there is one.
    pub fn sheet(&self, scenario: Scenario) -> Option<&Rc<Sheet>> {
        match scenario {
            Scenario::Original => Some(&self.original),
            Scenario::WhatIf => self.what_if.as_ref(),
            Scenario::Targets => self.targets.as_ref(),
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &Rc<Sheet>> {
        [Some(&self.original), self.what_if.as_ref(), self.targets.as_ref()].into_iter().flatten()
    }

    /// The sheet that is shown.
    pub fn shown(&self) -> &Rc<Sheet> {
        self.sheet(self.current).unwrap_or(&self.original)
    }

    /// The sheet that is shown, to be changed.
    pub fn shown_mut(&mut self) -> &mut Sheet {
        Rc::make_mut(match self.current {
            Scenario::Original => &mut self.original,
            Scenario::WhatIf => self.what_if.get_or_insert_with(|| Rc::clone(&self.original)),
            Scenario::Targets => self.targets.get_or_insert_with(|| Rc::clone(&self.original)),
        })
    }

    /// Shows a scenario. The what-if begins as a copy of the original; the targets take from it what they are compared with.
    pub fn show(&mut self, scenario: Scenario, track: &TrackRules) {
        self.current = scenario;
        match scenario {
            Scenario::Original => {}
            Scenario::WhatIf => {
                self.what_if.get_or_insert_with(|| Rc::clone(&self.original));
            }
            Scenario::Targets => {
                let targets = self.targets.take().map_or_else(|| Sheet::blank(track), |own| (*own).clone());
                self.targets = Some(Rc::new(with_start(targets, &self.original, track)));
            }
        }
    }

    /// Throws the what-if away.
    pub fn discard_what_if(&mut self) {
        self.what_if = None;
        self.current = Scenario::Original;
    }

    /// The same scenarios under another ruleset. What that has no place for is left out.
    pub fn moved(&self, from: &Ruleset, to: &Ruleset, track: Track, stage: Stage) -> Scenarios {
        let moved = |old: &Rc<Sheet>, stage: Stage| {
            let mut moved = sheet(&data(old, track, stage, from.track(track)), to.track(track));
            // Every amount now says its unit, so the person's own can stay.
            moved.read_amounts_in(old.unit());
            moved.baseline_last_year = old.baseline_last_year.clone();
            Rc::new(moved)
        };
        Scenarios {
            original: moved(&self.original, stage),
            what_if: self.what_if.as_ref().map(|old| moved(old, stage)),
            targets: self.targets.as_ref().map(|old| moved(old, Stage::Recognition)),
            current: self.current,
        }
    }

    /// The stage whose criteria the sheet shown is held against.
    pub fn stage_shown(&self, stage: Stage) -> Stage {
        if self.current == Scenario::Targets { Stage::Recognition } else { stage }
    }
}

/// A sheet of targets with everything that another sheet already says: who applies, and where they start.
pub(super) fn with_start(mut targets: Sheet, original: &Sheet, track: &TrackRules) -> Sheet {
    targets.applicant = Rc::clone(&original.applicant);
    targets.field = Rc::clone(&original.field);
    targets.eligibility.clone_from(&original.eligibility);
    targets.take_years(original);
    take_baseline(&mut targets, original, track);
    for (address, text) in first_years(&targets, original, track) {
        targets.write(address, text);
    }
    targets
}

/// Takes what a creation-stage sheet says as the baseline of a later one; where it says nothing, that one's own stays.
pub fn take_filled_in(later: &mut Sheet, creation: &Sheet, track: &TrackRules) {
    let own = later.baseline.clone();
    take_baseline(later, creation, track);
    for (id, figure) in track.figures.with_ids() {
        if *later.baseline[id] == Entry::blank(&figure.form) {
            later.baseline[id] = Rc::clone(&own[id]);
        }
    }
}

/// Takes the figures of a creation-stage sheet as the baseline of a later one.
pub fn take_baseline(later: &mut Sheet, creation: &Sheet, track: &TrackRules) {
    for (id, figure) in track.figures.with_ids() {
        let mut entry = (*creation.figures[id]).clone();
        if is_amount(&figure.form) {
            for amount in entry.amounts_mut() {
                amount.write(creation.unit().as_read_in(later.unit(), amount.text()), later.unit());
            }
        }
        // A figure that only recognition asks for says nothing about the start.
        if matches!(figure.form, FigureForm::Rates) {
            entry = Entry::blank(&figure.form);
        }
        later.baseline[id] = Rc::new(entry);
    }
}

/// The year before the creation period, series by series: it is the last year of the application.
pub fn first_years(later: &Sheet, creation: &Sheet, track: &TrackRules) -> Vec<(Address, Rc<str>)> {
    let all = track.figures.with_ids();
    let series = all.filter(|(_, figure)| matches!(figure.form, FigureForm::Series { .. }));
    let last = |figure: FigureId| {
        creation.unit().as_read_in(later.unit(), creation.figures[figure].amounts()[YEARS - 1].text())
    };
    series.map(|(index, _)| (first_year(index), last(index))).collect()
}

/// Whether a place on the sheet of targets is taken from the original, so that nobody types it twice.
pub fn is_given(address: Address, track: &TrackRules) -> bool {
    let of_series = matches!(track.figures[address.figure].form, FigureForm::Series { .. });
    address.side == Side::Baseline || (of_series && address == first_year(address.figure))
}

/// The year before the creation period of a series.
fn first_year(figure: FigureId) -> Address {
    Address { side: Side::Now, figure, part: Part::Entry(0) }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Scenario, Scenarios};
    use crate::data::sheet;
    use crate::sheet::Sheet;
    use crate::testing::{rules, rulesets, sample_input};
    use crate::unit::AmountUnit;
    use engine::address::{Address, Part, Side};
    use engine::ruleset::{Stage, Track};

    fn scenarios() -> Scenarios {
        Scenarios::of(Rc::new(sheet(&sample_input(Track::Park, Stage::Creation), &rules(Track::Park))))
    }

    fn texts(sheet: &Sheet, figure: &str, baseline: bool) -> Vec<String> {
        let index = rules(Track::Park).figure(figure).unwrap();
        let side = if baseline { &sheet.baseline } else { &sheet.figures };
        side[index].amounts().iter().map(|amount| amount.text().to_string()).collect()
    }

    #[test]
    fn a_what_if_is_a_copy_and_never_touches_the_original() {
        let rules = rules(Track::Park);
        let mut scenarios = scenarios();
        let before = Rc::clone(&scenarios.original);
        scenarios.show(Scenario::WhatIf, &rules);
        assert_eq!(scenarios.shown(), &before);
        scenarios.shown_mut().applicant = "what if".into();
        assert_eq!(scenarios.original, before);
        scenarios.show(Scenario::Original, &rules);
        assert_eq!(scenarios.shown(), &before);
        scenarios.show(Scenario::WhatIf, &rules);
        assert_eq!(&*scenarios.shown().applicant, "what if", "a what-if that was begun goes on");
        scenarios.discard_what_if();
        assert_eq!((scenarios.shown(), scenarios.what_if.is_none()), (&before, true));
    }

    #[test]
    fn targets_start_where_the_submission_ends() {
        let rules = rules(Track::Park);
        let mut scenarios = scenarios();
        scenarios.show(Scenario::Targets, &rules);
        assert_eq!(scenarios.stage_shown(Stage::Creation), Stage::Recognition);
        let original = Rc::clone(&scenarios.original);
        let last = texts(&original, "revenue", false)[2].clone();
        assert_eq!(texts(scenarios.shown(), "revenue", false), [last, String::new(), String::new()]);
        assert_eq!(texts(scenarios.shown(), "revenue", true), texts(&original, "revenue", false));
        assert_eq!(scenarios.shown().field, original.field);
        // What was set as a target stays when the start is taken anew.
        let revenue = rules.figure("revenue").unwrap();
        scenarios.shown_mut().write(Address::whole(Side::Now, revenue).at(Part::Entry(1)), "120亿".into());
        scenarios.show(Scenario::Original, &rules);
        scenarios.show(Scenario::Targets, &rules);
        assert_eq!(texts(scenarios.shown(), "revenue", false)[1], "120亿");
    }

    #[test]
    fn targets_are_about_the_years_that_follow() {
        let rules = rules(Track::Park);
        for (last, expected) in
            [("2025", ["2027", "2025"]), ("2030年", ["2032", "2030"]), ("", ["", ""]), ("x", ["", ""])]
        {
            let mut scenarios = scenarios();
            scenarios.shown_mut().write_last_year(Side::Now, last.into());
            scenarios.show(Scenario::Targets, &rules);
            let targets = scenarios.shown();
            assert_eq!([&**targets.last_year.text(), &**targets.baseline_last_year.text()], expected, "{last}");
            assert!(!targets.has_targets(), "a year sets no target");
        }
    }

    #[test]
    fn years_and_sources_stay_under_other_rules() {
        let (rules, rulesets) = (rules(Track::Park), rulesets());
        let mut scenarios = scenarios();
        scenarios.shown_mut().write_last_year(Side::Now, "2027".into());
        scenarios.shown_mut().write_last_year(Side::Baseline, "2025".into());
        scenarios.shown_mut().sources[rules.figure("talent").unwrap()] = "年末在册".into();
        let moved = scenarios.moved(&rulesets[0], &rulesets[1], Track::Park, Stage::Recognition);
        let (before, after) = (scenarios.shown(), moved.shown());
        assert_eq!((&after.last_year, &after.baseline_last_year), (&before.last_year, &before.baseline_last_year));
        assert_eq!(after.sources, before.sources);
    }

    #[test]
    fn a_start_in_another_unit_says_its_unit() {
        let rules = rules(Track::Park);
        let mut scenarios = scenarios();
        let mut blank = Sheet::blank(&rules);
        blank.read_amounts_in(AmountUnit::YiYuan);
        scenarios.targets = Some(Rc::new(blank));
        let in_wan_yuan =
            texts(&scenarios.original, "revenue", false).iter().map(|text| [text, "万元"].concat()).collect::<Vec<_>>();
        scenarios.show(Scenario::Targets, &rules);
        assert_eq!(texts(scenarios.shown(), "revenue", true), in_wan_yuan);
    }
}
