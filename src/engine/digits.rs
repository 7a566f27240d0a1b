//! A number as text: short ones, which almost all are, without memory of their own.

use core::ops::Deref;

use serde::{Serialize, Serializer};

/// So many characters have room beside the length: two parts of nine digits, and what is between them.
const ROOM: usize = 22;

/// The text of a decimal number or of a fraction.
#[derive(Clone)]
pub struct Digits(Place);

#[derive(Clone)]
enum Place {
    Here { bytes: [u8; ROOM], length: u8 },
    Elsewhere(Box<str>),
}

impl Digits {
    /// No text at all.
    const EMPTY: Digits = Digits(Place::Here { bytes: [0; ROOM], length: 0 });

    /// The text of a number that was written already.
    pub fn of(text: &str) -> Digits {
        let mut digits = Digits::EMPTY;
        digits.push(text.as_bytes());
        digits
    }

    /// A whole number.
    pub fn whole(number: i64) -> Digits {
        let mut digits = Digits::EMPTY;
        digits.push(Figures::of(number).text());
        digits
    }

    /// A number of which the last digits are decimals, without the zeros at its end.
    pub fn decimal(number: i64, places: u32) -> Digits {
        let (size, places) = without_zeros(number.unsigned_abs(), places);
        let mut digits = Digits::EMPTY;
        if number < 0 {
            digits.push(b"-");
        }
        let figures = Figures::padded(size, places as usize + 1);
        if places == 0 {
            digits.push(figures.text());
            return digits;
        }
        let (whole, decimals) = figures.text().split_at(figures.text().len() - places as usize);
        digits.push(whole);
        digits.push(b".");
        digits.push(decimals);
        digits
    }

    /// `p/q`
    pub fn fraction(numerator: i64, denominator: i64) -> Digits {
        let mut digits = Digits::EMPTY;
        digits.push(Figures::of(numerator).text());
        digits.push(b"/");
        digits.push(Figures::of(denominator).text());
        digits
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            // Only ASCII is put there.
            Place::Here { bytes, length } => core::str::from_utf8(&bytes[..usize::from(*length)]).unwrap_or_default(),
            Place::Elsewhere(text) => text,
        }
    }

    fn push(&mut self, more: &[u8]) {
        if let Place::Here { bytes, length } = &mut self.0 {
            let from = usize::from(*length);
            if let Some(room) = bytes.get_mut(from..from + more.len()) {
                room.copy_from_slice(more);
                *length += more.len() as u8;
                return;
            }
        }
        let more = core::str::from_utf8(more).unwrap_or_default();
        self.0 = Place::Elsewhere([self.as_str(), more].concat().into());
    }
}

/// A number whose last digits are decimals, without the zeros that end them, and how many decimals are left.
pub(crate) fn without_zeros(mut number: u64, mut places: u32) -> (u64, u32) {
    while places > 0 {
        let (rest, last) = by_ten(number);
        if last != 0 {
            break;
        }
        (number, places) = (rest, places - 1);
    }
    (number, places)
}

/// A number without its last digit, and that digit. Within 32 bits if it has no more: there it takes no division.
fn by_ten(number: u64) -> (u64, u8) {
    match u32::try_from(number) {
        Ok(number) => ((number / 10).into(), (number % 10) as u8),
        Err(_) => (number / 10, (number % 10) as u8),
    }
}

/// The digits of a whole number, made from the last one on.
struct Figures {
    bytes: [u8; 20],
    from: usize,
}

impl Figures {
    fn of(number: i64) -> Figures {
        let mut figures = Figures::padded(number.unsigned_abs(), 1);
        if number < 0 {
            figures.put(b'-');
        }
        figures
    }

    /// At least so many digits, with zeros in front.
    fn padded(mut number: u64, least: usize) -> Figures {
        let mut figures = Figures { bytes: [b'0'; 20], from: 20 };
        while number > 0 || figures.from + least > figures.bytes.len() {
            let (rest, last) = by_ten(number);
            figures.put(b'0' + last);
            number = rest;
        }
        figures
    }

    fn put(&mut self, byte: u8) {
        self.from -= 1;
        self.bytes[self.from] = byte;
    }

    fn text(&self) -> &[u8] {
        &self.bytes[self.from..]
    }
}

impl Deref for Digits {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Digits {
    fn eq(&self, other: &Digits) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Digits {}

impl PartialEq<str> for Digits {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Digits {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl core::fmt::Display for Digits {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self)
    }
}

impl core::fmt::Debug for Digits {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self)
    }
}

impl Serialize for Digits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Digits;

    #[test]
    fn every_number_is_written_in_full() {
        let table = [
            (Digits::whole(0), "0"),
            (Digits::whole(-7), "-7"),
            (Digits::whole(i64::MIN), "-9223372036854775808"),
            (Digits::whole(i64::MAX), "9223372036854775807"),
            (Digits::decimal(0, 6), "0"),
            (Digits::decimal(1, 6), "0.000001"),
            (Digits::decimal(-1, 6), "-0.000001"),
            (Digits::decimal(-1_500_000, 6), "-1.5"),
            (Digits::decimal(12_000_000, 6), "12"),
            (Digits::decimal(12_000_001, 6), "12.000001"),
            (Digits::decimal(i64::MIN, 6), "-9223372036854.775808"),
            (Digits::decimal(i64::MAX, 18), "9.223372036854775807"),
            (Digits::fraction(1, 3), "1/3"),
            (Digits::fraction(-123_456_789, 1_234_567_890), "-123456789/1234567890"),
            (Digits::fraction(i64::MIN, i64::MAX), "-9223372036854775808/9223372036854775807"),
            (Digits::of(""), ""),
            (Digits::of("12345678901234567890123/7"), "12345678901234567890123/7"),
        ];
        for (digits, expected) in table {
            assert_eq!(digits.as_str(), expected);
        }
    }
}
