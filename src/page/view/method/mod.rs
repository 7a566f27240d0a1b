//! 方法说明: the rules themselves, from the ruleset. It stands outside the frame: nothing needs to be chosen to read it.

mod basis;
mod criteria;
mod figure;
mod index;
mod indicator;
mod measure;
mod numbers;
pub mod panel;
mod part;
mod points;
mod programme;
mod provision;
mod track;
