//! Workbooks, changed in their parts or records.

#[path = "../../office/archive.rs"]
mod archive;

use archive::{Part, zip};
use office::value::decimal::Decimal;
use office::workbook::{MAX_CELLS, Table};

/// Reads it, twice, and checks what must hold of any table.
pub fn check(bytes: &[u8]) {
    let read = office::open(bytes);
    assert_eq!(read, office::open(bytes), "the same again");
    match read {
        Ok(book) => book.sheets.iter().flat_map(|sheet| &sheet.table).for_each(check_table),
        Err(refusal) => assert!(!refusal.code().is_empty()),
    }
}

fn check_table(table: &Table) {
    let mut filled = 0;
    for cell in table.rows.iter().flatten() {
        assert!(cell.merged.0 > 0 && cell.merged.1 > 0);
        filled += usize::from(!cell.text.is_empty());
        let Some(number) = &cell.number else { continue };
        let read = Decimal::read(number).unwrap_or_else(|| panic!("{number} is no number"));
        assert_eq!(read.plain(), *number, "rounded once");
        assert!(!cell.text.is_empty(), "{number}, and nothing to see of it");
    }
    assert!(filled <= MAX_CELLS);
    assert!(table.rows.iter().all(|row| row.last().is_none_or(|cell| !cell.text.is_empty())), "blank cells at the end");
    let is_hidden = |row: &usize| table.rows[*row].iter().any(|cell| cell.hidden || cell.merged != (1, 1));
    assert!(table.hidden_rows.iter().all(is_hidden));
    assert!(table.uncomputed.len() <= table.formulas);
}

/// Changes parts of an archive, and the records of anything else.
pub fn mutate(bytes: &[u8], chance: &mut fastrand::Rng) -> Vec<u8> {
    match parts(bytes) {
        Some(mut parts) if chance.u8(..) > 16 => {
            for _ in 0..chance.usize(1..4) {
                let place = chance.usize(0..parts.len());
                parts[place].1 = changed(&parts[place].1, &WORDS, chance);
            }
            let parts: Vec<_> = parts.iter().map(|(name, bytes)| Part::stored(name, bytes)).collect();
            zip(&parts)
        }
        _ => changed(bytes, &NUMBERS, chance),
    }
}

/// Something put in, taken out, written over or repeated.
fn changed(bytes: &[u8], words: &[&[u8]], chance: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let start = chance.usize(0..=bytes.len());
    let end = start + chance.usize(0..40).min(bytes.len() - start);
    let word = words[chance.usize(0..words.len())];
    match chance.u8(0..5) {
        0 => drop(bytes.splice(start..start, word.iter().copied())),
        1 => drop(bytes.splice(start..end, word.iter().copied())),
        2 => drop(bytes.drain(start..end)),
        3 => {
            let part = bytes[start..end].to_vec();
            let place = chance.usize(0..=bytes.len());
            drop(bytes.splice(place..place, part));
        }
        _ => {
            for (byte, new) in bytes[start..].iter_mut().zip(word) {
                *byte = *new;
            }
        }
    }
    bytes
}

/// The parts of an archive that are not packed, one behind the other.
fn parts(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while rest.starts_with(b"PK\x03\x04") {
        let number = |at: usize| Some(usize::from(u16::from_le_bytes(*rest.get(at..)?.first_chunk()?)));
        let (size, name, extra) = (number(18)? | number(20)? << 16, number(26)?, number(28)?);
        let start = 30 + name + extra;
        let content = rest.get(start..start + size)?;
        parts.push((String::from_utf8(rest.get(30..30 + name)?.to_vec()).ok()?, content.to_vec()));
        rest = rest.get(start + size..)?;
    }
    if parts.is_empty() { None } else { Some(parts) }
}

const WORDS: [&[u8]; 48] = [
    b"<",
    b">",
    b"/>",
    b"</",
    b"&amp;",
    b"&#0;",
    b"&#xD800;",
    b"&#x1F600;",
    b"_x000D_",
    b"_xD83D__xDE00_",
    b"\"",
    b"'",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"<?",
    b"<!DOCTYPE a>",
    b"<c>",
    b"<c r=\"XFD1048576\"><v>1</v></c>",
    b"<c r=\"A0\">",
    b"<row r=\"1048576\">",
    b"<row hidden=\"1\">",
    b" t=\"s\"",
    b" t=\"b\"",
    b" t=\"str\"",
    b" t=\"d\"",
    b" s=\"4294967296\"",
    b" r=\"ZZZ99999999999\"",
    b"<mergeCell ref=\"A1:XFD1048576\"/>",
    b"<mergeCell ref=\"B2:A1\"/>",
    b"<col min=\"0\" max=\"0\" hidden=\"1\"/>",
    b"<col min=\"1\" max=\"4294967295\" hidden=\"1\"/>",
    b"<v>1E+99999</v>",
    b"<v>-1E-99999</v>",
    b"<v>99999999999999995</v>",
    b"<v>2958465.9999999</v>",
    b"<v>-1</v>",
    b"<f/>",
    b"<is><t>",
    b"0",
    b"9999999999",
    b"1904",
    b"\xff",
    b"\0",
    b"../../",
    b":",
    "长".as_bytes(),
];

const NUMBERS: [&[u8]; 24] = [
    &[0],
    &[1],
    &[2],
    &[8],
    &[12],
    &[0x7f],
    &[0x80],
    &[0xff],
    &[0xff, 0xff],
    &[0, 0],
    &[0xfe, 0xff, 0xff, 0xff],
    &[0xff, 0xff, 0xff, 0xff],
    &[0, 0, 0, 0],
    &[1, 0, 0, 0],
    &[0x3c, 0, 0, 0],
    &[0x09, 0x08, 0x10, 0],
    &[0x0a, 0, 0, 0],
    &[0xe5, 0, 10, 0, 1, 0],
    &[0x06, 0, 22, 0],
    &[0, 0, 0, 0, 0, 0, 0xff, 0xff],
    &[3, 0, 0, 0, 0, 0, 0xff, 0xff],
    &[0, 0, 0, 0, 0, 0, 0xf0, 0x7f],
    &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xef, 0x7f],
    b"PK\x05\x06",
];
