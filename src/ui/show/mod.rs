//! How numbers, formulas and comparisons are put into words.

pub mod apart;
pub mod change;
pub mod comparison;
pub mod formula;
pub mod gathering;
pub mod naming;
pub mod needs;
pub mod number;
