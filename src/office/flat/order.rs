//! What is to be written into a file, in the order of the fields in `write`.

use super::{Reader, Writer};
use crate::write::{Cell, Choices, Content, List, Paper, Sheet, Style, Workbook};

/// Writes what is to be written.
pub fn write(book: &Workbook) -> Vec<u8> {
    let mut to = Writer::default();
    to.list(&book.sheets, write_sheet);
    to.list(&book.styles, write_style);
    to.0
}

/// Reads what was written. None if it is anything else.
pub fn read(bytes: &[u8]) -> Option<Workbook> {
    let mut from = Reader(bytes);
    let book = Workbook { sheets: from.list(read_sheet)?, styles: from.list(read_style)? };
    from.0.is_empty().then_some(book)
}

fn write_sheet(to: &mut Writer, sheet: &Sheet) {
    to.text(&sheet.title);
    to.number(sheet.is_hidden.into());
    to.list(&sheet.rows, |to, row| to.list(row, write_cell));
    to.list(&sheet.widths, |to, width| to.number(*width as usize));
    to.list(&sheet.hidden_columns, |to, column| to.number(*column));
    to.list(&sheet.hidden_rows, |to, row| to.number(*row));
    to.list(&sheet.merged, |to, (from, last)| {
        to.pair(*from);
        to.pair(*last);
    });
    to.list(&sheet.lists, write_list);
    to.list(sheet.frozen.as_slice(), |to, at| to.pair(*at));
    to.number(sheet.paper as usize);
}

fn read_sheet(from: &mut Reader) -> Option<Sheet> {
    Some(Sheet {
        title: from.text()?,
        is_hidden: from.flag()?,
        rows: from.list(|from| from.list(read_cell))?,
        widths: from.list(read_small)?,
        hidden_columns: from.list(Reader::number)?,
        hidden_rows: from.list(Reader::number)?,
        merged: from.list(|from| Some((from.pair()?, from.pair()?)))?,
        lists: from.list(read_list)?,
        frozen: from.list(Reader::pair)?.pop(),
        paper: *[Paper::Any, Paper::A4Across, Paper::A3Across].get(from.number()?)?,
    })
}

fn write_cell(to: &mut Writer, cell: &Cell) {
    let (sort, texts): (usize, &[&String]) = match &cell.content {
        Content::Blank => (0, &[]),
        Content::Text(text) => (1, &[text]),
        Content::Number(number) => (2, &[number]),
        Content::Formula(code, result) => (3, &[code, result]),
        Content::TextFormula(code, result) => (4, &[code, result]),
    };
    to.number(cell.style);
    to.number(sort);
    texts.iter().for_each(|text| to.text(text));
}

fn read_cell(from: &mut Reader) -> Option<Cell> {
    let style = from.number()?;
    let content = match from.number()? {
        0 => Content::Blank,
        1 => Content::Text(from.text()?),
        2 => Content::Number(from.text()?),
        3 => Content::Formula(from.text()?, from.text()?),
        4 => Content::TextFormula(from.text()?, from.text()?),
        _ => return None,
    };
    Some(Cell { content, style })
}

fn write_list(to: &mut Writer, list: &List) {
    to.pair(list.from);
    to.pair(list.to);
    to.number(list.is_only_help.into());
    match &list.choices {
        Choices::Texts(texts) => to.list(texts, |to, text| to.text(text)),
        Choices::Cells(cells) => {
            to.number(0);
            to.text(cells);
        }
    }
}

/// A list of no texts is one whose choices stand in cells: there is nothing to choose from the other.
fn read_list(from: &mut Reader) -> Option<List> {
    let (first, last, is_only_help) = (from.pair()?, from.pair()?, from.flag()?);
    let texts = from.list(Reader::text)?;
    let choices = if texts.is_empty() { Choices::Cells(from.text()?) } else { Choices::Texts(texts) };
    Some(List { from: first, to: last, choices, is_only_help })
}

fn write_style(to: &mut Writer, style: &Style) {
    to.text(&style.format);
    to.number(style.size as usize);
    for colour in [style.colour, style.fill] {
        to.list(colour.as_slice(), |to, colour| to.number(*colour as usize));
    }
    for flag in [style.is_bold, style.is_bordered, style.is_wrapped, style.is_centred] {
        to.number(flag.into());
    }
}

fn read_style(from: &mut Reader) -> Option<Style> {
    Some(Style {
        format: from.text()?,
        size: read_small(from)?,
        colour: from.list(read_small)?.pop(),
        fill: from.list(read_small)?.pop(),
        is_bold: from.flag()?,
        is_bordered: from.flag()?,
        is_wrapped: from.flag()?,
        is_centred: from.flag()?,
    })
}

fn read_small(from: &mut Reader) -> Option<u32> {
    u32::try_from(from.number()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_written_arrives() {
        let cell = |content: Content, style: usize| Cell { content, style };
        let list = |choices: Choices, is_only_help: bool| List { from: (1, 2), to: (3, 4), choices, is_only_help };
        let sheet = Sheet {
            title: "数据 1".into(),
            is_hidden: true,
            rows: vec![
                vec![],
                vec![
                    cell(Content::Blank, 0),
                    cell(Content::Text("甲 5 \n".into()), 1),
                    cell(Content::Number("0.5".into()), 0),
                    cell(Content::Formula("A1".into(), "1".into()), 0),
                    cell(Content::TextFormula("B1".into(), String::new()), 2),
                ],
            ],
            widths: vec![0, 12],
            hidden_columns: vec![0],
            hidden_rows: vec![0, 7],
            merged: vec![((0, 0), (0, 3))],
            lists: vec![
                list(Choices::Texts(vec!["是".into(), "否".into()]), false),
                list(Choices::Cells("词表!$A$1".into()), true),
            ],
            frozen: Some((2, 1)),
            paper: Paper::A3Across,
        };
        let style = Style {
            format: "0.00%".into(),
            size: 14,
            colour: Some(0xFF_0000),
            fill: None,
            is_bold: true,
            is_bordered: false,
            is_wrapped: true,
            is_centred: false,
        };
        let book = Workbook { sheets: vec![sheet, Sheet::default()], styles: vec![style, Style::default()] };
        let written = write(&book);
        assert_eq!(read(&written), Some(book));
        for length in 0..written.len() {
            assert_eq!(read(&written[..length]), None, "the first {length} bytes");
        }
        assert_eq!(read(&[&written[..], b" "].concat()), None);
    }
}
