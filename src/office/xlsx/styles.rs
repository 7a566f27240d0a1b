//! The number formats of cells.

use crate::refusal::Refusal;
use crate::value::formats::Formats;
use crate::xml::{Reader, Token};

/// More styles than Excel takes.
const MAX_STYLES: usize = 1 << 16;

/// Reads the part with the styles, for their formats.
pub fn read(text: &str) -> Result<Formats, Refusal> {
    let (mut formats, mut styles) = (Formats::default(), Vec::new());
    let mut reader = Reader::new(text);
    while let Some(token) = reader.next()? {
        let Token::Open(element) = token else { continue };
        let number = |name| element.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(0);
        match element.name {
            "styleSheet" | "numFmts" | "cellXfs" => {}
            "numFmt" => formats.define(number("numFmtId"), &element.attribute("formatCode").unwrap_or_default())?,
            "xf" if styles.len() == MAX_STYLES => return Err(Refusal::TooLarge),
            "xf" => {
                styles.push(number("numFmtId"));
                reader.skip()?;
            }
            _ => reader.skip()?,
        }
    }
    formats.give(&styles)?;
    Ok(formats)
}
