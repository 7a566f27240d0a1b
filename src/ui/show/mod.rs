//! How numbers, formulas and comparisons are put into words.

pub mod apart;
pub mod change;
pub mod comparison;
pub mod file_name;
pub mod formula;
pub mod naming;
pub mod needs;
pub mod number;
