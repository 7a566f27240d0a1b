//! The part with the styles.

use super::text::escaped;
use super::{NAMES, Style, Tone};
use crate::package::HEAD;

/// The first number of a format that is not built in.
const FIRST_FORMAT: usize = 164;
const NO_BORDER: &str = "<border><left/><right/><top/><bottom/><diagonal/></border>";
/// Files have these two in any case.
const NO_FILLS: &str =
    "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>";
const NO_STYLE: &str = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";

/// The part for these styles and tones: each style has a font and a fill of its own.
pub fn part(styles: &[Style], tones: &[Tone]) -> String {
    let formats = styles.iter().zip(FIRST_FORMAT..).filter(|(style, _)| !style.format.is_empty());
    let formats: Vec<String> = formats
        .map(|(style, id)| {
            ["<numFmt numFmtId=\"", &id.to_string(), "\" formatCode=\"", &escaped(&style.format), "\"/>"].concat()
        })
        .collect();
    let plain = Style::default();
    let fonts: Vec<String> = [&plain].into_iter().chain(styles).map(font).collect();
    let fills: Vec<String> = styles.iter().map(fill).collect();
    let styled: Vec<String> = styles.iter().enumerate().map(|(index, style)| styled(index, style)).collect();
    let mut text = [HEAD, "<styleSheet xmlns=\"", NAMES, "\">"].concat();
    // An empty list of formats is one that Excel does not take.
    if !formats.is_empty() {
        list(&mut text, "numFmts", "", &formats, 0);
    }
    list(&mut text, "fonts", "", &fonts, 0);
    list(&mut text, "fills", NO_FILLS, &fills, 2);
    list(&mut text, "borders", NO_BORDER, &[border()], 1);
    list(
        &mut text,
        "cellStyleXfs",
        "",
        &["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>".to_owned()],
        0,
    );
    list(&mut text, "cellXfs", NO_STYLE, &styled, 1);
    text.push_str("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
    list(&mut text, "dxfs", "", &tones.iter().map(tone).collect::<Vec<_>>(), 0);
    text + "</styleSheet>"
}

/// A list with its length, which has so many items before those that are given.
fn list(text: &mut String, name: &str, before: &str, items: &[String], count: usize) {
    let count = (items.len() + count).to_string();
    text.push_str(&["<", name, " count=\"", &count, "\">", before, &items.concat(), "</", name, ">"].concat());
}

fn font(style: &Style) -> String {
    let size = if style.size == 0 { 11 } else { style.size }.to_string();
    let bold = if style.is_bold { "<b/>" } else { "" };
    let colour = style.colour.map(|colour| ["<color rgb=\"", &argb(colour), "\"/>"].concat()).unwrap_or_default();
    ["<font>", bold, "<sz val=\"", &size, "\"/>", &colour, "<name val=\"宋体\"/><charset val=\"134\"/></font>"].concat()
}

fn fill(style: &Style) -> String {
    match style.fill {
        None => "<fill><patternFill patternType=\"none\"/></fill>".to_owned(),
        Some(fill) => {
            let (start, end) =
                ("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"", "\"/></patternFill></fill>");
            [start, &argb(fill), end].concat()
        }
    }
}

/// Here the colour behind the letters is what elsewhere is that of a pattern's gaps.
fn tone(tone: &Tone) -> String {
    let (colour, fill) = (argb(tone.colour), argb(tone.fill));
    let (start, between) = ("<dxf><font><color rgb=\"", "\"/></font><fill><patternFill><bgColor rgb=\"");
    [start, &colour, between, &fill, "\"/></patternFill></fill></dxf>"].concat()
}

fn border() -> String {
    let side = |name: &str| ["<", name, " style=\"thin\"><color rgb=\"FF808080\"/></", name, ">"].concat();
    ["<border>", &["left", "right", "top", "bottom"].map(side).concat(), "<diagonal/></border>"].concat()
}

fn styled(index: usize, style: &Style) -> String {
    let format = if style.format.is_empty() { 0 } else { FIRST_FORMAT + index }.to_string();
    let font = (index + 1).to_string();
    let fill = if style.fill.is_some() { index + 2 } else { 0 }.to_string();
    let border = if style.is_bordered { "1" } else { "0" };
    let across = if style.is_centred { " horizontal=\"center\"" } else { "" };
    let wrap = if style.is_wrapped { " wrapText=\"1\"" } else { "" };
    [
        "<xf numFmtId=\"",
        &format,
        "\" fontId=\"",
        &font,
        "\" fillId=\"",
        &fill,
        "\" borderId=\"",
        border,
        "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment",
        across,
        " vertical=\"center\"",
        wrap,
        "/></xf>",
    ]
    .concat()
}

fn argb(colour: u32) -> String {
    let digit = |shift: u32| char::from_digit(colour >> shift & 15, 16).unwrap_or('0').to_ascii_uppercase();
    ['F', 'F'].into_iter().chain([20, 16, 12, 8, 4, 0].map(digit)).collect()
}
