//! What a stage of the tests needs on the machine, and how it gets there.

use crate::browser::{Browser, Firefox};
use crate::project::Project;
use crate::{hosts, nginx, node, parity, setup};
use anyhow::{Context, Result};
use xshell::cmd;

#[derive(Clone, Copy, Debug)]
pub enum Tool {
    Rustfmt,
    Clippy,
    CargoDeny,
    /// All that a build takes.
    Building,
    /// What the build and the tests have from npm.
    Npm,
    /// What the sites of `tests/hosts` are made of.
    Hosts,
    Chromium,
    Firefox,
    OldChromiums,
    Nginx,
    LibreOffice,
}

impl Tool {
    /// Brings it in if it is missing, which it says; otherwise this takes no time.
    pub fn install(self, project: &Project) -> Result<()> {
        match self {
            Tool::Rustfmt => component(project, "fmt", "rustfmt"),
            Tool::Clippy => component(project, "clippy", "clippy"),
            Tool::CargoDeny => setup::cargo_deny(project),
            Tool::Building => setup::run(project),
            Tool::Npm => node::packages(project).map(drop),
            Tool::Hosts => hosts::packages(project),
            Tool::Chromium => Browser::find_or_install(project).map(drop),
            Tool::Firefox => Firefox::find_or_install(project).map(drop),
            Tool::OldChromiums if node::RUNS_OLD_BROWSERS => node::old_browsers(project).map(drop),
            Tool::OldChromiums => Ok(()),
            Tool::Nginx => nginx::find_or_unpack(project).map(drop),
            Tool::LibreOffice => parity::programs(project),
        }
    }
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
