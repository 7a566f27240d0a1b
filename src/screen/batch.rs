//! Some lines at a time: what one thread assesses while another assesses the next.

use crate::lenient::as_javascript_reads;
use crate::summary::Summary;
use crate::written::Written;
use engine::many::Line;
use engine::{Input, Ruleset, assess_many};

/// A batch is closed when its lines have so many bytes, so that no more is held than this and one line.
const FULL: usize = 1 << 16;

/// A line with its number, or why it could not be read.
type Numbered = (usize, Result<Vec<u8>, String>);

/// Lines that follow each other.
pub type Batch = Vec<Numbered>;

/// What came of a batch.
pub struct Assessed {
    /// A line of JSON for each that is not blank.
    pub text: Vec<u8>,
    pub summary: Summary,
}

/// The next lines; none when there are no more.
pub fn next(lines: &mut impl Iterator<Item = Numbered>) -> Option<Batch> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while bytes < FULL {
        let Some(line) = lines.next() else { break };
        bytes += line.1.as_ref().map_or(0, Vec::len) + size_of::<Numbered>();
        batch.push(line);
    }
    (!batch.is_empty()).then_some(batch)
}

/// Assesses every line of a batch, in order.
pub fn assess(ruleset: &Ruleset, batch: Batch, full: bool) -> Assessed {
    let (mut text, mut summary) = (Vec::new(), Summary::default());
    let tell = |line: Line<String>| {
        summary.add(line.result.as_ref().ok().map(|report| report.verdict));
        // Into memory nothing fails, and nothing that we serialize does.
        serde_json::to_writer(&mut text, &Written { line: &line, full }).expect("plain data");
        text.push(b'\n');
    };
    assess_many(ruleset, batch, parse, tell).for_each(drop);
    Assessed { text, summary }
}

fn parse(text: &[u8]) -> Result<Input<'_>, String> {
    let text = std::str::from_utf8(text).map_err(|_| "no UTF-8 text; Chinese Windows may have saved it as GBK")?;
    let read = serde_json::from_str(text);
    let leniently = |error| {
        let text = as_javascript_reads(text);
        let read: Result<Input, _> = serde_json::from_str(&text);
        read.map(Input::into_owned).map_err(|_| error)
    };
    read.or_else(leniently).map_err(|error: serde_json::Error| {
        // Its own "at line 1" would contradict the number of the line.
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        format!("no JSON: {reason} at column {}", error.column())
    })
}
