//! Short names for what a module and its glue know each other by.
//!
//! wasm-bindgen names every import after what it does, with a hash of sixteen digits, and has each name in both. Nothing compresses
//! these, and nobody reads them in a script that is delivered minified.

use anyhow::{Result, bail, ensure};
use std::collections::HashMap;
use std::path::Path;
use wasmparser::{Export, ExternalKind, Import, Parser, Payload, TypeRef};

/// As the glue calls itself where the module says whom it imports from.
const GLUE: &str = "./shifan_bg.js";
/// The same, short.
const SHORT_GLUE: &str = "a";
/// As the glue calls the module's exports.
const OF_MODULE: &str = "wasm.";

/// Gives short names to `shifan.js` and `shifan_bg.wasm` in a folder, which have to be built for a classic script.
pub fn give(folder: &Path) -> Result<()> {
    let (glue, wasm) = (folder.join("shifan.js"), folder.join("shifan_bg.wasm"));
    let (new_glue, new_wasm) = shortened(&std::fs::read_to_string(&glue)?, &std::fs::read(&wasm)?)?;
    std::fs::write(glue, new_glue)?;
    Ok(std::fs::write(wasm, new_wasm)?)
}

/// The glue and the module with short names. What the glue never asks for keeps its name.
fn shortened(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let from = format!("{GLUE:?}");
    ensure!(glue.matches(&from).count() == 1, "the glue of wasm-bindgen has a new shape: it does not say {from} once");
    let (mut imports, mut exports) = (Names::default(), Names::default());
    let mut module = wasm[..8].to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else { continue };
        let content = match payload {
            Payload::ImportSection(section) => {
                let all = section.into_imports().collect::<Result<Vec<_>, _>>()?;
                list(all.iter().map(|import| import_of(import, glue, &mut imports)))?
            }
            Payload::ExportSection(section) => {
                let all = section.into_iter().collect::<Result<Vec<_>, _>>()?;
                list(all.iter().map(|export| export_of(export, glue, &mut exports)))?
            }
            _ => wasm[usize::try_from(range.start)?..usize::try_from(range.end)?].to_vec(),
        };
        module.push(id);
        module.extend(number(content.len())?);
        module.extend(content);
    }
    Ok((renamed(&glue.replace(&from, &format!("{SHORT_GLUE:?}")), &imports, &exports), module))
}

fn import_of(import: &Import<'_>, glue: &str, names: &mut Names) -> Result<Vec<u8>> {
    let Import { module, name, ty: TypeRef::Func(index) } = *import else { bail!("{} is no function", import.name) };
    ensure!(module == GLUE && name.starts_with("__wb"), "{name} of {module} is not named as wasm-bindgen does");
    ensure!(glue.split(is_between_words).any(|word| word == name), "the glue has no {name}");
    Ok([text(SHORT_GLUE)?, text(&names.short(name))?, vec![0], number(index as usize)?].concat())
}

fn export_of(export: &Export<'_>, glue: &str, names: &mut Names) -> Result<Vec<u8>> {
    let kind = match export.kind {
        ExternalKind::Func => 0,
        ExternalKind::Table => 1,
        ExternalKind::Memory => 2,
        ExternalKind::Global => 3,
        _ => bail!("{} is of a kind that old browsers lack", export.name),
    };
    let is_asked_for = glue.contains(&[OF_MODULE, export.name].concat());
    let name = if is_asked_for { names.short(export.name) } else { export.name.to_owned() };
    Ok([text(&name)?, vec![kind], number(export.index as usize)?].concat())
}

/// The glue with every import under its short name, and every export that it asks the module for.
fn renamed(glue: &str, imports: &Names, exports: &Names) -> String {
    let mut renamed = String::with_capacity(glue.len());
    for piece in glue.split_inclusive(is_between_words) {
        let word = piece.trim_end_matches(is_between_words);
        let names = if renamed.ends_with(OF_MODULE) { exports } else { imports };
        renamed += names.0.get(word).map_or(word, String::as_str);
        renamed += &piece[word.len()..];
    }
    renamed
}

fn is_between_words(letter: char) -> bool {
    !letter.is_ascii_alphanumeric() && letter != '_' && letter != '$'
}

