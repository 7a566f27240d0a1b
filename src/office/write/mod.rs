//! A small `.xlsx` written: texts, numbers and formulas with their results; merged cells, widths, styles, and lists to choose from.
//!
//! Whoever opens it sees the same as we do: every formula comes with its result. The same workbook gives the same bytes.

mod height;
mod sheet;
mod styles;
mod text;

use crate::builder::{MAX_COLUMNS, MAX_ROWS};
use crate::package::archive::archive;
use crate::package::{self, HEAD, LINKS, link, links};
use crate::value::decimal::Decimal;
use crate::workbook::At;
use text::escaped;

/// A workbook to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// Its sheets; at least one of them shown.
    pub sheets: Vec<Sheet>,
    /// How cells look. A cell names its style by its place here, from 1 on; 0 is a cell without one.
    pub styles: Vec<Style>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What its tab says.
    pub title: String,
    /// Whether its tab is hidden.
    pub is_hidden: bool,
    /// The cells, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// Widths of columns, from the first one on, in characters; 0 is as wide as usual.
    pub widths: Vec<u32>,
    /// Columns that are hidden.
    pub hidden_columns: Vec<usize>,
    /// Rows that are hidden.
    pub hidden_rows: Vec<usize>,
    /// Cells that are merged: the first and the last.
    pub merged: Vec<(At, At)>,
    /// Cells with a list to choose from.
    pub lists: Vec<List>,
    /// Cells that look otherwise while a certain text stands in them.
    pub marks: Vec<Mark>,
    /// The first cell that moves when the sheet is scrolled. On paper the rows above it stand on every page.
    pub frozen: Option<At>,
    /// On what it is printed.
    pub paper: Paper,
}

/// On what a sheet is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// As the program would have it.
    #[default]
    Any,
    /// A4 laid across, as wide as the sheet.
    A4Across,
    /// A3 laid across, as wide as the sheet.
    A3Across,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub content: Content,
    /// Its style: see [`Workbook::styles`].
    pub style: usize,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    #[default]
    Blank,
    /// A text.
    Text(String),
    /// A number in decimal form.
    Number(String),
    /// A formula, without the equals sign, and its result as a number; blank where nobody knows it before a spreadsheet computes it.
    Formula(String, String),
    /// A formula, without the equals sign, and its result as a text.
    TextFormula(String, String),
}

/// Cells, from the first to the last, with a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The first cell.
    pub from: At,
    /// The last cell.
    pub to: At,
    /// What can be chosen.
    pub choices: Choices,
    /// Whether anything else may be typed as well.
    pub is_only_help: bool,
}

/// What can be chosen in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    /// These: at most 255 characters in all, without commas and quotation marks.
    Texts(Vec<String>),
    /// What stands in cells: `词表!$A$1:$A$9`.
    Cells(String),
}

/// How cells, from the first to the last, look while a certain text stands in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The first cell.
    pub from: At,
    /// The last cell.
    pub to: At,
    /// The text.
    pub text: String,
    /// The colours.
    pub tone: Tone,
}

/// Two colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// That of the letters, as 0xRRGGBB.
    pub colour: u32,
    /// The one behind them.
    pub fill: u32,
}

/// How a cell looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The format of numbers: `0.00%`. Empty for `General`.
    pub format: String,
    /// Whether it is bold.
    pub is_bold: bool,
    /// The size of its letters, in points; 0 is as large as usual.
    pub size: u32,
    /// The colour of its letters, as 0xRRGGBB.
    pub colour: Option<u32>,
    /// The colour behind them.
    pub fill: Option<u32>,
    /// Whether there is a thin line around it.
    pub is_bordered: bool,
    /// Whether long texts go on in the next line.
    pub is_wrapped: bool,
    /// Whether it stands in the middle.
    pub is_centred: bool,
}

/// What Excel would not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no sheet, or none that is shown.
    NoSheet,
    /// The title of a sheet is empty, longer than 31 characters, not the only one, or has signs that none may have.
    Title(String),
    /// A text of more than 32,767 characters.
    LongText(At),
    /// What should be a number is none.
    NotANumber(At),
    /// A style that is not there.
    NoStyle(At),
    /// Cells beyond a sheet, or merged twice.
    Place(At),
    /// A list that is too long or has commas or quotation marks in it.
    Choices(At),
}

