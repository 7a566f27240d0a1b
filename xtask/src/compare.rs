//! Our engine and page against others: `benches/compare` does the measuring, in Node.

use crate::browser::Browser;
use crate::node;
use crate::project::Project;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::PathBuf;
use xshell::cmd;

const SCRIPTS: &str = "benches/compare";

/// Measures what lies in `dist/`, and writes `benches/results.json` and `docs/benchmarks.md`.
pub fn run(project: &Project) -> Result<()> {
    let sh = &project.shell;
    for file in ["dist/npm/shifan_bg.wasm", "dist/shifan.js"] {
        ensure!(project.root().join(file).exists(), "{file} was not built: run `cargo xtask build`");
    }
    let browser = Browser::find_or_install(project)?;
    // As deep below the root as the scripts are, so that they find what they measure from here too.
    let home = project.root().join("target/compare");
    node::install(
        project,
        "install",
        SCRIPTS,
        &home,
        "the engines that ours is measured against, from npm",
        "some seconds",
    )?;
    for folder in ["", "engines"] {
        sh.create_dir(home.join(folder))?;
        for file in sh.read_dir(project.root().join(SCRIPTS).join(folder))? {
            if file.extension().is_some_and(|extension| extension == "mjs") {
                sh.copy_file(&file, home.join(folder))?;
            }
        }
    }
    let main = home.join("main.mjs");
    cmd!(sh, "node {main}")
        .env("NATIVE_BENCH", native(project, &["bench", "-p", "engine", "--bench", "native", "--no-run"])?)
        .env("SCREEN", native(project, &["build", "-p", "screen"])?)
        .env("ESBUILD", node::esbuild(project)?)
        .env("CHROMIUM", &browser.chromium)
        .run()?;
    eprintln!("\nWritten: benches/results.json, docs/benchmarks.md");
    Ok(())
}

/// What a command of Cargo's makes, compiled for speed: the program that times our engine without JavaScript, and the one that screens.
fn native(project: &Project, command: &[&str]) -> Result<PathBuf> {
    let sh = &project.shell;
    let printed = cmd!(sh, "cargo {command...} --quiet --profile native --message-format=json").read()?;
    let messages = printed.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    programs.next().with_context(|| ["cargo ", &command.join(" "), " names no program"].concat())
}
