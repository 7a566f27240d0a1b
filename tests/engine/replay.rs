//! A committed set of submissions, thick around the thresholds, replayed natively (here) and in the browser (`tests/wasm/package.rs`).
//!
//! `submissions.jsonl` holds one case a line: a submission, its options, and what a second implementation made of it that was
//! written from the description of the rules, without sight of this code, in another language and with unlimited fractions.
//! `reports.sha256` holds the digest of each whole report, so that both replays can be held to the same bytes. After a wanted
//! change of the report, `SHIFAN_BLESS=1 cargo test -p engine --test rules replay` writes the digests anew.

use crate::common::{LIBRARY, input, kept};
use engine::Report;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn cases() -> Vec<Value> {
    let lines = include_str!("../replay/submissions.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn replay(case: &Value) -> Report<'static> {
    let ruleset = LIBRARY.choose(&input(&case["options"])).expect("options");
    engine::report(kept(ruleset.into_owned()), &input(&case["submission"])).expect("a submission")
}

#[test]
fn a_second_implementation_agrees() {
    let cases = cases();
    assert!(cases.len() >= 250);
    for (index, case) in cases.iter().enumerate() {
        let report = serde_json::to_value(replay(case)).unwrap();
        let indicator = |indicator: &Value| {
            let observed =
                indicator["criteria"].as_array().unwrap().iter().map(|criterion| criterion["observed_exact"].clone());
            std::iter::once(indicator["outcome"].clone()).chain(observed).collect::<Value>()
        };
        let mut problems: Vec<String> = report["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| format!("{} {}", p["path"].as_str().unwrap(), p["code"].as_str().unwrap()))
            .collect();
        problems.sort();
        let found = json!({
            "verdict": report["verdict"],
            "indicators": report["indicators"].as_array().unwrap().iter().map(indicator).collect::<Value>(),
            "problems": problems,
        });
        assert_eq!(found, case["expected"], "line {}", index + 1);
    }
}

#[test]
fn every_report_is_the_same_bytes_as_before() {
    let digest = |case: &Value| format!("{:x}\n", Sha256::digest(serde_json::to_string(&replay(case)).unwrap()));
    let digests: String = cases().iter().map(digest).collect();
    if std::env::var_os("SHIFAN_BLESS").is_some() {
        return std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/replay/reports.sha256"), &digests)
            .unwrap();
    }
    for (index, (found, expected)) in digests.lines().zip(include_str!("../replay/reports.sha256").lines()).enumerate()
    {
        assert_eq!(found, expected, "line {}", index + 1);
    }
    assert_eq!(digests.lines().count(), include_str!("../replay/reports.sha256").lines().count());
}
