//! A zip archive of parts, packed: markup shrinks to a tenth.

use crate::container::zip::checksum;
use miniz_oxide::deflate::compress_to_vec;

/// The first of January 1980, the earliest day of an archive: the same parts give the same bytes on any day.
const DAY: u16 = 0x21;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// Packed by deflate.
const DEFLATE: u16 = 8;
/// How hard is tried, of ten: more takes twice the time for a tenth of the bytes.
const EFFORT: u8 = 2;

/// The archive of parts: their names and texts.
pub fn archive(parts: &[(String, String)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let offset = bytes.len() as u32;
        let packed = compress_to_vec(text.as_bytes(), EFFORT);
        let head = head(name, text, &packed);
        bytes.extend_from_slice(b"PK\x03\x04");
        bytes.extend_from_slice(&head);
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(&packed);
        directory.extend_from_slice(b"PK\x01\x02\x14\0");
        directory.extend_from_slice(&head);
        // No comment, the first disk, no attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let (start, length) = (bytes.len() as u32, directory.len() as u32);
    bytes.append(&mut directory);
    bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    bytes.extend_from_slice(&count);
    bytes.extend_from_slice(&count);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&start.to_le_bytes());
    bytes.extend_from_slice(&[0, 0]);
    bytes
}

/// What stands before each part and in the directory alike.
fn head(name: &str, text: &str, packed: &[u8]) -> Vec<u8> {
    let mut head = Vec::new();
    // The version needed, flags, how it is packed, the time.
    for number in [20, FLAGS, DEFLATE, 0, DAY] {
        head.extend_from_slice(&u16::to_le_bytes(number));
    }
    for number in [checksum(text.as_bytes()), packed.len() as u32, text.len() as u32] {
        head.extend_from_slice(&number.to_le_bytes());
    }
    head.extend_from_slice(&(name.len() as u16).to_le_bytes());
    head.extend_from_slice(&[0, 0]);
    head
}
