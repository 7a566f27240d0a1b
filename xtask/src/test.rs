//! Everything a change has to pass, the quick answers first.

use crate::browser::{Browser, Firefox};
use crate::project::Project;
use crate::setup::{self, TARGET};
use crate::stage::{self, Stage};
use crate::{nginx, node, twice};
use anyhow::{Context, Result, ensure};
use xshell::cmd;

pub fn run(project: &Project) -> Result<()> {
    let stages: Vec<Stage> = vec![
        ("formatting", Box::new(|| formatting(project))),
        ("clippy", Box::new(|| clippy(project, &["--workspace", "--all-targets"]))),
        ("licences and sources of packages", Box::new(|| supply(project))),
        ("native tests", Box::new(|| native(project))),
        ("set-up", Box::new(|| setup::run(project))),
        (
            "clippy, wasm of the package",
            Box::new(|| clippy_wasm(project, &["-p", "shifan", "--lib", "--test", "wasm"])),
        ),
        (
            "clippy, wasm of the page",
            Box::new(|| clippy_wasm(project, &["-p", "page", "--lib", "--test", "wasm_page"])),
        ),
        ("wasm tests in Chromium", Box::new(|| in_chromium(project))),
        ("build", Box::new(|| build(project))),
        ("the package built twice", Box::new(|| twice::package(project))),
        ("package tests in Node", Box::new(|| in_node(project))),
        ("old Chromiums", Box::new(|| old_chromiums(project))),
        ("end-to-end tests in Chromium", Box::new(|| stories_in_chromium(project))),
        ("end-to-end tests in Firefox", Box::new(|| stories_in_firefox(project))),
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

/// `.cargo/deny.toml` is the policy, and a remark on it that nothing needs any more counts as an error.
fn supply(project: &Project) -> Result<()> {
    let sh = &project.shell;
    setup::cargo_deny(project)?;
    let check =
        cmd!(sh, "cargo deny --workspace --locked check -D warnings --hide-inclusion-graph licenses bans sources");
    check.run().context("a package does not keep to .cargo/deny.toml")
}

/// All that needs no browser, the page's own logic included.
fn native(project: &Project) -> Result<()> {
    let sh = &project.shell;
    Ok(cmd!(sh, "cargo test --quiet --workspace --exclude e2e").run()?)
}

/// What `wasm-pack test` does, but for these tests only: it would compile the native ones for the browser as well.
fn in_chromium(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let browser = Browser::find_or_install(project)?;
    cmd!(sh, "cargo test --target {TARGET} -p shifan -p page --test wasm*")
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

/// Over a file of an earlier build, which must be gone afterwards: the package tests look.
fn build(project: &Project) -> Result<()> {
    project.shell.write_file(project.dist().join("npm/left-over.js"), "")?;
    crate::build(project)
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
    let browser = Browser::find_or_install(project)?;
    cmd!(sh, "node --test {tests...}")
        .env("CHROMIUM", &browser.chromium)
        .env("NODE_PACKAGES", node::packages(project)?)
        .run()?;
    Ok(())
}

/// The programs are those of npm packages, which are for one kind of machine only.
fn old_chromiums(project: &Project) -> Result<()> {
    let sh = &project.shell;
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        eprintln!("Not run: the old Chromiums are for Linux on x86-64 only");
        return Ok(());
    }
    // What they need beside them is what Chromium needs.
    Browser::find_or_install(project)?;
    let [oldest, oldest_for_pages] = node::old_browsers(project)?;
    cmd!(sh, "node --test tests/floor/floor.test.mjs")
        .env("SHIFAN_DIST", project.dist())
        .env("CHROMIUM_79", oldest)
        .env("CHROMIUM_103", oldest_for_pages)
        .run()?;
    Ok(())
}

fn stories_in_chromium(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let browser = Browser::find_or_install(project)?;
    cmd!(sh, "cargo test --quiet --package e2e")
        .env("AXE", node::axe(project)?)
        .env("SHIFAN_DIST", project.dist())
        .env("SHIFAN_BROWSER", "chromium")
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.driver)
        .env(nginx::VARIABLE, nginx::find_or_unpack(project)?)
        .run()?;
    Ok(())
}

/// The stories of the application itself. Those of what is around it (`examples`, `frames`, `hosted`, `offline`) steer Chromium by its
/// own protocol.
const IN_FIREFOX: [&str; 12] = [
    "accessibility",
    "browser",
    "element",
    "faults",
    "files",
    "hostile",
    "overview",
    "pasting",
    "policy",
    "stories",
    "typing",
    "workbench",
];

/// What is told by Chromium alone: how much memory the page holds.
const NOT_IN_FIREFOX: [&str; 1] = ["removing_it_frees_everything"];

fn stories_in_firefox(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let browser = Firefox::find_or_install(project)?;
    eprintln!("Not in Firefox, because only Chromium tells what they ask for: {}", NOT_IN_FIREFOX.join(", "));
    let played = IN_FIREFOX.iter().flat_map(|stories| ["--test", stories]);
    let left_out = NOT_IN_FIREFOX.iter().flat_map(|story| ["--skip", story]);
    cmd!(sh, "cargo test --quiet --package e2e {played...} -- {left_out...}")
        .env("AXE", node::axe(project)?)
        .env("SHIFAN_DIST", project.dist())
        .env("SHIFAN_BROWSER", "firefox")
        .env("FIREFOX", &browser.firefox)
        .env("GECKODRIVER", &browser.driver)
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
