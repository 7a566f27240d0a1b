//! Everything a change has to pass, the quick answers first.

use crate::browser::Browser;
use crate::project::Project;
use crate::setup::{self, TARGET};
use crate::stage::{self, Stage};
use crate::{nginx, node};
use anyhow::{Context, Result, ensure};
use xshell::cmd;

pub fn run(project: &Project) -> Result<()> {
    let stages: [Stage; 10] = [
        ("formatting", Box::new(|| formatting(project))),
        ("clippy", Box::new(|| clippy(project, &["--workspace", "--all-targets", "--all-features"]))),
        ("native tests", Box::new(|| native(project))),
        ("set-up", Box::new(|| setup::run(project))),
        (
            "clippy, wasm of the package",
            Box::new(|| clippy_wasm(project, &["--features", "api", "--lib", "--test", "wasm"])),
        ),
        (
            "clippy, wasm of the page",
            Box::new(|| clippy_wasm(project, &["--features", "ui", "--lib", "--test", "wasm_page"])),
        ),
        ("wasm tests in Chromium", Box::new(|| in_chromium(project))),
        ("build", Box::new(|| crate::build(project))),
        ("package tests in Node", Box::new(|| in_node(project))),
        ("end-to-end tests in Chromium", Box::new(|| end_to_end(project))),
    ];
    stage::run_all(&stages)
}

fn formatting(project: &Project) -> Result<()> {
    let sh = &project.shell;
    component(project, "fmt", "rustfmt")?;
    cmd!(sh, "cargo fmt --all -- --check").run().context("run `cargo fmt`")
}

fn clippy(project: &Project, what: &[&str]) -> Result<()> {
    let sh = &project.shell;
    component(project, "clippy", "clippy")?;
    Ok(cmd!(sh, "cargo clippy --quiet {what...} -- -D warnings").run()?)
}

fn clippy_wasm(project: &Project, what: &[&str]) -> Result<()> {
    clippy(project, &[&["--target", TARGET], what].concat())
}

/// Both faces compiled in: their logic that needs no browser is tested here as well.
fn native(project: &Project) -> Result<()> {
    let sh = &project.shell;
    Ok(cmd!(sh, "cargo test --quiet --workspace --exclude e2e --all-features").run()?)
}

/// What `wasm-pack test` does, but for these tests only: it would compile the native ones for the browser as well. Both faces
/// stand in one compilation.
fn in_chromium(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let browser = Browser::find_or_install(project)?;
    cmd!(sh, "cargo test --target {TARGET} --features api,ui --test wasm*")
        // Without it wasm-bindgen takes half a minute more, and a panic names its line all the same.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.webdriver_file(project)?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .env("CHROMEDRIVER", &browser.driver)
        .run()?;
    Ok(())
}

fn in_node(project: &Project) -> Result<()> {
    let sh = &project.shell;
    node::require(project)?;
    let tests: Vec<_> = sh
        .read_dir(project.root().join("tests/npm"))?
        .into_iter()
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    ensure!(!tests.is_empty(), "tests/npm has no *.test.mjs");
    Ok(cmd!(sh, "node --test {tests...}").run()?)
}

fn end_to_end(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let browser = Browser::find_or_install(project)?;
    cmd!(sh, "cargo test --quiet --package e2e")
        .env("AXE", node::axe(project)?)
        .env("SHIFAN_DIST", project.dist())
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .env(nginx::VARIABLE, nginx::find_or_unpack(project)?)
        .run()?;
    Ok(())
}

/// Adds a part of Rust that minimal installations lack.
fn component(project: &Project, subcommand: &str, name: &str) -> Result<()> {
    let sh = &project.shell;
    if cmd!(sh, "cargo {subcommand} --version").quiet().ignore_stdout().ignore_stderr().run().is_ok() {
        return Ok(());
    }
    setup::announce(name, "some seconds");
    cmd!(sh, "rustup component add {name}")
        .run()
        .with_context(|| format!("{name} is missing: `rustup component add {name}`"))
}
