//! One component for each thing shown.
//!
//! Every component has small props that compare cheaply, and takes the rest (language, rules, stage, the way to act) from the
//! [`frame`], which changes only when a person chooses something else. So a key typed in a field renders that field, the
//! findings that change with it, and the summary.

mod app;
mod badge;
mod certainty;
mod criterion;
mod doubts;
mod figure;
mod finding;
mod frame;
mod head;
mod indicator;
mod leap;
mod measure;
mod missing;
mod none_choice;
mod note;
mod number_field;
mod particulars;
mod quotation;
mod ranked_line;
mod ranked_tally;
mod refusals;
mod rendered;
mod sample_bar;
mod scale;
mod select;
mod series;
mod start;
mod summary;
mod tally;
mod ways;
mod window;
mod workbench;

pub use app::{App, AppProps};
#[cfg(test)]
pub use badge::outcome_name;
#[cfg(debug_assertions)]
pub use rendered::renders;
