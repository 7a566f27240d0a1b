//! Many submissions, one a line (JSON Lines), each for itself: nothing here compares or ranks applicants.

use super::input::Input;
use super::report::Report;
use super::reporting::report;
use super::ruleset::Ruleset;
use super::submission::NotASubmission;

/// One line that is not blank.
#[derive(Debug)]
pub struct Line<E> {
    /// Its number in the file, counted from 1; blank lines count.
    pub number: usize,
    /// The submission on it, where it could be read.
    pub submission: Option<Input>,
    /// The report, or why there is none. Every other line has its own all the same.
    pub result: Result<Report, Unassessed<E>>,
}

/// Why a line has no report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unassessed<E> {
    /// It could not be read.
    Unreadable(E),
    /// It was read, and is no submission.
    NotASubmission(NotASubmission),
}

impl<E: core::fmt::Display> core::fmt::Display for Unassessed<E> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Unassessed::Unreadable(error) => error.fmt(f),
            Unassessed::NotASubmission(refusal) => refusal.fmt(f),
        }
    }
}

/// Assesses line by line and in order, as far as the result is asked for: what has been handed out is not kept.
///
/// The engine has no parser of its own: `parse` is the caller's. It is given each line without the end of line, and the first one
/// without a byte order mark. A line that the caller itself could not read is an error among `lines`.
pub fn assess_many<T: AsRef<[u8]>, E>(
    ruleset: &Ruleset,
    lines: impl IntoIterator<Item = Result<T, E>>,
    parse: impl Fn(&[u8]) -> Result<Input, E>,
) -> impl Iterator<Item = Line<E>> {
    let filled = (1..).zip(lines).filter(|(number, line)| !matches!(line, Ok(text) if bare(*number, text).is_empty()));
    filled.map(move |(number, line)| match line.and_then(|text| parse(bare(number, &text))) {
        Ok(submission) => {
            let result = report(ruleset, &submission).map_err(Unassessed::NotASubmission);
            Line { number, submission: Some(submission), result }
        }
        Err(error) => Line { number, submission: None, result: Err(Unassessed::Unreadable(error)) },
    })
}

/// A line without its end, what blanks stand around it, and what some editors put before the first.
fn bare(number: usize, text: &impl AsRef<[u8]>) -> &[u8] {
    let text = text.as_ref();
    let mark = if number == 1 { "\u{feff}".as_bytes() } else { &[] };
    text.strip_prefix(mark).unwrap_or(text).trim_ascii()
}
