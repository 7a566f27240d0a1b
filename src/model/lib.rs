//! What the page knows, with no browser in it. A text's way through it:
//!
//! 1. [`action`]: everything that a person, or the host page, can do; [`store`] does it, `bulk.rs` what concerns many fields at once.
//! 2. [`typed`]: a text exactly as typed, with the number read of it, in a field of a [`sheet`].
//! 3. `submission.rs`: the sheet as the engine's submission; [`assessment`]: what the engine says to it.
//!
//! [`work`]: what has to be done before some actions, a little at a time where it takes long.
//!
//! A sheet is one of the [`scenarios`] (现状, 假设, 创建目标) of a [`dossier`], one a track and stage; all dossiers make up a [`workspace`].
//! Where a person is on the page is the [`desk`].
//! [`data`] turns a sheet into plain data and back, for [`mod@file`]s, [`draft`]s and host pages. [`rulesets`] are what a person can choose from,
//! [`overrides`] the numbers set on top of one.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

pub mod action;
pub mod arrangement;
pub mod assessment;
pub mod book;
mod bulk;
pub mod data;
pub mod desk;
pub mod dossier;
pub mod draft;
pub mod entry;
pub mod file;
#[cfg(all(test, not(target_family = "wasm")))]
mod file_round_trip;
mod file_scenarios;
pub mod history;
mod hosting;
pub mod json;
pub mod latest;
pub mod list;
mod look;
pub mod magnitude;
pub mod notice;
pub mod overrides;
pub mod period;
pub mod preview;
pub mod rules;
pub mod rulesets;
pub mod said;
pub mod samples;
pub mod saved;
pub mod scenarios;
pub mod sheet;
pub mod store;
mod submission;
#[cfg(any(test, feature = "testing"))]
#[allow(clippy::expect_used, reason = "it is for tests")]
pub mod testing;
pub mod typed;
pub mod unit;
pub mod work;
pub mod workspace;
