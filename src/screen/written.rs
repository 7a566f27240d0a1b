//! A line as it is written: one object of JSON.

use engine::Input;
use engine::many::Line;
use engine::outcome::Outcome;
use engine::problem::Code;
use engine::report::{IndicatorReport, Report};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A line with its whole report, or in short.
pub struct Written<'a> {
    pub line: &'a Line<'a, String>,
    pub full: bool,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_map(None)?;
        written.serialize_entry("line", &self.line.number)?;
        let applicant = self.line.submission.map(|submission| submission.get("applicant").get("name"));
        if let Some(Input::Text(name)) = applicant {
            written.serialize_entry("applicant", name)?;
        }
        match &self.line.result {
            Err(error) => written.serialize_entry("error", &error.to_string())?,
            Ok(report) if self.full => written.serialize_entry("report", report)?,
            Ok(report) => in_short(report, &mut written)?,
        }
        written.end()
    }
}

/// What an office asks first: what it comes to, what is unmet, what is absent, what was refused.
fn in_short<M: SerializeMap>(report: &Report, written: &mut M) -> Result<(), M::Error> {
    let unmet = report.indicators.iter().filter(|one| one.outcome == Outcome::Unmet).map(|one| one.id);
    let problems = report.problems.iter().map(|one| Refused { path: &one.path, code: one.code });
    written.serialize_entry("track", &report.track)?;
    written.serialize_entry("stage", &report.stage)?;
    written.serialize_entry("verdict", &report.verdict)?;
    written.serialize_entry("outcomes", &report.outcomes)?;
    written.serialize_entry("unmet", &unmet.collect::<Vec<_>>())?;
    written.serialize_entry("missing", &Missing(&report.indicators))?;
    written.serialize_entry("problems", &problems.collect::<Vec<_>>())
}

/// What is absent, by the id of the indicator that needs it.
struct Missing<'a>(&'a [IndicatorReport<'a>]);

impl Serialize for Missing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let absent = self.0.iter().filter(|indicator| !indicator.missing.is_empty());
        serializer.collect_map(absent.map(|indicator| (indicator.id, &indicator.missing)))
    }
}

#[derive(serde::Serialize)]
struct Refused<'a> {
    path: &'a str,
    code: Code,
}
