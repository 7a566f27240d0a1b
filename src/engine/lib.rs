//! The engine: a submission goes in, an assessment comes out, and a report is made of it for those who ask.
//!
//! Pure Rust with no clock, no I/O and no browser. A figure's way through it, in the order of the files:
//!
//! 1. [`input`]: whatever JSON or JavaScript handed over, as a tree.
//! 2. [`number`]: what a person typed, as an exact decimal or a refusal.
//! 3. [`submission`]: the tree read once, against the figures that the track declares (`read_figures.rs`); from here on everything is typed.
//!    Whoever has typed figures already, as the page does, begins here.
//!    A tally may be a list: [`roster`] counts it, with a [`pause`] now and then where a page asks for it.
//! 4. [`measure`]: the [`figures`] combined (mean, growth, ratio, tally, share) into exact fractions.
//! 5. [`criterion`]: a measure held against its threshold ([`compound`](mod@compound): that of the national growth);
//!    [`needs`]: what would close the distance.
//! 6. [`assess`](mod@assess): all of it together, in exact numbers and typed ids; or the outcomes alone.
//! 7. [`explain`](mod@explain): the formulas with the numbers in, for those who show them;
//!    `reporting.rs`: the same as the [`report`](mod@report) of the data contract; [`many`]: line by line.
//!
//! The thresholds, weights and wording themselves are data: see [`ruleset`].

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

pub mod address;
pub mod assess;
pub mod compound;
pub mod criterion;
pub mod digits;
mod eligibility;
pub mod exact;
pub mod explain;
pub mod figures;
pub mod ids;
pub mod input;
pub mod known;
pub mod many;
pub mod measure;
pub mod names;
pub mod needs;
pub mod number;
mod options;
pub mod outcome;
mod path;
pub mod pause;
pub mod plausibility;
pub mod problem;
mod read_figures;
pub mod report;
mod reporting;
pub mod roster;
pub mod ruleset;
pub mod score;
pub mod submission;
pub mod text;

pub use assess::{assess, judge};
pub use input::Input;
pub use many::assess_many;
pub use options::Library;
pub use report::Report;
pub use reporting::report;
pub use ruleset::Ruleset;
pub use submission::Submission;
