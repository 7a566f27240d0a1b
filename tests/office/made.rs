//! Workbooks made of parts that stand in the tests.

use crate::archive::{Part, zip};

pub const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook with one sheet, whose part is this, and the parts that sheets share.
pub fn workbook(sheet: &[u8], strings: &str, styles: &str) -> Vec<u8> {
    workbook_of(&[sheet], strings, styles)
}

/// A workbook with these sheets: 表1, 表2.
pub fn workbook_of(sheets: &[&[u8]], strings: &str, styles: &str) -> Vec<u8> {
    let root = links(&[("rId1", "officeDocument", "xl/workbook.xml")]);
    let names: Vec<_> =
        (1..=sheets.len()).map(|index| (format!("s{index}"), format!("worksheets/sheet{index}.xml"))).collect();
    let mut own = vec![("rId2", "sharedStrings", "/xl/sharedStrings.xml"), ("rId3", "styles", "styles.xml")];
    own.extend(names.iter().map(|(id, place)| (id.as_str(), "worksheet", place.as_str())));
    let own = links(&own);
    let entries: String = (1..=sheets.len())
        .map(|index| format!("<sheet name=\"表{index}\" sheetId=\"{index}\" r:id=\"s{index}\"/>"))
        .collect();
    let book = format!("<workbook xmlns:r=\"{RELATIONSHIPS}\"><sheets>{entries}</sheets></workbook>");
    let places: Vec<_> = names.iter().map(|(_, place)| format!("xl/{place}")).collect();
    let mut parts = vec![
        Part::stored("[Content_Types].xml", b"<Types/>"),
        Part::stored("_rels/.rels", root.as_bytes()),
        Part::stored("xl/workbook.xml", book.as_bytes()),
        Part::stored("xl/_rels/workbook.xml.rels", own.as_bytes()),
        Part::stored("xl/sharedStrings.xml", format!("<sst>{strings}</sst>").as_bytes()),
        Part::stored("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>").as_bytes()),
    ];
    parts.extend(places.iter().zip(sheets).map(|(place, sheet)| Part::stored(place, sheet)));
    zip(&parts)
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
