//! How numbers, formulas and comparisons are put into words. No browser in it.
//!
//! - [`number`]: one number, and a formula with numbers in it.
//! - [`explanation`]: what the engine found, explained.
//! - [`roster`]: how the items of a list count.
//! - [`step`]: a step of the history.
//! - [`paper`]: what is handed over: the report on paper, as a table, as a file.
//! - [`book`]: what workbooks have in common; [`template`]: the one to be filled in.
//!
//! Each of them uses those above it only.

pub mod book;
pub mod explanation;
pub mod number;
pub mod order;
pub mod paper;
pub mod roster;
pub mod step;
pub mod template;
pub mod workings;

#[cfg(test)]
pub mod testing {
    //! What the tests of this layer share.

    use engine::exact::Exact;

    /// A decimal as an exact number.
    pub fn exact(decimal: &str) -> Exact {
        decimal.parse::<rust_decimal::Decimal>().expect("a decimal").into()
    }
}
