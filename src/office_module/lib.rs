//! Reading and making files for office programs as a WebAssembly module of its own, which the page loads when a person first opens or wants
//! one.
//!
//! The page hands over bytes and takes back bytes, so neither side knows the other's memory. One instance does one file: what a large
//! workbook took is given back with it, and a file that breaks it breaks nothing else.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

use js::{compiled_in, parse_json, with_library};
use model::rulesets::Rulesets;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is read of a file, as `office::flat` writes it.
#[wasm_bindgen]
#[must_use]
pub fn read(file: Vec<u8>) -> Vec<u8> {
    let read = office::open(&file);
    // Both at once would be twice the memory.
    drop(file);
    office::flat::write(&read)
}

/// The bytes of the file that `formatting::wanted` orders; none where the order is none of ours, or no file can be made of it.
#[wasm_bindgen]
#[must_use]
pub fn make(order: &[u8]) -> Vec<u8> {
    let order = core::str::from_utf8(order).map(parse_json);
    let made = order.ok().and_then(|order| {
        with_library(|library| formatting::wanted::made(&order, Rulesets::new(compiled_in()), library))
    });
    made.unwrap_or_default()
}
