//! The sizes of what is delivered, against those that were last agreed on: `benches/size.json`.

use crate::node;
use crate::project::Project;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};
use xshell::cmd;

/// What is kept small. A file that is delivered anew is put here, and then `cargo xtask bench` takes it in.
const ARTEFACTS: [&str; 13] = [
    "dist/shifan.js",
    "dist/shifan-office.js",
    "dist/index.html",
    "dist/shifan.html",
    "dist/shifan-chromium83.html",
    "dist/frame.html",
    "dist/embed.js",
    "dist/offline/index.html",
    "dist/offline/sw.js",
    "dist/npm/shifan.js",
    "dist/npm/shifan_bg.wasm",
    // Inside the scripts as text, and here by themselves.
    "target/page/shifan_bg.wasm",
    "target/office/shifan_bg.wasm",
];

/// As it is, and as servers compress it.
const MEASURES: [&str; 3] = ["raw", "gzip 9", "brotli 11"];

const LEDGER: &str = "benches/size.json";

/// By how much a size may differ from the ledger, in percent of it.
const TOLERANCE: u64 = 2;

const REFRESH: &str =
    "If that is worth it, agree to it with `cargo xtask bench size`, and say in the commit why it grew.";

/// How a size stands to the one in the ledger.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Standing {
    Below,
    Within,
    Above,
}

fn standing(size: u64, agreed: u64) -> Standing {
    if size * 100 > agreed * (100 + TOLERANCE) {
        Standing::Above
    } else if size * 100 < agreed * (100 - TOLERANCE) {
        Standing::Below
    } else {
        Standing::Within
    }
}

/// Fails if something that was built is larger than the ledger allows. What has become smaller is only mentioned.
pub fn check(project: &Project) -> Result<()> {
    let text = project.read(LEDGER).context("run `cargo xtask bench` once")?;
    let ledger: Value = serde_json::from_str(&text).with_context(|| format!("{LEDGER} is no JSON"))?;
    let (above, below) = compare(&measure(project)?, &ledger["sizes"])?;
    if !below.is_empty() {
        eprintln!("\nSmaller than {LEDGER} has it; `cargo xtask bench` writes it down:\n{}", below.join("\n"));
    }
    if above.is_empty() {
        return Ok(());
    }
    let found = format!("larger than {LEDGER} allows:\n{}\n{REFRESH}", above.join("\n"));
    let (agreed, compiler) = (ledger["rustc"].as_str().unwrap_or("another compiler"), rustc(project)?);
    if compiler != agreed {
        eprintln!(
            "\nwarning: {found}\nThe ledger is that of {agreed} and this is {compiler}, so it may be the compiler."
        );
        return Ok(());
    }
    bail!(found)
}

/// Measures everything anew and writes it down, with the `crates` of each wasm.
pub fn write(project: &Project, crates: Map<String, Value>) -> Result<()> {
    let sizes = measure(project)?;
    for (file, size) in &sizes {
        println!(
            "{file:36}{}",
            MEASURES.map(|measure| format!("{measure:>11} {:>8}", size[measure].to_string())).concat()
        );
    }
    let ledger = json!({"rustc": rustc(project)?, "sizes": sizes, "crates": crates});
    Ok(project.shell.write_file(project.root().join(LEDGER), serde_json::to_string_pretty(&ledger)? + "\n")?)
}

/// What is above and what is below the ledger, a line each.
fn compare(sizes: &Map<String, Value>, agreed: &Value) -> Result<(Vec<String>, Vec<String>)> {
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for (file, size) in sizes {
        for measure in MEASURES {
            let now = size[measure].as_u64().with_context(|| format!("{file} was not measured"))?;
            let agreed = agreed[file][measure].as_u64();
            let agreed =
                agreed.with_context(|| format!("{LEDGER} has no {measure} of {file}: run `cargo xtask bench`"))?;
            let line = format!("  {file}, {measure}: {now} bytes instead of {agreed} ({})", percent(now, agreed));
            match standing(now, agreed) {
                Standing::Above => above.push(line),
                Standing::Below => below.push(line),
                Standing::Within => {}
            }
        }
    }
    Ok((above, below))
}

/// By how much it grew or shrank, to a tenth of a percent.
fn percent(now: u64, agreed: u64) -> String {
    let tenths = now.abs_diff(agreed) * 1000 / agreed.max(1);
    format!("{}{}.{} %", if now < agreed { '−' } else { '+' }, tenths / 10, tenths % 10)
}

/// The sizes of all artefacts, by Node: it compresses as fast as servers do, and is needed for the build anyway.
fn measure(project: &Project) -> Result<Map<String, Value>> {
    let sh = &project.shell;
    node::require(project)?;
    for file in ARTEFACTS {
        ensure!(project.root().join(file).exists(), "{file} was not built");
    }
    let script = project.root().join("xtask/tools/sizes.mjs");
    let printed = cmd!(sh, "node {script} {ARTEFACTS...}").quiet().read()?;
    serde_json::from_str(&printed).context("sizes.mjs prints no JSON")
}

fn rustc(project: &Project) -> Result<String> {
    let sh = &project.shell;
    Ok(cmd!(sh, "rustc --version").quiet().read()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_percent_more_or_less_is_within() {
        let table = [
            (98, 100, Standing::Within),
            (97, 100, Standing::Below),
            (102, 100, Standing::Within),
            (103, 100, Standing::Above),
            (1_020_000, 1_000_000, Standing::Within),
            (1_020_001, 1_000_000, Standing::Above),
            (980_000, 1_000_000, Standing::Within),
            (979_999, 1_000_000, Standing::Below),
            (50, 49, Standing::Above),
            (0, 0, Standing::Within),
            (1, 0, Standing::Above),
        ];
        for (size, agreed, expected) in table {
            assert_eq!(standing(size, agreed), expected, "{size} against {agreed}");
        }
    }

    fn sizes(raw: u64, gzip: u64, brotli: u64) -> Value {
        json!({"dist/a.js": {"raw": raw, "gzip 9": gzip, "brotli 11": brotli}})
    }

    fn compared(now: Value, agreed: &Value) -> (Vec<String>, Vec<String>) {
        compare(now.as_object().unwrap(), agreed).unwrap()
    }

    #[test]
    fn each_measure_counts_by_itself_and_is_named_with_its_change() {
        let agreed = sizes(1000, 500, 400);
        assert_eq!(compared(sizes(1020, 510, 408), &agreed), (vec![], vec![]));
        let above = "  dist/a.js, brotli 11: 409 bytes instead of 400 (+2.2 %)".to_owned();
        let below = "  dist/a.js, raw: 900 bytes instead of 1000 (−10.0 %)".to_owned();
        assert_eq!(compared(sizes(900, 510, 409), &agreed), (vec![above], vec![below]));
    }

    #[test]
    fn a_file_that_the_ledger_does_not_know_is_refused() {
        let now = sizes(1, 1, 1);
        let error = compare(now.as_object().unwrap(), &json!({})).unwrap_err();
        assert!(error.to_string().contains("dist/a.js"), "{error}");
    }
}
