//! How numbers, formulas and comparisons are put into words.

pub mod apart;
pub mod change;
pub mod changes;
pub mod comparison;
pub mod formula;
pub mod naming;
pub mod needs;
pub mod number;
pub mod picture;
pub mod steps;
pub mod weighing;
