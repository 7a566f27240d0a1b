//! A table that was read, shown before anything of it is written.

mod around;
pub mod dialog;
mod filled;
mod left_out;
mod questions;
mod roster;
mod said;
mod sheets;
