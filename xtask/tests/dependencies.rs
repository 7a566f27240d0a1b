//! Every package that we use by name stands in `docs/dependencies.md` with what it is for, and nothing else does.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use xshell::{Shell, cmd};

/// Where packages from npm are named.
const FROM_NPM: [&str; 5] = ["benches/compare", "tests/hosts", "tests/hosts/react-18", "xtask/browsers", "xtask/tools"];

type Lists = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_dependency_is_justified_and_no_other() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent folder")?;
    let shell = Shell::new()?;
    shell.change_dir(root);
    let mut used = of_cargo(&shell, root)?;
    for place in FROM_NPM {
        let manifest = [place, "/package.json"].concat();
        used.insert(manifest.clone(), of_npm(&shell, &manifest)?);
    }
    assert_eq!(documented(&shell.read_file("docs/dependencies.md")?)?, used);
    Ok(())
}

/// What each manifest of the workspace names beside our own crates, for whatever target and purpose.
fn of_cargo(shell: &Shell, root: &Path) -> Result<Lists> {
    let printed = cmd!(shell, "cargo metadata --format-version 1 --no-deps --locked").quiet().read()?;
    let metadata: Value = serde_json::from_str(&printed)?;
    let mut lists = Lists::new();
    for package in metadata["packages"].as_array().context("cargo names no packages")? {
        let manifest = Path::new(package["manifest_path"].as_str().context("a package without a manifest")?);
        let names = package["dependencies"].as_array().into_iter().flatten();
        let names = names.filter(|dependency| dependency["path"].is_null());
        let names = names.filter_map(|dependency| dependency["name"].as_str()).map(str::to_owned);
        lists.insert(manifest.strip_prefix(root)?.to_string_lossy().replace('\\', "/"), names.collect());
    }
    Ok(lists)
}

fn of_npm(shell: &Shell, manifest: &str) -> Result<BTreeSet<String>> {
    let manifest: Value = serde_json::from_str(&shell.read_file(manifest)?)?;
    ensure!(manifest.get("dependencies").is_none(), "everything from npm is a tool: a devDependency");
    let names = manifest["devDependencies"].as_object().context("package.json names no devDependencies")?;
    Ok(names.keys().cloned().collect())
}

/// The rows below each heading that ends in the name of a manifest.
fn documented(text: &str) -> Result<Lists> {
    let mut lists = Lists::new();
    for section in text.split("\n## ").skip(1) {
        let heading = section.lines().next().unwrap_or_default();
        let Some((_, manifest)) = heading.strip_suffix('`').and_then(|heading| heading.rsplit_once('`')) else {
            continue;
        };
        let mut names = BTreeSet::new();
        for row in
            section.lines().skip_while(|line| !line.starts_with("|---")).skip(1).filter(|line| line.starts_with('|'))
        {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let [_, name, reason, _] = cells[..] else { anyhow::bail!("{manifest}: “{row}” has not two cells") };
            ensure!(!reason.is_empty(), "{manifest}: {name} has no reason");
            ensure!(names.insert(name.to_owned()), "{manifest}: {name} stands there twice");
        }
        lists.insert(manifest.to_owned(), names);
    }
    Ok(lists)
}

#[test]
fn rows_are_read_by_their_manifest() -> Result<()> {
    let lists = documented(
        "# x\n\n## One: `a/b.toml`\n\n| p | w |\n|---|---|\n| csv | tables |\n\n## Tools\n\n| p |\n|---|\n| x |\n",
    )?;
    assert_eq!(lists, Lists::from([("a/b.toml".to_owned(), BTreeSet::from(["csv".to_owned()]))]));
    assert!(documented("\n## One: `a`\n|---|---|\n| csv | |\n").is_err());
    assert!(documented("\n## One: `a`\n|---|---|\n| csv | x |\n| csv | y |\n").is_err());
    Ok(())
}

#[test]
fn the_locks_of_npm_name_no_place_to_fetch_from() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent folder")?;
    for folder in FROM_NPM {
        let lock: Value = serde_json::from_str(&std::fs::read_to_string(root.join(folder).join("package-lock.json"))?)?;
        let packages = lock["packages"].as_object().context("the lock has no packages")?;
        for (place, package) in packages.iter().filter(|(place, _)| !place.is_empty()) {
            // What is bundled lies in its bundle, which has one.
            let has_hash = package["integrity"].is_string() || package["inBundle"] == true;
            ensure!(has_hash, "{folder}: {place} has no hash");
            ensure!(
                package.get("resolved").is_none(),
                "{folder}: {place} is bound to a registry: see xtask/tools/.npmrc"
            );
        }
    }
    Ok(())
}
