//! What is handed over: the report on paper and as a table, and the names of files.

pub mod entries;
pub mod file_name;
pub mod handover;
pub mod open_points;
pub mod origin;
pub mod receipt;
pub mod spreadsheet;
