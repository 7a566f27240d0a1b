//! The page, what holds for the whole document, and the properties of the file.

use super::styles::attribute;
use super::{Document, Fault, Page, part};
use crate::package::{HEAD, PACKAGE};

/// The part with the settings: odd and even pages have footers of their own; a line that is ended by hand is not stretched; and Word 2013
/// and later open it as one of their own rather than as one of an old Word.
pub fn part_of() -> String {
    part(
        "settings",
        "<w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>\
         <w:doNotExpandShiftReturn/><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat>",
    )
}

/// How the pages are set up, with what stands above and below them.
pub fn section(document: &Document, placed: &str) -> Result<String, Fault> {
    let Page { width, height, margins: [top, right, bottom, left], edges: [header, footer], lines } = document.page;
    let [across, down] =
        [width.checked_sub(left.saturating_add(right)), height.checked_sub(top.saturating_add(bottom))];
    let (Some(1..), Some(down @ 1..)) = (across, down) else { return Err(Fault::Page) };
    let mut text = ["<w:sectPr>", placed].concat();
    let mut element = |name: &str, numbers: &[(&str, u32)]| {
        text.push_str(&["<w:", name].concat());
        for (name, number) in numbers {
            text.push_str(&[" w:", name, "=\"", &number.to_string(), "\""].concat());
        }
        text.push_str("/>");
    };
    element("pgSz", &[("w", width), ("h", height)]);
    let margins = [("top", top), ("right", right), ("bottom", bottom), ("left", left)];
    element("pgMar", &[&margins[..], &[("header", header), ("footer", footer), ("gutter", 0)]].concat());
    if let Some(line) = down.checked_div(lines) {
        // A grid of lines only. With one of characters, LibreOffice gives two places to each that is wider than one.
        text.push_str(&["<w:docGrid w:type=\"lines\" w:linePitch=\"", &line.to_string(), "\"/>"].concat());
    }
    Ok(text + "</w:sectPr>")
}

/// The part with the properties of the file.
pub fn properties(title: &str) -> String {
    [
        HEAD,
        "<cp:coreProperties xmlns:cp=\"",
        PACKAGE,
        "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>",
        &attribute(title),
        "</dc:title></cp:coreProperties>",
    ]
    .concat()
}
