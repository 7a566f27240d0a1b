//! Workbooks read for the tables in them: what Excel shows and holds, exactly and within bounds. Small workbooks and documents written.
//!
//! Pure Rust with no clock, no I/O and no browser. A file's way through it, in the order of the files:
//!
//! 1. [`sniff`]: what the file is, by its first bytes; [`refusal`]: why it is not read.
//! 2. `container`: a zip archive or an OLE2 compound file; `xml.rs`: the XML in the former.
//! 3. `xlsx`: the workbook of an archive; `xls`: the records of an old one.
//! 4. [`value`]: a number exactly as it is stored, rounded to 15 digits without floats, and as its format shows it.
//! 5. `builder.rs`: the table as it grows; [`workbook`]: what is read.
//! 6. [`write`]: a small workbook written; [`document`]: a small document written; `package`: what both have in common.
//! 7. [`flat`]: what is read, or to be written, as one run of bytes.
//!
//! All of it is a WebAssembly module of its own (`src/office_module`), which a page loads on demand. The page has no more of this crate
//! than [`sniff`], by which it knows what to load the module for, [`flat`], by which the two talk, and the types of what is written.
//!
//! The table is a plain type of this crate, with the same parts as that of `intake`. Depending on `intake` would save the ten lines that
//! turn one into the other, and cost the module the engine.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

mod builder;
mod container;
pub mod document;
pub mod flat;
mod package;
pub mod refusal;
pub mod sniff;
pub mod value;
pub mod workbook;
pub mod write;
mod xls;
mod xlsx;
mod xml;

pub use refusal::Refusal;
pub use workbook::Workbook;

use sniff::Container;

/// Reads a workbook: `.xlsx`, `.xlsm`, `.xls`, and whatever else has the same bytes in it.
pub fn open(bytes: &[u8]) -> Result<Workbook, Refusal> {
    if bytes.len() > container::zip::MAX_UNPACKED {
        return Err(Refusal::TooLarge);
    }
    match sniff::container(bytes)? {
        Container::Zip => xlsx::open(bytes),
        Container::Compound => xls::open(bytes),
        Container::Records => xls::read(bytes, false),
    }
}
