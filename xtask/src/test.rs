//! Everything a change has to pass, the quick answers first.

use crate::browser::{Browser, Firefox};
use crate::project::Project;
use crate::setup::TARGET;
use crate::stage::{self, Stage};
use crate::tool::Tool;
use crate::{hosts, nginx, node, programs, twice};
use anyhow::{Context, Result, ensure};
use std::path::Path;
use xshell::cmd;

const STAGES: [Stage; 13] = [
    Stage::new("formatting", "formatting", formatting).with(&[Tool::Rustfmt]),
    Stage::new("licences", "licences and sources of packages", licences).with(&[Tool::CargoDeny]),
    Stage::new("build", "build", build).with(&[Tool::Building]),
    Stage::new("clippy", "clippy", clippy).with(&[Tool::Clippy]).compiling(),
    Stage::new("native", "native tests", native).with(&[Tool::Npm]).compiling(),
    Stage::new("libreoffice", "the workings, computed by LibreOffice", computed)
        .with(&[Tool::LibreOffice])
        .after(&["native"])
        .compiling(),
    Stage::new("clippy-wasm", "clippy of what runs in a browser", clippy_wasm)
        .with(&[Tool::Clippy, Tool::Building])
        .compiling(),
    Stage::new("wasm", "wasm tests in Chromium", in_chromium).with(&[Tool::Building, Tool::Chromium]).compiling(),
    Stage::new("twice", "the package built twice", twice::package).with(&[Tool::Building]).after(&["build"]),
    Stage::new("node", "package tests in Node", in_node).with(&[Tool::Npm, Tool::Chromium]).after(&["build"]),
    Stage::new("old-chromiums", "old Chromiums", old_chromiums)
        // What they need beside them is what Chromium needs.
        .with(&[Tool::Chromium, Tool::OldChromiums])
        .after(&["build"]),
    Stage::new("chromium", "end-to-end tests in Chromium", stories_in_chromium)
        .with(&[Tool::Npm, Tool::Hosts, Tool::Chromium, Tool::Nginx])
        .after(LOUD),
    Stage::new("firefox", "end-to-end tests in Firefox", stories_in_firefox)
        .with(&[Tool::Npm, Tool::Hosts, Tool::Firefox])
        // One browser's stories fill the cores; beside another's, what is held against a clock comes too late.
        .after(&["chromium"]),
];

/// What takes a core for itself: a story waits no more than ten seconds for the page to answer.
const LOUD: &[&str] = &["build", "clippy", "native", "libreoffice", "clippy-wasm", "wasm", "twice", "old-chromiums"];

/// All stages, or those that are named.
pub fn run(project: &Project, only: &[String]) -> Result<()> {
    let chosen = if only.is_empty() { STAGES.iter().collect() } else { stage::select(&STAGES, only)? };
    stage::run_all(project, &chosen)
}

/// The stages that there are.
pub fn list() -> String {
    stage::list(&STAGES)
}

fn formatting(project: &Project) -> Result<()> {
    let sh = &project.shell;
    cmd!(sh, "cargo fmt --all -- --check").run().context("run `cargo fmt`")
}

fn clippy(project: &Project) -> Result<()> {
    let sh = &project.shell;
    Ok(cmd!(sh, "cargo clippy --quiet --workspace --all-targets -- -D warnings").run()?)
}

fn clippy_wasm(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let what = [
        "-p",
        "shifan",
        "-p",
        "npm_module",
        "-p",
        "page",
        "-p",
        "page_module",
        "-p",
        "office_module",
        "--lib",
        "--test",
        "wasm*",
    ];
    Ok(cmd!(sh, "cargo clippy --quiet --target {TARGET} {what...} -- -D warnings").run()?)
}

/// `.cargo/deny.toml` is the policy, and a remark on it that nothing needs any more counts as an error.
fn licences(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let check =
        cmd!(sh, "cargo deny --workspace --locked check -D warnings --hide-inclusion-graph licenses bans sources");
    check.run().context("a package does not keep to .cargo/deny.toml")
}

