//! How high a row has to be for the texts in it that go on in the next line.
//!
//! Excel finds that out by itself when it opens a file; LibreOffice and viewers do not.

use super::{Cell, Content, Sheet, Style};

/// How wide characters are, in tenths of a digit: a Chinese one, and any other.
const WIDE: usize = 21;
const NARROW: usize = 11;
/// How high a line is, in points.
const LINE: usize = 15;
/// A row is no higher in any program.
const HIGHEST: usize = 400;
/// How wide a column is where nothing is said, in digits.
const USUAL_WIDTH: u32 = 9;

/// The height of a row in points; none where one line is enough.
pub fn height(sheet: &Sheet, row: usize, styles: &[Style]) -> Option<String> {
    let cells = sheet.rows.get(row)?.iter().enumerate();
    let lines = cells.map(|(column, cell)| lines(sheet, (row, column), cell, styles)).max()?;
    (lines > 1).then(|| (lines * LINE).min(HIGHEST).to_string())
}

fn lines(sheet: &Sheet, at: (usize, usize), cell: &Cell, styles: &[Style]) -> usize {
    let is_wrapped =
        cell.style.checked_sub(1).and_then(|style| styles.get(style)).is_some_and(|style| style.is_wrapped);
    let (Content::Text(text) | Content::TextFormula(_, text)) = &cell.content else { return 1 };
    if !is_wrapped {
        return 1;
    }
    let last = sheet.merged.iter().find(|(from, _)| *from == at).map_or(at.1, |(_, to)| to.1);
    let width = |column: usize| match sheet.widths.get(column) {
        Some(width) if *width > 0 => *width,
        _ => USUAL_WIDTH,
    };
    let room = (at.1..=last).map(width).sum::<u32>() as usize * 10;
    let of_line = |line: &str| {
        let length: usize = line.chars().map(|one| if one < '\u{2000}' { NARROW } else { WIDE }).sum();
        length.div_ceil(room.max(1)).max(1)
    };
    text.split('\n').map(of_line).sum()
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Content, Sheet, Style};
    use super::height;

    #[test]
    fn a_row_is_as_high_as_its_longest_text() {
        let styles = [Style { is_wrapped: true, ..Style::default() }];
        let text = |text: &str, style: usize| Cell { content: Content::Text(text.into()), style };
        // the cells | the height
        let table = [
            (vec![text("甲", 1)], None),
            (vec![text(&"甲".repeat(40), 0)], None),
            (vec![text(&"甲".repeat(4), 1)], None),
            (vec![text(&"甲".repeat(5), 1)], Some("30")),
            (vec![text("甲\n乙\n丙", 1), text("甲\n乙", 1)], Some("45")),
            (vec![Cell::default(), text(&"a".repeat(20), 1)], Some("30")),
            (vec![text(&"甲".repeat(9000), 1)], Some("400")),
        ];
        for (cells, expected) in table {
            let sheet = Sheet { rows: vec![cells], widths: vec![10, 20], ..Sheet::default() };
            assert_eq!(height(&sheet, 0, &styles).as_deref(), expected, "{:?}", sheet.rows);
        }
        let cells = vec![text(&"甲".repeat(12), 1)];
        let merged = vec![((0, 0), (0, 1))];
        let sheet = Sheet { rows: vec![cells], widths: vec![10, 20], merged, ..Sheet::default() };
        assert_eq!(height(&sheet, 0, &styles), None);
    }
}
