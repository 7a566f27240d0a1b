//! What the wasm may use of WebAssembly: what was there when the oldest supported browsers were made, and nothing later.
//!
//! `.cargo/config.toml` asks the compiler for just that, but not every compiler and tool obeys, and the standard library has been
//! compiled by somebody else. So what is delivered is looked at.

use anyhow::{Context, Result};
use std::path::Path;
use wasmparser::{Validator, WasmFeatures};

/// All four are in Chromium 75, Firefox 79 and Safari 15.1. `FLOATS` are part of every WebAssembly. `www/floor.js` asks the browser for
/// the same.
const ALLOWED: WasmFeatures = WasmFeatures::FLOATS
    .union(WasmFeatures::MUTABLE_GLOBAL)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::BULK_MEMORY);

/// Fails if an old browser would refuse this file.
pub fn check(file: &Path) -> Result<()> {
    let wasm = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    old_enough(&wasm, ALLOWED).with_context(|| {
        format!(
            "{} uses more of WebAssembly than docs/browsers.md promises: look at .cargo/config.toml",
            file.display()
        )
    })
}

fn old_enough(wasm: &[u8], features: WasmFeatures) -> Result<()> {
    Validator::new_with_features(features).validate_all(wasm)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function, of this type and with this code.
    fn module(function_type: &[u8], code: &[u8]) -> Vec<u8> {
        let section = |id: u8, content: &[u8]| [&[id, content.len() as u8], content].concat();
        let body = [&[code.len() as u8 + 2, 0], code, &[0x0b]].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[&[1, 0x60], function_type].concat()),
            section(3, &[1, 0]),
            section(10, &[&[1], &body[..]].concat()),
        ]
        .concat()
    }

    #[test]
    fn what_came_later_is_refused() {
        let table: [(&str, &[u8], &[u8], bool); 5] = [
            ("nothing at all", &[0, 0], &[], true),
            ("sign extension", &[1, 0x7f, 1, 0x7f], &[0x20, 0, 0xc0], true),
            ("two results", &[0, 2, 0x7f, 0x7f], &[0x41, 0, 0x41, 0], false),
            ("a reference to something of the host", &[1, 0x6f, 0], &[], false),
            ("vectors", &[1, 0x7b, 0], &[], false),
        ];
        for (name, function_type, code, allowed) in table {
            let wasm = module(function_type, code);
            let found = old_enough(&wasm, ALLOWED);
            assert_eq!(found.is_ok(), allowed, "{name}: {found:?}");
            assert!(old_enough(&wasm, WasmFeatures::default()).is_ok(), "{name} is no module at all");
        }
    }

    /// The module that `www/floor.js` shows to the browser before anything else.
    fn probe() -> Vec<u8> {
        let script = include_str!("../../www/floor.js");
        let (_, list) = script.split_once("PROBE = [").expect("www/floor.js has a PROBE");
        let (list, _) = list.split_once(']').expect("PROBE ends");
        list.split(',').map(|byte| byte.trim().parse().expect("a byte")).collect()
    }

    #[test]
    fn the_probe_needs_each_of_the_allowed_features_and_no_other() {
        let probe = probe();
        old_enough(&probe, ALLOWED).expect("the probe needs no more than is allowed");
        for feature in [
            WasmFeatures::MUTABLE_GLOBAL,
            WasmFeatures::SIGN_EXTENSION,
            WasmFeatures::SATURATING_FLOAT_TO_INT,
            WasmFeatures::BULK_MEMORY,
        ] {
            assert!(old_enough(&probe, ALLOWED.difference(feature)).is_err(), "the probe does without {feature:?}");
        }
    }
}
