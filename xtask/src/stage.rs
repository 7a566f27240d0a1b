//! Steps that are announced, timed, and summed up in a table.

use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// A named step.
pub type Stage<'a> = (&'static str, Box<dyn Fn() -> Result<()> + 'a>);

/// Runs the stages in order up to the first that fails, then prints the table.
pub fn run_all(stages: &[Stage]) -> Result<()> {
    let mut times = Vec::new();
    let mut failure = None;
    for (name, step) in stages {
        eprintln!("\n=== {name} ===");
        let started = Instant::now();
        let result = step();
        let took = started.elapsed();
        times.push(took);
        match result {
            Ok(()) => eprintln!("=== {name}: passed in {} ===", seconds(took)),
            Err(error) => {
                eprintln!("=== {name}: FAILED after {} ===\n{error:#}", seconds(took));
                failure = Some(*name);
                break;
            }
        }
    }
    eprint!("\n{}", table(stages.iter().map(|(name, _)| *name), &times, failure.is_some()));
    match failure {
        Some(name) => bail!("{name} failed"),
        None => Ok(()),
    }
}

fn table<'a>(names: impl Iterator<Item = &'a str>, times: &[Duration], last_failed: bool) -> String {
    names
        .enumerate()
        .map(|(index, name)| {
            let outcome = match times.get(index) {
                None => "not run".to_owned(),
                Some(_) if last_failed && index + 1 == times.len() => "FAILED".to_owned(),
                Some(took) => format!("passed {:>8}", seconds(*took)),
            };
            format!("{name:<44} {outcome}\n")
        })
        .collect()
}

fn seconds(duration: Duration) -> String {
    format!("{}.{} s", duration.as_secs(), duration.subsec_millis() / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_passed_failed_and_not_run_apart() {
        let times = [Duration::from_millis(1_250), Duration::from_secs(70)];
        let lines = table(["one", "two", "three"].into_iter(), &times, true);
        let words: Vec<Vec<&str>> = lines.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words, [vec!["one", "passed", "1.2", "s"], vec!["two", "FAILED"], vec!["three", "not", "run"]]);
    }
}
