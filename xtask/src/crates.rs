//! Whose code a wasm consists of, by the names of its functions.
//!
//! A generic function counts for the crate that wrote it, not for the one that uses it; what was inlined counts for the function
//! around it. So these numbers show where to look, not what leaving a crate out would save.

use anyhow::{Context, Result};
use std::collections::{BTreeMap, HashMap};
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// The constants and texts: what the compiler keeps no crate's name for.
const DATA: &str = "(data)";
/// Functions whose name says no crate: of the compiler, and those that JavaScript calls.
const NAMELESS: &str = "(no crate)";
/// Types, imports, exports and the like.
const REST: &str = "(rest)";

/// The bytes of every crate in a wasm with names. Together they are as many as the file has without the names.
pub fn bytes(wasm: &[u8]) -> Result<BTreeMap<String, u64>> {
    let (mut names, mut bodies) = (HashMap::new(), Vec::new());
    let (mut imported, mut data, mut whole) = (0, 0, wasm.len() as u64);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(length(body.range())),
            Payload::DataSection(section) => data = length(section.range()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    names = function_names(reader)?;
                    whole -= length(section.range());
                }
            }
            _ => {}
        }
    }
    let mut crates = BTreeMap::from([(DATA.to_owned(), data)]);
    for (index, size) in (imported..).zip(&bodies) {
        let name = names.get(&index).copied().unwrap_or_default();
        *crates.entry(crate_of(name).unwrap_or(NAMELESS).to_owned()).or_default() += size;
    }
    let rest = whole.checked_sub(crates.values().sum()).context("the sections are larger than the wasm")?;
    crates.insert(REST.to_owned(), rest);
    Ok(crates)
}

fn length(range: std::ops::Range<u64>) -> u64 {
    range.end - range.start
}

fn function_names(reader: NameSectionReader<'_>) -> Result<HashMap<u32, &str>> {
    let mut names = HashMap::new();
    for part in reader {
        if let Name::Function(functions) = part? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name);
            }
        }
    }
    Ok(names)
}

/// The crate in a function's name: of `shifan::engine::assess`, of `<core[c593]::fmt::Formatter>::pad`, and of
/// `<T as alloc::string::ToString>::to_string`, which belongs to whoever wrote the trait.
fn crate_of(name: &str) -> Option<&str> {
    let name = name.trim_start_matches(['<', '&', '*', '[', '(']);
    let name = ["dyn ", "mut ", "const ", "impl "].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(name.len());
    let (first, rest) = name.split_at(end);
    let rest = rest.strip_prefix('[').and_then(|rest| Some(rest.split_once(']')?.1)).unwrap_or(rest);
    if rest.starts_with("::") && !first.is_empty() {
        return Some(first);
    }
    let (_, of_trait) = name.split_once(" as ")?;
    crate_of(of_trait)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_is_read_from_every_shape_of_name() {
        let table = [
            ("shifan::engine::assess::assess::h0123456789abcdef", Some("shifan")),
            ("core[c5930c85a12de822]::str::slice_error_fail", Some("core")),
            ("<core[c5930c85a12de822]::fmt::Formatter>::pad", Some("core")),
            ("<dlmalloc[e24a]::dlmalloc::Dlmalloc<dlmalloc[e24a]::sys::System>>::malloc", Some("dlmalloc")),
            ("<alloc::vec::Vec<T,A> as core::clone::Clone>::clone::h44", Some("alloc")),
            ("<T as alloc::string::ToString>::to_string::h20", Some("alloc")),
            ("<&str as csv::ByteRecord>::from", Some("csv")),
            ("<[V] as alloc::slice::Concat<T>>::concat::h0c", Some("alloc")),
            ("<dyn yew::Component>::render", Some("yew")),
            ("<i128 as num_integer::Integer>::gcd::h7e", Some("num_integer")),
            ("__divti3", None),
            ("assess externref shim", None),
            ("", None),
        ];
        for (name, expected) in table {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    /// A module with one imported and two own functions, one byte of data, and names for all but the last.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\x00\x00\
        \x02\x07\x01\x01m\x01f\x00\x00\
        \x03\x03\x02\x00\x00\
        \x05\x03\x01\x00\x01\
        \x0a\x08\x02\x02\x00\x0b\x03\x00\x01\x0b\
        \x0b\x07\x01\x00\x41\x00\x0b\x01x\
        \x00\x17\x04name\x01\x10\x02\x00\x05m::im\x01\x06yew::x";

    #[test]
    fn the_parts_add_up_to_the_wasm_without_names() {
        let bytes = bytes(MODULE).unwrap();
        assert_eq!(bytes["yew"], 2, "{bytes:?}");
        assert_eq!(bytes[NAMELESS], 3, "{bytes:?}");
        assert_eq!(bytes[DATA], 7, "{bytes:?}");
        assert!(!bytes.contains_key("m"), "an import is no code of ours: {bytes:?}");
        // Without the two bytes that announce the section.
        let of_names = 23;
        assert_eq!(bytes.values().sum::<u64>(), MODULE.len() as u64 - of_names, "{bytes:?}");
    }
}
