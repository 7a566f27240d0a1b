//! Texts in records, which may go on in the next record.

/// The bytes of a record and of those that continue it, as they are read.
#[derive(Debug)]
pub struct Segments<'a> {
    segments: Vec<&'a [u8]>,
    current: usize,
    at: usize,
}

/// Bits of the byte before the characters.
const WIDE: u8 = 1;
const PRONOUNCED: u8 = 4;
const RICH: u8 = 8;

impl<'a> Segments<'a> {
    /// Begins to read.
    pub fn new(segments: Vec<&'a [u8]>) -> Segments<'a> {
        Segments { segments, current: 0, at: 0 }
    }

    /// A byte.
    pub fn u8(&mut self) -> Option<u8> {
        loop {
            let segment = self.segments.get(self.current)?;
            if let Some(byte) = segment.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            (self.current, self.at) = (self.current + 1, 0);
        }
    }

    /// Two bytes.
    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    /// Four bytes.
    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    /// A text with its length before it. Its formatting and how it is pronounced are passed over.
    pub fn text(&mut self) -> Option<String> {
        let length = self.u16()?;
        self.characters(length.into())
    }

    /// A text of so many characters.
    pub fn characters(&mut self, length: usize) -> Option<String> {
        let flags = self.u8()?;
        let runs = if flags & RICH == 0 { 0 } else { self.u16()? };
        let pronounced = if flags & PRONOUNCED == 0 { 0 } else { self.u32()? };
        let mut units: Vec<u16> = Vec::new();
        let mut is_wide = flags & WIDE != 0;
        while units.len() < length {
            let segment = self.segments.get(self.current)?;
            let rest = segment.get(self.at..)?;
            let width = if is_wide { 2 } else { 1 };
            let count = (rest.len() / width).min(length - units.len());
            let taken = rest.get(..count * width)?;
            units.extend(
                taken.chunks_exact(width).map(|unit| u16::from(unit[0]) | u16::from(*unit.get(1).unwrap_or(&0)) << 8),
            );
            self.at += taken.len();
            if units.len() < length {
                // What goes on says anew how wide its characters are.
                (self.current, self.at) = (self.current + 1, 0);
                is_wide = self.u8()? & WIDE != 0;
            }
        }
        self.skip((pronounced as usize).saturating_add(4 * usize::from(runs)))?;
        Some(String::from_utf16_lossy(&units).replace("\r\n", "\n").replace('\r', "\n"))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let left = self.segments.get(self.current)?.len() - self.at;
            if count < left {
                self.at += count;
                return Some(());
            }
            count -= left;
            (self.current, self.at) = (self.current + 1, 0);
        }
        Some(())
    }
}
