//! The page: what a person types, and what the engine says to it, live. What is filled in and every way to change it is the model's.
//!
//! - [`application`]: all of it, as the custom element in `www/element.js` holds it.
//! - [`view`]: what is shown, feature by feature.
//! - [`formatting`]: how numbers, formulas and comparisons are put into words. No browser in it.
//! - [`texts`]: the page's own texts in both languages. What the plan says comes from the ruleset, never from here.
//! - [`kept`]: the model's store as Yew keeps it; [`rulesets`]: the documents that are compiled in; [`panic`]: what is said when all
//!   is over.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::panic, clippy::unwrap_used))]

pub mod application;
mod formatting;
mod kept;
mod panic;
mod rulesets;
mod texts;
mod view;

/// For the tests: how often each memo was rendered since this was last asked.
#[cfg(debug_assertions)]
pub use view::renders;
