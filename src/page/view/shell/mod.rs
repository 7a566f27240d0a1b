//! What everything else stands in: the whole page, its head, its panels, and what it says to the person.

mod announcer;
pub mod app;
mod chosen;
mod head;
mod history_bar;
mod notice_bar;
mod panels;
mod sample_bar;
mod scenario_switch;
mod views;
