//! The commands of shifan: `cargo xtask serve | build | test | bench | fuzz`.
//!
//! Each is complete in itself: it brings in the tools it needs, says what it is doing, and ends with what it made.

mod bench;
mod browser;
mod checksums;
mod crates;
mod freshness;
mod fuzz;
mod ledger;
mod licences;
mod node;
mod package;
mod packing;
mod page;
mod project;
mod script;
mod serve;
mod setup;
mod stage;
mod test;
mod wasm;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N]   build the page and serve it on 127.0.0.1 (port 8080, or a free one if that is taken)
  build              build the npm package (dist/npm) and the pages (dist/index.html with dist/shifan.js, dist/shifan.html)
  test               everything a change has to pass: formatting, clippy, native, wasm, package and end-to-end tests
  bench              build, then write down in benches/size.json what a visitor and a developer download
  fuzz [SECONDS]     look for inputs that break the contract, for ten minutes or as long as is said

Tools that are missing are installed under target/tools the first time; that takes a few minutes.";

enum Command {
    Serve { port: Option<u16> },
    Build,
    Test,
    Bench,
    Fuzz { seconds: u64 },
    Help,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not by returning it from main, which adds a backtrace where RUST_BACKTRACE is set.
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let command = parse(lexopt::Parser::from_env())?;
    let project = Project::locate()?;
    match command {
        Command::Serve { port } => serve::run(&project, port),
        Command::Build => build(&project),
        Command::Test => test::run(&project),
        Command::Bench => make(&project).and_then(|()| bench::run(&project)),
        Command::Fuzz { seconds } => fuzz::run(&project, seconds),
        Command::Help => {
            println!("{HELP}");
            Ok(())
        }
    }
}

/// All that is delivered, if it is no larger than agreed.
fn build(project: &Project) -> Result<()> {
    make(project)?;
    ledger::check(project)?;
    eprintln!("\nBuilt {}", project.dist().display());
    Ok(())
}

fn make(project: &Project) -> Result<()> {
    setup::run(project)?;
    package::build(project)?;
    page::build(project, wasm::Effort::Release)
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command> {
    let mut command = None;
    let mut wanted_port = None;
    let mut wanted_seconds = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("port") => {
                let text = arguments.value()?.string()?;
                wanted_port = Some(text.parse().with_context(|| format!("{text} is not a port: 1 to 65535"))?);
            }
            Value(name) if command.is_none() => command = Some(name.string()?),
            Value(text) if command.as_deref() == Some("fuzz") && wanted_seconds.is_none() => {
                let text = text.string()?;
                wanted_seconds = Some(text.parse().with_context(|| format!("{text} is no number of seconds"))?);
            }
            _ => return Err(argument.unexpected().into()),
        }
    }
    match (command.as_deref(), wanted_port) {
        (Some("serve"), port) => Ok(Command::Serve { port }),
        (Some(_), Some(_)) => bail!("--port belongs to `cargo xtask serve`"),
        (Some("build"), None) => Ok(Command::Build),
        (Some("test"), None) => Ok(Command::Test),
        (Some("bench"), None) => Ok(Command::Bench),
        (Some("fuzz"), None) => Ok(Command::Fuzz { seconds: wanted_seconds.unwrap_or(600) }),
        (Some("help") | None, _) => Ok(Command::Help),
        (Some(other), None) => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}
