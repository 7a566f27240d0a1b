//! Workbooks as programs write them, with what is read of them and what is refused.

mod formats;
mod numbers;
