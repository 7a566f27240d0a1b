//! What a table says around a cell, so that a person finds it.

use intake::reading::{At, Code, Unused};
use model::preview::Preview;

/// What stands in a row of the table, shortened.
pub fn row_text(row: usize, preview: &Preview) -> String {
    const MOST: usize = 40;
    let cells = preview.table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
    shortened(&texts.join(" "), MOST)
}

/// What a cell says.
pub fn cell_words((row, column): At, preview: &Preview) -> &str {
    preview.table.rows.get(row).and_then(|row| row.get(column)).map_or("", |cell| cell.text.trim())
}

/// The text of cells behind what the one row or the one column that they are in is called, so that 60 is known: 离职人数 60.
pub fn told(from: At, to: At, text: &str, preview: &Preview) -> String {
    const MOST: usize = 16;
    let name = (0..from.1).map(|column| cell_words((from.0, column), preview)).find(|text| is_words(text));
    let head = head_of(from, preview);
    let names = [name.filter(|_| from.0 == to.0), head.filter(|_| from.1 == to.1)];
    let mut told = String::new();
    for name in names.into_iter().flatten() {
        told.push_str(&shortened(name, MOST));
        told.push(' ');
    }
    told.push_str(text);
    if from != to {
        told.push('…');
    }
    told
}

/// What the nearest row of heads above a cell says of its column.
fn head_of((row, column): At, preview: &Preview) -> Option<&str> {
    let is_above = |unused: &&Unused| {
        unused.code == Code::Header && unused.to.0 < row && (unused.from.1..=unused.to.1).contains(&column)
    };
    let head = preview.reading.unused.iter().filter(is_above).max_by_key(|unused| unused.to.0)?;
    (head.from.0..=head.to.0).rev().map(|row| cell_words((row, column), preview)).find(|text| !text.is_empty())
}

/// Whether a text says something that is no bare number. 2024年 does.
fn is_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() > most { text.chars().take(most).chain(['…']).collect() } else { text.to_owned() }
}
