//! The short run, part of every test run: all of the corpus, and what some seconds of changing it by chance come to. The same
//! changes every time, so that a failure is found again.

use fuzz::Target;
use std::path::Path;
use std::time::{Duration, Instant};

/// Enough to see that nothing is broken; the long run is for finding what nobody thought of.
const CHANGES: u64 = 2_000;
/// No input of the corpus's size may take longer, not even without optimisation on a busy machine.
const TOO_LONG: Duration = Duration::from_secs(5);

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read(file).expect("a file")).collect()
}

fn run(name: &str) {
    let target = Target::NAMES.iter().find(|(known, _)| *known == name).expect("a target").1;
    let mut pool = corpus(name);
    assert!(pool.len() > 2, "a corpus of {name}");
    pool.iter().for_each(|input| timed(target, input));
    let chance = &mut fastrand::Rng::with_seed(2025);
    for _ in 0..CHANGES {
        let place = chance.usize(0..pool.len());
        let changed = target.mutate(&pool[place], chance);
        timed(target, &changed);
        // Some changes are built upon, so that they go further than one step from a sample.
        if chance.u8(..) < 64 && changed.len() < 20_000 {
            if pool.len() < 400 { pool.push(changed) } else { pool[place] = changed }
        }
    }
}

/// Checks one input; where that fails, the input is shown first, to be put into the corpus once it is mended.
fn timed(target: Target, input: &[u8]) {
    let started = Instant::now();
    if let Err(panic) = std::panic::catch_unwind(|| target.check(input)) {
        eprintln!("{target:?} fails on:\n{}", String::from_utf8_lossy(input));
        std::panic::resume_unwind(panic);
    }
    let took = started.elapsed();
    assert!(took < TOO_LONG, "{target:?}: {took:?} for\n{}", String::from_utf8_lossy(input));
}

#[test]
fn figure() {
    run("figure");
}

#[test]
fn submission() {
    run("submission");
}

#[test]
fn overrides() {
    run("overrides");
}

#[test]
fn ruleset() {
    run("ruleset");
}

#[test]
fn workbook() {
    run("workbook");
}

#[test]
fn roster() {
    run("roster");
}

/// As many lists as it takes to have met everything: `cargo test --release --package fuzz -- --ignored`.
#[test]
#[ignore = "takes a minute without optimisation"]
fn a_hundred_thousand_rosters() {
    let chance = &mut fastrand::Rng::with_seed(2035);
    for _ in 0..100_000 {
        timed(Target::Roster, &Target::Roster.mutate(b"", chance));
    }
}
