//! Archives made of parts that stand in the tests. The fuzzer makes its archives with this too.

/// A part of an archive.
pub struct Part<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its bytes as they are packed.
    pub packed: Vec<u8>,
    /// How they are packed: 0 is not at all, 8 is deflated.
    pub method: u16,
    /// How long the directory says that they are when they are unpacked.
    pub unpacked: u32,
    /// The checksum of the unpacked bytes.
    pub checksum: u32,
}

impl Part<'_> {
    /// A part that is not packed.
    pub fn stored<'a>(name: &'a str, bytes: &[u8]) -> Part<'a> {
        Part { name, packed: bytes.to_vec(), method: 0, unpacked: bytes.len() as u32, checksum: checksum(bytes) }
    }
}

/// An archive of parts.
pub fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let offset = bytes.len() as u32;
        let mut common = Vec::new();
        for number in [20, 0, part.method, 0, 0] {
            common.extend(u16::to_le_bytes(number));
        }
        for number in [part.checksum, part.packed.len() as u32, part.unpacked] {
            common.extend(u32::to_le_bytes(number));
        }
        common.extend(u16::to_le_bytes(part.name.len() as u16));
        common.extend([0, 0]);
        bytes.extend([b"PK\x03\x04", common.as_slice(), part.name.as_bytes(), &part.packed].concat());
        directory.extend(
            [b"PK\x01\x02\x14\0", common.as_slice(), &[0; 10], &offset.to_le_bytes(), part.name.as_bytes()].concat(),
        );
    }
    let (count, start) = (u16::to_le_bytes(parts.len() as u16), bytes.len() as u32);
    let end = [
        b"PK\x05\x06\0\0\0\0".as_slice(),
        &count,
        &count,
        &(directory.len() as u32).to_le_bytes(),
        &start.to_le_bytes(),
        &[0, 0],
    ];
    [bytes, directory, end.concat()].concat()
}

/// CRC-32, bit by bit.
pub fn checksum(bytes: &[u8]) -> u32 {
    let mut value = u32::MAX;
    for byte in bytes {
        value ^= u32::from(*byte);
        for _ in 0..8 {
            value = (value >> 1) ^ if value & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !value
}
