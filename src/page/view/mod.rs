//! One [`piece`] for each thing shown.
//!
//! Every piece is made of little that compares cheaply, and takes the rest (language, rules, stage, the way to act) from the
//! [`frame`], which changes only when a person chooses something else. So a key typed in a field renders that field, the
//! findings that change with it, and the summary.

mod amount_unit;
mod announcer;
mod app;
mod appendix;
mod badge;
mod baseline_source;
mod calculator;
mod certainty;
mod changes;
mod compare;
mod comparison_table;
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
mod glance;
mod head;
mod indicator;
mod json;
mod keys;
mod latest_store;
mod leap;
mod measure;
mod method;
mod missing;
mod next_steps;
mod none_choice;
mod note;
mod notice_bar;
mod number_field;
mod open_file;
mod open_points;
mod override_field;
mod override_list;
mod overview;
mod panels;
mod particulars;
mod picture;
mod piece;
mod quotation;
mod ranked_line;
mod ranked_tally;
mod receipt;
mod refusals;
mod rendered;
mod sample_bar;
mod scale;
mod scenario_switch;
mod score_field;
mod select;
mod series;
mod start;
mod storage;
mod summary;
mod tally;
mod threshold_override;
mod typed_overrides;
mod views;
mod ways;
mod window;
mod workbench;

pub use app::{App, AppProps};
pub use files::files_of;
pub use frame::Dispatcher;
pub use json::input_to_js;
#[cfg(debug_assertions)]
pub use rendered::renders;
