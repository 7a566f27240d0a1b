//! What the page knows: the raw texts of a [`sheet`], the [`store`] that changes them, and the [`assessment`] that follows.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

pub mod action;
pub mod address;
pub mod arrangement;
pub mod assessment;
mod bulk;
pub mod clipping;
pub mod dossier;
pub mod draft;
pub mod file;
#[cfg(all(test, not(target_family = "wasm")))]
mod file_round_trip;
mod file_scenarios;
pub mod latest;
pub mod magnitude;
pub mod notice;
pub mod overrides;
pub mod paste;
pub mod rules;
pub mod rulesets;
pub mod samples;
pub mod saved;
pub mod scenarios;
pub mod sheet;
pub mod store;
pub mod submission;
pub mod unit;
pub mod workspace;

#[cfg(any(test, feature = "testing"))]
#[allow(clippy::expect_used, reason = "it is for tests")]
pub mod testing {
    //! What the tests of the page share: the plan's rules, and sheets to try them on.

    use std::rc::Rc;

    use super::rules::Rules;
    use super::rulesets::Rulesets;
    use super::samples::sample;
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
        Rulesets::new(library.default_ruleset().clone(), first.into_iter())
    }

    /// The rules of a track.
    pub fn rules(track: Track) -> Rules {
        Rules { ruleset: plan(), track }
    }

    /// A JSON text as input.
    pub fn json(text: &str) -> Input {
        serde_json::from_str(text).expect("JSON")
    }

    /// A sample as input.
    pub fn sample_input(track: Track, stage: Stage) -> Input {
        json(sample(track, stage))
    }

    /// All tracks and stages.
    pub const ALL: [(Track, Stage); 4] = [
        (Track::Park, Stage::Creation),
        (Track::Park, Stage::Recognition),
        (Track::Enterprise, Stage::Creation),
        (Track::Enterprise, Stage::Recognition),
    ];
}
