//! A crate compiled to WebAssembly: wasm-pack, then wasm-opt.

use crate::features;
use crate::node;
use crate::project::Project;
use crate::setup::TARGET;
use crate::short_names;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use xshell::cmd;

/// How hard the compiler tries: what is delivered, or what is looked at while writing it.
#[derive(Clone, Copy, PartialEq)]
pub enum Effort {
    Release,
    /// As released, with the names of its functions.
    Named,
    Quick,
}

/// Which JavaScript goes with the wasm.
#[derive(Clone, Copy)]
pub enum Glue {
    /// An ES module with types and a package.json.
    Package,
    /// A classic script, which also works where modules do not: opened from a file.
    Script,
}

/// The crate of the npm package's module.
pub const PACKAGE: &str = "src/npm_module";
/// The crate of the page.
pub const PAGE: &str = "src/page_module";
/// The crate of what the page loads to read Excel files.
pub const OFFICE: &str = "src/office_module";

/// Writes `shifan.js` and `shifan_bg.wasm` of a crate (by its folder) into `out`.
pub fn build(project: &Project, krate: &str, glue: Glue, effort: Effort, out: &Path) -> Result<()> {
    let sh = &project.shell;
    let kind: &[&str] = match glue {
        Glue::Package => &["--target", "web"],
        Glue::Script => &["--target", "no-modules", "--no-pack", "--no-typescript"],
    };
    let profile = match (effort, glue) {
        (Effort::Quick, _) => "--dev",
        (_, Glue::Package) => "--profile=npm",
        (_, Glue::Script) => "--release",
    };
    let paths = without_paths(project)?;
    sh.remove_path(out)?;
    cmd!(sh, "wasm-pack --log-level error build {krate} {kind...} {profile} --no-opt --mode no-install --out-name shifan --out-dir {out} -- --config {paths}")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .run()
        .with_context(|| format!("the wasm of {krate} could not be built"))?;
    let wasm = out.join("shifan_bg.wasm");
    match effort {
        Effort::Release => node::optimise(project, &wasm, &[]),
        Effort::Named => node::optimise(project, &wasm, &["--debuginfo"]),
        Effort::Quick => Ok(()),
    }?;
    if matches!(glue, Glue::Script) && effort != Effort::Quick {
        short_names::give(out)?;
    }
    features::check(&wasm)
}

/// Panics name the files that they come from. Where these lie on the machine that built them is nobody's business, and would make
/// every machine's build another one.
fn without_paths(project: &Project) -> Result<String> {
    // One folder for each registry or mirror, named after it.
    let registries = std::fs::read_dir(project.cargo_home()?.join("registry/src")).into_iter().flatten();
    let packages = registries.flatten().map(|registry| (registry.path(), "packages".to_owned()));
    let places = packages.chain([standard_library(project)?, (project.root().to_owned(), "shifan".to_owned())]);
    let flags = places.map(|(place, name)| format!("--remap-path-prefix={}={name}", place.display()));
    // Cargo adds these to the flags in .cargo/config.toml, where those of the environment would replace them.
    Ok(format!("target.{TARGET}.rustflags={:?}", flags.collect::<Vec<_>>()))
}

/// Where the sources of the standard library lie if someone installed them (`rust-src`), and what they are called where nobody did.
fn standard_library(project: &Project) -> Result<(PathBuf, String)> {
    let sh = &project.shell;
    let version = cmd!(sh, "rustc --version --verbose").quiet().read()?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let commit = commit.context("rustc does not say which commit it was made from")?;
    Ok((project.sysroot()?.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}
