//! Paragraphs and tables.

use super::{Block, Cell, Document, Fault, Paragraph, Row, Run, Table, value};
use crate::package::xml::{is_none, push};

/// More columns than a table may have in Word.
const MAX_COLUMNS: usize = 63;

/// By what paragraphs name their style, and how their pieces begin.
pub struct Names {
    styles: usize,
    /// What signs that both scripts have are to be taken for.
    hint: &'static str,
}

impl Names {
    /// The names of a document, whose styles each have one of their own.
    pub fn of(document: &Document) -> Result<Names, Fault> {
        for (index, style) in document.styles.iter().enumerate() {
            let is_second = document.styles.iter().take(index).any(|other| other.name == style.name);
            if style.name.trim().is_empty() || is_second {
                return Err(Fault::Style(style.name.clone()));
            }
        }
        let hint = if document.is_chinese { "<w:rFonts w:hint=\"eastAsia\"/>" } else { "" };
        Ok(Names { styles: document.styles.len(), hint })
    }
}

/// The id of a style.
pub fn id(style: usize) -> String {
    ["s", &style.to_string()].concat()
}

/// Paragraphs and tables one after the other.
pub fn blocks(blocks: &[Block], names: &Names) -> Result<String, Fault> {
    let mut text = String::new();
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Paragraph(own) => paragraph(&mut text, own, names)?,
            Block::Table(own) => {
                if !is_sound(own) || !matches!(blocks.get(index + 1), Some(Block::Paragraph(_))) {
                    return Err(Fault::Table(index));
                }
                table(&mut text, own, names)?;
            }
        }
    }
    Ok(text)
}

/// Paragraphs one after the other.
pub fn paragraphs(paragraphs: &[Paragraph], names: &Names) -> Result<String, Fault> {
    let mut text = String::new();
    for own in paragraphs {
        paragraph(&mut text, own, names)?;
    }
    Ok(text)
}

fn paragraph(text: &mut String, own: &Paragraph, names: &Names) -> Result<(), Fault> {
    if own.style >= names.styles {
        return Err(Fault::NoStyle(own.style));
    }
    let page = if own.begins_page { "<w:pageBreakBefore/>" } else { "" };
    let next = if own.keeps_next { "<w:keepNext/>" } else { "" };
    text.push_str(&["<w:p><w:pPr>", &value("pStyle", &id(own.style)), next, page, "</w:pPr>"].concat());
    for piece in &own.runs {
        run(text, piece, names);
    }
    text.push_str("</w:p>");
    Ok(())
}

fn run(text: &mut String, run: &Run, names: &Names) {
    let bold = if matches!(run, Run::Bold(_)) { "<w:b/>" } else { "" };
    let start = ["<w:r><w:rPr>", names.hint, bold, "</w:rPr>"].concat();
    match run {
        Run::Text(own) | Run::Bold(own) => {
            text.push_str(&start);
            lines(text, own);
        }
        Run::PageNumber => {
            text.push_str("<w:fldSimple w:instr=\" PAGE \">");
            text.push_str(&start);
            text.push_str("<w:t>1</w:t></w:r></w:fldSimple>");
            return;
        }
    }
    text.push_str("</w:r>");
}

/// A text with the ends of its lines and its tabs as elements of their own: within a text they would be blanks.
fn lines(text: &mut String, own: &str) {
    let mut is_open = false;
    let mut signs = own.chars().peekable();
    while let Some(sign) = signs.next() {
        let element = match sign {
            '\r' if signs.peek() == Some(&'\n') => continue,
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "<w:br/>",
            '\t' => "<w:tab/>",
            _ => {
                if !is_open {
                    text.push_str("<w:t xml:space=\"preserve\">");
                    is_open = true;
                }
                push(text, if is_none(sign) { char::REPLACEMENT_CHARACTER } else { sign });
                continue;
            }
        };
        if is_open {
            text.push_str("</w:t>");
            is_open = false;
        }
        text.push_str(element);
    }
    if is_open {
        text.push_str("</w:t>");
    }
}

/// Whether every row takes all columns, and what continues has something above it.
fn is_sound(table: &Table) -> bool {
    let columns = table.widths.len();
    let row = |(index, row): (usize, &Row)| {
        let all: usize = row.cells.iter().map(|cell| cell.columns).sum();
        let above = index.checked_sub(1).and_then(|above| table.rows.get(above));
        let is_one = |at: usize, cell: &Cell| {
            !cell.continues || above.and_then(|above| at_column(above, at)).is_some_and(|it| it.columns == cell.columns)
        };
        all == columns && placed(row).all(|(at, cell)| cell.columns > 0 && is_one(at, cell))
    };
    (1..=MAX_COLUMNS).contains(&columns) && !table.rows.is_empty() && table.rows.iter().enumerate().all(row)
}

/// The cells of a row with the first column that each takes.
fn placed(row: &Row) -> impl Iterator<Item = (usize, &Cell)> {
    row.cells.iter().scan(0, |next, cell| {
        let at = *next;
        *next += cell.columns;
        Some((at, cell))
    })
}

/// The cell of a row that begins at a column.
fn at_column(row: &Row, column: usize) -> Option<&Cell> {
    placed(row).find(|(at, _)| *at == column).map(|(_, cell)| cell)
}

fn table(text: &mut String, table: &Table, names: &Names) -> Result<(), Fault> {
    let width = |columns: &[u32]| columns.iter().sum::<u32>().to_string();
    text.push_str(
        &[
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"grid\"/><w:tblW w:w=\"",
            &width(&table.widths),
            "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
        ]
        .concat(),
    );
    for column in &table.widths {
        text.push_str(&["<w:gridCol w:w=\"", &column.to_string(), "\"/>"].concat());
    }
    text.push_str("</w:tblGrid>");
    for (index, row) in table.rows.iter().enumerate() {
        text.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if row.height > 0 {
            text.push_str(&value("trHeight", &row.height.to_string()));
        }
        if index < table.heads {
            text.push_str("<w:tblHeader/>");
        }
        text.push_str("</w:trPr>");
        let below = table.rows.get(index + 1);
        for (at, cell) in placed(row) {
            let width = width(table.widths.get(at..at + cell.columns).unwrap_or_default());
            let goes_on = below.and_then(|below| at_column(below, at)).is_some_and(|it| it.continues);
            text.push_str(&["<w:tc><w:tcPr><w:tcW w:w=\"", &width, "\" w:type=\"dxa\"/>"].concat());
            if cell.columns > 1 {
                text.push_str(&value("gridSpan", &cell.columns.to_string()));
            }
            if cell.continues {
                text.push_str("<w:vMerge/>");
            } else if goes_on {
                text.push_str("<w:vMerge w:val=\"restart\"/>");
            }
            text.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
            // A cell ends with a paragraph, whatever is in it.
            if cell.paragraphs.is_empty() || cell.continues {
                text.push_str("<w:p/>");
            } else {
                text.push_str(&paragraphs(&cell.paragraphs, names)?);
            }
            text.push_str("</w:tc>");
        }
        text.push_str("</w:tr>");
    }
    text.push_str("</w:tbl>");
    Ok(())
}
