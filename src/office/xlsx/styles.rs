//! The number formats of cells.

use crate::refusal::Refusal;
use crate::value::format::Format;
use crate::xml::{Reader, Token};

/// More styles than Excel takes.
const MAX_STYLES: usize = 1 << 16;

/// The number formats by the numbers that cells give their styles.
#[derive(Debug, Default)]
pub struct Styles {
    formats: Vec<Format>,
    /// Which of them a style has.
    styles: Vec<usize>,
    general: Format,
}

impl Styles {
    /// Reads the part with the styles.
    pub fn read(text: &str) -> Result<Styles, Refusal> {
        let mut styles = Styles::default();
        let mut codes: Vec<(u32, String)> = Vec::new();
        let mut known: Vec<u32> = Vec::new();
        let mut reader = Reader::new(text);
        while let Some(token) = reader.next()? {
            let Token::Open(element) = token else { continue };
            let number = |name| element.attribute(name).and_then(|value| value.parse::<u32>().ok()).unwrap_or(0);
            match element.name {
                "styleSheet" | "numFmts" | "cellXfs" => {}
                "numFmt" => {
                    codes.push((number("numFmtId"), element.attribute("formatCode").unwrap_or_default().into_owned()))
                }
                "xf" => {
                    let id = number("numFmtId");
                    let place = known.iter().position(|one| *one == id).unwrap_or(known.len());
                    if place == known.len() {
                        known.push(id);
                        let code = codes.iter().find(|(one, _)| *one == id);
                        styles.formats.push(match code {
                            Some((_, code)) => Format::read(code),
                            None => Format::built_in(id.try_into().unwrap_or(0)),
                        });
                    }
                    styles.styles.push(place);
                    reader.skip()?;
                }
                _ => reader.skip()?,
            }
            if codes.len().max(styles.styles.len()) > MAX_STYLES || known.len() > MAX_STYLES / 8 {
                return Err(Refusal::TooLarge);
            }
        }
        Ok(styles)
    }

    /// The format of a style.
    pub fn format(&self, style: usize) -> &Format {
        self.styles.get(style).and_then(|place| self.formats.get(*place)).unwrap_or(&self.general)
    }
}
