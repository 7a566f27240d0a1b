//! How the document looks: as GB/T 9704-2012 has official documents look.
//!
//! Paper and text area, 22 lines of 28 characters, sizes and fonts are the standard's. Tables are smaller, which it leaves open.
//!
//! 仿宋 and 楷体 come with Windows since Vista, and with Office for the Mac; 仿宋_GB2312 and 楷体_GB2312 of Windows XP have to be installed
//! today, and have no more than 6,763 characters: many a name of a person or a company is not among them. 小标宋 comes with no system; where
//! it is not there, 宋体 is what the document asks for.

use engine::text::Lang;
use office::document::{Align, Cell, Page, Paragraph, Row, Run, Style};

use crate::texts::words;

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Text.
    Text,
    /// The title.
    Title,
    /// Whose report it is, below the title.
    Subtitle,
    /// A heading: 一、
    Heading,
    /// A heading below it: （一）
    Subheading,
    /// A heading below that: 1．
    Item,
    /// What stands above every page.
    Header,
    /// The number of an odd page.
    OddNumber,
    /// A text in a table.
    Cell,
    /// What it is, in a table.
    Label,
    /// A number in a table.
    Number,
    /// A heading in a table.
    Section,
    /// Behind a table.
    Behind,
    /// The number of an even page.
    EvenNumber,
    /// Behind a table that is the last thing: a word processor has a paragraph there, which must not take a page.
    End,
}

/// How wide the text is, in twentieths of a point: 156 mm.
pub const WIDTH: u32 = 8845;

/// A4 with 37 mm above and 28 mm to the left of a text of 156 by 225 mm; the number of the page 7 mm below it.
pub fn page() -> Page {
    Page { width: 11_906, height: 16_838, margins: [2098, 1474, 1984, 1587], edges: [1300, 1400], lines: 22 }
}

/// What to take where a font is not there.
pub fn fonts() -> Vec<(String, String)> {
    let fonts = [(TITLE, SONG), (FANGSONG, "仿宋_GB2312"), (KAI, "楷体_GB2312"), (HEI, "SimHei"), (SONG, "SimSun")];
    fonts.map(|(font, other)| (font.to_owned(), other.to_owned())).to_vec()
}

const TITLE: &str = "方正小标宋简体";
const FANGSONG: &str = "仿宋";
const KAI: &str = "楷体";
const HEI: &str = "黑体";
const SONG: &str = "宋体";
const LATIN: &str = "Times New Roman";

/// 二号, 22 points, in half points.
const SECOND: u32 = 44;
/// 三号, 16 points.
const THIRD: u32 = 32;
/// 四号, 14 points.
const FOURTH: u32 = 28;
/// 五号, 10.5 points.
const FIFTH: u32 = 21;
/// From line to line of text: 22 of them fill 225 mm.
const LINE: u32 = 579;
/// The same in tables, 16 points.
const LINE_OF_TABLES: u32 = 320;
/// A quarter of a point.
const CLOSER: u32 = 5;
/// Two characters.
const TWO: u32 = 200;

/// The styles, in the order of the looks.
pub fn styles(lang: Lang) -> Vec<Style> {
    let [cell, label, number, section, behind, even, end] = words(lang).document.styles;
    let style = |name: &str, font: &str, size: u32| Style {
        name: name.to_owned(),
        font: font.to_owned(),
        latin: LATIN.to_owned(),
        size,
        line: LINE,
        // 28 characters of 16 points are wider than a line of 156 mm.
        closer: if size == THIRD { CLOSER } else { 0 },
        ..Style::default()
    };
    // The fonts of headings have Latin letters that tell them from text too little, and none that an English text would have.
    let heading = |name: &str, font: &str, level: u32| Style {
        level,
        is_bold: lang == Lang::En,
        keeps_next: true,
        indents: [TWO, 0, 0],
        ..style(name, font, THIRD)
    };
    let centred = |style: Style| Style { align: Align::Centre, ..style };
    let numbered = |name: &str, align: Align, indents: [u32; 3]| Style {
        latin: SONG.to_owned(),
        line: 360,
        align,
        indents,
        ..style(name, SONG, FOURTH)
    };
    let in_table = |name: &str, align: Align| Style { line: LINE_OF_TABLES, align, ..style(name, FANGSONG, FIFTH) };
    vec![
        Style { indents: [TWO, 0, 0], ..style("Normal", FANGSONG, THIRD) },
        centred(Style { is_bold: lang == Lang::En, space: [0, 200], line: 700, ..style("Title", TITLE, SECOND) }),
        centred(Style { space: [0, 300], ..style("Subtitle", KAI, THIRD) }),
        heading("heading 1", HEI, 1),
        heading("heading 2", KAI, 2),
        Style { is_bold: true, ..heading("heading 3", FANGSONG, 3) },
        centred(Style { line: 320, ..style("header", SONG, FIFTH) }),
        numbered("footer", Align::Right, [0, 0, 100]),
        in_table(cell, Align::Left),
        Style { font: HEI.to_owned(), is_bold: lang == Lang::En, ..in_table(label, Align::Centre) },
        in_table(number, Align::Right),
        Style { font: HEI.to_owned(), is_bold: lang == Lang::En, ..in_table(section, Align::Left) },
        Style { line: 240, ..style(behind, FANGSONG, FIFTH) },
        numbered(even, Align::Left, [0, 100, 0]),
        Style { line: 20, ..style(end, FANGSONG, 2) },
    ]
}

/// The number of a page: — 1 —
pub fn number_of_page(look: Look) -> Vec<Paragraph> {
    let dash = |text: &str| Run::Text(text.to_owned());
    vec![Paragraph { runs: vec![dash("— "), Run::PageNumber, dash(" —")], ..paragraph("", look) }]
}

/// A paragraph of a text.
pub fn paragraph(text: &str, look: Look) -> Paragraph {
    let runs = vec![Run::Text(text.to_owned())];
    Paragraph { style: look as usize, runs, ..Paragraph::default() }
}

/// The same in bold.
pub fn bold(text: &str, look: Look) -> Paragraph {
    Paragraph { runs: vec![Run::Bold(text.to_owned())], ..paragraph("", look) }
}

/// A cell of one column with a text.
pub fn cell(text: &str, look: Look) -> Cell {
    cell_of(vec![paragraph(text, look)])
}

/// A cell of one column with paragraphs.
pub fn cell_of(paragraphs: Vec<Paragraph>) -> Cell {
    Cell { columns: 1, continues: false, paragraphs }
}

/// A row as high as what it says.
pub fn row(cells: Vec<Cell>) -> Row {
    Row { height: 0, cells }
}

/// Has rows stand on one page, as far as they fit: the last of them may be the last on a page.
pub fn keep_together(rows: &mut [Row]) {
    let Some((_, all_but_last)) = rows.split_last_mut() else { return };
    let cells = all_but_last.iter_mut().flat_map(|row| &mut row.cells);
    cells.flat_map(|cell| &mut cell.paragraphs).for_each(|paragraph| paragraph.keeps_next = true);
}
