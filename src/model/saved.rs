//! What was last saved to a file or opened from one, so that nobody is asked about work that is safe.

use std::rc::Rc;

use super::overrides::Overrides;
use super::papers::{Papers, Variant};
use super::work::{Work, desk_of};
use engine::ruleset::{Stage, Track};

/// The papers of each desk as they are in a file, and the batch's own numbers saved with them.
#[derive(Clone, Default, PartialEq)]
pub struct Saved {
    papers: [Option<Papers>; 4],
    overrides: Overrides,
}

impl Saved {
    /// The same with these papers in a file.
    pub fn with(&self, papers: &Papers, track: Track, stage: Stage, overrides: &Overrides) -> Saved {
        let mut saved = Saved { overrides: overrides.clone(), ..self.clone() };
        saved.papers[desk_of(track, stage)] = Some(without_choice(papers));
        saved
    }

    /// Whether everything that a person typed is in a file as it stands.
    pub fn holds(&self, work: &Work) -> bool {
        let overrides_safe = work.overrides.iter().next().is_none()
            || (*work.overrides == self.overrides && fit_a_file(&work.overrides));
        let desks_safe = work.desks.iter().zip(&self.papers).all(|(desk, saved)| {
            let is_saved = |papers: &Papers| saved.as_ref() == Some(&without_choice(papers));
            !desk.can_take_back()
                && desk.own().is_none_or(is_saved)
                && (!desk.is_changed_sample() || is_saved(&desk.papers))
        });
        overrides_safe && desks_safe
    }
}

/// Whether all numbers of the batch go into a file or draft: what is no number has no place there.
pub fn fit_a_file(overrides: &Overrides) -> bool {
    overrides.iter().all(|(setting, text)| setting.read(text).is_ok())
}

/// Which sheet is shown is nothing to save, nor is a trial that is still a mere copy, nor targets that set nothing.
fn without_choice(papers: &Papers) -> Papers {
    Papers {
        original: Rc::clone(&papers.original),
        what_if: papers.what_if.clone().filter(|own| *own != papers.original),
        targets: papers.targets.clone().filter(|own| own.has_targets()),
        variant: Variant::Original,
    }
}

#[cfg(test)]
mod tests {
    use super::Saved;
    use crate::action::Action;
    use crate::overrides::Setting;
    use crate::papers::Variant;
    use crate::store::Store;
    use crate::testing::{batches, sample_input};
    use engine::ruleset::{Stage, Track};
    use engine::text::Lang;

    fn saved(before: &Saved, store: &Store) -> Saved {
        let (track, stage) = (store.work.track.unwrap(), store.work.stage.unwrap());
        before.with(store.papers().unwrap(), track, stage, &store.work.overrides)
    }

    #[test]
    fn what_was_saved_is_safe_until_it_changes() {
        let park = Store::new(batches(), Lang::Zh)
            .after(Action::ChooseTrack(Track::Park))
            .after(Action::ChooseStage(Stage::Creation));
        let blank = Saved::default();
        assert!(blank.holds(&park.work));
        let named = park.after(Action::NameApplicant("A".into()));
        assert!(!blank.holds(&named.work));
        let file = saved(&blank, &named);
        assert!(file.holds(&named.work));
        assert!(file.holds(&named.after(Action::Show(Variant::Targets)).work), "a look at the targets sets none");
        assert!(!file.holds(&named.after(Action::NameApplicant("B".into())).work));
        let elsewhere = named.after(Action::ChooseStage(Stage::Recognition)).after(Action::NameApplicant("C".into()));
        assert!(!file.holds(&elsewhere.work), "another desk is in no file yet");
        assert!(saved(&file, &elsewhere).holds(&elsewhere.work));
        let sample = named.after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        assert!(file.holds(&sample.work), "a sample can be had again");
        let template = sample.after(Action::NameApplicant("D".into()));
        assert!(!file.holds(&template.work));
        assert!(!file.holds(&template.after(Action::ClearSample).work), "it can still be taken back");
    }

    #[test]
    fn a_number_of_the_batch_that_no_file_holds_is_not_safe() {
        let park = Store::new(batches(), Lang::Zh)
            .after(Action::ChooseTrack(Track::Park))
            .after(Action::ChooseStage(Stage::Creation));
        let weight = Setting::Weight { indicator: "park.digitalization".into(), kind: "leading".into() };
        for (typed, is_safe) in [("4", true), ("", true), ("约4", false), ("-4", false)] {
            let set = park.after(Action::Set(weight.clone(), typed.into()));
            assert_eq!(saved(&Saved::default(), &set).holds(&set.work), is_safe, "{typed}");
        }
    }
}
