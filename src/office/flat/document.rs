//! A document that is to be written, in the order of the fields in `document`.

use super::{Reader, Writer};
use crate::document::{Align, Block, Cell, Document, Page, Paragraph, Row, Run, Style, Table};

const ALIGNS: [Align; 4] = [Align::Both, Align::Left, Align::Centre, Align::Right];

/// Writes a document that is to be written.
pub fn write(document: &Document) -> Vec<u8> {
    let mut to = Writer::default();
    to.text(&document.title);
    to.number(document.is_chinese.into());
    let page = &document.page;
    to.small(&[page.width, page.height]);
    to.small(&page.margins);
    to.small(&page.edges);
    to.small(&[page.lines]);
    to.list(&document.fonts, |to, (font, other)| {
        to.text(font);
        to.text(other);
    });
    to.list(&document.styles, write_style);
    for says in [&document.header].into_iter().chain(&document.footers) {
        to.list(says, write_paragraph);
    }
    to.list(&document.blocks, write_block);
    to.0
}

/// Reads what was written. None if it is anything else.
pub fn read(bytes: &[u8]) -> Option<Document> {
    let mut from = Reader(bytes);
    let document = Document {
        title: from.text()?,
        is_chinese: from.flag()?,
        page: read_page(&mut from)?,
        fonts: from.list(|from| Some((from.text()?, from.text()?)))?,
        styles: from.list(read_style)?,
        header: from.list(read_paragraph)?,
        footers: [from.list(read_paragraph)?, from.list(read_paragraph)?],
        blocks: from.list(read_block)?,
    };
    from.0.is_empty().then_some(document)
}

fn read_page(from: &mut Reader) -> Option<Page> {
    let [width, height] = from.small()?;
    let (margins, edges, [lines]) = (from.small()?, from.small()?, from.small()?);
    Some(Page { width, height, margins, edges, lines })
}

fn write_style(to: &mut Writer, style: &Style) {
    to.text(&style.name);
    to.text(&style.font);
    to.text(&style.latin);
    to.small(&[style.level, style.size, style.closer, style.line]);
    to.small(&style.space);
    to.small(&style.indents);
    to.number(style.align as usize);
    for flag in [style.is_bold, style.keeps_next] {
        to.number(flag.into());
    }
}

fn read_style(from: &mut Reader) -> Option<Style> {
    let [name, font, latin] = [from.text()?, from.text()?, from.text()?];
    let [level, size, closer, line] = from.small()?;
    Some(Style {
        name,
        level,
        font,
        latin,
        size,
        closer,
        line,
        space: from.small()?,
        indents: from.small()?,
        align: *ALIGNS.get(from.number()?)?,
        is_bold: from.flag()?,
        keeps_next: from.flag()?,
    })
}

fn write_block(to: &mut Writer, block: &Block) {
    match block {
        Block::Paragraph(paragraph) => {
            to.number(0);
            write_paragraph(to, paragraph);
        }
        Block::Table(table) => {
            to.number(1);
            to.list(&table.widths, |to, width| to.small(&[*width]));
            to.number(table.heads);
            to.list(&table.rows, |to, row| {
                to.small(&[row.height]);
                to.list(&row.cells, write_cell);
            });
        }
    }
}

fn read_block(from: &mut Reader) -> Option<Block> {
    Some(match from.number()? {
        0 => Block::Paragraph(read_paragraph(from)?),
        1 => Block::Table(Table {
            widths: from.list(|from| from.small().map(|[width]| width))?,
            heads: from.number()?,
            rows: from.list(|from| {
                let [height] = from.small()?;
                Some(Row { height, cells: from.list(read_cell)? })
            })?,
        }),
        _ => return None,
    })
}

fn write_cell(to: &mut Writer, cell: &Cell) {
    to.number(cell.columns);
    to.number(cell.continues.into());
    to.list(&cell.paragraphs, write_paragraph);
}

fn read_cell(from: &mut Reader) -> Option<Cell> {
    Some(Cell { columns: from.number()?, continues: from.flag()?, paragraphs: from.list(read_paragraph)? })
}

fn write_paragraph(to: &mut Writer, paragraph: &Paragraph) {
    to.number(paragraph.style);
    to.number(paragraph.begins_page.into());
    to.number(paragraph.keeps_next.into());
    to.list(&paragraph.runs, |to, run| match run {
        Run::Text(text) => {
            to.number(0);
            to.text(text);
        }
        Run::Bold(text) => {
            to.number(1);
            to.text(text);
        }
        Run::PageNumber => to.number(2),
    });
}

fn read_paragraph(from: &mut Reader) -> Option<Paragraph> {
    Some(Paragraph {
        style: from.number()?,
        begins_page: from.flag()?,
        keeps_next: from.flag()?,
        runs: from.list(|from| {
            Some(match from.number()? {
                0 => Run::Text(from.text()?),
                1 => Run::Bold(from.text()?),
                2 => Run::PageNumber,
                _ => return None,
            })
        })?,
    })
}

impl Writer {
    /// So many numbers that the reader knows how many they are.
    fn small(&mut self, numbers: &[u32]) {
        numbers.iter().for_each(|number| self.number(*number as usize));
    }
}

impl Reader<'_> {
    fn small<const COUNT: usize>(&mut self) -> Option<[u32; COUNT]> {
        let mut numbers = [0; COUNT];
        for number in &mut numbers {
            *number = u32::try_from(self.number()?).ok()?;
        }
        Some(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_arrives() {
        let paragraph =
            |style: usize, runs: Vec<Run>| Paragraph { style, begins_page: style == 1, keeps_next: style == 2, runs };
        let text = |text: &str| Run::Text(text.to_owned());
        let style = |align: Align, flag: bool| Style {
            name: ["样式", if flag { "甲" } else { "乙" }].concat(),
            level: 2,
            font: "仿宋".into(),
            latin: "Times New Roman".into(),
            size: 32,
            closer: 5,
            is_bold: flag,
            align,
            line: 579,
            space: [0, 12],
            indents: [200, 0, 100],
            keeps_next: !flag,
        };
        let cell = |columns: usize, continues: bool| Cell {
            columns,
            continues,
            paragraphs: vec![paragraph(0, vec![text("甲 5 \n"), Run::PageNumber]), Paragraph::default()],
        };
        let table = Table {
            widths: vec![100, 0],
            heads: 1,
            rows: vec![
                Row { height: 600, cells: vec![cell(1, false), cell(1, true)] },
                Row { height: 0, cells: vec![cell(2, false)] },
            ],
        };
        let document = Document {
            title: "自评报告".into(),
            is_chinese: true,
            page: Page { width: 1, height: 2, margins: [3, 4, 5, 6], edges: [7, 8], lines: 9 },
            fonts: vec![("方正小标宋简体".into(), "宋体".into())],
            styles: ALIGNS.map(|align| style(align, align == Align::Left)).to_vec(),
            header: vec![paragraph(2, vec![text("假设")])],
            footers: [vec![paragraph(3, vec![text("— "), Run::PageNumber])], vec![]],
            blocks: vec![
                Block::Paragraph(paragraph(1, vec![Run::Bold("一、".into())])),
                Block::Table(table),
                Block::Paragraph(Paragraph::default()),
            ],
        };
        let written = write(&document);
        assert_eq!(read(&written), Some(document));
        for length in 0..written.len() {
            assert_eq!(read(&written[..length]), None, "the first {length} bytes");
        }
        assert_eq!(read(&[&written[..], b" "].concat()), None);
    }
}
