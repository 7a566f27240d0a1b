//! How far it is, on standard error and only where a person watches.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::{BufRead, BufReader};

/// A bar by bytes where the size is known, else a count.
pub struct Progress(ProgressBar);

impl Progress {
    pub fn of(size: Option<u64>) -> Progress {
        let (bar, template) = match size {
            Some(size) => (ProgressBar::new(size), "{bar:40} {percent:>3} %  {msg} lines, {eta} left"),
            None => (ProgressBar::no_length(), "{spinner} {msg} lines in {elapsed}"),
        };
        bar.set_style(ProgressStyle::with_template(template).expect("a template"));
        Progress(bar)
    }

    /// The same reader, watched.
    pub fn watch<R: BufRead>(&self, reader: R) -> impl BufRead + use<R> {
        BufReader::new(self.0.wrap_read(reader))
    }

    /// So many lines are done.
    pub fn at(&self, count: u64) {
        if count.is_multiple_of(100) {
            self.0.set_message(count.to_string());
        }
    }

    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}
