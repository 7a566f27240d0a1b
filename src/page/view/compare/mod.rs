//! Two scenarios of one submission beside each other.

mod changes;
mod comparison_table;
pub mod panel;
