//! The two containers that workbooks come in.

pub mod compound;
pub mod zip;

/// Numbers in the byte order of both containers, the lowest byte first.
pub trait Bytes {
    /// Two bytes from a place on.
    fn u16_at(&self, at: usize) -> Option<u16>;
    /// Four bytes from a place on.
    fn u32_at(&self, at: usize) -> Option<u32>;
    /// Eight bytes from a place on.
    fn u64_at(&self, at: usize) -> Option<u64>;
}

impl Bytes for [u8] {
    fn u16_at(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(*self.get(at..)?.first_chunk()?))
    }

    fn u32_at(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(*self.get(at..)?.first_chunk()?))
    }

    fn u64_at(&self, at: usize) -> Option<u64> {
        Some(u64::from_le_bytes(*self.get(at..)?.first_chunk()?))
    }
}
