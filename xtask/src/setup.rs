//! Brings in what is missing before a build: the wasm target, wasm-opt, wasm-pack, wasm-bindgen; and for the tests the driver of Firefox.
//!
//! Everything but the target goes under `target/tools`. When nothing is missing it says nothing and takes no time.

use crate::node;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use xshell::cmd;

/// Rust's name for what browsers and Node run.
pub const TARGET: &str = "wasm32-unknown-unknown";
const WASM_PACK: &str = "0.15.1";
const CARGO_DENY: &str = "0.20.2";
const GECKODRIVER: &str = "0.37.1";

pub fn run(project: &Project) -> Result<()> {
    // What a person may have to install first comes first, not after minutes of compiling.
    wasm_target(project)?;
    node::wasm_opt(project)?;
    wasm_pack(project)?;
    wasm_bindgen(project)
}

fn wasm_target(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let library = cmd!(sh, "rustc --print target-libdir --target {TARGET}").quiet().read()?;
    if Path::new(&library).exists() {
        return Ok(());
    }
    announce("Rust's WebAssembly target", "some seconds");
    if cmd!(sh, "rustup --version").quiet().ignore_stderr().read().is_err() {
        bail!(
            "Rust's {TARGET} target is missing and there is no rustup to add it: install Rust by rustup, https://rustup.rs"
        );
    }
    cmd!(sh, "rustup target add {TARGET}").run().context("rustup could not add the WebAssembly target")
}

fn wasm_pack(project: &Project) -> Result<()> {
    if installed_version(project, "wasm-pack").as_deref() == Some(WASM_PACK) {
        return Ok(());
    }
    announce(&format!("wasm-pack {WASM_PACK}"), "about a minute on two cores");
    cargo_install(project, &["wasm-pack", "--version", WASM_PACK, "--locked"])
}

fn wasm_bindgen(project: &Project) -> Result<()> {
    // wasm-pack takes no other than the library's exact version.
    let version = locked_version(&project.read("Cargo.lock")?, "wasm-bindgen")?;
    if ["wasm-bindgen", "wasm-bindgen-test-runner"]
        .iter()
        .all(|tool| installed_version(project, tool).as_ref() == Some(&version))
    {
        return Ok(());
    }
    announce(&format!("wasm-bindgen {version}"), "about a minute on two cores");
    // Not --locked: its own lock file has named crates that the registry no longer had.
    let binaries = ["--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner"];
    cargo_install(project, &[&["wasm-bindgen-cli", "--version", &version], &binaries[..]].concat())
}

/// The judge of licences, duplicates and sources. Only the tests need it.
pub fn cargo_deny(project: &Project) -> Result<()> {
    if installed_version(project, "cargo-deny").as_deref() == Some(CARGO_DENY) {
        return Ok(());
    }
    announce(&format!("cargo-deny {CARGO_DENY}"), "about two minutes on two cores");
    cargo_install(project, &["cargo-deny", "--version", CARGO_DENY, "--locked", "--no-default-features"])
}

/// The driver of Firefox.
pub fn geckodriver(project: &Project) -> Result<PathBuf> {
    if installed_version(project, "geckodriver").as_deref() != Some(GECKODRIVER) {
        announce(&format!("geckodriver {GECKODRIVER}"), "about a minute and a half on two cores");
        cargo_install(project, &["geckodriver", "--version", GECKODRIVER, "--locked"])?;
    }
    Ok(project.tools().join("bin/geckodriver"))
}

/// Unoptimised on purpose: compiling takes less than half the time, and a run costs some tenths of a second more.
fn cargo_install(project: &Project, package: &[&str]) -> Result<()> {
    let (sh, tools) = (&project.shell, project.tools());
    // A person watches the progress bar; a log needs no line for each of two hundred crates.
    let quiet = (!std::io::stderr().is_terminal()).then_some("--quiet");
    cmd!(sh, "cargo install {quiet...} --debug --force --root {tools} {package...}")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .run()
        .with_context(|| format!("could not install {}", package[0]))
}

/// The version that a tool under `target/tools` reports, if it is there and runs.
fn installed_version(project: &Project, tool: &str) -> Option<String> {
    let (sh, path) = (&project.shell, project.tools().join("bin").join(tool));
    let printed = cmd!(sh, "{path} --version").quiet().ignore_stderr().read().ok()?;
    printed.split_whitespace().nth(1).map(str::to_owned)
}

/// The version that `Cargo.lock` fixes for a package.
fn locked_version(lock: &str, package: &str) -> Result<String> {
    let name = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .find(|entry| entry.lines().any(|line| line == name))
        .and_then(|entry| entry.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"')))
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock has no {package}"))
}

/// Says what is about to be installed and how long that tends to take.
pub fn announce(what: &str, how_long: &str) {
    eprintln!("\nInstalling {what} ({how_long}, only this once)");
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.99\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"wasm-bindgen-macro\",\n]\n";

    #[test]
    fn the_locked_version_is_that_of_the_package_of_exactly_this_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro").unwrap(), "0.2.99");
    }

    #[test]
    fn a_package_that_is_not_locked_is_named() {
        let error = locked_version(LOCK, "wasm").unwrap_err();
        assert_eq!(error.to_string(), "Cargo.lock has no wasm");
    }
}
