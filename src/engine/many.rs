//! Many submissions, one a line (JSON Lines), each for itself: nothing here compares or ranks applicants.

use super::input::Input;
use super::report::Report;
use super::reporting::report;
use super::ruleset::Ruleset;
use super::submission::NotASubmission;

/// One line that is not blank.
#[derive(Debug)]
pub struct Line<'a, E> {
    /// Its number in the file, counted from 1; blank lines count.
    pub number: usize,
    /// The submission on it, where it could be read.
    pub submission: Option<&'a Input<'a>>,
    /// The report, or why there is none. Every other line has its own all the same.
    pub result: Result<Report<'a>, Unassessed<E>>,
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

/// Assesses numbered lines one by one and in order, as far as the result is asked for, and gives what `tell` makes of each: nothing is
/// kept.
///
/// The engine has no parser of its own: `parse` is the caller's. It is given each line without the end of line, and the first one
/// without a byte order mark. A line that the caller itself could not read is an error among `lines`.
pub fn assess_many<T: AsRef<[u8]>, E, R>(
    ruleset: &Ruleset,
    lines: impl IntoIterator<Item = (usize, Result<T, E>)>,
    parse: impl Fn(&[u8]) -> Result<Input<'_>, E>,
    mut tell: impl FnMut(Line<E>) -> R,
) -> impl Iterator<Item = R> {
    let filled = lines.into_iter().filter(|(number, line)| !matches!(line, Ok(text) if bare(*number, text).is_empty()));
    filled.map(move |(number, line)| {
        let unreadable = |error| Line { number, submission: None, result: Err(Unassessed::Unreadable(error)) };
        let text = match line {
            Ok(text) => text,
            Err(error) => return tell(unreadable(error)),
        };
        match parse(bare(number, &text)) {
            Ok(submission) => {
                let result = report(ruleset, &submission).map_err(Unassessed::NotASubmission);
                tell(Line { number, submission: Some(&submission), result })
            }
            Err(error) => tell(unreadable(error)),
        }
    })
}

/// A line without its end, what blanks stand around it, and what some editors put before the first.
fn bare(number: usize, text: &impl AsRef<[u8]>) -> &[u8] {
    let text = text.as_ref();
    let mark = if number == 1 { "\u{feff}".as_bytes() } else { &[] };
    text.strip_prefix(mark).unwrap_or(text).trim_ascii()
}
