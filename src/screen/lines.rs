//! The lines of a file of any size, one in memory at a time.

use std::io::{BufRead, Error, ErrorKind, Read};

/// An honest submission has two thousand bytes. Of a line that is longer than this, no more is held.
pub const LONGEST: usize = 1 << 20;

/// Lines from a reader, without their ends. One that is too long is an error in its place; a failure to read ends them all.
pub struct Lines<R> {
    reader: R,
    /// How many were read.
    pub count: usize,
    /// Why there are no more, if that is not the end.
    pub failure: Option<Error>,
}

impl<R: BufRead> Lines<R> {
    pub fn of(reader: R) -> Lines<R> {
        Lines { reader, count: 0, failure: None }
    }

    fn read(&mut self) -> Result<Option<Result<Vec<u8>, String>>, Error> {
        let mut line = Vec::new();
        let limit = LONGEST as u64 + 1;
        if self.reader.by_ref().take(limit).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        self.count += 1;
        let ended = line.pop_if(|last| *last == b'\n').is_some();
        if line.len() <= LONGEST {
            return Ok(Some(Ok(line)));
        }
        if !ended {
            self.skip_rest()?;
        }
        Ok(Some(Err(format!("the line is longer than {LONGEST} bytes"))))
    }

    /// Passes over what is left of a line, a buffer at a time.
    fn skip_rest(&mut self) -> Result<(), Error> {
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                other => other?,
            };
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(buffer.len(), |end| end + 1);
            let done = end.is_some() || used == 0;
            self.reader.consume(used);
            if done {
                return Ok(());
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Vec<u8>, String>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().unwrap_or_else(|error| {
            self.failure = Some(error);
            None
        })
    }
}

/// What a file is, by how it starts, if it cannot be JSON Lines. Better than a message for each of ten thousand lines.
pub fn looks_wrong(start: &[u8]) -> Option<&'static str> {
    let text = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start).trim_ascii_start();
    let first = text.split(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii();
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"\xd0\xcf\x11\xe0") {
        Some("this is a spreadsheet or an archive; JSON Lines are needed: one submission a line, as text")
    } else if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        Some("this is UTF-16; save it as UTF-8")
    } else if start.contains(&0) {
        Some("this is no text; JSON Lines are needed: one submission a line")
    } else if text.starts_with(b"[") {
        Some(
            "this is one JSON list; JSON Lines are needed: one submission a line, without brackets around all or commas between them",
        )
    } else if first == b"{" {
        Some("this is one JSON document over several lines; JSON Lines are needed: each submission on one line")
    } else {
        None
    }
}
