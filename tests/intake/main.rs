//! Tables as offices keep them, with what is read of them and what is left out.

mod answers;
mod cases;
mod choices;
mod names;
mod pauses;
mod properties;
mod turned;

use std::sync::LazyLock;

use engine::Library;
use engine::ruleset::{PLAN_2025, Ruleset};

/// The plan's own rules.
fn plan() -> &'static Ruleset {
    library().default_ruleset()
}

fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> =
        LazyLock::new(|| Library::new(serde_json::from_str(PLAN_2025).expect("JSON")).expect("a ruleset"));
    &LIBRARY
}
