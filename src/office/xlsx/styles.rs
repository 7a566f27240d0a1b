//! The number formats of cells.

use crate::refusal::Refusal;
use crate::value::format::Format;
use crate::value::formats::Formats;
use crate::xml::{Reader, Token};

/// More styles than Excel takes.
const MAX_STYLES: usize = 1 << 16;

/// The number formats by the numbers that cells give their styles.
#[derive(Debug, Default)]
pub struct Styles {
    /// The number of the format of every style.
    styles: Vec<u32>,
    formats: Formats,
}

impl Styles {
    /// Reads the part with the styles.
    pub fn read(text: &str) -> Result<Styles, Refusal> {
        let mut styles = Styles::default();
        let mut reader = Reader::new(text);
        while let Some(token) = reader.next()? {
            let Token::Open(element) = token else { continue };
            let number = |name| element.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(0);
            match element.name {
                "styleSheet" | "numFmts" | "cellXfs" => {}
                "numFmt" => {
                    let code = element.attribute("formatCode").unwrap_or_default();
                    styles.formats.define(number("numFmtId"), code.into_owned())?;
                }
                "xf" if styles.styles.len() == MAX_STYLES => return Err(Refusal::TooLarge),
                "xf" => {
                    styles.styles.push(number("numFmtId"));
                    reader.skip()?;
                }
                _ => reader.skip()?,
            }
        }
        styles.styles.iter().try_for_each(|number| styles.formats.use_of(*number))?;
        Ok(styles)
    }

    /// The format of a style.
    pub fn format(&self, style: usize) -> &Format {
        self.formats.get(self.styles.get(style).copied().unwrap_or(0))
    }
}
