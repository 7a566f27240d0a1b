//! What is handed over of a store: what it is made of, and how its file is named.

use crate::formatting::paper::file_name::Named;
use crate::formatting::paper::handover::Handover;
use crate::formatting::paper::origin::Origin;
use crate::view::kit::window::today;
use model::rules::Rules;
use model::store::Store;

/// What `make` makes of what is shown; nothing while nothing is.
pub fn handed<T>(store: &Store, make: impl FnOnce(&Handover, &Named) -> T) -> Option<T> {
    let (sheet, assessment, day) = (store.sheet()?, store.assessment.as_ref()?, today());
    let rules = Rules { ruleset: store.effective().clone(), track: store.workspace.track? };
    let (stage, lang) = (store.stage_shown()?, store.lang);
    let origin = Origin::of(store.dossier()?);
    let of = Handover { rules: &rules, stage, origin, sheet, assessment, lang, day: &day };
    let named = Named { applicant: &sheet.applicant, stage: store.workspace.stage?, origin, day: &day };
    Some(make(&of, &named))
}
