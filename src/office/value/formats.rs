//! The number formats of a workbook by their numbers.

use super::format::Format;
use crate::refusal::Refusal;

/// More formats than Excel takes, many times over.
const MAX_FORMATS: usize = 4096;

/// The formats that a workbook defines, and those built in that it uses.
#[derive(Debug, Default)]
pub struct Formats {
    known: Vec<(u32, Format)>,
    /// Which of them every style has; none is `General`.
    styles: Vec<Option<usize>>,
    general: Format,
}

impl Formats {
    /// Gives a number a format.
    pub fn define(&mut self, number: u32, code: &str) -> Result<(), Refusal> {
        self.add(number, Format::read(code)).map(|_| ())
    }

    /// Gives every style the format of its number, once all are defined.
    pub fn give(&mut self, styles: &[u32]) -> Result<(), Refusal> {
        for number in styles {
            let built_in = || u16::try_from(*number).map(Format::built_in).unwrap_or_default();
            let place = match self.known.iter().position(|(one, _)| one == number) {
                Some(place) => Some(place),
                None => Some(built_in())
                    .filter(|format| !format.code.is_empty())
                    .map(|it| self.add(*number, it))
                    .transpose()?,
            };
            self.styles.push(place);
        }
        Ok(())
    }

    /// The format of a style.
    pub fn of(&self, style: usize) -> &Format {
        let place = self.styles.get(style).copied().flatten();
        place.and_then(|place| self.known.get(place)).map_or(&self.general, |(_, format)| format)
    }

    fn add(&mut self, number: u32, format: Format) -> Result<usize, Refusal> {
        if self.known.len() == MAX_FORMATS {
            return Err(Refusal::TooLarge);
        }
        self.known.push((number, format));
        Ok(self.known.len() - 1)
    }
}
