//! One sheet.

use super::globals::Globals;
use super::record::Records;
use super::text::Segments;
use crate::builder::{Budget, Builder, Formula, Value};
use crate::container::Bytes;
use crate::refusal::Refusal;
use crate::value::decimal::Decimal;
use crate::value::double;
use crate::workbook::{At, Table};

const FORMULA: u16 = 0x0006;
const COLUMNS: u16 = 0x007d;
const FILTERED: u16 = 0x009b;
const SHORT_NUMBERS: u16 = 0x00bd;
const RICH_TEXT: u16 = 0x00d6;
const MERGED: u16 = 0x00e5;
const SHARED_TEXT: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const TRUTH_OR_ERROR: u16 = 0x0205;
const RESULT: u16 = 0x0207;
const ROW: u16 = 0x0208;
const SHORT_NUMBER: u16 = 0x027e;

/// Reads the sheet that begins at a place of the stream.
pub fn read(stream: &[u8], start: usize, globals: &Globals, budget: &mut Budget) -> Result<Table, Refusal> {
    let mut records = Records::from(stream, start).ok_or(Refusal::Damaged)?;
    let mut table = Builder::new(globals.system, budget);
    // A formula whose result is a text, which comes in a record of its own.
    let mut waiting: Option<(At, u16)> = None;
    while let Some((id, data)) = records.next()? {
        match id {
            RESULT => {
                let text = Segments::new(records.continued(data)).text().ok_or(Refusal::Damaged)?;
                if let Some((at, style)) = waiting.take() {
                    table.formula(at, Formula::Computed);
                    table.put(at, Value::Text(text), globals.format(style))?;
                }
            }
            FORMULA | SHARED_TEXT | NUMBER | TEXT | RICH_TEXT | TRUTH_OR_ERROR | SHORT_NUMBER => {
                if let Some((at, _)) = waiting.take() {
                    table.formula(at, Formula::Uncomputed);
                }
                let (at, style) = place(data).ok_or(Refusal::Damaged)?;
                let value = match id {
                    FORMULA => match result(data).ok_or(Refusal::Damaged)? {
                        Outcome::InNextRecord => {
                            waiting = Some((at, style));
                            continue;
                        }
                        Outcome::Empty => {
                            table.formula(at, Formula::Empty);
                            continue;
                        }
                        Outcome::Is(value) => {
                            table.formula(at, Formula::Computed);
                            Some(value)
                        }
                    },
                    SHARED_TEXT => data.u32_at(6).and_then(|index| globals.string(index as usize)).map(text),
                    NUMBER => data.u64_at(6).and_then(double::decimal).map(Value::Number),
                    SHORT_NUMBER => data.u32_at(6).and_then(short).map(Value::Number),
                    TRUTH_OR_ERROR => data.get(6..8).map(|value| truth_or_error(value[0], value[1] != 0)),
                    _ => Segments::new(vec![data.get(6..).unwrap_or_default()]).text().map(Value::Text),
                };
                table.put(at, value.ok_or(Refusal::Damaged)?, globals.format(style))?;
            }
            SHORT_NUMBERS => several(data, globals, &mut table)?,
            ROW => {
                let row = data.u16_at(0).zip(data.u16_at(6)).zip(data.u16_at(12));
                let ((row, height), flags) = row.ok_or(Refusal::Damaged)?;
                if flags & 0x20 != 0 || height & 0x7fff == 0 {
                    table.hide_rows(row.into(), row.into())?;
                }
            }
            COLUMNS => {
                let number = |at| data.u16_at(at).map(usize::from).ok_or(Refusal::Damaged);
                if number(8)? & 1 == 1 || number(4)? == 0 {
                    table.hide_columns(number(0)?, number(2)?)?;
                }
            }
            MERGED => {
                for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let number = |at| range.u16_at(at).map(usize::from).ok_or(Refusal::Damaged);
                    table.merge((number(0)?, number(4)?), (number(2)?, number(6)?))?;
                }
            }
            FILTERED => table.is_filtered = true,
            _ => {}
        }
    }
    if let Some((at, _)) = waiting {
        table.formula(at, Formula::Uncomputed);
    }
    table.finish()
}

/// What a formula's record says of its result.
enum Outcome {
    Is(Value),
    Empty,
    InNextRecord,
}

fn result(data: &[u8]) -> Option<Outcome> {
    let bits = data.u64_at(6)?;
    if bits >> 48 != 0xffff {
        return Some(Outcome::Is(Value::Number(double::decimal(bits)?)));
    }
    let value = (bits >> 16) as u8;
    Some(match bits as u8 {
        0 => Outcome::InNextRecord,
        1 | 2 => Outcome::Is(truth_or_error(value, bits as u8 == 2)),
        _ => Outcome::Empty,
    })
}

/// Numbers that stand beside each other in one row.
fn several(data: &[u8], globals: &Globals, table: &mut Builder) -> Result<(), Refusal> {
    let (row, first) = data.u16_at(0).zip(data.u16_at(2)).ok_or(Refusal::Damaged)?;
    // The last two bytes are the last column.
    let numbers = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
    for (column, number) in numbers.chunks_exact(6).enumerate() {
        let (style, value) = number.u16_at(0).zip(number.u32_at(2).and_then(short)).ok_or(Refusal::Damaged)?;
        table.put((row.into(), usize::from(first) + column), Value::Number(value), globals.format(style))?;
    }
    Ok(())
}

fn place(data: &[u8]) -> Option<(At, u16)> {
    Some(((data.u16_at(0)?.into(), data.u16_at(2)?.into()), data.u16_at(4)?))
}

/// A number in four bytes: a whole number, or the upper half of a double; either may be in hundredths.
fn short(bits: u32) -> Option<Decimal> {
    let number = if bits & 2 == 2 {
        let whole = i64::from(bits.cast_signed() >> 2);
        Decimal::new(whole < 0, whole.unsigned_abs(), 0)
    } else {
        double::decimal(u64::from(bits & !3) << 32)?
    };
    Some(number.shifted(if bits & 1 == 1 { -2 } else { 0 }))
}

fn truth_or_error(value: u8, is_error: bool) -> Value {
    text(match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (_, 0x00) => "#NULL!",
        (_, 0x07) => "#DIV/0!",
        (_, 0x0f) => "#VALUE!",
        (_, 0x17) => "#REF!",
        (_, 0x1d) => "#NAME?",
        (_, 0x24) => "#NUM!",
        (_, 0x2a) => "#N/A",
        _ => "#GETTING_DATA",
    })
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}
