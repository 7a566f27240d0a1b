//! The texts that cells share, and texts with formatting in them.

use std::borrow::Cow;

use crate::refusal::Refusal;
use crate::xml::{Broken, Reader, Token};

/// More texts than may be shared.
const MAX_STRINGS: usize = 4_000_000;

/// The shared texts.
#[derive(Debug, Default)]
pub struct Strings {
    all: String,
    /// Where each of them ends.
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the part with the shared texts.
    pub fn read(text: &str) -> Result<Strings, Refusal> {
        let mut strings = Strings::default();
        let mut reader = Reader::new(text);
        while let Some(token) = reader.next()? {
            match token {
                Token::Open(element) if element.name == "si" => {
                    rich(&mut reader, &mut strings.all)?;
                    strings.ends.push(strings.all.len());
                    if strings.ends.len() > MAX_STRINGS {
                        return Err(Refusal::TooLarge);
                    }
                }
                Token::Open(element) if element.name != "sst" => reader.skip()?,
                _ => {}
            }
        }
        Ok(strings)
    }

    /// A text by its number.
    pub fn get(&self, index: usize) -> Option<&str> {
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.all.get(start..*self.ends.get(index)?)
    }
}

/// Adds the text of the innermost element, which has just begun: that of its runs, without how it is pronounced.
pub fn rich(reader: &mut Reader, into: &mut String) -> Result<(), Broken> {
    let mut depth = 0;
    while let Some(token) = reader.next()? {
        match token {
            Token::Open(element) => match element.name {
                "t" => into.push_str(&unescaped(reader.text()?)),
                "r" => depth += 1,
                _ => reader.skip()?,
            },
            Token::Close if depth == 0 => break,
            Token::Close => depth -= 1,
            Token::Text(_) => {}
        }
    }
    Ok(())
}

/// Characters that XML cannot have are written `_x000D_`, and an underscore that is none of that `_x005F_`.
pub fn unescaped(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text;
    }
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest: &str = &text;
    while let Some((plain, escape)) = rest.find("_x").and_then(|at| rest.split_at_checked(at)) {
        units.extend(plain.encode_utf16());
        match code(escape) {
            Some(unit) => {
                units.push(unit);
                rest = escape.get(7..).unwrap_or("");
            }
            None => {
                units.extend("_x".encode_utf16());
                rest = escape.get(2..).unwrap_or("");
            }
        }
    }
    units.extend(rest.encode_utf16());
    Cow::Owned(String::from_utf16_lossy(&units).replace("\r\n", "\n").replace('\r', "\n"))
}

fn code(escape: &str) -> Option<u16> {
    let digits = escape.get(2..6).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    (escape.as_bytes().get(6) == Some(&b'_')).then(|| u16::from_str_radix(digits, 16).ok())?
}
