//! Keeping and handing over: files that are saved and opened, the draft on this machine, and forgetting all of it.

pub mod draft;
mod draft_box;
mod file_drop;
mod forget;
pub mod latest_store;
mod office_files;
pub mod panels;
pub mod snapshot;
mod storage;
pub mod toolbar;
mod writer;
