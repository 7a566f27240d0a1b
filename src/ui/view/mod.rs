//! One component for each thing shown.
//!
//! Every component has small props that compare cheaply, and takes the rest (language, rules, stage, the way to act) from the
//! [`frame`], which changes only when a person chooses something else. So a key typed in a field renders that field, the
//! findings that change with it, and the summary.

mod app;
mod badge;
mod calculator;
mod certainty;
mod changes;
mod compare;
mod comparison_table;
mod criterion;
mod doubts;
mod figure;
mod finding;
mod frame;
mod glance;
mod head;
mod indicator;
mod leap;
mod measure;
mod method;
mod missing;
mod next_steps;
mod none_choice;
mod note;
mod notice_bar;
mod number_field;
mod overview;
mod particulars;
mod picture;
mod quotation;
mod ranked_line;
mod ranked_tally;
mod refusals;
mod sample_bar;
mod scale;
mod score_field;
mod select;
mod series;
mod start;
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
