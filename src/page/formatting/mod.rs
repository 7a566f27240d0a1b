//! How numbers, formulas and comparisons are put into words.

pub mod apart;
pub mod change;
pub mod changes;
pub mod comparison;
pub mod entries;
pub mod file_name;
pub mod formula;
pub mod gathering;
pub mod handover;
pub mod naming;
pub mod needs;
pub mod number;
pub mod open_points;
pub mod order;
pub mod origin;
pub mod picture;
pub mod receipt;
pub mod spreadsheet;
pub mod steps;
pub mod weighing;

#[cfg(test)]
pub mod testing {
    //! What the tests of this layer share.

    use engine::exact::Exact;

    /// A decimal as an exact number.
    pub fn exact(decimal: &str) -> Exact {
        decimal.parse::<rust_decimal::Decimal>().expect("a decimal").into()
    }
}
