//! What the page knows: the raw texts of a [`sheet`], the [`store`] that changes them, and the [`assessment`] that follows.

pub mod action;
pub mod arrangement;
pub mod assessment;
mod bulk;
pub mod clipping;
pub mod data;
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
mod submission;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod typed;
pub mod unit;
pub mod workspace;
