//! The records of a stream: a number, a length, and so many bytes.

use crate::container::Bytes;
use crate::refusal::Refusal;

/// The beginning of the workbook, of a sheet, or of a chart within a sheet.
pub const BEGIN: u16 = 0x0809;
/// Its end.
pub const END: u16 = 0x000a;
/// What did not fit into the record before.
const CONTINUE: u16 = 0x003c;

/// The records from a place on, up to the end of what begins there.
#[derive(Debug)]
pub struct Records<'a> {
    stream: &'a [u8],
    at: usize,
    depth: usize,
}

impl<'a> Records<'a> {
    /// The records of what begins at a place. None where nothing does, or where it is of an older version.
    pub fn from(stream: &'a [u8], at: usize) -> Option<Records<'a>> {
        let begins = stream.u16_at(at) == Some(BEGIN) && stream.u16_at(at.checked_add(4)?) == Some(0x0600);
        begins.then_some(Records { stream, at, depth: 0 })
    }

    /// The next record; none at the end. Charts within a sheet are passed over.
    pub fn next(&mut self) -> Result<Option<(u16, &'a [u8])>, Refusal> {
        loop {
            let (id, data) = self.take().ok_or(Refusal::Damaged)?;
            match id {
                BEGIN => self.depth += 1,
                END if self.depth <= 1 => return Ok(None),
                END => self.depth -= 1,
                _ if self.depth == 1 => return Ok(Some((id, data))),
                _ => {}
            }
        }
    }

    /// The last record's bytes together with what continues them.
    pub fn continued(&mut self, first: &'a [u8]) -> Vec<&'a [u8]> {
        let mut segments = vec![first];
        while self.stream.u16_at(self.at) == Some(CONTINUE) {
            let Some((_, data)) = self.take() else { break };
            segments.push(data);
        }
        segments
    }

    fn take(&mut self) -> Option<(u16, &'a [u8])> {
        let (id, length) = (self.stream.u16_at(self.at)?, self.stream.u16_at(self.at + 2)?);
        let start = self.at + 4;
        self.at = start + usize::from(length);
        Some((id, self.stream.get(start..self.at)?))
    }
}
