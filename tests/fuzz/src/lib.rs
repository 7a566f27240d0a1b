//! Hostile input for the engine, and for the reader of workbooks.
//!
//! Each [`Target`] takes bytes, reads them as its own kind of input, lets the engine work and checks that what comes out keeps the
//! contract, whatever went in. The bytes stay readable: a text for the reading of numbers, a JSON document for what the engine takes,
//! parts that are not packed for a workbook. So the corpus is made of real samples, and a finding can be read and mended by hand.
//! [`Target::mutate`] changes them where it hurts: numbers around thresholds, ids from the rules, parts copied, dropped and exchanged.
//!
//! `tests/short.rs` is part of every test run. The long run is `cargo xtask fuzz`, where libFuzzer picks what to change by the code
//! that it reaches.

mod agree;
mod case;
mod document;
mod figure;
mod fraction;
mod needs;
mod paths;
mod roster;
mod workbook;

use std::str::from_utf8;

/// What can be fed to the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A text as a number of any kind.
    Figure,
    /// A submission, by the plan's own rules.
    Submission,
    /// Overrides on top of the plan's rules, and a submission under them.
    Overrides,
    /// A whole ruleset, and a submission under it.
    Ruleset,
    /// A workbook.
    Workbook,
    /// A list, counted by the engine and by a second implementation.
    Roster,
}

impl Target {
    /// The targets by their names, which are also those of their folders in the corpus.
    pub const NAMES: [(&str, Target); 6] = [
        ("figure", Target::Figure),
        ("submission", Target::Submission),
        ("overrides", Target::Overrides),
        ("ruleset", Target::Ruleset),
        ("workbook", Target::Workbook),
        ("roster", Target::Roster),
    ];

    /// Panics if what comes of the input breaks the contract. Bytes that are no input at all are passed over.
    pub fn check(self, bytes: &[u8]) {
        match self {
            Target::Workbook => workbook::check(bytes),
            Target::Figure => from_utf8(bytes).into_iter().for_each(figure::check),
            Target::Submission | Target::Overrides | Target::Ruleset => {
                serde_json::from_slice(bytes).into_iter().for_each(|input| case::check(&input));
            }
            Target::Roster => serde_json::from_slice(bytes).into_iter().for_each(|list| roster::check(&list)),
        }
    }

    /// The input changed in a few places, by chance.
    pub fn mutate(self, bytes: &[u8], chance: &mut fastrand::Rng) -> Vec<u8> {
        match self {
            Target::Figure => figure::mutate(&String::from_utf8_lossy(bytes), chance).into_bytes(),
            Target::Workbook => workbook::mutate(bytes, chance),
            Target::Submission => document::mutate(bytes, &["/submission"], chance),
            Target::Overrides => document::mutate(bytes, &["/options/overrides", "/submission"], chance),
            Target::Ruleset => {
                document::mutate(bytes, &["/options/ruleset", "/options/ruleset", "/submission"], chance)
            }
            Target::Roster => roster::mutate(bytes, chance),
        }
    }
}
