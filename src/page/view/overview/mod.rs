//! All indicators at once: what to do next, how far each is from its threshold, and the weighing of scores.

mod calculator;
mod next_steps;
pub mod panel;
mod picture;
mod score_field;
