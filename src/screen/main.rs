//! Pre-screens many submissions, one a line (JSON Lines): `cargo run --profile native -p screen -- FILE`.
//!
//! Each is assessed for itself and in order. Applicants are neither compared nor ranked; the plan forbids it.

mod batch;
mod lenient;
mod lines;
mod options;
mod progress;
mod screen;
mod summary;
#[cfg(test)]
mod tests;
mod written;

use lines::{Lines, looks_wrong};
use options::{Options, USAGE};
use progress::Progress;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, Write, stderr, stdin, stdout};
use std::process::ExitCode;

/// Some lines could not be assessed.
const BROKEN_LINES: u8 = 2;

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(BROKEN_LINES),
        Err(message) => {
            tell(&format!("error: {message}\n"));
            ExitCode::FAILURE
        }
    }
}

/// The number of lines that could not be assessed.
fn run() -> Result<u64, String> {
    let Some(options) = options::read(lexopt::Parser::from_env())? else {
        return stdout().write_all(USAGE.as_bytes()).map(|()| 0).map_err(|error| error.to_string());
    };
    let library = options::library();
    let ruleset = options.ruleset(&library)?;
    let Source { name, size, mut reader } = open(&options)?;
    let start = reader.fill_buf().map_err(|error| format!("{name}: {error}"))?;
    if let Some(wrong) = looks_wrong(start) {
        return Err(format!("{name}: {wrong}"));
    }
    let progress = Progress::of(size);
    let mut lines = Lines::of(progress.watch(reader));
    let mut output = BufWriter::new(stdout().lock());
    let summary = screen::screen(&ruleset, &mut lines, options.way(), &mut output, |count| progress.at(count))
        .and_then(|summary| output.flush().map(|()| summary));
    progress.end();
    let summary = match summary {
        // Whoever reads has seen enough: `| head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(0),
        other => other.map_err(|error| format!("the output cannot be written: {error}"))?,
    };
    if let Some(error) = lines.failure {
        return Err(format!("{name}, after {} lines: {error}", lines.count));
    }
    tell(&summary.to_string());
    Ok(summary.broken)
}

/// Says something on standard error. Where that is full or closed nobody hears it, and the results stand all the same.
fn tell(text: &str) {
    let _ = stderr().write_all(text.as_bytes());
}

/// What is read.
struct Source {
    /// For messages.
    name: String,
    /// Where it is known.
    size: Option<u64>,
    reader: Box<dyn BufRead>,
}

fn open(options: &Options) -> Result<Source, String> {
    let Some(path) = &options.file else {
        return Ok(Source { name: "standard input".to_owned(), size: None, reader: Box::new(stdin().lock()) });
    };
    let name = path.display().to_string();
    let failed = |error: std::io::Error| format!("{name}: {error}");
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if about.is_dir() {
        return Err(format!("{name} is a folder; a file of JSON Lines is needed"));
    }
    Ok(Source { name, size: about.is_file().then_some(about.len()), reader: Box::new(BufReader::new(file)) })
}
