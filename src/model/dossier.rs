//! One dossier: the scenarios of one track and stage, and what is put aside while a sample is shown.

use std::rc::Rc;

use super::scenarios::Scenarios;
use super::sheet::Sheet;
use engine::ruleset::{Ruleset, Stage, Track, TrackRules};

/// What lies on one dossier. What a person typed does not leave it without a way back.
#[derive(Clone, PartialEq)]
pub struct Dossier {
    /// The scenarios that are shown.
    pub scenarios: Scenarios,
    /// The scenarios as they were before anything was typed.
    blank: Scenarios,
    /// What is put aside while a sample is shown.
    aside: Option<Aside>,
    /// The last sample that the person changed and then cleared away.
    cleared: Option<Aside>,
}

/// Papers put aside, and the sample that they have to do with as it was first shown.
#[derive(Clone, PartialEq)]
struct Aside {
    scenarios: Scenarios,
    sample: Scenarios,
}

impl Dossier {
    /// A dossier with a blank sheet.
    pub fn blank(track: &TrackRules) -> Dossier {
        let blank = Scenarios::of(Rc::new(Sheet::blank(track)));
        Dossier { scenarios: blank.clone(), blank, aside: None, cleared: None }
    }

    /// Whether a sample is shown.
    pub fn shows_sample(&self) -> bool {
        self.aside.is_some()
    }

    /// Whether the sample that is shown was changed.
    pub fn is_changed_sample(&self) -> bool {
        self.aside.as_ref().is_some_and(|aside| !same_content(&self.scenarios, &aside.sample))
    }

    /// Whether a changed sample was cleared away.
    pub fn can_take_back(&self) -> bool {
        self.cleared.is_some()
    }

    /// The person's own scenarios, also while a sample is shown; none while nothing is filled in.
    pub fn own(&self) -> Option<&Scenarios> {
        let own = self.aside.as_ref().map_or(&self.scenarios, |aside| &aside.scenarios);
        (!same_content(own, &self.blank)).then_some(own)
    }

    /// The scenarios that the person worked on, and whether they are a sample's.
    pub fn to_keep(&self) -> impl Iterator<Item = (&Scenarios, bool)> {
        let sample = self.is_changed_sample().then_some((&self.scenarios, true));
        self.own().map(|own| (own, false)).into_iter().chain(sample)
    }

    /// Whether anything that the person typed would be lost with the dossier.
    pub fn has_own_words(&self) -> bool {
        self.own().is_some() || self.is_changed_sample() || self.can_take_back()
    }

    /// Whether nothing is filled in but the original.
    pub(super) fn is_plain(&self) -> bool {
        let original = Scenarios::of(Rc::clone(&self.scenarios.original));
        self.aside.is_none() && !self.can_take_back() && same_content(&self.scenarios, &original)
    }

    /// Whether both hold the same of a person's work, whatever is shown.
    pub(super) fn says_the_same(&self, other: &Dossier) -> bool {
        let own =
            |dossier: &Dossier| dossier.aside.as_ref().map_or(&dossier.scenarios, |aside| &aside.scenarios).clone();
        let sample = |dossier: &Dossier| dossier.is_changed_sample().then(|| dossier.scenarios.clone());
        let samples = match (sample(self), sample(other)) {
            (Some(one), Some(other)) => same_content(&one, &other),
            (one, other) => one.is_none() && other.is_none(),
        };
        same_content(&own(self), &own(other)) && samples && self.cleared == other.cleared
    }

    /// Puts other scenarios in the place of the person's own; a sample that is shown goes.
    pub fn replace(&mut self, scenarios: Scenarios) {
        self.aside = None;
        self.scenarios = scenarios;
    }

    /// The same dossier under another ruleset.
    pub fn moved(&self, from: &Ruleset, to: &Ruleset, track: Track, stage: Stage) -> Dossier {
        let scenarios = |scenarios: &Scenarios| scenarios.moved(from, to, track, stage);
        let aside = |aside: &Aside| Aside { scenarios: scenarios(&aside.scenarios), sample: scenarios(&aside.sample) };
        Dossier {
            scenarios: scenarios(&self.scenarios),
            aside: self.aside.as_ref().map(aside),
            cleared: self.cleared.as_ref().map(aside),
            ..Dossier::blank(to.track(track))
        }
    }

