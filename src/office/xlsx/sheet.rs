//! One sheet.

use super::Shared;
use super::strings::{rich, unescaped};
use crate::builder::{Budget, Builder, Formula, MAX_COLUMNS, MAX_ROWS, Value};
use crate::refusal::Refusal;
use crate::value::decimal::Decimal;
use crate::workbook::{At, Table};
use crate::xml::{Element, Reader, Token, is_true, resolved};

/// A sheet as it is read.
struct Reading<'a> {
    reader: Reader<'a>,
    shared: &'a Shared,
    table: Builder<'a>,
    /// The row and the column that a row or cell without a reference stands in.
    next: At,
}

/// Reads the part of a sheet.
pub fn read(text: &str, shared: &Shared, budget: &mut Budget) -> Result<Table, Refusal> {
    let table = Builder::new(shared.system, budget);
    let mut reading = Reading { reader: Reader::new(text), shared, table, next: (0, 0) };
    let mut is_root = true;
    while let Some(token) = reading.reader.next()? {
        let Token::Open(element) = token else { continue };
        if is_root && element.name != "worksheet" {
            return Err(Refusal::Damaged);
        }
        is_root = false;
        match element.name {
            "worksheet" | "cols" | "sheetData" | "mergeCells" | "autoFilter" => {}
            "sheetPr" => reading.table.is_filtered |= element.attribute("filterMode").is_some_and(|is| is_true(&is)),
            "filterColumn" => {
                reading.table.is_filtered = true;
                reading.reader.skip()?;
            }
            "col" => reading.column(element)?,
            "row" => reading.row(element)?,
            "mergeCell" => {
                let range = element.attribute("ref").unwrap_or_default();
                let (from, to) = range.split_once(':').unwrap_or((&range, &range));
                let ends = reference(from).zip(reference(to)).ok_or(Refusal::Damaged)?;
                reading.table.merge(ends.0, ends.1)?;
            }
            _ => reading.reader.skip()?,
        }
    }
    reading.table.finish()
}

impl Reading<'_> {
    fn column(&mut self, element: Element) -> Result<(), Refusal> {
        let number = |name| element.attribute(name).and_then(|value| value.parse::<usize>().ok());
        let width = element.attribute("width").and_then(|width| Decimal::read(&width));
        let is_hidden = element.attribute("hidden").is_some_and(|value| is_true(&value));
        if !is_hidden && !width.is_some_and(Decimal::is_zero) {
            return Ok(());
        }
        let first = number("min").and_then(|first| first.checked_sub(1)).ok_or(Refusal::Damaged)?;
        let last = number("max").and_then(|last| last.checked_sub(1)).ok_or(Refusal::Damaged)?;
        self.table.hide_columns(first, last.min(MAX_COLUMNS))
    }

    fn row(&mut self, element: Element) -> Result<(), Refusal> {
        let (mut row, mut is_hidden) = (self.next.0, false);
        for (name, value) in element.attributes() {
            match name {
                "r" => row = value.parse::<usize>().ok().and_then(|row| row.checked_sub(1)).ok_or(Refusal::Damaged)?,
                "hidden" => is_hidden |= is_true(value),
                "ht" => is_hidden |= Decimal::read(value).is_some_and(Decimal::is_zero),
                _ => {}
            }
        }
        if row >= MAX_ROWS {
            return Err(Refusal::Damaged);
        }
        self.next = (row, 0);
        if is_hidden {
            self.table.hide_rows(row, row)?;
        }
        // The cells within come next.
        while let Some(token) = self.reader.next()? {
            match token {
                Token::Open(element) if element.name == "c" => self.cell(element)?,
                Token::Open(_) => self.reader.skip()?,
                Token::Close => break,
                Token::Text(_) => {}
            }
        }
        self.next = (row + 1, 0);
        Ok(())
    }

    fn cell(&mut self, element: Element) -> Result<(), Refusal> {
        let (mut at, mut style, mut kind) = (self.next, 0, "n");
        for (name, value) in element.attributes() {
            match name {
                "r" => at = reference(value).ok_or(Refusal::Damaged)?,
                "s" => style = value.parse().unwrap_or(0),
                "t" => kind = value,
                _ => {}
            }
        }
        self.next = (at.0, at.1 + 1);
        let (mut value, mut inline, mut has_formula) = (None, None, false);
        while let Some(token) = self.reader.next()? {
            match token {
                Token::Open(element) => match element.name {
                    "f" => {
                        has_formula = true;
                        self.reader.skip()?;
                    }
                    "v" => value = Some(self.reader.text()?),
                    "is" => {
                        let mut text = String::new();
                        rich(&mut self.reader, &mut text)?;
                        inline = Some(text);
                    }
                    _ => self.reader.skip()?,
                },
                Token::Close => break,
                Token::Text(_) => {}
            }
        }
        let value = value.unwrap_or_default();
        if has_formula {
            let is_empty = value.is_empty() && inline.is_none();
            let result = match kind {
                "str" if is_empty => Formula::Empty,
                _ if is_empty => Formula::Uncomputed,
                _ => Formula::Computed,
            };
            self.table.formula(at, result);
        }
        let value = match kind {
            "inlineStr" => Value::Text(inline.unwrap_or_default()),
            "s" if value.is_empty() => return Ok(()),
            "s" => {
                let text = value.trim().parse().ok().and_then(|index| self.shared.strings.get(index));
                Value::Text(text.ok_or(Refusal::Damaged)?.to_owned())
            }
            "b" if value.trim().is_empty() => return Ok(()),
            "b" => Value::Text(if is_true(value.trim()) { "TRUE" } else { "FALSE" }.to_owned()),
            // A day as text, which only few programs write.
            "d" => Value::Text(value.trim_end_matches("T00:00:00").trim_end_matches('Z').replace('T', " ")),
            // What is no number, such as the NaN of some programs, stands there as a text.
            "n" => match Decimal::read(&value) {
                Some(number) => Value::Number(number),
                None => Value::Text(value.into_owned()),
            },
            _ => Value::Text(unescaped(value).into_owned()),
        };
        self.table.put(at, value, self.shared.formats.of(style))
    }
}

/// The row and column of a reference such as `AB12`.
fn reference(text: &str) -> Option<At> {
    let text = resolved(text).ok()?;
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at_checked(letters)?;
    if letters.is_empty() || letters.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let column =
        letters.bytes().fold(0, |column, byte| 26 * column + usize::from(byte.to_ascii_uppercase() - b'A') + 1);
    let row: usize = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column - 1)).filter(|(row, column)| *row < MAX_ROWS && *column < MAX_COLUMNS)
}
