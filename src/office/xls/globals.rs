//! What the sheets have in common: their places, formats and texts.

use super::record::Records;
use super::text::Segments;
use crate::container::Bytes;
use crate::refusal::{Kind, Refusal};
use crate::value::date::DateSystem;
use crate::value::format::Format;
use crate::value::formats::Formats;

/// A sheet with cells.
pub const TABLE: u8 = 0;
/// A sheet with macros of Excel 4.
pub const MACROS: u8 = 1;

/// More texts than may be shared.
const MAX_STRINGS: u32 = 2_000_000;
/// More styles than Excel takes.
const MAX_STYLES: usize = 1 << 16;

const DATE_SYSTEM: u16 = 0x0022;
const PASSWORD: u16 = 0x002f;
const SHEET: u16 = 0x0085;
const STYLE: u16 = 0x00e0;
const STRINGS: u16 = 0x00fc;
const FORMAT: u16 = 0x041e;

/// The first part of the stream.
#[derive(Debug, Default)]
pub struct Globals {
    /// The sheets in their order.
    pub sheets: Vec<Place>,
    /// Which day the serial numbers begin with.
    pub system: DateSystem,
    strings: Vec<String>,
    formats: Formats,
}

/// Where a sheet stands.
#[derive(Debug)]
pub struct Place {
    /// What its tab says.
    pub title: String,
    /// Whether its tab is hidden.
    pub is_hidden: bool,
    /// Whether it has cells.
    pub kind: u8,
    /// Where it begins.
    pub start: usize,
}

impl Globals {
    /// Reads it.
    pub fn read(stream: &[u8]) -> Result<Globals, Refusal> {
        let Some(mut records) = Records::from(stream, 0) else {
            let is_older = stream.u16_at(0).is_some_and(|id| id & 0xf0ff == 0x0009);
            return Err(if is_older { Refusal::Unsupported(Kind::Excel95) } else { Refusal::Damaged });
        };
        let (mut globals, mut styles) = (Globals::default(), Vec::new());
        while let Some((id, data)) = records.next()? {
            match id {
                PASSWORD => return Err(Refusal::Encrypted),
                DATE_SYSTEM if data.u16_at(0) == Some(1) => globals.system = DateSystem::From1904,
                SHEET => globals.sheets.push(place(data).ok_or(Refusal::Damaged)?),
                STYLE if styles.len() == MAX_STYLES => return Err(Refusal::TooLarge),
                STYLE => styles.push(data.u16_at(2).ok_or(Refusal::Damaged)?.into()),
                FORMAT => {
                    let number = data.u16_at(0).ok_or(Refusal::Damaged)?;
                    let code = Segments::new(vec![data.get(2..).unwrap_or_default()]).text().ok_or(Refusal::Damaged)?;
                    globals.formats.define(number.into(), &code)?;
                }
                STRINGS => globals.strings = strings(Segments::new(records.continued(data)))?,
                _ => {}
            }
        }
        globals.formats.give(&styles)?;
        Ok(globals)
    }

    /// A text by its number.
    pub fn string(&self, index: usize) -> Option<&str> {
        self.strings.get(index).map(String::as_str)
    }

    /// The format of a style.
    pub fn format(&self, style: u16) -> &Format {
        self.formats.of(style.into())
    }
}

fn place(data: &[u8]) -> Option<Place> {
    let length = usize::from(*data.get(6)?);
    Some(Place {
        title: Segments::new(vec![data.get(7..)?]).characters(length)?,
        is_hidden: data.get(4)? & 3 != 0,
        kind: *data.get(5)?,
        start: data.u32_at(0)? as usize,
    })
}

fn strings(mut segments: Segments) -> Result<Vec<String>, Refusal> {
    let mut strings = Vec::new();
    let count = segments.u32().and_then(|_| segments.u32()).ok_or(Refusal::Damaged)?;
    if count > MAX_STRINGS {
        return Err(Refusal::TooLarge);
    }
    for _ in 0..count {
        strings.push(segments.text().ok_or(Refusal::Damaged)?);
    }
    Ok(strings)
}
