//! The long run of the fuzzer: libFuzzer, which follows the code that its inputs reach, on each target in turn.
//!
//! It needs no nightly compiler: without `unsafe` code in the engine there is nothing for a sanitizer to find, and what stands
//! below is all that libFuzzer needs to see where it gets.

use crate::project::Project;
use anyhow::{Context, Result, bail};
use xshell::cmd;

/// Set by every build for libFuzzer, so that `tests/fuzz` brings it along.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// The folders of the corpus, and the part of the time that each gets, in hundredths.
const TARGETS: [(&str, u64); 6] =
    [("figure", 10), ("submission", 20), ("overrides", 20), ("ruleset", 20), ("workbook", 15), ("roster", 15)];

/// Runs for so many seconds in all.
pub fn run(project: &Project, seconds: u64) -> Result<()> {
    let sh = &project.shell;
    if cmd!(sh, "c++ --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        bail!("libFuzzer is compiled from C++ and there is no compiler for it: on Debian, `apt-get install g++`");
    }
    let host = cmd!(sh, "rustc -vV").quiet().read()?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let folder = project.root().join("target/fuzz");
    // With a target named, the flags are not for build scripts.
    cmd!(sh, "cargo build --package fuzz --profile fuzz --target {host} --target-dir {folder}")
        .env("RUSTFLAGS", FLAGS)
        .run()
        .context("the fuzzer could not be built")?;
    let program = folder.join(host).join("fuzz/fuzz");
    let findings = folder.join("findings");
    sh.create_dir(&findings)?;
    let mut failed = Vec::new();
    for (target, hundredths) in TARGETS {
        let time = (seconds * hundredths / 100).max(1).to_string();
        eprintln!("\n=== {target}, {time} s ===");
        let grown = folder.join("corpus").join(target);
        sh.create_dir(&grown)?;
        let (samples, prefix) = (project.root().join("tests/fuzz/corpus").join(target), findings.join(target));
        // What it finds worth keeping goes to `grown`; nothing of it is committed by itself.
        let ran = cmd!(
            sh,
            "{program} {grown} {samples} -max_total_time={time} -max_len=65536 -timeout=10 -print_final_stats=1"
        )
        .arg(format!("-artifact_prefix={}-", prefix.display()))
        .env("SHIFAN_FUZZ_TARGET", target)
        .run();
        if ran.is_err() {
            failed.push(target);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!(
        "{} failed; what did it lies in {}. Mend it, and put the input into tests/fuzz/corpus so that every test run tries it",
        failed.join(", "),
        findings.display()
    )
}
