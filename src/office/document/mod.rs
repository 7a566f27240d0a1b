//! A small `.docx` written: paragraphs with named styles, tables whose heads are repeated, what stands above and below every page.
//!
//! The value says how it looks, in the measures of those who set up a page: millimetres become twentieths of a point, sizes half points,
//! indents hundredths of a character. The same document gives the same bytes.
//!
//! `body.rs`: paragraphs and tables; `styles.rs`: styles and fonts; `settings.rs`: the page and what holds for the whole document.

mod body;
mod settings;
mod styles;

use crate::package::archive::archive;
use crate::package::{HEAD, LINKS, PACKAGE, content_types, link, links};
use body::{Names, paragraphs};

/// A document to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its title, as the file's properties say it.
    pub title: String,
    /// Whether it is in Chinese: signs that both scripts have (“ ” ÷ …) then take the Chinese font.
    pub is_chinese: bool,
    /// Its pages.
    pub page: Page,
    /// Fonts that not every machine has, and those to take in their place.
    pub fonts: Vec<(String, String)>,
    /// How paragraphs look. A paragraph names its style by its place here; the first is that of text.
    pub styles: Vec<Style>,
    /// What stands above every page.
    pub header: Vec<Paragraph>,
    /// What stands below odd and below even pages.
    pub footers: [Vec<Paragraph>; 2],
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A page, in twentieths of a point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// How wide the paper is.
    pub width: u32,
    /// How high the paper is.
    pub height: u32,
    /// The margins: top, right, bottom, left.
    pub margins: [u32; 4],
    /// How far the header is from the top of the paper, and the footer from its bottom.
    pub edges: [u32; 2],
    /// How many lines of text there are on a page.
    pub lines: u32,
}

/// How a paragraph looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Its name. By `Normal`, `Title`, `heading 1` Word knows its own styles, and calls them as its language does: 正文, 标题, 标题 1.
    pub name: String,
    /// The level of a heading, from 1 on, by which one finds the way through the document; 0 for text.
    pub level: u32,
    /// The font of Chinese characters.
    pub font: String,
    /// The font of Latin letters and digits.
    pub latin: String,
    /// The size of letters, in half points.
    pub size: u32,
    /// How much closer than usual letters stand, in twentieths of a point.
    pub closer: u32,
    /// Whether letters are bold.
    pub is_bold: bool,
    /// Where lines stand.
    pub align: Align,
    /// From line to line, in twentieths of a point.
    pub line: u32,
    /// The space before and after it, in twentieths of a point.
    pub space: [u32; 2],
    /// How far the first line, and how far the left and the right end of all lines are drawn in, in hundredths of a character.
    pub indents: [u32; 3],
    /// Whether the next paragraph is to stand on the same page.
    pub keeps_next: bool,
}

/// Where lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At both ends.
    #[default]
    Both,
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

/// A paragraph or a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table. A paragraph must follow: Word makes one table of two.
    Table(Table),
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its style: see [`Document::styles`].
    pub style: usize,
    /// Whether it begins a page.
    pub begins_page: bool,
    /// Whether the next paragraph is to stand on the same page, whatever its style says; in a table, the next row.
    pub keeps_next: bool,
    /// What it says, piece by piece.
    pub runs: Vec<Run>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// A text, which may be of several lines. What no XML can hold of it is shown as `�`.
    Text(String),
    /// The same in bold.
    Bold(String),
    /// The number of the page.
    PageNumber,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// How wide the columns are, in twentieths of a point.
    pub widths: Vec<u32>,
    /// How many of its first rows are repeated on every page.
    pub heads: usize,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table. It is not divided between pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// How high it is at least, in twentieths of a point.
    pub height: u32,
    /// Its cells, which take all columns together.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How many columns it takes.
    pub columns: usize,
    /// Whether it is one with the cell above it, which takes the same columns. What it says is not shown then.
    pub continues: bool,
    /// What it says.
    pub paragraphs: Vec<Paragraph>,
}

/// What Word would not open, or not show as it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Margins that leave no room for text.
    Page,
    /// A style without a name, or with that of another.
    Style(String),
    /// A style that is not there.
    NoStyle(usize),
    /// The table that is the block at this place: no paragraph follows it; it has no rows, or no columns, or more than Word takes; or the
    /// cells of a row do not take all columns, or continue none above.
    Table(usize),
}

/// The bytes of a document.
pub fn write(document: &Document) -> Result<Vec<u8>, Fault> {
    let names = Names::of(document)?;
    let one = |kind: &str, text: String| (kind.to_owned(), [kind, ".xml"].concat(), text);
    let mut parts = vec![
        one("styles", styles::part_of(document)),
        one("fontTable", styles::fonts(document)),
        one("settings", settings::part_of()),
    ];
    let mut placed = String::new();
    // Odd and even pages each have parts of their own, although the header says the same on both.
    for (side, footer) in ["default", "even"].into_iter().zip(&document.footers) {
        for (kind, says) in [("header", &document.header), ("footer", footer)] {
            if !says.is_empty() {
                let id = (parts.len() + 1).to_string();
                placed.push_str(&["<w:", kind, "Reference w:type=\"", side, "\" r:id=\"rId", &id, "\"/>"].concat());
                parts.push((kind.to_owned(), [kind, &id, ".xml"].concat(), surround(kind, &paragraphs(says, &names)?)));
            }
        }
    }
    let body = body::blocks(&document.blocks, &names)? + &settings::section(document, &placed)?;
    Ok(archive(&package(parts, part("document", &["<w:body>", &body, "</w:body>"].concat()), &document.title)))
}

