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
    let Page { width, height, margins: [top, right, bottom, left], edges: [header, footer], grid: [characters, lines] } =
        document.page;
    let [across, down] =
        [width.checked_sub(left.saturating_add(right)), height.checked_sub(top.saturating_add(bottom))];
    let (Some(across @ 1..), Some(down @ 1..)) = (across, down) else { return Err(Fault::Page) };
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
    if characters > 0 && lines > 0 {
        // What a character of the grid is wider than one of text, in 4096ths of a point.
        let size = document.styles.first().map_or(0, |style| style.size);
        let pitch = i64::from(across) * 4096 / 20 / i64::from(characters);
        let wider = pitch - i64::from(size) * 4096 / 2;
        let (line, wider) = ((down / lines).to_string(), wider.to_string());
        text.push_str(
            &["<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"", &line, "\" w:charSpace=\"", &wider, "\"/>"]
                .concat(),
        );
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
