//! One line of JSON out for each submission in, and a count at the end.

use crate::lenient::as_javascript_reads;
use engine::many::Line;
use engine::outcome::{Outcome, Verdict};
use engine::{Input, Report, Ruleset, assess_many};
use serde_json::{Map, Value, json};
use std::fmt;
use std::io::{self, Write};

/// How many of each verdict: a count, in no order of merit.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    ineligible: u64,
    unmet: u64,
    incomplete: u64,
    subject_to_review: u64,
    met: u64,
    /// Lines that could not be assessed.
    pub broken: u64,
}

/// Assesses all lines and writes what came of each. `done` is told how many there are so far.
pub fn screen(
    ruleset: &Ruleset,
    lines: impl Iterator<Item = Result<Vec<u8>, String>>,
    full: bool,
    output: &mut impl Write,
    done: impl Fn(u64),
) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let tell = |line: Line<String>| {
        *summary.place(line.result.as_ref().ok().map(|report| report.verdict)) += 1;
        serde_json::to_writer(&mut *output, &shown(&line, full))?;
        output.write_all(b"\n")
    };
    for (count, written) in (1..).zip(assess_many(ruleset, (1..).zip(lines), parse, tell)) {
        written?;
        done(count);
    }
    Ok(summary)
}

fn parse(text: &[u8]) -> Result<Input<'_>, String> {
    let text = std::str::from_utf8(text).map_err(|_| "no UTF-8 text; Chinese Windows may have saved it as GBK")?;
    // Its own "at line 1" would contradict the number of the line.
    let read = serde_json::from_str(text);
    let leniently = |error| {
        let text = as_javascript_reads(text);
        let read: Result<Input, _> = serde_json::from_str(&text);
        read.map(Input::into_owned).map_err(|_| error)
    };
    read.or_else(leniently).map_err(|error: serde_json::Error| {
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        format!("no JSON: {reason} at column {}", error.column())
    })
}

/// A line as it is written.
fn shown(line: &Line<String>, full: bool) -> Value {
    let mut shown = Map::new();
    shown.insert("line".to_owned(), json!(line.number));
    if let Some(Input::Text(name)) = line.submission.map(|submission| submission.get("applicant").get("name")) {
        shown.insert("applicant".to_owned(), json!(name));
    }
    match &line.result {
        Err(error) => shown.extend([("error".to_owned(), json!(error.to_string()))]),
        Ok(report) if full => shown.extend([("report".to_owned(), json!(report))]),
        Ok(report) => shown.extend(in_short(report)),
    }
    Value::Object(shown)
}

/// What an office asks first: what it comes to, what is unmet, what is absent, what was refused.
fn in_short(report: &Report) -> Map<String, Value> {
    let with = |outcome| report.indicators.iter().filter(move |one| one.outcome == outcome).map(|one| one.id);
    let absent = report.indicators.iter().filter(|indicator| !indicator.missing.is_empty());
    let absent: Map<_, _> = absent.map(|indicator| (indicator.id.to_owned(), json!(indicator.missing))).collect();
    let short = json!({
        "track": report.track,
        "stage": report.stage,
        "verdict": report.verdict,
        "outcomes": report.outcomes,
        "unmet": with(Outcome::Unmet).collect::<Vec<_>>(),
        "missing": absent,
        "problems": report.problems.iter().map(|one| json!({"path": one.path, "code": one.code})).collect::<Vec<_>>(),
    });
    let Value::Object(short) = short else { unreachable!("an object") };
    short
}

impl Summary {
    fn place(&mut self, verdict: Option<Verdict>) -> &mut u64 {
        match verdict {
            Some(Verdict::Ineligible) => &mut self.ineligible,
            Some(Verdict::Unmet) => &mut self.unmet,
            Some(Verdict::Incomplete) => &mut self.incomplete,
            Some(Verdict::SubjectToReview) => &mut self.subject_to_review,
            Some(Verdict::Met) => &mut self.met,
            None => &mut self.broken,
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            ("ineligible", self.ineligible),
            ("unmet", self.unmet),
            ("incomplete", self.incomplete),
            ("subject to review", self.subject_to_review),
            ("met", self.met),
            ("not assessed", self.broken),
        ];
        let all: u64 = counts.iter().map(|(_, count)| count).sum();
        writeln!(f, "{:<18}{all:>8}", "submissions")?;
        counts.iter().try_for_each(|(name, count)| writeln!(f, "  {name:<16}{count:>8}"))
    }
}
