//! The page: what a person types, and what the engine says to it, live. What is filled in and every way to change it is the model's.
//!
//! - [`application`]: all of it, as the custom element in `www/element.js` holds it.
//! - [`view`]: what is shown, feature by feature.
//! - What is said stands in the crate `formatting`: the texts, and how numbers, formulas and comparisons are put into words.
//! - [`kept`]: the model's store as Yew keeps it; [`panic`]: what is said when all is over.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::panic, clippy::unwrap_used))]

pub mod application;
mod kept;
mod panic;
mod view;

/// For the tests: how often each memo was rendered since this was last asked.
#[cfg(debug_assertions)]
pub use view::renders;
