//! The engine held against the plan: tables of cases, properties, traps by name, a replay, a workbook.

mod changes;
mod common;
mod documents;
mod formulas;
mod indicators;
mod judge;
mod many;
mod numbers;
mod overflow;
mod parity;
mod plan;
mod properties;
mod refusals;
mod replay;
mod rosters;
mod scores;
mod traps;
mod verdict;
#[path = "../parity/workbook.rs"]
mod workbook;
