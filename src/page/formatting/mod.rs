//! How numbers, formulas and comparisons are put into words. No browser in it.
//!
//! - [`number`]: one number, and a formula with numbers in it.
//! - [`explanation`]: what the engine found, explained.
//! - [`roster`]: how the items of a list count.
//! - [`step`]: a step of the history.
//! - [`paper`]: what is handed over: the report on paper, as a table, as a file.
//! - [`template`]: the workbook to be filled in.
//! - [`document`]: the report as an editable document.
//!
//! Each of them uses those above it only.

#[cfg_attr(not(test), expect(dead_code, reason = "the button that asks for it is yet to come"))]
pub mod document;
pub mod explanation;
pub mod number;
pub mod order;
pub mod paper;
pub mod roster;
pub mod step;
pub mod template;

#[cfg(test)]
pub mod testing {
    //! What the tests of this layer share.

    use engine::exact::Exact;

    /// A decimal as an exact number.
    pub fn exact(decimal: &str) -> Exact {
        decimal.parse::<rust_decimal::Decimal>().expect("a decimal").into()
    }
}