const NAMES: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A part whose outermost element is of this name.
fn part(name: &str, content: &str) -> String {
    [HEAD, "<w:", name, " xmlns:w=\"", NAMES, "\" xmlns:r=\"", LINKS, "\">", content, "</w:", name, ">"].concat()
}

/// What stands above or below a page.
fn surround(kind: &str, content: &str) -> String {
    part(if kind == "header" { "hdr" } else { "ftr" }, content)
}

/// All parts of the package, of which these are linked to the document: their kinds, names and texts.
fn package(parts: Vec<(String, String, String)>, document: String, title: &str) -> Vec<(String, String)> {
    let own: Vec<_> = parts.iter().map(|(kind, name, _)| (link(kind), name.clone())).collect();
    let root = [
        (link("officeDocument"), "word/document.xml".to_owned()),
        ([PACKAGE, "relationships/metadata/core-properties"].concat(), PROPERTIES.to_owned()),
    ];
    let typed = |name: &str, kind: &str| (["word/", name].concat(), [TYPES, kind, "+xml"].concat());
    let mut types = vec![
        typed("document.xml", "document.main"),
        (PROPERTIES.to_owned(), "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
    ];
    types.extend(parts.iter().map(|(kind, name, _)| typed(name, kind)));
    let mut all = vec![
        ("[Content_Types].xml".to_owned(), content_types(&types)),
        ("_rels/.rels".to_owned(), links(&root)),
        ("word/document.xml".to_owned(), document),
        ("word/_rels/document.xml.rels".to_owned(), links(&own)),
        (PROPERTIES.to_owned(), settings::properties(title)),
    ];
    all.extend(parts.into_iter().map(|(_, name, text)| (["word/", &name].concat(), text)));
    all
}

const PROPERTIES: &str = "docProps/core.xml";

/// `<w:name w:val="value"/>`.
fn value(name: &str, value: &str) -> String {
    ["<w:", name, " w:val=\"", value, "\"/>"].concat()
}

#[cfg(test)]
mod tests {
    use super::{Block, Document, Page, Paragraph, Run, Style, write};
    use crate::container::zip::Archive;
    use crate::package::xml::is_none;
    use crate::xml::{Reader, Token, decoded};

    /// All that stands in the texts of a part, which is read to its end.
    fn texts(archive: &Archive, name: &str) -> String {
        let part = decoded(archive.part(name).expect(name)).expect(name);
        let illegal = part.chars().find(|sign| is_none(*sign));
        assert_eq!(illegal, None, "{name}");
        let (mut reader, mut texts) = (Reader::new(&part), String::new());
        while let Some(token) = reader.next().unwrap_or_else(|broken| panic!("{name}: {broken:?}")) {
            if let Token::Text(text) = token {
                texts.push_str(&text);
            }
        }
        texts
    }

    #[test]
    fn whatever_signs_there_are_the_parts_can_be_read() {
        // Those of one unit of UTF-16, and some of two.
        let signs: String = (0..=0x1_ffff).filter_map(char::from_u32).chain([char::MAX]).collect();
        let paragraph = || Paragraph { runs: vec![Run::Text(signs.clone()), Run::PageNumber], ..Paragraph::default() };
        let document = Document {
            title: signs.clone(),
            page: Page { width: 100, height: 100, lines: 1, ..Page::default() },
            fonts: vec![(signs.clone(), signs.clone())],
            styles: vec![Style { name: signs.clone(), font: signs.clone(), latin: signs.clone(), ..Style::default() }],
            header: vec![paragraph()],
            footers: [vec![paragraph()], vec![paragraph()]],
            blocks: vec![Block::Paragraph(paragraph())],
            ..Document::default()
        };
        let bytes = write(&document).expect("a document");
        let archive = Archive::open(&bytes).expect("an archive");
        let types = decoded(archive.part("[Content_Types].xml").expect("types")).expect("types");
        let names: Vec<&str> = types.split("PartName=\"/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(names.len(), 9, "{names:?}");
        for name in names {
            texts(&archive, name);
        }
        // Those that end a line are elements; and so is the number of the page, which has a text of its own.
        let ends = ['\t', '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
        let shown =
            signs.chars().filter(|sign| !ends.contains(sign)).map(|sign| if is_none(sign) { '\u{fffd}' } else { sign });
        let shown: String = shown.chain(['1']).collect();
        assert!(texts(&archive, "word/document.xml") == shown, "a text is another");
    }
}
