//! What one cell says of several rows of a list: a merged one of all that it covers, and 同上 what stands above it.

use crate::table::{Cell, MAX_CELLS, Table};
use crate::words::{is_one_of, plain};

/// A copy of a table in which every row says all that is said of it; none if every row does already.
pub fn spread(table: &Table) -> Option<Table> {
    if !table.rows.iter().flatten().any(|cell| cell.merged.0 > 1 || says_ditto(cell)) {
        return None;
    }
    let mut table = table.clone();
    // Merged cells do not overlap in a workbook. Where they are said to, it must not take for ever.
    let mut left = MAX_CELLS;
    for row in 0..table.rows.len() {
        for column in 0..table.rows[row].len() {
            if says_ditto(&table.rows[row][column])
                && let Some(above) = row.checked_sub(1).and_then(|above| table.rows[above].get(column)).cloned()
            {
                say(&mut table.rows[row][column], &above);
            }
            let cell = &table.rows[row][column];
            if cell.merged.0 < 2 || cell.text.is_empty() {
                continue;
            }
            let (cell, end) = (cell.clone(), table.rows.len().min(row.saturating_add(cell.merged.0)));
            for below in &mut table.rows[row + 1..end] {
                left = left.saturating_sub(1);
                if left == 0 {
                    return Some(table);
                }
                if below.len() <= column {
                    below.resize_with(column + 1, || Cell::text(""));
                }
                if below[column].text.is_empty() {
                    say(&mut below[column], &cell);
                }
            }
        }
    }
    Some(table)
}

fn says_ditto(cell: &Cell) -> bool {
    cell.text.len() <= 12 && is_one_of("同上 同前 〃 ″ 々", &plain(&cell.text))
}

/// Says in a cell what another one says.
fn say(cell: &mut Cell, other: &Cell) {
    cell.text.clone_from(&other.text);
    cell.number.clone_from(&other.number);
    cell.format.clone_from(&other.format);
    cell.hidden |= other.hidden;
}
