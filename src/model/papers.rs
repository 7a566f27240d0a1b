//! The variants of one submission: as it is (现状), what if (假设), and the targets for the end of the creation period (创建目标).
//! A variant is a sheet of its own, so that no trial ever touches the original.

use std::rc::Rc;

use super::address::{Address, Part, Side};
use super::sheet::{Entry, Sheet};
use super::submission::{sheet, submission};
use super::unit::is_amount;
use engine::figures::YEARS;
use engine::ruleset::{FigureForm, Ruleset, Stage, Track, TrackRules};

/// Which sheet of a submission is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variant {
    /// 现状: what the person would submit.
    #[default]
    Original,
    /// 假设: a copy to try things on.
    WhatIf,
    /// 创建目标: what the person sets out to reach, held against what recognition asks.
    Targets,
}

impl Variant {
    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Variant::Original => "original",
            Variant::WhatIf => "what-if",
            Variant::Targets => "targets",
        }
    }
}

/// The sheets of one submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papers {
    /// The submission as it is.
    pub original: Rc<Sheet>,
    /// The trial, once one was begun.
    pub what_if: Option<Rc<Sheet>>,
    /// The targets, once there are any.
    pub targets: Option<Rc<Sheet>>,
    /// Which of them is shown.
    pub variant: Variant,
}

impl Papers {
    /// A submission with no variants.
    pub fn of(original: Rc<Sheet>) -> Papers {
        Papers { original, what_if: None, targets: None, variant: Variant::Original }
    }

    /// A variant, if there is one.
    pub fn sheet(&self, variant: Variant) -> Option<&Rc<Sheet>> {
        match variant {
            Variant::Original => Some(&self.original),
            Variant::WhatIf => self.what_if.as_ref(),
            Variant::Targets => self.targets.as_ref(),
        }
    }

    /// The sheet that is shown.
    pub fn shown(&self) -> &Rc<Sheet> {
        self.sheet(self.variant).unwrap_or(&self.original)
    }

    /// The sheet that is shown, to be changed.
    pub fn shown_mut(&mut self) -> &mut Sheet {
        Rc::make_mut(match self.variant {
            Variant::Original => &mut self.original,
            Variant::WhatIf => self.what_if.get_or_insert_with(|| Rc::clone(&self.original)),
            Variant::Targets => self.targets.get_or_insert_with(|| Rc::clone(&self.original)),
        })
    }

    /// Shows a variant. The trial begins as a copy of the original; the targets take from it what they are compared with.
    pub fn show(&mut self, variant: Variant, track: &TrackRules) {
        self.variant = variant;
        match variant {
            Variant::Original => {}
            Variant::WhatIf => {
                self.what_if.get_or_insert_with(|| Rc::clone(&self.original));
            }
            Variant::Targets => {
                let targets = self.targets.take().map_or_else(|| Sheet::blank(track), |own| (*own).clone());
                self.targets = Some(Rc::new(with_start(targets, &self.original, track)));
            }
        }
    }

    /// Throws the trial away.
    pub fn discard_what_if(&mut self) {
        self.what_if = None;
        self.variant = Variant::Original;
    }

    /// The same papers under another ruleset. What that has no place for is left out.
    pub fn moved(&self, from: &Ruleset, to: &Ruleset, track: Track, stage: Stage) -> Papers {
        let moved = |old: &Rc<Sheet>, stage: Stage| {
            let said = submission(old, track, stage, from.track(track));
            // Every amount now says its unit, so the person's own can stay.
            Rc::new(Sheet { unit: old.unit, ..sheet(&said, to.track(track)) })
        };
        Papers {
            original: moved(&self.original, stage),
            what_if: self.what_if.as_ref().map(|old| moved(old, stage)),
            targets: self.targets.as_ref().map(|old| moved(old, Stage::Recognition)),
            variant: self.variant,
        }
    }

    /// The stage whose criteria the sheet shown is held against.
    pub fn stage_shown(&self, stage: Stage) -> Stage {
        if self.variant == Variant::Targets { Stage::Recognition } else { stage }
    }
}

/// A sheet of targets with everything that another sheet already says: who applies, and where they start.
pub(super) fn with_start(mut targets: Sheet, original: &Sheet, track: &TrackRules) -> Sheet {
    targets.applicant = Rc::clone(&original.applicant);
    targets.field = Rc::clone(&original.field);
    targets.eligibility.clone_from(&original.eligibility);
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
    for (place, figure) in track.figures.iter().enumerate() {
        if *later.baseline[place] == Entry::blank(&figure.form) {
            later.baseline[place] = Rc::clone(&own[place]);
        }
    }
}

