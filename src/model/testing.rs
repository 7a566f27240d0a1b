//! What the tests of the page share: the plan's rules, and sheets to try them on.

use std::rc::Rc;

use super::rules::Rules;
use super::rulesets::Rulesets;
use super::samples::sample;
use engine::ids::Id;
use engine::input::Input;
use engine::ruleset::{PLAN_2025, Stage, Track};
use engine::{Library, Ruleset};

/// The plan's ruleset.
pub fn plan() -> Rc<Ruleset> {
    Rc::new(Library::new(json(PLAN_2025)).expect("the ruleset holds together").default_ruleset().clone())
}

/// The plan and the first batch.
pub fn rulesets() -> Rulesets {
    let library = Library::new(json(PLAN_2025)).expect("the ruleset holds together");
    let first = library.read(&json(include_str!("../../www/rulesets/batch-2026-1.json")));
    Rulesets::new((library.default_ruleset().clone(), first.into_iter().collect()))
}

/// The rules of a track.
pub fn rules(track: Track) -> Rules {
    Rules { ruleset: plan(), track }
}

#[path = "../../tests/cases/table.rs"]
mod table;
pub use table::rows;

/// The id of the entry at an index.
pub fn id<I: Id>(index: usize) -> I {
    I::from_index(index)
}

/// A JSON text as input.
pub fn json(text: &str) -> Input<'static> {
    serde_json::from_str::<Input>(text).expect("JSON").into_owned()
}

/// A sample as input.
pub fn sample_input(track: Track, stage: Stage) -> Input<'static> {
    json(sample(track, stage))
}

/// All tracks and stages.
pub const ALL: [(Track, Stage); 4] = [
    (Track::Park, Stage::Creation),
    (Track::Park, Stage::Recognition),
    (Track::Enterprise, Stage::Creation),
    (Track::Enterprise, Stage::Recognition),
];
