//! The commands of shifan: `cargo xtask serve | build | test | bench | parity | fuzz`.
//!
//! Each is complete in itself: it brings in the tools it needs, says what it is doing, and ends with what it made.

mod bench;
mod browser;
mod checksums;
mod compare;
mod crates;
mod examples;
mod features;
mod frame;
mod freshness;
mod fuzz;
mod hosts;
mod ledger;
mod licences;
mod nginx;
mod node;
mod offline;
mod old_page;
mod old_styles;
mod package;
mod packing;
mod page;
mod parity;
mod programs;
mod project;
mod script;
mod serve;
mod setup;
mod short_names;
mod stage;
mod styles;
mod terms;
mod test;
mod tool;
mod twice;
mod wasm;
mod watch;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N]   build the page, serve it on 127.0.0.1 (port 8080, or a free one if that is taken), and build it
                     again whenever something in src/ or www/ changes
  build [--twice]    build the npm package (dist/npm) and the pages (dist/index.html and the others beside it);
                     --twice builds them once more in another folder, and fails unless every byte is the same
  test               everything a change has to pass: formatting, clippy, native, wasm, package and end-to-end tests
  test --only STAGE  one stage of it, or several (comma between, or --only again); the beginning of a name is enough
  test --list        the stages
  bench              build, then bench size and bench compare
  bench size         write down in benches/size.json what a visitor and a developer download
  bench compare      measure what dist/ holds against other engines and a bare page: docs/benchmarks.md
  parity             compute tests/parity/parity.xlsx anew with LibreOffice, the annexes as formulas of a spreadsheet
  fuzz [SECONDS]     look for inputs that break the contract, for ten minutes or as long as is said

Tools that are missing are installed under target/tools the first time; that takes a few minutes.";

enum Command {
    Serve { port: Option<u16> },
    Build { twice: bool },
    Test { only: Vec<String> },
    ListStages,
    Bench(Bench),
    Parity,
    Fuzz { seconds: u64 },
    Help,
}

/// Which measurements: all of them after a build, or one kind of what was built already.
enum Bench {
    All,
    Size,
    Compare,
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
        Command::Build { twice: false } => build(&project),
        Command::Build { twice: true } => build(&project).and_then(|()| twice::everything(&project)),
        Command::Test { only } => test::run(&project, &only),
        Command::ListStages => {
            print!("{}", test::list());
            Ok(())
        }
        Command::Bench(Bench::Size) => bench::run(&project),
        Command::Bench(Bench::Compare) => compare::run(&project),
        Command::Bench(Bench::All) => {
            make(&project)?;
            bench::run(&project)?;
            compare::run(&project)
        }
        Command::Parity => parity::run(&project),
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
    // Whatever lies there from other builds would be handed on with this one.
    project.shell.remove_path(project.dist())?;
    package::build(project)?;
    page::build(project, wasm::Effort::Release)
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command> {
    let (mut words, mut options, mut only) = (Vec::new(), Vec::new(), Vec::new());
    let mut port = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("twice") => options.push("--twice"),
            Long("list") => options.push("--list"),
            Long("only") => {
                options.push("--only");
                only.push(arguments.value()?.string()?);
            }
            Long("port") => {
                options.push("--port");
                let text = arguments.value()?.string()?;
                port = Some(text.parse().with_context(|| format!("{text} is not a port: 1 to 65535"))?);
            }
            Value(word) => words.push(word.string()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    options.dedup();
    match (&words[..], &options[..]) {
        (["serve"], [] | ["--port"]) => Ok(Command::Serve { port }),
        (["build"], []) => Ok(Command::Build { twice: false }),
        (["build"], ["--twice"]) => Ok(Command::Build { twice: true }),
        (["test"], ["--list"]) => Ok(Command::ListStages),
        (["test"], [] | ["--only"]) => Ok(Command::Test { only }),
        (["bench"], []) => Ok(Command::Bench(Bench::All)),
        (["bench", "size"], []) => Ok(Command::Bench(Bench::Size)),
        (["bench", "compare"], []) => Ok(Command::Bench(Bench::Compare)),
        (["parity"], []) => Ok(Command::Parity),
        (["fuzz"], []) => Ok(Command::Fuzz { seconds: 600 }),
        (["fuzz", seconds], []) => {
            let seconds = seconds.parse().with_context(|| format!("{seconds} is no number of seconds"))?;
            Ok(Command::Fuzz { seconds })
        }
        ([] | ["help"], []) => Ok(Command::Help),
        _ => {
            let all: Vec<&str> = words.iter().chain(&options).copied().collect();
            bail!("there is no command `{}`\n\n{HELP}", all.join(" "))
        }
    }
}
