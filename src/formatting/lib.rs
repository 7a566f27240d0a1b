//! Everything that is said: the page's texts, and how numbers, formulas, comparisons and reports are put into words. No browser in it.
//!
//! - [`texts`]: the page's own texts in both languages. What the plan says comes from the ruleset, never from here.
//! - [`number`]: one number, and a formula with numbers in it.
//! - [`explanation`]: what the engine found, explained.
//! - [`roster`]: how the items of a list count.
//! - [`step`]: a step of the history.
//! - [`paper`]: what is handed over: the report on paper, as a table, as a file.
//! - [`document`]: the report as a document.
//! - [`book`]: what workbooks have in common; [`template`]: the one to be filled in; [`workings`]: the assessment as one that computes.
//! - [`handed`]: what is handed over of a store; [`wanted`]: the files that the office part makes.
//!
//! Each of them uses those above it only. The page shows most of it; the files for office programs are made by the office part
//! (`src/office_module`), which has this crate as well and is loaded on demand.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

pub mod book;
pub mod document;
pub mod explanation;
pub mod handed;
pub mod number;
pub mod order;
pub mod paper;
pub mod roster;
pub mod step;
pub mod template;
pub mod texts;
pub mod wanted;
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
