//! A zip archive of parts that are not packed: a report or a form is some 40 KB, and packing would bring more code than it saves.

use crate::container::zip::checksum;

/// The first of January 1980, the earliest day of an archive: the same parts give the same bytes on any day.
const DAY: u16 = 0x21;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;

/// The archive of parts: their names and texts.
pub fn archive(parts: &[(String, String)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let offset = bytes.len() as u32;
        let head = head(name, text);
        bytes.extend_from_slice(b"PK\x03\x04");
        bytes.extend_from_slice(&head);
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(text.as_bytes());
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
fn head(name: &str, text: &str) -> Vec<u8> {
    let mut head = Vec::new();
    // The version needed, flags, not packed, the time.
    for number in [20, FLAGS, 0, 0, DAY] {
        head.extend_from_slice(&u16::to_le_bytes(number));
    }
    let size = text.len() as u32;
    for number in [checksum(text.as_bytes()), size, size] {
        head.extend_from_slice(&number.to_le_bytes());
    }
    head.extend_from_slice(&(name.len() as u16).to_le_bytes());
    head.extend_from_slice(&[0, 0]);
    head
}