/// Long names and the short ones in their place.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    /// The short name for one: `a` to `z`, `aa` to `zz` and so on, in the order in which they are asked for.
    fn short(&mut self, long: &str) -> String {
        let (mut rest, mut short) = (self.0.len() + 1, String::new());
        while rest > 0 {
            rest -= 1;
            short.insert(0, char::from(b'a' + (rest % 26) as u8));
            rest /= 26;
        }
        self.0.entry(long.to_owned()).or_insert(short).clone()
    }
}

/// Items as a section holds them: how many, and then one after the other.
fn list(items: impl Iterator<Item = Result<Vec<u8>>>) -> Result<Vec<u8>> {
    let items = items.collect::<Result<Vec<_>>>()?;
    Ok([number(items.len())?, items.concat()].concat())
}

/// A name as a module holds it: its length, and then its bytes.
fn text(text: &str) -> Result<Vec<u8>> {
    Ok([number(text.len())?, text.as_bytes().to_vec()].concat())
}

/// A number as a module holds it (LEB128): seven bits a byte, the lowest first, with the eighth set while more follows.
fn number(number: usize) -> Result<Vec<u8>> {
    let (mut rest, mut bytes) = (u32::try_from(number)?, Vec::new());
    while rest >= 0x80 {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions and exports the memory and two functions, and has a section of its own.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x38\x02\
            \x0e./shifan_bg.js\x08__wbg_f1\0\0\
            \x0e./shifan_bg.js\x0b__wbg_f1_22\0\0\
        \x03\x02\x01\0\
        \x05\x03\x01\0\x01\
        \x07\x1b\x03\x06memory\x02\0\x08form_run\0\x02\x03not\0\x02\
        \x0a\x04\x01\x02\0\x0b\
        \0\x03\x01zy";

    const SCRIPT: &str = "const import0 = { __wbg_f1: function() { wasm.form_run(wasm.memory.buffer); }, \
        __wbg_f1_22: function() { memory; form_run; this.__wbg_f1_2; } };\n\
        return { \"./shifan_bg.js\": import0 };";

    #[test]
    fn both_sides_get_the_same_short_names() {
        let (glue, module) = shortened(SCRIPT, MODULE).unwrap();
        let expected = "const import0 = { a: function() { wasm.b(wasm.a.buffer); }, \
            b: function() { memory; form_run; this.__wbg_f1_2; } };\n\
            return { \"a\": import0 };";
        assert_eq!(glue, expected);
        let expected = b"\0asm\x01\0\0\0\
            \x01\x04\x01\x60\0\0\
            \x02\x0d\x02\x01a\x01a\0\0\x01a\x01b\0\0\
            \x03\x02\x01\0\
            \x05\x03\x01\0\x01\
            \x07\x0f\x03\x01a\x02\0\x01b\0\x02\x03not\0\x02\
            \x0a\x04\x01\x02\0\x0b\
            \0\x03\x01zy";
        assert_eq!(module, expected, "{module:02x?}");
        wasmparser::Validator::new().validate_all(&module).unwrap();
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let table = [
            ("a glue that lacks an import", SCRIPT.replace("__wbg_f1:", "__wbg_f2:")),
            ("a glue that is called otherwise", SCRIPT.replace("./shifan_bg.js", "./other.js")),
        ];
        for (name, glue) in table {
            assert!(shortened(&glue, MODULE).is_err(), "{name}");
        }
    }

    #[test]
    fn names_and_numbers_grow_where_they_must() {
        let mut names = Names::default();
        let short: Vec<String> = (0..703).map(|long| names.short(&long.to_string())).collect();
        let table = [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa")];
        for (at, expected) in table {
            assert_eq!(short[at], expected);
        }
        assert_eq!(names.short("26"), "aa", "the same again");
        let table: [(usize, &[u8]); 4] = [(0, &[0]), (127, &[127]), (128, &[0x80, 1]), (624_485, &[0xe5, 0x8e, 0x26])];
        for (value, bytes) in table {
            assert_eq!(number(value).unwrap(), bytes);
        }
    }
}
