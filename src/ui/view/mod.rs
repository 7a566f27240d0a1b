//! One component for each thing shown.
//!
//! Every component has small props that compare cheaply, and takes the rest (language, rules, stage, the way to act) from the
//! [`frame`], which changes only when a person chooses something else. So a key typed in a field renders that field, the
//! findings that change with it, and the summary.

mod app;
mod badge;
mod baseline_source;
mod certainty;
mod compare;
mod criterion;
mod doubts;
mod download;
mod draft;
mod draft_box;
mod figure;
mod file_drop;
mod files;
mod finding;
mod forget;
mod frame;
mod head;
mod indicator;
mod json;
mod leap;
mod measure;
mod method;
mod missing;
mod none_choice;
mod note;
mod notice_bar;
mod number_field;
mod open_file;
mod overview;
mod particulars;
mod quotation;
mod ranked_line;
mod ranked_tally;
mod refusals;
mod sample_bar;
mod scale;
mod select;
mod series;
mod start;
mod storage;
mod summary;
mod tally;
mod variants;
mod views;
mod ways;
mod window;
mod workbench;

pub use app::{App, AppProps};
#[cfg(test)]
pub use badge::outcome_name;
