//! The engine: a submission goes in, a report comes out.
//!
//! Pure Rust with no clock, no I/O and no browser. A figure's way through it, in the order of the files:
//!
//! 1. [`input`]: whatever JSON or JavaScript handed over, as a tree.
//! 2. [`number`]: what a person typed, as an exact decimal or a refusal.
//! 3. [`figures`]: the tree read against the figures that the track declares.
//! 4. [`measure`]: the figures combined (mean, growth, ratio, tally, share) into exact fractions.
//! 5. [`criterion`]: a measure held against its threshold ([`compound`](mod@compound): that of the national growth);
//!    [`needs`]: what would close the distance.
//! 6. [`assess`](mod@assess): all of it together, as the [`report`]; [`many`]: line by line.
//!
//! The thresholds, weights and wording themselves are data: see [`ruleset`].

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

pub mod assess;
pub mod compound;
pub mod criterion;
pub mod eligibility;
pub mod exact;
pub mod figures;
pub mod input;
pub mod known;
pub mod many;
pub mod measure;
pub mod needs;
pub mod number;
pub mod options;
pub mod outcome;
pub mod path;
pub mod plausibility;
pub mod problem;
pub mod report;
pub mod ruleset;
pub mod score;
pub mod text;

pub use assess::assess;
pub use input::Input;
pub use many::assess_many;
pub use options::Library;
pub use report::Report;
pub use ruleset::Ruleset;