    /// Shows a sample in place of the person's own scenarios.
    pub fn show_sample(&mut self, sample: Sheet) {
        let sample = Scenarios::of(Rc::new(sample));
        let own = std::mem::replace(&mut self.scenarios, sample.clone());
        self.aside.get_or_insert(Aside { scenarios: own, sample });
    }

    /// Clears the sample away; the person's own scenarios come back.
    pub fn clear_sample(&mut self) {
        let changed = self.is_changed_sample();
        if let Some(Aside { scenarios, sample }) = self.aside.take() {
            let cleared = std::mem::replace(&mut self.scenarios, scenarios);
            // Whoever used the sample as a template must not lose what was typed into it, nor by looking at it once more.
            if changed {
                self.cleared = Some(Aside { scenarios: cleared, sample });
            }
        }
    }

    /// Takes the changed sample back that was cleared away.
    pub fn take_back(&mut self) {
        if let Some(Aside { scenarios, sample }) = self.cleared.take() {
            let own = std::mem::replace(&mut self.scenarios, scenarios);
            self.aside = Some(Aside { scenarios: own, sample });
        }
    }
}

/// Whether two sets of scenarios say the same: which of their sheets is shown makes no difference, nor does a what-if that is still a
/// mere copy.
fn same_content(one: &Scenarios, other: &Scenarios) -> bool {
    let what_if = |scenarios: &Scenarios| scenarios.what_if.clone().filter(|what_if| *what_if != scenarios.original);
    one.original == other.original && what_if(one) == what_if(other) && own_targets(one) == own_targets(other)
}

/// The targets, where anything is set: what they take from the original says nothing of its own.
fn own_targets(scenarios: &Scenarios) -> Option<&Rc<Sheet>> {
    scenarios.targets.as_ref().filter(|targets| targets.has_targets())
}

#[cfg(test)]
mod tests {
    use super::Dossier;
    use crate::data::sheet;
    use crate::sheet::Sheet;
    use crate::testing::{rules, sample_input};
    use engine::ruleset::{Stage, Track};

    fn sample() -> Sheet {
        sheet(&sample_input(Track::Park, Stage::Creation), &rules(Track::Park))
    }

    fn rename(dossier: &mut Dossier, name: &str) {
        dossier.scenarios.shown_mut().applicant = name.into();
    }

    #[test]
    fn a_sample_that_nobody_touched_leaves_nothing_behind() {
        let mut dossier = Dossier::blank(&rules(Track::Park));
        rename(&mut dossier, "own");
        dossier.show_sample(sample());
        assert!(dossier.shows_sample() && !dossier.is_changed_sample());
        dossier.clear_sample();
        assert_eq!((&*dossier.scenarios.shown().applicant, dossier.can_take_back()), ("own", false));
    }

    #[test]
    fn a_sample_used_as_a_template_can_be_taken_back() {
        let mut dossier = Dossier::blank(&rules(Track::Park));
        rename(&mut dossier, "own");
        dossier.show_sample(sample());
        rename(&mut dossier, "template");
        dossier.clear_sample();
        assert_eq!((&*dossier.scenarios.shown().applicant, dossier.can_take_back()), ("own", true));
        dossier.take_back();
        assert_eq!((&*dossier.scenarios.shown().applicant, dossier.is_changed_sample()), ("template", true));
        dossier.clear_sample();
        assert_eq!(&*dossier.scenarios.shown().applicant, "own", "and the own sheet is still there");
        dossier.show_sample(sample());
        dossier.clear_sample();
        assert!(dossier.can_take_back(), "looking at the sample once more loses nothing");
        dossier.take_back();
        assert_eq!(&*dossier.scenarios.shown().applicant, "template");
    }

    #[test]
    fn only_what_a_person_typed_is_worth_a_question() {
        let mut dossier = Dossier::blank(&rules(Track::Park));
        assert!(!dossier.has_own_words());
        dossier.show_sample(sample());
        assert!(!dossier.has_own_words(), "a sample can be had again");
        rename(&mut dossier, "template");
        assert!(dossier.has_own_words());
        dossier.clear_sample();
        assert!(dossier.has_own_words(), "the cleared template still counts");
    }
}
