//! What is handed over of a store: what it is made of, and how its file is named.

use crate::paper::file_name::Named;
use crate::paper::handover::Handover;
use crate::paper::origin::Origin;
use model::rules::Rules;
use model::store::Store;

/// What `make` makes on a day of what is shown; nothing while nothing is.
pub fn handed<T>(store: &Store, day: &str, make: impl FnOnce(&Handover, &Named) -> T) -> Option<T> {
    let (sheet, assessment) = (store.sheet()?, store.assessment.as_ref()?);
    let rules = Rules { ruleset: store.effective().clone(), track: store.workspace.track? };
    let (stage, lang) = (store.stage_shown()?, store.lang);
    let origin = Origin::of(store.dossier()?);
    let of = Handover { rules: &rules, stage, origin, sheet, assessment, lang, day };
    let named = Named { applicant: &sheet.applicant, stage: store.workspace.stage?, origin, day };
    Some(make(&of, &named))
}
