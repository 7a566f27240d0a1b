//! What is known to be in a file, so that nobody is asked about work that is safe. A page hands a file to the browser and hears no
//! more of it: what was saved counts once the person says that it is there, or opens it again.

use std::rc::Rc;

use super::overrides::Overrides;
use super::scenarios::{Scenario, Scenarios};
use super::workspace::{Workspace, dossier_index};
use engine::ruleset::{Stage, Track};

/// What is in files.
#[derive(Clone, Default, PartialEq)]
pub struct Saved {
    known: Contents,
    /// What would be, if what went to the browser was stored.
    handed_over: Option<Contents>,
}

/// The scenarios of each dossier as they are in a file, and the batch's own numbers saved with them.
#[derive(Clone, Default, PartialEq)]
struct Contents {
    scenarios: [Option<Scenarios>; 4],
    overrides: Overrides,
}

impl Saved {
    /// The same with these scenarios opened from a file.
    pub fn opened(&self, scenarios: &Scenarios, track: Track, stage: Stage, overrides: &Overrides) -> Saved {
        let with = |contents: &Contents| contents.with(scenarios, track, stage, overrides);
        Saved { known: with(&self.known), handed_over: self.handed_over.as_ref().map(with) }
    }

    /// The same with these scenarios handed to the browser.
    pub fn handed_over(&self, scenarios: &Scenarios, track: Track, stage: Stage, overrides: &Overrides) -> Saved {
        let before = self.handed_over.as_ref().unwrap_or(&self.known);
        Saved { known: self.known.clone(), handed_over: Some(before.with(scenarios, track, stage, overrides)) }
    }

    /// Whether something was handed over of which the person has not said that it is there.
    pub fn waits(&self) -> bool {
        self.handed_over.as_ref().is_some_and(|handed_over| *handed_over != self.known)
    }

    /// The same after the person said that what was handed over is there.
    pub fn confirmed(&self) -> Saved {
        Saved { known: self.handed_over.as_ref().unwrap_or(&self.known).clone(), handed_over: None }
    }

    /// Whether everything that a person typed is in a file as it stands.
    pub fn holds(&self, workspace: &Workspace) -> bool {
        self.known.holds(workspace)
    }
}

impl Contents {
    fn with(&self, scenarios: &Scenarios, track: Track, stage: Stage, overrides: &Overrides) -> Contents {
        let mut contents = Contents { overrides: overrides.clone(), ..self.clone() };
        contents.scenarios[dossier_index(track, stage)] = Some(without_choice(scenarios));
        contents
    }

    fn holds(&self, workspace: &Workspace) -> bool {
        let overrides_safe = workspace.overrides.iter().next().is_none()
            || (*workspace.overrides == self.overrides && fit_a_file(&workspace.overrides));
        let dossiers_safe = workspace.dossiers.iter().zip(&self.scenarios).all(|(dossier, saved)| {
            let is_saved = |scenarios: &Scenarios| saved.as_ref() == Some(&without_choice(scenarios));
            !dossier.can_take_back()
                && dossier.own().is_none_or(is_saved)
                && (!dossier.is_changed_sample() || is_saved(&dossier.scenarios))
        });
        overrides_safe && dossiers_safe
    }
}

/// Whether all numbers of the batch go into a file or draft: what is no number has no place there.
pub fn fit_a_file(overrides: &Overrides) -> bool {
    overrides.iter().all(|(key, typed)| key.number(typed).is_ok())
}

/// Which sheet is shown is nothing to save, nor is a what-if that is still a mere copy, nor targets that set nothing.
fn without_choice(scenarios: &Scenarios) -> Scenarios {
    Scenarios {
        original: Rc::clone(&scenarios.original),
        what_if: scenarios.what_if.clone().filter(|own| *own != scenarios.original),
        targets: scenarios.targets.clone().filter(|own| own.has_targets()),
        current: Scenario::Original,
    }
}