/// The bytes of a workbook.
pub fn write(book: &Workbook) -> Result<Vec<u8>, Fault> {
    if book.sheets.iter().all(|sheet| sheet.is_hidden) {
        return Err(Fault::NoSheet);
    }
    let mut tones: Vec<Tone> = Vec::new();
    for mark in book.sheets.iter().flat_map(|sheet| &sheet.marks) {
        if !tones.contains(&mark.tone) {
            tones.push(mark.tone);
        }
    }
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(book.sheets.len())),
        ("_rels/.rels".to_owned(), links(&[(link("officeDocument"), "xl/workbook.xml".to_owned())])),
        ("xl/workbook.xml".to_owned(), head(book)?),
        ("xl/_rels/workbook.xml.rels".to_owned(), links_of_book(book.sheets.len())),
        ("xl/styles.xml".to_owned(), styles::part(&book.styles, &tones)),
    ];
    for (index, sheet) in book.sheets.iter().enumerate() {
        parts.push((place("xl/", index), sheet::part(sheet, &book.styles, &tones)?));
    }
    Ok(archive(&parts))
}

const NAMES: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

fn place(folder: &str, index: usize) -> String {
    [folder, "worksheets/sheet", &(index + 1).to_string(), ".xml"].concat()
}

fn content_types(sheets: usize) -> String {
    let part = |name: &str, kind: &str| (name.to_owned(), [TYPES, kind, "+xml"].concat());
    let mut parts = vec![part("xl/workbook.xml", "sheet.main"), part("xl/styles.xml", "styles")];
    parts.extend((0..sheets).map(|index| part(&place("xl/", index), "worksheet")));
    package::content_types(&parts)
}

fn links_of_book(sheets: usize) -> String {
    let mut all: Vec<_> = (0..sheets).map(|index| (link("worksheet"), place("", index))).collect();
    all.push((link("styles"), "styles.xml".to_owned()));
    links(&all)
}

fn head(book: &Workbook) -> Result<String, Fault> {
    // The tab that is in front must be one that is shown.
    let front = book.sheets.iter().position(|sheet| !sheet.is_hidden).unwrap_or(0).to_string();
    let mut text = [HEAD, "<workbook xmlns=\"", NAMES, "\" xmlns:r=\"", LINKS, "\">"].concat();
    text.push_str(&["<bookViews><workbookView activeTab=\"", &front, "\"/></bookViews><sheets>"].concat());
    for (index, sheet) in book.sheets.iter().enumerate() {
        let title = sheet.title.as_str();
        let folded = title.to_ascii_lowercase();
        let is_second = book.sheets.iter().take(index).any(|other| other.title.to_ascii_lowercase() == folded);
        let is_bad =
            title.contains(['[', ']', ':', '*', '?', '/', '\\']) || title.starts_with('\'') || title.ends_with('\'');
        if title.is_empty() || title.encode_utf16().count() > 31 || is_second || is_bad {
            return Err(Fault::Title(sheet.title.clone()));
        }
        let state = if sheet.is_hidden { " state=\"hidden\"" } else { "" };
        let number = (index + 1).to_string();
        let title = escaped(title);
        text.push_str(
            &["<sheet name=\"", &title, "\" sheetId=\"", &number, "\"", state, " r:id=\"rId", &number, "\"/>"].concat(),
        );
    }
    Ok([&text, "</sheets>", &heads_on_paper(book), "</workbook>"].concat())
}

/// The rows that stand again on every page of a sheet that is laid out for paper: those that stay in sight on a screen.
fn heads_on_paper(book: &Workbook) -> String {
    let mut names = String::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        let Some((rows @ 1.., _)) = sheet.frozen.filter(|_| sheet.paper != Paper::Any) else { continue };
        let title = escaped(&sheet.title.replace('\'', "''"));
        let (index, rows) = (index.to_string(), rows.to_string());
        let name = [
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"",
            &index,
            "\">'",
            &title,
            "'!$1:$",
            &rows,
            "</definedName>",
        ];
        names.push_str(&name.concat());
    }
    if names.is_empty() { names } else { ["<definedNames>", &names, "</definedNames>"].concat() }
}

/// A cell's place as text, `B7`.
fn reference((row, column): At) -> Result<String, Fault> {
    if row >= MAX_ROWS || column >= MAX_COLUMNS {
        return Err(Fault::Place((row, column)));
    }
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        letters.insert(0, char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    Ok(letters + &(row + 1).to_string())
}

/// A range of cells as text, `A1:B7`.
fn range(from: At, to: At) -> Result<String, Fault> {
    if from.0 > to.0 || from.1 > to.1 {
        return Err(Fault::Place(from));
    }
    Ok([reference(from)?.as_str(), ":", &reference(to)?].concat())
}

/// A number as it is written into the file.
fn number(text: &str, at: At) -> Result<&str, Fault> {
    if Decimal::read(text).is_some() { Ok(text.trim()) } else { Err(Fault::NotANumber(at)) }
}
