//! The number formats of a workbook by their numbers.

use super::format::Format;
use crate::refusal::Refusal;

/// More formats than Excel takes, many times over.
const MAX_FORMATS: usize = 4096;

/// The formats that a workbook defines, and those built in that it uses.
#[derive(Debug, Default)]
pub struct Formats {
    known: Vec<(u32, Format)>,
    general: Format,
}

impl Formats {
    /// Gives a number a format.
    pub fn define(&mut self, number: u32, code: String) -> Result<(), Refusal> {
        self.add(number, Format::read(&code))
    }

    /// Makes sure that the format of a number is known, if it is one that is built in.
    pub fn use_of(&mut self, number: u32) -> Result<(), Refusal> {
        match u16::try_from(number).map(Format::built_in) {
            Ok(format) if !format.code.is_empty() && self.place(number).is_none() => self.add(number, format),
            _ => Ok(()),
        }
    }

    /// The format of a number.
    pub fn get(&self, number: u32) -> &Format {
        self.place(number).and_then(|place| self.known.get(place)).map_or(&self.general, |(_, format)| format)
    }

    fn place(&self, number: u32) -> Option<usize> {
        self.known.iter().position(|(one, _)| *one == number)
    }

    fn add(&mut self, number: u32, format: Format) -> Result<(), Refusal> {
        if self.known.len() == MAX_FORMATS {
            return Err(Refusal::TooLarge);
        }
        self.known.push((number, format));
        Ok(())
    }
}
