//! An OLE2 compound file: a little file system, of which only the streams of the root are needed.

use super::Bytes;

/// The end of a chain of sectors, and all marks above it.
const LAST: u32 = 0xffff_fff8;
const ENTRY: usize = 128;

/// The directory of a compound file.
#[derive(Debug)]
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    small_sector: usize,
    /// Streams shorter than this are kept in small sectors.
    cutoff: usize,
    /// The sector behind each sector.
    table: Vec<u32>,
    small_table: Vec<u32>,
    small: Vec<u8>,
    /// What lies in the root: a workbook within a storage is an object in another document.
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    /// The entries beside it in its storage, before and behind it.
    beside: [u32; 2],
    /// One of the entries in it, for a storage.
    within: u32,
    first: u32,
    size: usize,
}

impl Compound<'_> {
    /// Reads the tables and the directory.
    pub fn open(bytes: &[u8]) -> Option<Compound<'_>> {
        let shift = |at| bytes.u16_at(at).filter(|shift| matches!(shift, 6..=12)).map(|shift| 1usize << shift);
        let mut file = Compound {
            bytes,
            sector: shift(30)?,
            small_sector: shift(32)?,
            cutoff: bytes.u32_at(56)? as usize,
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        file.table = file.sector_table()?;
        let directory = file.chain(bytes.u32_at(48)?, usize::MAX)?;
        file.small_table = numbers(&file.chain(bytes.u32_at(60)?, usize::MAX)?);
        let mut entries: Vec<Option<Entry>> = directory.chunks_exact(ENTRY).map(entry).collect();
        let root = entries.first_mut()?.take()?;
        file.small = file.chain(root.first, root.size)?;
        file.entries = within(root.within, &mut entries);
        if file.entries.is_empty() {
            // Written by a program that does not say what lies where.
            file.entries = entries.into_iter().flatten().collect();
        }
        Some(file)
    }

    /// Whether there is a stream or a storage of this name in the root.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A stream of the root by its name. None where it is not there or not whole.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        if entry.size >= self.cutoff {
            return self.chain(entry.first, entry.size);
        }
        let sector = |number: u32| {
            let start = (number as usize).checked_mul(self.small_sector)?;
            self.small.get(start..start.checked_add(self.small_sector)?)
        };
        follow(entry.first, &self.small_table, entry.size, sector)
    }

    /// The bytes of a chain of sectors, at most so many.
    fn chain(&self, first: u32, size: usize) -> Option<Vec<u8>> {
        follow(first, &self.table, size, |number| self.sector(number))
    }

    /// A sector. The last one of a file may be cut short.
    fn sector(&self, number: u32) -> Option<&[u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The table of sectors, from the sectors that the head and then a chain of their own list.
    fn sector_table(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut table = Vec::new();
        let mut take = |listed: &[u32]| {
            for number in listed.iter().filter(|number| **number < LAST) {
                if table.len() > most {
                    return Some(());
                }
                table.extend(numbers(self.sector(*number)?));
            }
            Some(())
        };
        take(&numbers(self.bytes.get(76..512)?))?;
        let mut next = self.bytes.u32_at(68)?;
        for _ in 0..most {
            if next >= LAST {
                break;
            }
            let listed = numbers(self.sector(next)?);
            let (behind, listed) = listed.split_last()?;
            take(listed)?;
            next = *behind;
        }
        Some(table)
    }
}

fn follow<'a>(first: u32, table: &[u32], size: usize, sector: impl Fn(u32) -> Option<&'a [u8]>) -> Option<Vec<u8>> {
    let (mut bytes, mut next) = (Vec::new(), first);
    // A chain that comes back to itself is longer than the table.
    for _ in 0..=table.len() {
        if next >= LAST || bytes.len() >= size {
            bytes.truncate(size);
            return (size == usize::MAX || bytes.len() == size).then_some(bytes);
        }
        bytes.extend_from_slice(sector(next)?);
        next = *table.get(next as usize)?;
    }
    None
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| four.u32_at(0)).collect()
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    // The length counts bytes, with two zeros at the end. Entries that are not in use have none.
    let length = usize::from(bytes.u16_at(64)?).min(64).checked_sub(2)?;
    let units: Vec<u16> = bytes.get(..length)?.chunks_exact(2).filter_map(|two| two.u16_at(0)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        beside: [bytes.u32_at(68)?, bytes.u32_at(72)?],
        within: bytes.u32_at(76)?,
        first: bytes.u32_at(116)?,
        size: bytes.u32_at(120)? as usize,
    })
}

/// All entries of a storage, from one of them on. Each is taken once, so a tree that comes back to itself ends.
fn within(one: u32, entries: &mut [Option<Entry>]) -> Vec<Entry> {
    let (mut found, mut next) = (Vec::new(), vec![one]);
    while let Some(number) = next.pop() {
        if let Some(entry) = entries.get_mut(number as usize).and_then(Option::take) {
            next.extend(entry.beside);
            found.push(entry);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Compound};
    use crate::refusal::{Refusal, What};

    #[test]
    fn a_stream_is_found_in_sectors_of_either_size() {
        let bytes = include_bytes!("../../../tests/cases/office/encrypted.xlsx");
        let file = Compound::open(bytes).expect("a compound file");
        // Short, and so in small sectors: the version of the encryption, then its description.
        let small = file.stream("EncryptionInfo").expect("a stream");
        assert!(small.starts_with(b"\x04\0\x04\0\x40\0\0\0<?xml") && small.ends_with(b"</encryption>\n"));
        assert!(small.len() < file.cutoff);
        // Long: the length of what is encrypted, then that, in blocks of 16 bytes.
        let large = file.stream("encryptedpackage").expect("a stream");
        let length = u64::from_le_bytes(*large.first_chunk().expect("a length"));
        assert_eq!(large.len() as u64, 8 + length.div_ceil(16) * 16);
        assert!(large.len() > file.cutoff);
        assert_eq!(file.stream("Workbook"), None);
    }

    /// An object in another document: a storage of the root has it.
    #[test]
    fn a_workbook_within_a_storage_is_not_the_files() {
        let mut bytes = include_bytes!("../../../tests/cases/office/xlwt.xls").to_vec();
        assert!(Compound::open(&bytes).expect("a compound file").has("Workbook"));
        let sector = 1 << bytes.u16_at(30).expect("a size");
        let directory = sector * (bytes.u32_at(48).expect("a place") as usize + 1);
        let mut put = |entry: usize, at: usize, new: &[u8]| {
            let start = directory + 128 * entry + at;
            bytes[start..start + new.len()].copy_from_slice(new);
        };
        // The root holds the third entry, a storage, and that the second, the workbook.
        put(0, 76, &2u32.to_le_bytes());
        let name: Vec<u8> = "ObjectPool\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
        put(2, 0, &name);
        put(2, 64, &[name.len() as u8, 0, 1]);
        put(2, 68, &[0xff; 8]);
        put(2, 76, &1u32.to_le_bytes());
        let file = Compound::open(&bytes).expect("a compound file");
        assert!(file.has("ObjectPool") && !file.has("Workbook"));
        assert_eq!(crate::open(&bytes), Err(Refusal::NotAWorkbook(What::Other)));
    }
}
