//! Whose work is in what we hand out, and on what terms: our own licence, and a list of everything that is linked into the wasm.

use crate::project::Project;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use xshell::cmd;

/// The terms on which others' work may be in ours: all of them ask for no more than that they are handed on.
const ALLOWED: [&str; 6] = ["MIT", "Apache-2.0", "Zlib", "BSL-1.0", "Unlicense", "Unicode-3.0"];

const HEAD: &str = "\
This software contains the following packages, and Rust's standard library (MIT OR Apache-2.0, the Rust Project contributors).
本软件含有以下开源软件，以及 Rust 标准库。各许可证全文附后。
";

/// One package that is linked in.
struct Part {
    name: String,
    licence: String,
    /// The text of its licence.
    text: String,
}

/// Writes `LICENSE` and `THIRD-PARTY.txt` for the wasm of a feature.
pub fn write(project: &Project, feature: &str, folder: &Path) -> Result<()> {
    let sh = &project.shell;
    sh.write_file(folder.join("LICENSE"), project.read("LICENSE")?)?;
    Ok(sh.write_file(folder.join("THIRD-PARTY.txt"), list(&parts(project, feature)?))?)
}

fn parts(project: &Project, feature: &str) -> Result<Vec<Part>> {
    let sh = &project.shell;
    let target = crate::setup::TARGET;
    let printed =
        cmd!(sh, "cargo metadata --format-version 1 --locked --filter-platform {target} --features {feature}")
            .quiet()
            .read()?;
    let metadata: Value = serde_json::from_str(&printed)?;
    let packages: HashMap<&str, &Value> = named(&metadata["packages"]).collect();
    let linked = linked(&metadata, &packages)?;
    let parts = linked.iter().map(|id| part(packages[id])).collect::<Result<Vec<_>>>()?;
    // Some packages leave their licence's text out; that of Apache-2.0 is the same for all.
    let apache = parts.iter().map(|part| &part.text).find(|text| is_apache(text)).cloned().unwrap_or_default();
    Ok(parts
        .into_iter()
        .map(|part| if part.text.is_empty() { Part { text: apache.clone(), ..part } } else { part })
        .collect())
}

fn named(list: &Value) -> impl Iterator<Item = (&str, &Value)> {
    list.as_array().into_iter().flatten().filter_map(|one| Some((one["id"].as_str()?, one)))
}

/// What the crate needs at run time, without what only compiles it; sorted, without the crate itself.
fn linked<'a>(metadata: &'a Value, packages: &HashMap<&str, &Value>) -> Result<BTreeSet<&'a str>> {
    let nodes: HashMap<&str, &Value> = named(&metadata["resolve"]["nodes"]).collect();
    let root = metadata["resolve"]["root"].as_str().context("cargo names no root package")?;
    let (mut found, mut waiting) = (BTreeSet::new(), vec![root]);
    while let Some(id) = waiting.pop() {
        for needed in nodes[id]["deps"].as_array().into_iter().flatten() {
            let package = needed["pkg"].as_str().context("a dependency without a package")?;
            let at_run_time = needed["dep_kinds"].as_array().into_iter().flatten().any(|kind| kind["kind"].is_null());
            let is_macro = packages[package]["targets"].to_string().contains("\"proc-macro\"");
            if at_run_time && !is_macro && found.insert(package) {
                waiting.push(package);
            }
        }
    }
    Ok(found)
}

fn part(package: &Value) -> Result<Part> {
    let said = |key: &str| package[key].as_str().unwrap_or_default();
    let name = format!("{} {}", said("name"), said("version"));
    let licence = said("license").to_owned();
    ensure!(is_allowed(&licence)?, "{name} is under “{licence}”, which xtask/src/licences.rs does not allow");
    let folder = Path::new(said("manifest_path")).parent().context("a package without a folder")?;
    Ok(Part { name, licence, text: text_in(folder)? })
}

fn is_allowed(licence: &str) -> Result<bool> {
    let expression =
        Expression::parse_mode(licence, ParseMode::LAX).with_context(|| format!("“{licence}” is no licence"))?;
    Ok(expression.evaluate(|asked| asked.license.id().is_some_and(|id| ALLOWED.contains(&id.name))))
}

/// The text of the licence in a package: the shortest of several to choose from, which names its authors.
fn text_in(folder: &Path) -> Result<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    let texts = files.iter().filter(|file| file.file_name().to_string_lossy().to_uppercase().starts_with("LICEN"));
    let texts = texts.map(|file| Ok(std::fs::read_to_string(file.path())?.replace("\r\n", "\n").trim().to_owned()));
    Ok(texts.collect::<Result<Vec<String>>>()?.into_iter().min_by_key(String::len).unwrap_or_default())
}

fn is_apache(text: &str) -> bool {
    text.contains("Apache License") && text.contains("TERMS AND CONDITIONS")
}

/// Every package, then every text once with the packages that it is of.
fn list(parts: &[Part]) -> String {
    let mut text = HEAD.to_owned();
    for part in parts {
        let _ = write!(text, "\n- {} ({})", part.name, part.licence);
    }
    let mut by_text: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for part in parts {
        by_text.entry(&part.text).or_default().push(&part.name);
    }
    for (licence, names) in by_text {
        let _ = write!(text, "\n\n{}\n{}\n\n{licence}", "=".repeat(100), names.join(", "));
    }
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_the_terms_to_choose_from_must_be_allowed_and_all_that_hold_together() {
        let table = [
            ("MIT", true),
            ("MIT OR Apache-2.0", true),
            ("Unlicense/MIT", true),
            ("GPL-3.0-only OR MIT", true),
            ("GPL-3.0-only", false),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("MPL-2.0", false),
        ];
        for (licence, allowed) in table {
            assert_eq!(is_allowed(licence).unwrap(), allowed, "{licence}");
        }
        assert!(is_allowed("free for all").is_err());
    }

    #[test]
    fn a_text_that_several_share_stands_there_once() {
        let part = |name: &str, text: &str| Part { name: name.into(), licence: "MIT".into(), text: text.into() };
        let list = list(&[part("a 1", "same"), part("b 2", "same"), part("c 3", "other")]);
        assert!(list.contains("- a 1 (MIT)\n- b 2 (MIT)\n- c 3 (MIT)"), "{list}");
        assert!(list.contains("a 1, b 2\n\nsame") && list.matches("same").count() == 1, "{list}");
    }
}
