//! One desk: the sheet that is shown, and what is put aside while it is.

use std::rc::Rc;

use super::sheet::Sheet;
use crate::engine::ruleset::TrackRules;

/// What lies on one desk. What a person typed does not leave it without a way back.
#[derive(Clone)]
pub struct Desk {
    /// The sheet that is shown.
    pub sheet: Rc<Sheet>,
    /// The sheet as it was before anything was typed.
    blank: Rc<Sheet>,
    /// What is put aside while a sample is shown.
    aside: Option<Aside>,
    /// The last sample that the person changed and then cleared away.
    cleared: Option<Aside>,
}

/// A sheet put aside, and the sample that it has to do with as it was first shown.
#[derive(Clone)]
struct Aside {
    sheet: Rc<Sheet>,
    sample: Rc<Sheet>,
}

impl Desk {
    /// A desk with a blank sheet.
    pub fn blank(track: &TrackRules) -> Desk {
        let blank = Rc::new(Sheet::blank(track));
        Desk { sheet: Rc::clone(&blank), blank, aside: None, cleared: None }
    }

    /// Whether a sample is shown.
    pub fn shows_sample(&self) -> bool {
        self.aside.is_some()
    }

    /// Whether the sample that is shown was changed.
    pub fn is_changed_sample(&self) -> bool {
        self.aside.as_ref().is_some_and(|aside| self.sheet != aside.sample)
    }

    /// Whether a changed sample was cleared away.
    pub fn can_take_back(&self) -> bool {
        self.cleared.is_some()
    }

    /// Whether anything that the person typed would be lost with the desk.
    pub fn has_own_words(&self) -> bool {
        let own = self.aside.as_ref().map_or(&self.sheet, |aside| &aside.sheet);
        *own != self.blank || self.is_changed_sample() || self.can_take_back()
    }

    /// Shows a sample in place of the person's own sheet.
    pub fn show_sample(&mut self, sample: Sheet) {
        let sample = Rc::new(sample);
        let own = std::mem::replace(&mut self.sheet, Rc::clone(&sample));
        self.aside.get_or_insert(Aside { sheet: own, sample });
    }

    /// Clears the sample away; the person's own sheet comes back.
    pub fn clear_sample(&mut self) {
        let changed = self.is_changed_sample();
        if let Some(Aside { sheet, sample }) = self.aside.take() {
            let cleared = std::mem::replace(&mut self.sheet, sheet);
            // Whoever used the sample as a template must not lose what was typed into it, nor by looking at it once more.
            if changed {
                self.cleared = Some(Aside { sheet: cleared, sample });
            }
        }
    }

    /// Takes the changed sample back that was cleared away.
    pub fn take_back(&mut self) {
        if let Some(Aside { sheet, sample }) = self.cleared.take() {
            let own = std::mem::replace(&mut self.sheet, sheet);
            self.aside = Some(Aside { sheet: own, sample });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Desk;
    use crate::engine::ruleset::{Stage, Track};
    use crate::ui::state::sheet::Sheet;
    use crate::ui::state::submission::sheet;
    use crate::ui::state::testing::{rules, sample_input};

    fn sample() -> Sheet {
        sheet(&sample_input(Track::Park, Stage::Creation), &rules(Track::Park))
    }

    fn rename(desk: &mut Desk, name: &str) {
        Rc::make_mut(&mut desk.sheet).applicant = name.into();
    }

    #[test]
    fn a_sample_that_nobody_touched_leaves_nothing_behind() {
        let mut desk = Desk::blank(&rules(Track::Park));
        rename(&mut desk, "own");
        desk.show_sample(sample());
        assert!(desk.shows_sample() && !desk.is_changed_sample());
        desk.clear_sample();
        assert_eq!((&*desk.sheet.applicant, desk.can_take_back()), ("own", false));
    }

    #[test]
    fn a_sample_used_as_a_template_can_be_taken_back() {
        let mut desk = Desk::blank(&rules(Track::Park));
        rename(&mut desk, "own");
        desk.show_sample(sample());
        rename(&mut desk, "template");
        desk.clear_sample();
        assert_eq!((&*desk.sheet.applicant, desk.can_take_back()), ("own", true));
        desk.take_back();
        assert_eq!((&*desk.sheet.applicant, desk.is_changed_sample()), ("template", true));
        desk.clear_sample();
        assert_eq!(&*desk.sheet.applicant, "own", "and the own sheet is still there");
        desk.show_sample(sample());
        desk.clear_sample();
        assert!(desk.can_take_back(), "looking at the sample once more loses nothing");
        desk.take_back();
        assert_eq!(&*desk.sheet.applicant, "template");
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
