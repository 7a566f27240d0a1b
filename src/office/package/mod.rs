//! A package (OPC) that is written: a workbook or a document is an archive of parts in XML, with what each part is and how they are linked.

pub mod archive;
pub mod xml;

/// How every part begins.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The names of the links between the parts of an office file.
pub const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// How the names of what is common to all packages begin.
pub const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// The part that says what the others are: their names and types.
pub fn content_types(parts: &[(String, String)]) -> String {
    let mut text = [HEAD, "<Types xmlns=\"", PACKAGE, "content-types\">"].concat();
    text.push_str(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    );
    text.push_str("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (name, kind) in parts {
        text.push_str(&["<Override PartName=\"/", name, "\" ContentType=\"", kind, "\"/>"].concat());
    }
    text + "</Types>"
}

/// The part with links, numbered from 1: their kinds and targets.
pub fn links(links: &[(String, String)]) -> String {
    let mut text = [HEAD, "<Relationships xmlns=\"", PACKAGE, "relationships\">"].concat();
    for (index, (kind, target)) in links.iter().enumerate() {
        let id = (index + 1).to_string();
        text.push_str(&["<Relationship Id=\"rId", &id, "\" Type=\"", kind, "\" Target=\"", target, "\"/>"].concat());
    }
    text + "</Relationships>"
}

/// The kind of a link to a part of an office file.
pub fn link(kind: &str) -> String {
    [LINKS, "/", kind].concat()
}
