//! What a cell holds, and how a workbook says that it is shown.

pub mod date;
pub mod decimal;
pub mod double;
pub mod format;
pub(crate) mod formats;
mod render;
mod section;