/// Takes the figures of a creation-stage sheet as the baseline of a later one.
pub fn take_baseline(later: &mut Sheet, creation: &Sheet, track: &TrackRules) {
    for (place, figure) in track.figures.iter().enumerate() {
        let mut entry = (*creation.figures[place]).clone();
        if is_amount(&figure.form) {
            for text in entry.amounts_mut() {
                *text = creation.unit.as_read_in(later.unit, text);
            }
        }
        // A figure that only recognition asks for says nothing about the start.
        if matches!(figure.form, FigureForm::Rates) {
            entry = Entry::blank(&figure.form);
        }
        later.baseline[place] = Rc::new(entry);
    }
}

/// The year before the creation period, series by series: it is the last year of the application.
pub fn first_years(later: &Sheet, creation: &Sheet, track: &TrackRules) -> Vec<(Address, Rc<str>)> {
    let all = track.figures.iter().enumerate();
    let series = all.filter(|(_, figure)| matches!(figure.form, FigureForm::Series { .. }));
    let last = |place: usize| creation.unit.as_read_in(later.unit, &creation.figures[place].amounts()[YEARS - 1]);
    series.map(|(place, _)| (first_year(place), last(place))).collect()
}

/// Whether a place on the sheet of targets is taken from the original, so that nobody types it twice.
pub fn is_given(address: Address, track: &TrackRules) -> bool {
    let of_series = matches!(track.figures[address.figure].form, FigureForm::Series { .. });
    address.side == Side::Baseline || (of_series && address == first_year(address.figure))
}

/// The year before the creation period of a series.
fn first_year(figure: usize) -> Address {
    Address { side: Side::Now, figure, part: Part::Entry(0) }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Papers, Variant};
    use crate::sheet::{Entry, Sheet};
    use crate::submission::sheet;
    use crate::testing::{rules, sample_input};
    use crate::unit::AmountUnit;
    use engine::ruleset::{Stage, Track};

    fn papers() -> Papers {
        Papers::of(Rc::new(sheet(&sample_input(Track::Park, Stage::Creation), &rules(Track::Park))))
    }

    fn texts(sheet: &Sheet, figure: &str, baseline: bool) -> Vec<String> {
        let place = rules(Track::Park).figure(figure).unwrap();
        let side = if baseline { &sheet.baseline } else { &sheet.figures };
        side[place].amounts().iter().map(|text| text.to_string()).collect()
    }

    #[test]
    fn a_trial_is_a_copy_and_never_touches_the_original() {
        let rules = rules(Track::Park);
        let mut papers = papers();
        let before = Rc::clone(&papers.original);
        papers.show(Variant::WhatIf, &rules);
        assert_eq!(papers.shown(), &before);
        papers.shown_mut().applicant = "trial".into();
        assert_eq!(papers.original, before);
        papers.show(Variant::Original, &rules);
        assert_eq!(papers.shown(), &before);
        papers.show(Variant::WhatIf, &rules);
        assert_eq!(&*papers.shown().applicant, "trial", "a trial that was begun goes on");
        papers.discard_what_if();
        assert_eq!((papers.shown(), papers.what_if.is_none()), (&before, true));
    }

    #[test]
    fn targets_start_where_the_submission_ends() {
        let rules = rules(Track::Park);
        let mut papers = papers();
        papers.show(Variant::Targets, &rules);
        assert_eq!(papers.stage_shown(Stage::Creation), Stage::Recognition);
        let original = Rc::clone(&papers.original);
        let last = texts(&original, "revenue", false)[2].clone();
        assert_eq!(texts(papers.shown(), "revenue", false), [last, String::new(), String::new()]);
        assert_eq!(texts(papers.shown(), "revenue", true), texts(&original, "revenue", false));
        assert_eq!(papers.shown().field, original.field);
        // What was set as a target stays when the start is taken anew.
        let revenue = rules.figure("revenue").unwrap();
        papers.shown_mut().figures[revenue] = Rc::new(Entry::Listed(vec!["".into(), "120亿".into(), "".into()]));
        papers.show(Variant::Original, &rules);
        papers.show(Variant::Targets, &rules);
        assert_eq!(texts(papers.shown(), "revenue", false)[1], "120亿");
    }

    #[test]
    fn a_start_in_another_unit_says_its_unit() {
        let rules = rules(Track::Park);
        let mut papers = papers();
        let mut blank = Sheet::blank(&rules);
        blank.unit = AmountUnit::YiYuan;
        papers.targets = Some(Rc::new(blank));
        let in_wan_yuan =
            texts(&papers.original, "revenue", false).iter().map(|text| [text, "万元"].concat()).collect::<Vec<_>>();
        papers.show(Variant::Targets, &rules);
        assert_eq!(texts(papers.shown(), "revenue", true), in_wan_yuan);
    }
}
