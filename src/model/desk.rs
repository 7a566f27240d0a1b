//! One desk: the papers of one track and stage, and what is put aside while a sample is shown.

use std::rc::Rc;

use super::papers::Papers;
use super::sheet::Sheet;
use engine::ruleset::{Ruleset, Stage, Track, TrackRules};

/// What lies on one desk. What a person typed does not leave it without a way back.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// The papers that are shown.
    pub papers: Papers,
    /// The papers as they were before anything was typed.
    blank: Papers,
    /// What is put aside while a sample is shown.
    aside: Option<Aside>,
    /// The last sample that the person changed and then cleared away.
    cleared: Option<Aside>,
}

/// Papers put aside, and the sample that they have to do with as it was first shown.
#[derive(Clone, PartialEq)]
struct Aside {
    papers: Papers,
    sample: Papers,
}

impl Desk {
    /// A desk with a blank sheet.
    pub fn blank(track: &TrackRules) -> Desk {
        let blank = Papers::of(Rc::new(Sheet::blank(track)));
        Desk { papers: blank.clone(), blank, aside: None, cleared: None }
    }

    /// Whether a sample is shown.
    pub fn shows_sample(&self) -> bool {
        self.aside.is_some()
    }

    /// Whether the sample that is shown was changed.
    pub fn is_changed_sample(&self) -> bool {
        self.aside.as_ref().is_some_and(|aside| !same_content(&self.papers, &aside.sample))
    }

    /// Whether a changed sample was cleared away.
    pub fn can_take_back(&self) -> bool {
        self.cleared.is_some()
    }

    /// The person's own papers, also while a sample is shown; none while nothing is filled in.
    pub fn own(&self) -> Option<&Papers> {
        let own = self.aside.as_ref().map_or(&self.papers, |aside| &aside.papers);
        (!same_content(own, &self.blank)).then_some(own)
    }

    /// The papers that the person worked on, and whether they are a sample's.
    pub fn to_keep(&self) -> impl Iterator<Item = (&Papers, bool)> {
        let sample = self.is_changed_sample().then_some((&self.papers, true));
        self.own().map(|own| (own, false)).into_iter().chain(sample)
    }

    /// Whether anything that the person typed would be lost with the desk.
    pub fn has_own_words(&self) -> bool {
        self.own().is_some() || self.is_changed_sample() || self.can_take_back()
    }

    /// Puts other papers in the place of the person's own; a sample that is shown goes.
    pub fn replace(&mut self, papers: Papers) {
        self.aside = None;
        self.papers = papers;
    }

    /// The same desk under another ruleset.
    pub fn moved(&self, from: &Ruleset, to: &Ruleset, track: Track, stage: Stage) -> Desk {
        let papers = |papers: &Papers| papers.moved(from, to, track, stage);
        let aside = |aside: &Aside| Aside { papers: papers(&aside.papers), sample: papers(&aside.sample) };
        Desk {
            papers: papers(&self.papers),
            aside: self.aside.as_ref().map(aside),
            cleared: self.cleared.as_ref().map(aside),
            ..Desk::blank(to.track(track))
        }
    }

    /// Shows a sample in place of the person's own papers.
    pub fn show_sample(&mut self, sample: Sheet) {
        let sample = Papers::of(Rc::new(sample));
        let own = std::mem::replace(&mut self.papers, sample.clone());
        self.aside.get_or_insert(Aside { papers: own, sample });
    }

    /// Clears the sample away; the person's own papers come back.
    pub fn clear_sample(&mut self) {
        let changed = self.is_changed_sample();
        if let Some(Aside { papers, sample }) = self.aside.take() {
            let cleared = std::mem::replace(&mut self.papers, papers);
            // Whoever used the sample as a template must not lose what was typed into it, nor by looking at it once more.
            if changed {
                self.cleared = Some(Aside { papers: cleared, sample });
            }
        }
    }

    /// Takes the changed sample back that was cleared away.
    pub fn take_back(&mut self) {
        if let Some(Aside { papers, sample }) = self.cleared.take() {
            let own = std::mem::replace(&mut self.papers, papers);
            self.aside = Some(Aside { papers: own, sample });
        }
    }
}

/// Whether two sets of papers say the same: which of their sheets is shown makes no difference, nor does a trial that is still a
/// mere copy.
fn same_content(one: &Papers, other: &Papers) -> bool {
    let trial = |papers: &Papers| papers.what_if.clone().filter(|trial| *trial != papers.original);
    one.original == other.original && trial(one) == trial(other) && own_targets(one) == own_targets(other)
}

/// The targets, where anything is set: what they take from the original says nothing of its own.
fn own_targets(papers: &Papers) -> Option<&Rc<Sheet>> {
    papers.targets.as_ref().filter(|targets| targets.has_targets())
}

#[cfg(test)]
mod tests {
    use super::Desk;
    use crate::sheet::Sheet;
    use crate::submission::sheet;
    use crate::testing::{rules, sample_input};
    use engine::ruleset::{Stage, Track};

    fn sample() -> Sheet {
        sheet(&sample_input(Track::Park, Stage::Creation), &rules(Track::Park))
    }

    fn rename(desk: &mut Desk, name: &str) {
        desk.papers.shown_mut().applicant = name.into();
    }

    #[test]
    fn a_sample_that_nobody_touched_leaves_nothing_behind() {
        let mut desk = Desk::blank(&rules(Track::Park));
        rename(&mut desk, "own");
        desk.show_sample(sample());
        assert!(desk.shows_sample() && !desk.is_changed_sample());
        desk.clear_sample();
        assert_eq!((&*desk.papers.shown().applicant, desk.can_take_back()), ("own", false));
    }

    #[test]
    fn a_sample_used_as_a_template_can_be_taken_back() {
        let mut desk = Desk::blank(&rules(Track::Park));
        rename(&mut desk, "own");
        desk.show_sample(sample());
        rename(&mut desk, "template");
        desk.clear_sample();
        assert_eq!((&*desk.papers.shown().applicant, desk.can_take_back()), ("own", true));
        desk.take_back();
        assert_eq!((&*desk.papers.shown().applicant, desk.is_changed_sample()), ("template", true));
        desk.clear_sample();
        assert_eq!(&*desk.papers.shown().applicant, "own", "and the own sheet is still there");
        desk.show_sample(sample());
        desk.clear_sample();
        assert!(desk.can_take_back(), "looking at the sample once more loses nothing");
        desk.take_back();
        assert_eq!(&*desk.papers.shown().applicant, "template");
    }

    #[test]
    fn only_what_a_person_typed_is_worth_a_question() {
        let mut desk = Desk::blank(&rules(Track::Park));
        assert!(!desk.has_own_words());
        desk.show_sample(sample());
        assert!(!desk.has_own_words(), "a sample can be had again");
        rename(&mut desk, "template");
        assert!(desk.has_own_words());
        desk.clear_sample();
        assert!(desk.has_own_words(), "the cleared template still counts");
    }
}
