//! What was last saved to a file or opened from one, so that nobody is asked about work that is safe.

use std::rc::Rc;

use super::overrides::Overrides;
use super::scenarios::{Scenario, Scenarios};
use super::workspace::{Workspace, dossier_index};
use engine::ruleset::{Stage, Track};

/// The scenarios of each dossier as they are in a file, and the batch's own numbers saved with them.
#[derive(Clone, Default, PartialEq)]
pub struct Saved {
    scenarios: [Option<Scenarios>; 4],
    overrides: Overrides,
}

impl Saved {
    /// The same with these scenarios in a file.
    pub fn with(&self, scenarios: &Scenarios, track: Track, stage: Stage, overrides: &Overrides) -> Saved {
        let mut saved = Saved { overrides: overrides.clone(), ..self.clone() };
        saved.scenarios[dossier_index(track, stage)] = Some(without_choice(scenarios));
        saved
    }

    /// Whether everything that a person typed is in a file as it stands.
    pub fn holds(&self, workspace: &Workspace) -> bool {
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
        before.with(store.scenarios().unwrap(), track, stage, &store.workspace.overrides)
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
