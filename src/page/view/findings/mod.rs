//! What the engine finds: for one indicator, and for all of them in the summary.

pub mod badge;
pub mod certainty;
mod criterion;
pub mod doubts;
pub mod finding;
pub mod glance;
mod measure;
mod missing;
pub mod quotation;
mod refusals;
mod scale;
pub mod summary;
mod ways;
