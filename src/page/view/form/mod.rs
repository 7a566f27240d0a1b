//! Where a person enters: the figures of every indicator, and the particulars of the application.

pub mod amount_unit;
pub mod baseline_source;
mod figure;
mod indicator;
mod last_year;
mod list;
mod none_choice;
mod note;
mod number_field;
pub mod particulars;
mod paste;
mod ranked_line;
mod ranked_tally;
mod series;
mod source_line;
pub mod start;
mod tally;
pub mod workbench;
