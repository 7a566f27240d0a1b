//! The page in a real browser, from inside: which components a key typed renders, and that what is typed in is never replaced.
#![cfg(all(target_family = "wasm", debug_assertions))]

mod kept;
mod page;
mod renders;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
