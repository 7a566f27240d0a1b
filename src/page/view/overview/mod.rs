//! All indicators at once: what to do next, how far each is from its threshold, and the weighing of scores.

mod distances;
mod next_steps;
pub mod panel;
mod score_field;
mod weighing;
