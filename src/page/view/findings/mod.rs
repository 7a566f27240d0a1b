//! What the engine finds: for one indicator, and for all of them in the summary.

pub mod badge;
pub mod certainty;
pub mod conclusion;
mod criterion;
pub mod finding;
mod measure;
mod missing;
mod needs;
mod problems;
pub mod quotation;
mod scale;
pub mod summary;
pub mod warnings;
