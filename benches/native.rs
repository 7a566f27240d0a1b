//! Our engine without JavaScript, timed beside the others: `cargo xtask bench` starts this and asks for a round at a time.
//!
//! The first line on stdin is a JSON list of submissions. For every further line all of them are assessed once, from JSON text to
//! JSON text, and the nanoseconds of one assessment are printed.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

use engine::ruleset::PLAN_2025;
use engine::{Input, Library};
use serde_json::Value;

fn main() {
    // `cargo bench` without a list has nothing to time.
    let mut lines = std::io::stdin().lock().lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let submissions: Vec<Value> = serde_json::from_str(&first).expect("a list of submissions");
    let texts: Vec<String> = submissions.iter().map(Value::to_string).collect();
    let plan: Input = serde_json::from_str(PLAN_2025).expect("JSON");
    let library = Library::new(plan).expect("a ruleset");
    for _ in lines {
        let start = Instant::now();
        for text in &texts {
            let submission: Input = serde_json::from_str(black_box(text)).expect("a submission");
            let report = engine::report(library.default_ruleset(), &submission).expect("a report");
            black_box(serde_json::to_string(&report).expect("JSON"));
        }
        println!("{}", start.elapsed().as_nanos() / texts.len() as u128);
        std::io::stdout().flush().expect("a reader");
    }
}
