//! A submission in a file: the JSON of the contract, with what a person needs to go on with it.

use std::rc::Rc;

use super::overrides::Overrides;
use super::papers::Papers;
use super::work::Work;
use crate::engine::ruleset::{Stage, Track};

/// What a file holds, in the form of the page.
pub struct Opened {
    /// The ruleset, by its place among the batches.
    pub batch: usize,
    /// The track.
    pub track: Track,
    /// The stage.
    pub stage: Stage,
    /// The sheets.
    pub papers: Papers,
    /// The batch's own numbers.
    pub overrides: Overrides,
    /// The paths of what the page has no field for.
    pub left_out: Vec<Rc<str>>,
}

/// What was kept on this machine.
pub struct Restored {
    /// Everything that was filled in and chosen.
    pub work: Work,
    /// The day on which it was kept.
    pub day: Rc<str>,
    /// Whether it was kept under an earlier version of its ruleset.
    pub older_rules: bool,
}
