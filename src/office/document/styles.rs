//! The parts with the styles and the fonts.

use super::body::id;
use super::{Align, Document, Style, part, value};
use crate::package::xml::{is_none, push};

/// Word's own style of tables, and that of those with lines around every cell.
const TABLES: &str = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"plain\"><w:name w:val=\"Normal Table\"/>\
    <w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
    <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
    <w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
    <w:style w:type=\"table\" w:styleId=\"grid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"plain\"/>\
    <w:uiPriority w:val=\"39\"/><w:tblPr><w:tblBorders>";
const END_OF_TABLES: &str = "</w:tblBorders><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>\
    <w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";

/// The part with the styles.
pub fn part_of(document: &Document) -> String {
    let mut text = "<w:docDefaults><w:rPrDefault><w:rPr>".to_owned();
    if let Some(first) = document.styles.first() {
        text.push_str(&letters(first));
    }
    text.push_str(
        "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
    );
    for (index, style) in document.styles.iter().enumerate() {
        let start = match index {
            0 => "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"",
            _ => "<w:style w:type=\"paragraph\" w:styleId=\"",
        };
        text.push_str(&[start, &id(index), "\">", &value("name", &attribute(&style.name))].concat());
        if index > 0 {
            text.push_str(&value("basedOn", &id(0)));
        }
        // What is typed behind a heading is text.
        if style.level > 0 {
            text.push_str(&value("next", &id(0)));
        }
        text.push_str(&["<w:qFormat/><w:pPr>", &lines(style), "</w:pPr><w:rPr>", &letters(style)].concat());
        text.push_str("</w:rPr></w:style>");
    }
    text.push_str(TABLES);
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        text.push_str(&["<w:", side, " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"].concat());
    }
    text.push_str(END_OF_TABLES);
    part("styles", &text)
}

/// The part with the fonts, and what to take in their place.
pub fn fonts(document: &Document) -> String {
    let one = |(font, other): &(String, String)| {
        let start = ["<w:font w:name=\"", &attribute(font), "\">"].concat();
        // By its signs, Chinese ones.
        [&start, &value("altName", &attribute(other)), "<w:charset w:val=\"86\"/></w:font>"].concat()
    };
    part("fonts", &document.fonts.iter().map(one).collect::<String>())
}

/// How lines stand. Everything is said, so that nothing of the first style remains.
fn lines(style: &Style) -> String {
    let flag = |name: &str, is_on: bool| ["<w:", name, if is_on { "/>" } else { " w:val=\"0\"/>" }].concat();
    let [before, after] = style.space.map(|space| space.to_string());
    let mut text = [flag("keepNext", style.keeps_next), flag("snapToGrid", false)].concat();
    text.push_str(
        &["<w:spacing w:before=\"", &before, "\" w:after=\"", &after, "\" w:line=\"", &style.line.to_string()].concat(),
    );
    text.push_str("\" w:lineRule=\"exact\"/><w:ind");
    let sides = ["firstLine", "left", "right"];
    for (side, hundredths) in sides.into_iter().zip(style.indents) {
        // In characters for Word and WPS; for all others in twentieths of a point.
        let twentieths = (hundredths * style.size / 10).to_string();
        let hundredths = hundredths.to_string();
        text.push_str(&[" w:", side, "Chars=\"", &hundredths, "\" w:", side, "=\"", &twentieths, "\""].concat());
    }
    let align = match style.align {
        Align::Both => "both",
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    };
    text.push_str(&["/>", &value("jc", align)].concat());
    if style.level > 0 {
        text.push_str(&value("outlineLvl", &(style.level - 1).to_string()));
    }
    text
}

/// How letters look.
fn letters(style: &Style) -> String {
    let mut text = "<w:rFonts".to_owned();
    for (script, font) in
        [("ascii", &style.latin), ("hAnsi", &style.latin), ("eastAsia", &style.font), ("cs", &style.latin)]
    {
        text.push_str(&[" w:", script, "=\"", &attribute(font), "\""].concat());
    }
    let bold = if style.is_bold { "<w:b/>" } else { "<w:b w:val=\"0\"/>" };
    let closer = [if style.closer > 0 { "-" } else { "" }, &style.closer.to_string()].concat();
    let size = style.size.to_string();
    [&text, "/>", bold, &value("spacing", &closer), &value("sz", &size), &value("szCs", &size)].concat()
}

/// A text within quotation marks.
pub fn attribute(text: &str) -> String {
    let mut written = String::new();
    for sign in text.chars() {
        push(&mut written, if is_none(sign) { char::REPLACEMENT_CHARACTER } else { sign });
    }
    written
}
