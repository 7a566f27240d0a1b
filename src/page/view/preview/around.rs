//! What a table says around a cell, so that a person finds it.

use intake::reading::At;
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
    let ((row, column), mut told) = (from, String::new());
    let mut before = (0..column).map(|column| cell_words((row, column), preview)).filter(|_| from.0 == to.0);
    let mut above = (0..row).rev().map(|row| cell_words((row, column), preview)).filter(|_| from.1 == to.1);
    for name in [before.find(|text| is_words(text)), above.find(|text| is_words(text))].into_iter().flatten() {
        told.push_str(&shortened(name, MOST));
        told.push(' ');
    }
    told.push_str(text);
    if from != to {
        told.push('…');
    }
    told
}

/// Whether a text says something that is no bare number. 2024年 does.
fn is_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() > most { text.chars().take(most).chain(['…']).collect() } else { text.to_owned() }
}
