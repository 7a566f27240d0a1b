//! The cells of lines that only spaces part, as in what was copied from a PDF.

use engine::number::{NumberKind, parse_number};

use crate::grid::{Grid, Sort};
use crate::layout::Block;
use crate::table::Parted;
use crate::unit::Unit;
use crate::words::{around, plain};

/// Two spaces part the cells of a line; single ones do where they stand between a word and a number or between two numbers.
/// `98 102` may be one number or two: what the lines around it have decides.
pub fn spaced(text: &str, most: usize) -> Option<Vec<Vec<String>>> {
    let (mut rows, mut cells) = (Vec::new(), 0);
    // How many cells a line has that can be read in one way only: the last above, or else the first.
    let clear = |line: &str| Some(line_of(line, true).len()).filter(|count| *count > 1 && !is_unclear(line));
    let mut width = text.split('\n').find_map(clear);
    for line in text.split('\n') {
        let row = if is_unclear(line) {
            let loose = line_of(line, false);
            if width == Some(loose.len()) { loose } else { line_of(line, true) }
        } else {
            let row = line_of(line, true);
            width = if row.len() > 1 { Some(row.len()) } else { width };
            row
        };
        cells += row.len().max(1);
        if cells > most {
            return None;
        }
        rows.push(row);
    }
    Some(rows)
}

/// Whether a cell may as well be several numbers: 98 102.
pub fn may_be_several(cell: &str) -> bool {
    let mut parts = cell.split_whitespace();
    let is_digits = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    parts.next().is_some_and(is_digits) && parts.next().is_some_and(is_digits)
}

fn is_unclear(line: &str) -> bool {
    line.trim().contains(' ') && line_of(line, true).len() != line_of(line, false).len()
}

/// The cells of a line, with spaces between the groups of a number or without.
fn line_of(line: &str, groups: bool) -> Vec<String> {
    let is_number = |text: &str| matches!(parse_number(text, NumberKind::SignedAmount), Ok(Some(_)));
    let line = line.trim();
    if line.is_empty() || (groups && is_number(line)) {
        return vec![line.to_owned()];
    }
    let mut cells: Vec<String> = Vec::new();
    let mut rest = line;
    while let Some((cell, behind)) = around(rest, "  ") {
        cells.push(cell.trim().to_owned());
        rest = behind.trim_start();
    }
    if !cells.is_empty() {
        cells.push(rest.to_owned());
        return cells;
    }
    let mut before = false;
    for part in line.split([' ', '\u{3000}', '\u{a0}']).filter(|part| !part.is_empty()) {
        let number = part.starts_with(|c| matches!(c, '0'..='9' | '０'..='９' | '-' | '−' | '+' | '(' | '（' | '—'));
        // `30 人` is one cell, and so may be `5 000`.
        let goes_on = if number {
            groups && is_group(cells.last(), part)
        } else {
            !before || Unit::named(&plain(part)).is_some()
        };
        match cells.last_mut() {
            Some(last) if goes_on => {
                last.push(' ');
                last.push_str(part);
            }
            _ => cells.push(part.to_owned()),
        }
        before = number;
    }
    cells
}

/// Whether three digits go on with the number before them.
fn is_group(before: Option<&String>, part: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let last = before.and_then(|before| before.rsplit(' ').next()).unwrap_or("");
    part.len() == 3 && digits(part) && (1..=3).contains(&last.len()) && digits(last)
}

/// Whether cells of a row may stand in other columns than they belong to: a comma in a number that nobody quoted moves all that follows, and
/// so does a blank cell between spaces.
pub fn is_shifted(grid: &Grid, block: &Block, row: usize) -> bool {
    let filled = grid.filled(row);
    match grid.parted {
        Parted::Tabs => false,
        Parted::Commas => {
            let last = block.head.iter().filter_map(|head| grid.filled(*head).last()).max();
            last.is_some_and(|last| filled.last() > Some(last))
        }
        Parted::Spaces if !grid.has(row, Sort::Number) => false,
        Parted::Spaces if block.head.is_empty() => filled.iter().any(|column| may_be_several(grid.text(row, *column))),
        // Above the names of the rows there has to be a head as well, or all of it stands one column too far to the left.
        Parted::Spaces => {
            let is_named = grid.sort(row, 0) == Sort::Words && !grid.is_year(row, 0);
            let is_above =
                |head: &usize| grid.filled(*head).len() == filled.len() && !(is_named && grid.is_year(*head, 0));
            !block.head.iter().any(is_above)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::spaced;

    #[test]
    fn what_other_lines_have_decides() {
        // text | rows
        let table: [(&str, &[&[&str]]); 4] = [
            ("指标 2023年 2024年\n从业人员 40 410", &[&["指标", "2023年", "2024年"], &["从业人员", "40", "410"]]),
            ("指标 2024年\n从业人员 40 410", &[&["指标", "2024年"], &["从业人员", "40 410"]]),
            ("98 102 110\n5 6 7", &[&["98", "102", "110"], &["5", "6", "7"]]),
            ("98 102 110", &[&["98 102 110"]]),
        ];
        for (text, expected) in table {
            assert_eq!(spaced(text, 100).expect(text), expected, "{text}");
        }
    }
}
