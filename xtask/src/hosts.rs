//! The small sites of `tests/hosts` that have the element in them, built as a developer of theirs would build them.

use crate::node;
use crate::project::Project;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use xshell::cmd;

const SOURCES: &str = "tests/hosts";

/// Where the sites are built: `target/hosts`, a copy, so that nothing is installed among the sources.
fn home(project: &Project) -> PathBuf {
    project.root().join("target/hosts")
}

/// Installs what the sites are made of. React 18 has a folder of its own, for there is one React a folder.
pub fn packages(project: &Project) -> Result<()> {
    let home = home(project);
    node::install(project, "ci", SOURCES, &home, "Vue, React and Turbo from npm", "some seconds")?;
    let own = [SOURCES, "/react-18"].concat();
    node::install(project, "ci", &own, &home.join("react-18"), "React 18 from npm", "some seconds").map(drop)
}

/// The folder of the built sites.
pub fn built(project: &Project) -> Result<PathBuf> {
    let (sh, home) = (&project.shell, home(project));
    packages(project)?;
    copy(&project.root().join(SOURCES), &home)?;
    let vite = home.join("node_modules/vite/bin/vite.js");
    let _there = sh.push_dir(&home);
    cmd!(sh, "node {vite} build --logLevel error")
        .quiet()
        .run()
        .context("the sites of tests/hosts could not be built")?;
    Ok(home.join("dist"))
}

/// Copies the sources over those of an earlier build. What was installed or built by hand among them stays where it is.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (name, target) = (entry.file_name(), to.join(entry.file_name()));
        if !entry.file_type()?.is_dir() {
            std::fs::copy(entry.path(), target)?;
        } else if !["node_modules", "dist", "public"].iter().any(|other| name == *other) {
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}
