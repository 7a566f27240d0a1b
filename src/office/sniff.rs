//! What a file is, by its first bytes. Its name says nothing: `.et` is a workbook, and many an `.xls` is a page.

use crate::refusal::{Kind, Refusal, What};

/// What can be opened further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A zip archive.
    Zip,
    /// An OLE2 compound file.
    Compound,
    /// The records of an old workbook without anything around them.
    Records,
}

/// So many bytes are looked at.
pub const HEAD: usize = 1024;

const SIGNATURES: [(&[u8], What); 14] = [
    (b"%PDF", What::Pdf),
    (b"\x89PNG", What::Picture),
    (b"\xff\xd8\xff", What::Picture),
    (b"GIF87a", What::Picture),
    (b"GIF89a", What::Picture),
    (b"II*\0", What::Picture),
    (b"MM\0*", What::Picture),
    (b"RIFF", What::Picture),
    (b"Rar!", What::Archive),
    (b"7z\xbc\xaf", What::Archive),
    (b"\x1f\x8b", What::Archive),
    // The archive of a zip that is empty, or one of several.
    (b"PK\x05\x06", What::Archive),
    (b"PK\x07\x08", What::Archive),
    (b"{\\rtf", What::Document),
];

/// The container that a file is, or what else it is.
pub fn container(bytes: &[u8]) -> Result<Container, Refusal> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Container::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Container::Compound);
    }
    // The record that every workbook begins with: its length, and the version of the format.
    match bytes {
        [0x09, 0x08, _, 0, 0, 0x06, ..] => return Ok(Container::Records),
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, 4..=16, 0, ..] => return Err(Refusal::Unsupported(Kind::Excel95)),
        _ => {}
    }
    // Two letters may begin a text as well; in a picture four zeros follow the length.
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Err(Refusal::NotAWorkbook(What::Picture));
    }
    let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    Err(match known {
        Some((_, what)) => Refusal::NotAWorkbook(*what),
        None => of_text(bytes),
    })
}

fn of_text(bytes: &[u8]) -> Refusal {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes);
    if head.iter().all(|byte| *byte == 0) {
        return Refusal::NotAWorkbook(What::Empty);
    }
    // Two bytes a character, with or without a mark.
    let is_wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let ascii: Vec<u8> = head.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let has = |word: &[u8]| ascii.windows(word.len()).any(|part| part == word);
    let first = ascii.iter().position(|byte| !byte.is_ascii_whitespace() && byte.is_ascii());
    let is_markup = first.and_then(|first| ascii.get(first)) == Some(&b'<');
    if is_markup && (has(b"urn:schemas-microsoft-com:office:spreadsheet") || has(b"excel.sheet")) && !has(b"<html") {
        return Refusal::Unsupported(Kind::Xml2003);
    }
    if is_markup && (has(b"<html") || has(b"<table") || has(b"<!doctype html") || has(b"<meta")) {
        return Refusal::NotAWorkbook(What::Html);
    }
    if is_markup && has(b"<?xml") {
        return Refusal::NotAWorkbook(What::Xml);
    }
    let is_control = |byte: &&u8| matches!(byte, 0..=8 | 14..=31) && **byte != 0x1b;
    let is_binary = !is_wide && head.iter().any(|byte| is_control(&byte));
    Refusal::NotAWorkbook(if is_binary { What::Other } else { What::Text })
}
