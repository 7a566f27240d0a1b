//! Workbooks made of parts that stand in the tests.

use crate::archive::{Part, zip};

pub const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook with one sheet, whose part is this, and the parts that sheets share.
pub fn workbook(sheet: &[u8], strings: &str, styles: &str) -> Vec<u8> {
    let root = links(&[("rId1", "officeDocument", "xl/workbook.xml")]);
    let book = format!(
        "<workbook xmlns:r=\"{RELATIONSHIPS}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let own = links(&[
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "/xl/sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
    ]);
    zip(&[
        Part::stored("[Content_Types].xml", b"<Types/>"),
        Part::stored("_rels/.rels", root.as_bytes()),
        Part::stored("xl/workbook.xml", book.as_bytes()),
        Part::stored("xl/_rels/workbook.xml.rels", own.as_bytes()),
        Part::stored("xl/worksheets/sheet1.xml", sheet),
        Part::stored("xl/sharedStrings.xml", format!("<sst>{strings}</sst>").as_bytes()),
        Part::stored("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>").as_bytes()),
    ])
}

/// The links of a part: id, kind and target.
pub fn links(links: &[(&str, &str, &str)]) -> String {
    let link = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", links.iter().map(link).collect::<String>())
}

/// Records of an old workbook: a number and its bytes each.
pub fn records(records: &[(u16, &[u8])]) -> Vec<u8> {
    let one = |(id, data): &(u16, &[u8])| [&id.to_le_bytes(), &(data.len() as u16).to_le_bytes(), *data].concat();
    records.iter().flat_map(one).collect()
}
