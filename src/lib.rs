//! **shifan** (示范): the self-assessment for 国家新兴产业发展示范基地.
//!
//! [`engine`] is the whole product: a pure function from a submission to a report. The two faces over it are `api` (the
//! npm package) and `ui` (the page), each behind a feature of its name.

pub mod engine;

#[cfg(feature = "api")]
pub mod api;
#[cfg(any(feature = "api", feature = "ui"))]
pub(crate) mod js;
#[cfg(feature = "api")]
mod many;
#[cfg(feature = "ui")]
pub mod ui;