#[cfg(test)]
mod tests {
    use super::Saved;
    use crate::action::Action;
    use crate::overrides::OverrideKey;
    use crate::scenarios::Scenario;
    use crate::store::Store;
    use crate::testing::{rulesets, sample_input};
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;

    fn saved(before: &Saved, store: &Store) -> Saved {
        let (track, stage) = (store.workspace.track.unwrap(), store.workspace.stage.unwrap());
        before.handed_over(store.scenarios().unwrap(), track, stage, &store.workspace.overrides).confirmed()
    }

    #[test]
    fn a_file_is_there_when_the_person_says_so_or_opens_it() {
        let begun = |stage| {
            let store = Store::new(rulesets(), Lang::Zh).after(Action::ChooseTrack(Track::Park));
            store.after(Action::ChooseStage(stage))
        };
        let store = begun(Stage::Creation).after(Action::NameApplicant("A".into()));
        let (scenarios, overrides) = (store.scenarios().unwrap(), &store.workspace.overrides);
        let handed_over = Saved::default().handed_over(scenarios, Track::Park, Stage::Creation, overrides);
        assert!(handed_over.waits() && !handed_over.holds(&store.workspace));
        let confirmed = handed_over.confirmed();
        assert!(!confirmed.waits() && confirmed.holds(&store.workspace));
        let opened = handed_over.opened(scenarios, Track::Park, Stage::Creation, overrides);
        assert!(!opened.waits() && opened.holds(&store.workspace), "it is the same file");
        let other = begun(Stage::Recognition).after(Action::NameApplicant("B".into()));
        let opened = handed_over.opened(other.scenarios().unwrap(), Track::Park, Stage::Recognition, overrides);
        assert!(opened.waits() && opened.holds(&other.workspace) && !opened.holds(&store.workspace), "another file");
        assert!(opened.confirmed().holds(&store.workspace));
    }

    #[test]
    fn what_was_saved_is_safe_until_it_changes() {
        let park = Store::new(rulesets(), Lang::Zh)
            .after(Action::ChooseTrack(Track::Park))
            .after(Action::ChooseStage(Stage::Creation));
        let blank = Saved::default();
        assert!(blank.holds(&park.workspace));
        let named = park.after(Action::NameApplicant("A".into()));
        assert!(!blank.holds(&named.workspace));
        let file = saved(&blank, &named);
        assert!(file.holds(&named.workspace));
        assert!(file.holds(&named.after(Action::Show(Scenario::Targets)).workspace), "a look at the targets sets none");
        assert!(!file.holds(&named.after(Action::NameApplicant("B".into())).workspace));
        let elsewhere = named.after(Action::ChooseStage(Stage::Recognition)).after(Action::NameApplicant("C".into()));
        assert!(!file.holds(&elsewhere.workspace), "another dossier is in no file yet");
        assert!(saved(&file, &elsewhere).holds(&elsewhere.workspace));
        let sample = named.after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        assert!(file.holds(&sample.workspace), "a sample can be had again");
        let template = sample.after(Action::NameApplicant("D".into()));
        assert!(!file.holds(&template.workspace));
        assert!(!file.holds(&template.after(Action::ClearSample).workspace), "it can still be taken back");
    }

    #[test]
    fn a_number_of_the_batch_that_no_file_holds_is_not_safe() {
        let park = Store::new(rulesets(), Lang::Zh)
            .after(Action::ChooseTrack(Track::Park))
            .after(Action::ChooseStage(Stage::Creation));
        let weight = OverrideKey::Weight { indicator: "park.digitalization".into(), kind: "leading".into() };
        for (typed, is_safe) in [("4", true), ("", true), ("约4", false), ("-4", false)] {
            let set = park.after(Action::Set(weight.clone(), typed.into()));
            assert_eq!(saved(&Saved::default(), &set).holds(&set.workspace), is_safe, "{typed}");
        }
    }
}
