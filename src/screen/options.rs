//! What the command line asks for, and the rules that go with it.

use crate::screen::Way;
use engine::ruleset::PLAN_2025;
use engine::{Input, Library, Ruleset};
use lexopt::prelude::*;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

pub const USAGE: &str = "\
Usage: cargo run --profile native -p screen -- [OPTIONS] [FILE]

Reads one submission a line from FILE, or from standard input without it or for `-`, and writes one line of JSON for each, in
the same order: its number, the applicant's name, the verdict, and which indicators are unmet or lack figures. A line that
cannot be assessed is reported with its number, and all others are assessed all the same.

  --full             the whole report instead
  --threads N        assess with N threads (1 without this); the order stays, and so does how much is held
  --ruleset FILE     a batch's own rules; they may extend the plan's
  --overrides FILE   a list of single thresholds and weights on top
  --help             this text

Ends with 0 if every line was assessed, with 2 if some could not be, and with 1 if nothing could be done.
";

/// The command line, read.
#[derive(Debug, Default)]
pub struct Options {
    pub file: Option<PathBuf>,
    pub full: bool,
    threads: Option<NonZeroUsize>,
    ruleset: Option<PathBuf>,
    overrides: Option<PathBuf>,
}

/// None if help is asked for.
pub fn read(mut arguments: lexopt::Parser) -> Result<Option<Options>, String> {
    let mut options = Options::default();
    let mut named = false;
    let failed = |error: lexopt::Error| format!("{error}\n\n{USAGE}");
    while let Some(argument) = arguments.next().map_err(failed)? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("full") => options.full = true,
            Long("threads") => {
                options.threads = Some(arguments.value().and_then(|number| number.parse()).map_err(failed)?)
            }
            Long("ruleset") => options.ruleset = Some(arguments.value().map_err(failed)?.into()),
            Long("overrides") => options.overrides = Some(arguments.value().map_err(failed)?.into()),
            Value(file) if !named => {
                named = true;
                options.file = (file != "-").then(|| file.into());
            }
            other => return Err(failed(other.unexpected())),
        }
    }
    Ok(Some(options))
}

/// The plan's own rules.
pub fn library() -> Library {
    let document = serde_json::from_str(PLAN_2025).expect("the plan's document is JSON");
    Library::new(document).expect("the plan's ruleset holds together")
}

impl Options {
    /// How the lines are gone through.
    pub fn way(&self) -> Way {
        Way { full: self.full, threads: self.threads.unwrap_or(NonZeroUsize::MIN) }
    }

    /// The rules that are asked for, read once for all lines.
    pub fn ruleset(&self, library: &Library) -> Result<Ruleset, String> {
        let files = [("ruleset", &self.ruleset), ("overrides", &self.overrides)];
        let mut options = Vec::new();
        for (key, file) in files {
            if let Some(file) = file {
                options.push((key.into(), document(file)?));
            }
        }
        let ruleset = library.choose(&Input::Object(options)).map_err(|refusal| {
            let named = |file: &Option<PathBuf>| file.as_ref().map(|file| file.display().to_string());
            let file = if refusal.path.starts_with("overrides") { &self.overrides } else { &self.ruleset };
            format!("{}: {refusal}", named(file).unwrap_or_default())
        })?;
        Ok(ruleset.into_owned())
    }
}

fn document(file: &Path) -> Result<Input<'static>, String> {
    let name = file.display();
    let text = std::fs::read(file).map_err(|error| format!("{name}: {error}"))?;
    let read: Result<Input, _> = serde_json::from_slice(text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text));
    read.map(Input::into_owned).map_err(|error| format!("{name} is no JSON: {error}"))
}
