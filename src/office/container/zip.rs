//! A zip archive: its directory, and its parts unpacked within bounds.

use core::cell::Cell;

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::Bytes;
use crate::refusal::Refusal;

/// More bytes than may be unpacked of an archive, all its parts together.
pub const MAX_UNPACKED: usize = 64 << 20;

/// The directory of an archive.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// How many bytes may still be unpacked.
    left: Cell<usize>,
}

#[derive(Debug)]
struct Entry {
    /// In lower case, with slashes.
    name: String,
    is_encrypted: bool,
    method: u16,
    checksum: u32,
    packed: usize,
    unpacked: usize,
    offset: usize,
}

impl Archive<'_> {
    /// Reads the directory.
    pub fn open(bytes: &[u8]) -> Option<Archive<'_>> {
        // The end of the directory is the last 22 bytes, unless a comment of up to 64 KB follows.
        let last = bytes.len().checked_sub(22)?;
        let first = last.saturating_sub(0xffff);
        let end =
            (first..=last).rev().find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(b"PK\x05\x06")))?;
        let short = |at| bytes.u32_at(at).map(u64::from);
        let (mut end, mut count) = (end, u64::from(bytes.u16_at(end + 10)?));
        let [mut size, mut at] = [short(end + 12)?, short(end + 16)?];
        if let Some(place) = long_end(bytes, end) {
            (end, count) = (place, bytes.u64_at(place + 32)?);
            [size, at] = [bytes.u64_at(place + 40)?, bytes.u64_at(place + 48)?];
        }
        // What stands before the archive shifts all of it.
        let mut at = usize::try_from(at).ok()?;
        let before = end.checked_sub(usize::try_from(size).ok()?)?.checked_sub(at)?;
        at += before;
        let mut entries = Vec::new();
        for _ in 0..count {
            let (entry, next) = entry(bytes, at, before)?;
            entries.push(entry);
            at = next;
        }
        Some(Archive { bytes, entries, left: Cell::new(MAX_UNPACKED) })
    }

    /// Whether there is a part of this name, in whatever case.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// Whether the name of some part begins with this, which is in lower case.
    pub fn has_under(&self, beginning: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.starts_with(beginning))
    }

    /// A part, unpacked. What the directory says of its size is asked first, and it must be true.
    pub fn part(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        let entry = self.entry(name).ok_or(Refusal::Damaged)?;
        if entry.is_encrypted {
            return Err(Refusal::Encrypted);
        }
        self.left.set(self.left.get().checked_sub(entry.unpacked).ok_or(Refusal::TooLarge)?);
        let unpacked = self.unpacked(entry).ok_or(Refusal::Damaged)?;
        if unpacked.len() != entry.unpacked || checksum(&unpacked) != entry.checksum {
            return Err(Refusal::Damaged);
        }
        Ok(unpacked)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        let name = name.to_ascii_lowercase();
        self.entries.iter().find(|entry| entry.name == name)
    }

    fn unpacked(&self, entry: &Entry) -> Option<Vec<u8>> {
        let head = self.bytes.get(entry.offset..)?;
        if !head.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = 30 + usize::from(head.u16_at(26)?) + usize::from(head.u16_at(28)?);
        let packed = head.get(start..)?.get(..entry.packed)?;
        match entry.method {
            0 if entry.packed == entry.unpacked => Some(packed.to_vec()),
            8 => decompress_to_vec_with_limit(packed, entry.unpacked).ok(),
            _ => None,
        }
    }
}

/// The entry of the directory at a place, and where the next one begins.
fn entry(bytes: &[u8], at: usize, before: usize) -> Option<(Entry, usize)> {
    let head = bytes.get(at..)?;
    if !head.starts_with(b"PK\x01\x02") {
        return None;
    }
    let length = usize::from(head.u16_at(28)?);
    let extra = usize::from(head.u16_at(30)?);
    let end = 46 + length + extra + usize::from(head.u16_at(32)?);
    let name = String::from_utf8_lossy(head.get(46..46 + length)?).replace('\\', "/").to_ascii_lowercase();
    let mut sizes = [head.u32_at(24)?, head.u32_at(20)?, head.u32_at(42)?].map(u64::from);
    longer(head.get(46 + length..46 + length + extra)?, &mut sizes);
    let [unpacked, packed, offset] = sizes;
    let entry = Entry {
        name,
        is_encrypted: head.u16_at(8)? & 1 == 1,
        method: head.u16_at(10)?,
        checksum: head.u32_at(16)?,
        packed: packed.try_into().ok()?,
        unpacked: unpacked.try_into().ok()?,
        offset: usize::try_from(offset).ok()?.checked_add(before)?,
    };
    Some((entry, at + end))
}

/// Where the longer form of the end stands, if the record right before the short form says that there is one.
fn long_end(bytes: &[u8], end: usize) -> Option<usize> {
    let starts = |at: usize, signature: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(signature));
    let locator = end.checked_sub(20).filter(|at| starts(*at, b"PK\x06\x07"))?;
    let said = bytes.u64_at(locator + 8).and_then(|at| usize::try_from(at).ok());
    said.into_iter().chain(locator.checked_sub(56)).find(|at| *at < locator && starts(*at, b"PK\x06\x06"))
}

/// Sizes that do not fit into four bytes, or that some program wrote into eight all the same.
fn longer(mut extra: &[u8], sizes: &mut [u64; 3]) {
    while let (Some(id), Some(length)) = (extra.u16_at(0), extra.u16_at(2)) {
        let Some((field, rest)) = extra.get(4..).and_then(|rest| rest.split_at_checked(length.into())) else { return };
        if id == 1 {
            let missing = sizes.iter_mut().filter(|size| **size == u64::from(u32::MAX));
            for (place, size) in missing.enumerate() {
                *size = field.u64_at(8 * place).unwrap_or(*size);
            }
        }
        extra = rest;
    }
}

/// CRC-32.
pub fn checksum(bytes: &[u8]) -> u32 {
    let mut table = [0u32; 256];
    for (index, entry) in (0u32..).zip(table.iter_mut()) {
        *entry = (0..8).fold(index, |value, _| (value >> 1) ^ (0xedb8_8320 & (value & 1).wrapping_neg()));
    }
    let step = |value: u32, byte: &u8| (value >> 8) ^ table[usize::from(value as u8 ^ byte)];
    !bytes.iter().fold(u32::MAX, step)
}
