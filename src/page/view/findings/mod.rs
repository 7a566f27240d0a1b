//! What the engine finds: for one indicator, and for all of them in the summary.

pub mod badge;
pub mod certainty;
pub mod conclusion;
mod criterion;
pub mod finding;
pub mod groups;
mod measure;
mod missing;
mod needs;
mod problems;
pub mod quotation;
pub mod reading;
pub mod result;
mod scale;
pub mod summary;
pub mod warnings;
