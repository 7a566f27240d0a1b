//! Reading and writing workbooks, and writing documents, as a WebAssembly module of its own, which the page loads when a person first opens or wants one.
//!
//! The page hands over the bytes of a file and takes back bytes, so neither side knows the other's memory. One instance reads one file:
//! what a large workbook took is given back with it, and a file that breaks it breaks nothing else.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

use wasm_bindgen::prelude::wasm_bindgen;

/// What is read of a file, as `office::flat::found` writes it.
#[wasm_bindgen]
#[must_use]
pub fn read(file: Vec<u8>) -> Vec<u8> {
    let read = office::open(&file);
    // Both at once would be twice the memory.
    drop(file);
    office::flat::found::write(&read)
}

/// The bytes of a workbook that `office::flat` orders; none where the order is none of ours, or no file can be made of it.
#[wasm_bindgen]
#[must_use]
pub fn write(order: &[u8]) -> Vec<u8> {
    let book = office::flat::order::read(order);
    book.and_then(|book| office::write::write(&book).ok()).unwrap_or_default()
}

/// The bytes of a document that `office::flat` orders; none where the order is none of ours, or no file can be made of it.
///
/// It cannot be called `document`: the glue around the module would take it for that of the browser.
#[wasm_bindgen]
#[must_use]
pub fn write_document(order: &[u8]) -> Vec<u8> {
    let document = office::flat::document::read(order);
    document.and_then(|document| office::document::write(&document).ok()).unwrap_or_default()
}
