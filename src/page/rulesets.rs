//! The ruleset documents that are compiled into the page.

use js::{parse_json, with_library};
use model::rulesets::Rulesets;

/// The documents beside the plan, the earliest first.
const DOCUMENTS: [&str; 1] = [include_str!("../../www/rulesets/batch-2026-1.json")];

/// The plan, then every batch.
pub fn compiled_in() -> Rulesets {
    with_library(|library| {
        // Not `expect`, which would bring along the formatting of errors for debugging.
        let read = |text: &&str| match library.read(&parse_json(text)) {
            Ok(ruleset) => ruleset,
            Err(_) => unreachable!("the compiled-in batches hold together"),
        };
        Rulesets::new(library.default_ruleset().clone(), DOCUMENTS.iter().map(read))
    })
}