/// All that needs no browser, the page's own logic included. The stories are compiled, and played later.
fn native(project: &Project) -> Result<()> {
    let sh = &project.shell;
    for program in programs::compiled(project)?.iter().filter(|program| program.name != programs::STORIES) {
        program.run(&[], &[])?;
    }
    Ok(cmd!(sh, "cargo test --quiet --workspace --doc").run()?)
}

/// LibreOffice computes the formulas that the page writes. Some two hundred submissions take a minute.
fn computed(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let test = cmd!(sh, "cargo test --quiet -p formatting --lib workings:: -- --ignored").env("PROPTEST_CASES", "192");
    Ok(test.run()?)
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
    cmd!(sh, "node --test --test-reporter spec {tests...}")
        .env("CHROMIUM", &browser.chromium)
        .env("NODE_PACKAGES", node::packages(project)?)
        .run()?;
    Ok(())
}

fn old_chromiums(project: &Project) -> Result<()> {
    let sh = &project.shell;
    if !node::RUNS_OLD_BROWSERS {
        eprintln!("Not run: the old Chromiums are for Linux on x86-64 only");
        return Ok(());
    }
    let tests = ["tests/floor/floor.test.mjs", "tests/floor/between.test.mjs", "tests/floor/nets.test.mjs"];
    cmd!(sh, "node --test --test-reporter spec {tests...}")
        .env("SHIFAN_DIST", project.dist())
        .env("OLD_CHROMIUMS", node::old_browsers(project)?)
        .run()?;
    Ok(())
}

fn stories_in_chromium(project: &Project) -> Result<()> {
    let browser = Browser::find_or_install(project)?;
    let nginx = nginx::find_or_unpack(project)?;
    let settings = [("CHROMIUM", &*browser.chromium), ("CHROMEDRIVER", &browser.driver), (nginx::VARIABLE, &nginx)];
    play(project, "chromium", &settings, &[])
}

/// The stories of what is around the application steer Chromium by its own protocol, and only Chromium tells how much memory the page
/// holds. From `accessibility` on they are about what the page says, and no browser says it otherwise: axe-core's rules, sums, words.
const NOT_IN_FIREFOX: [&str; 12] = [
    "examples::",
    "frames::",
    "hosted::",
    "offline::",
    "element::removing_it_frees_everything",
    "accessibility::",
    "overview::",
    "numbers::",
    "translated::",
    "hostile::",
    "files::lists::",
    "files::years::",
];

fn stories_in_firefox(project: &Project) -> Result<()> {
    let browser = Firefox::find_or_install(project)?;
    eprintln!("In Chromium alone: {}", NOT_IN_FIREFOX.join(" "));
    let left_out: Vec<&str> = NOT_IN_FIREFOX.iter().flat_map(|story| ["--skip", story]).collect();
    play(project, "firefox", &[("FIREFOX", &browser.firefox), ("GECKODRIVER", &browser.driver)], &left_out)
}

fn play(project: &Project, browser: &str, settings: &[(&str, &Path)], arguments: &[&str]) -> Result<()> {
    let (axe, dist, hosts) = (node::axe(project)?, project.dist(), hosts::built(project)?);
    let common: [(&str, &Path); 4] =
        [("AXE", &axe), ("SHIFAN_DIST", &dist), ("SHIFAN_HOSTS", &hosts), ("SHIFAN_BROWSER", Path::new(browser))];
    let programs = programs::compiled(project)?;
    let stories = programs.iter().find(|program| program.name == programs::STORIES).context("no stories")?;
    stories.run(&[&common, settings].concat(), arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_comes_after_others_that_there_are() {
        for (at, stage) in STAGES.iter().enumerate() {
            let earlier = |slug: &&str| STAGES[..at].iter().any(|other| other.slug == *slug);
            assert!(stage.after.iter().all(earlier), "{}", stage.slug);
            assert_eq!(STAGES.iter().filter(|other| other.slug == stage.slug).count(), 1, "{}", stage.slug);
        }
    }
}
