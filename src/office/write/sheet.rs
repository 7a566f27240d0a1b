//! The part of a sheet.

use super::height::height;
use super::text::escaped;
use super::{Cell, Choices, Content, Fault, List, Mark, NAMES, Paper, Sheet, Style, Tone, number, range, reference};
use crate::package::HEAD;
use crate::workbook::At;

/// More characters than a text may have.
const MAX_TEXT: usize = 32_767;
/// More characters than the choices of a list may have, all together.
const MAX_CHOICES: usize = 255;
/// How wide a column is where nothing is said, in characters.
const WIDTH: u32 = 9;

/// The part of a sheet, whose cells have these styles and whose marks have these tones.
pub fn part(sheet: &Sheet, styles: &[Style], tones: &[Tone]) -> Result<String, Fault> {
    let mut text = [HEAD, "<worksheet xmlns=\"", NAMES, "\">"].concat();
    if sheet.paper != Paper::Any {
        text.push_str("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    }
    if let Some(at) = sheet.frozen {
        text.push_str(&frozen(at)?);
    }
    text.push_str(&columns(sheet));
    text.push_str("<sheetData>");
    for (row, cells) in sheet.rows.iter().enumerate() {
        let hidden = if sheet.hidden_rows.contains(&row) { "\" hidden=\"1\">" } else { "\">" };
        let height = height(sheet, row, styles).map(|height| ["\" ht=\"", &height].concat()).unwrap_or_default();
        text.push_str(&["<row r=\"", &(row + 1).to_string(), &height, hidden].concat());
        for (column, one) in cells.iter().enumerate() {
            if one.style > styles.len() {
                return Err(Fault::NoStyle((row, column)));
            }
            if *one != Cell::default() {
                text.push_str(&cell(one, (row, column))?);
            }
        }
        text.push_str("</row>");
    }
    text.push_str("</sheetData>");
    text.push_str(&merged(&sheet.merged)?);
    text.push_str(&marks(&sheet.marks, tones)?);
    text.push_str(&lists(&sheet.lists)?);
    text.push_str(printed_on(sheet.paper));
    Ok(text + "</worksheet>")
}

/// As many pages long as it takes.
fn printed_on(paper: Paper) -> &'static str {
    match paper {
        Paper::Any => "",
        Paper::A4Across => "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>",
        Paper::A3Across => "<pageSetup paperSize=\"8\" orientation=\"landscape\" fitToHeight=\"0\"/>",
    }
}

fn frozen(at: At) -> Result<String, Fault> {
    let (rows, columns) = (at.0.to_string(), at.1.to_string());
    let pane = match at {
        (0, 0) => return Ok(String::new()),
        (0, _) => "topRight",
        (_, 0) => "bottomLeft",
        _ => "bottomRight",
    };
    let mut text = "<sheetViews><sheetView workbookViewId=\"0\"><pane".to_owned();
    if at.1 > 0 {
        text.push_str(&[" xSplit=\"", &columns, "\""].concat());
    }
    if at.0 > 0 {
        text.push_str(&[" ySplit=\"", &rows, "\""].concat());
    }
    let cell = reference(at)?;
    text.push_str(
        &[" topLeftCell=\"", &cell, "\" activePane=\"", pane, "\" state=\"frozen\"/></sheetView></sheetViews>"]
            .concat(),
    );
    Ok(text)
}

fn columns(sheet: &Sheet) -> String {
    let mut text = String::new();
    let last = sheet.hidden_columns.iter().map(|column| column + 1).max().unwrap_or(0).max(sheet.widths.len());
    for column in 0..last {
        let width = sheet.widths.get(column).copied().unwrap_or(0);
        let is_hidden = sheet.hidden_columns.contains(&column);
        if width == 0 && !is_hidden {
            continue;
        }
        let number = (column + 1).to_string();
        let width = if width == 0 { WIDTH } else { width }.to_string();
        let hidden = if is_hidden { "\" hidden=\"1" } else { "" };
        text.push_str(
            &[
                "<col min=\"",
                &number,
                "\" max=\"",
                &number,
                "\" width=\"",
                &width,
                "\" customWidth=\"1",
                hidden,
                "\"/>",
            ]
            .concat(),
        );
    }
    if text.is_empty() { text } else { ["<cols>", &text, "</cols>"].concat() }
}

fn cell(cell: &Cell, at: At) -> Result<String, Fault> {
    let style = if cell.style == 0 { String::new() } else { ["\" s=\"", &cell.style.to_string()].concat() };
    let start = ["<c r=\"", &reference(at)?, &style].concat();
    Ok(match &cell.content {
        Content::Blank => [&start, "\"/>"].concat(),
        Content::Text(text) => {
            [&start, "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", &short(text, at)?, "</t></is></c>"].concat()
        }
        Content::Number(value) => [&start, "\"><v>", number(value, at)?, "</v></c>"].concat(),
        Content::Formula(code, result) if result.is_empty() => {
            [&start, "\"><f>", &short(code, at)?, "</f></c>"].concat()
        }
        Content::Formula(code, result) => {
            [&start, "\"><f>", &short(code, at)?, "</f><v>", number(result, at)?, "</v></c>"].concat()
        }
        Content::TextFormula(code, result) => {
            [&start, "\" t=\"str\"><f>", &short(code, at)?, "</f><v>", &short(result, at)?, "</v></c>"].concat()
        }
    })
}

fn short(text: &str, at: At) -> Result<String, Fault> {
    if text.encode_utf16().count() > MAX_TEXT { Err(Fault::LongText(at)) } else { Ok(escaped(text)) }
}

fn merged(areas: &[(At, At)]) -> Result<String, Fault> {
    let mut text = String::new();
    for (index, (from, to)) in areas.iter().enumerate() {
        let overlaps =
            |(first, last): &(At, At)| from.0 <= last.0 && first.0 <= to.0 && from.1 <= last.1 && first.1 <= to.1;
        if areas.iter().take(index).any(overlaps) {
            return Err(Fault::Place(*from));
        }
        text.push_str(&["<mergeCell ref=\"", &range(*from, *to)?, "\"/>"].concat());
    }
    Ok(counted("mergeCells", areas.len(), text))
}

fn marks(marks: &[Mark], tones: &[Tone]) -> Result<String, Fault> {
    let mut text = String::new();
    for (index, Mark { from, to, text: holds, tone }) in marks.iter().enumerate() {
        let tone = tones.iter().position(|own| own == tone).unwrap_or(0).to_string();
        let holds = escaped(&holds.replace('"', "\"\""));
        text.push_str(
            &[
                "<conditionalFormatting sqref=\"",
                &range(*from, *to)?,
                "\"><cfRule type=\"cellIs\" dxfId=\"",
                &tone,
                "\" priority=\"",
                &(index + 1).to_string(),
                "\" operator=\"equal\"><formula>&quot;",
                &holds,
                "&quot;</formula></cfRule></conditionalFormatting>",
            ]
            .concat(),
        );
    }
    Ok(text)
}

fn lists(lists: &[List]) -> Result<String, Fault> {
    let mut text = String::new();
    for List { from, to, choices, is_only_help } in lists {
        let source = match choices {
            Choices::Cells(cells) => escaped(cells),
            Choices::Texts(texts) => {
                let joined = texts.join(",");
                let is_bad = |text: &String| text.trim().is_empty() || text.contains([',', '"', '\n']);
                if texts.is_empty() || joined.encode_utf16().count() > MAX_CHOICES || texts.iter().any(is_bad) {
                    return Err(Fault::Choices(*from));
                }
                ["&quot;", &escaped(&joined), "&quot;"].concat()
            }
        };
        let start = if *is_only_help {
            "<dataValidation type=\"list\" allowBlank=\"1\" sqref=\""
        } else {
            "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\""
        };
        text.push_str(&[start, &range(*from, *to)?, "\"><formula1>", &source, "</formula1></dataValidation>"].concat());
    }
    Ok(counted("dataValidations", lists.len(), text))
}

/// A list with its length; nothing where it is empty.
fn counted(name: &str, count: usize, items: String) -> String {
    if count == 0 {
        items
    } else {
        ["<", name, " count=\"", &count.to_string(), "\">", &items, "</", name, ">"].concat()
    }
}
