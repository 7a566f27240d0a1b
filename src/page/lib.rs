//! The page: what a person types, and what the engine says to it, live.
//!
//! - [`state`]: the raw texts as typed, every way to change them, and the assessment that follows. No browser in it.
//! - [`show`]: how numbers, formulas and comparisons are put into words. No browser in it either.
//! - [`wording`]: the page's own texts in both languages. What the plan says comes from the ruleset, never from here.
//! - [`view`]: one component for each thing shown.
//! - [`application`]: all of it, as the custom element in `www/element.js` holds it.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::panic, clippy::unwrap_used))]

pub mod application;
mod formatting;
mod kept;
mod panic;
mod rulesets;
mod texts;
mod view;

/// For the tests: how often each component was rendered since this was last asked.
#[cfg(debug_assertions)]
pub use view::renders;
