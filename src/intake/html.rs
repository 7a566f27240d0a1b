//! The cells of the first table of a page, as Excel, WPS, Word and browsers put it into the clipboard.
//!
//! A reader for tables only: it knows tags, attributes and character references, and takes no page for broken.

use crate::table::{Cell, MAX_CELLS, TooLarge};
use crate::words::around;

/// The rows of the first table, if there is one with no more cells than so many. Hidden rows and cells are marked. A table within a
/// cell is text of the cell.
pub fn rows(html: &str, most: usize) -> Result<Option<Vec<Vec<Cell>>>, TooLarge> {
    let mut reader = Reader { is_row_hidden: false, rows: Vec::new(), open: None, depth: 0, skipped: None, cells: 0 };
    let mut rest = html;
    while let Some((text, behind)) = rest.split_once('<') {
        reader.hear(text);
        let (tag, after) = tag(behind);
        match tag {
            // A `<` that begins no tag is text.
            None => reader.hear("<"),
            Some(tag) => reader.see(&tag),
        }
        if reader.is_done() {
            break;
        }
        if reader.cells > most {
            return Err(TooLarge);
        }
        rest = after;
    }
    reader.close_cell();
    Ok((!reader.rows.is_empty()).then_some(reader.rows))
}

struct Tag<'a> {
    name: String,
    is_end: bool,
    attributes: &'a str,
}

/// The tag at the beginning of a text, and what stands behind it.
fn tag(text: &str) -> (Option<Tag<'_>>, &str) {
    if let Some(comment) = text.strip_prefix("!--") {
        let after = around(comment, "-->").map_or("", |(_, after)| after);
        return (Some(Tag { name: String::new(), is_end: false, attributes: "" }), after);
    }
    let (is_end, named) = text.strip_prefix('/').map_or((false, text), |named| (true, named));
    if !named.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) {
        return (None, text);
    }
    // What is cut off within a tag ends there.
    let cut = (Some(Tag { name: String::new(), is_end: false, attributes: "" }), "");
    let Some((inside, after)) = named.split_at_checked(end_of_tag(named)).filter(|(_, after)| !after.is_empty()) else {
        return cut;
    };
    let name = inside.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or("");
    let attributes = inside.get(name.len()..).unwrap_or("");
    (Some(Tag { name: name.to_ascii_lowercase(), is_end, attributes }), after.get(1..).unwrap_or(""))
}

/// Where the `>` of a tag stands: one in quotation marks is part of a value.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

impl Tag<'_> {
    /// The value of an attribute, without its quotation marks.
    fn value(&self, name: &str) -> Option<&str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
            let (own, behind) = rest.split_at_checked(end)?;
            let value = behind.trim_start().strip_prefix('=').map(str::trim_start);
            let (value, after) = match value {
                None => ("", behind),
                Some(value) => match value.strip_prefix('"').or_else(|| value.strip_prefix('\'')) {
                    Some(quoted) => quoted.split_once(if value.starts_with('"') { '"' } else { '\'' })?,
                    None => {
                        let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
                        value.split_at_checked(end)?
                    }
                },
            };
            if own.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            if own.is_empty() && after.len() >= rest.len() {
                return None;
            }
            rest = after;
        }
    }

    fn span(&self, name: &str) -> usize {
        self.value(name).and_then(|value| value.trim().parse().ok()).unwrap_or(1).clamp(1, MAX_CELLS)
    }

    fn is_hidden(&self) -> bool {
        let style = self.value("style").unwrap_or("");
        let bare: String = style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
        self.value("hidden").is_some() || around(&bare, "display:none").is_some()
    }
}

struct Reader {
    rows: Vec<Vec<Cell>>,
    is_row_hidden: bool,
    open: Option<Cell>,
    /// How many tables the place stands in.
    depth: usize,
    /// The element whose text is none of the table's, until it ends.
    skipped: Option<String>,
    cells: usize,
}

impl Reader {
    fn is_done(&self) -> bool {
        self.depth == 0 && !self.rows.is_empty()
    }

    fn hear(&mut self, text: &str) {
        if let (Some(cell), None) = (&mut self.open, &self.skipped) {
            push_text(&mut cell.text, text);
        }
    }

    fn see(&mut self, tag: &Tag) {
        if let Some(skipped) = &self.skipped {
            if tag.is_end && tag.name == *skipped {
                self.skipped = None;
            }
            return;
        }
        match (tag.name.as_str(), tag.is_end) {
            ("script" | "style" | "xml" | "title", false) => self.skipped = Some(tag.name.clone()),
            ("table", false) => self.depth += 1,
            ("table", true) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.close_cell();
                }
            }
            ("tr", false) if self.depth == 1 => {
                self.close_cell();
                self.rows.push(Vec::new());
                self.is_row_hidden = tag.is_hidden();
                self.cells += 1;
            }
            ("td" | "th", false) if self.depth == 1 => self.open_cell(tag),
            ("td" | "th" | "tr", true) if self.depth == 1 => self.close_cell(),
            ("br" | "p" | "div" | "li" | "td" | "th" | "tr", _) => self.hear(" "),
            _ => {}
        }
    }

    fn open_cell(&mut self, tag: &Tag) {
        self.close_cell();
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let merged = (tag.span("rowspan"), tag.span("colspan"));
        self.open = Some(Cell { merged, hidden: self.is_row_hidden || tag.is_hidden(), ..Cell::default() });
        self.cells += 1;
    }

    fn close_cell(&mut self) {
        let (Some(mut cell), Some(row)) = (self.open.take(), self.rows.last_mut()) else { return };
        cell.text = cell.text.trim().to_owned();
        row.push(cell);
    }
}

/// Blanks and line breaks in a row are one blank; character references are the characters.
fn push_text(cell: &mut String, text: &str) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (read, after) = match c {
            '&' => reference(rest).unwrap_or(('&', rest.get(1..).unwrap_or(""))),
            _ => (c, rest.get(c.len_utf8()..).unwrap_or("")),
        };
        rest = after;
        if read == '\u{a0}' || read.is_whitespace() {
            if !cell.ends_with(' ') {
                cell.push(' ');
            }
        } else {
            cell.push(read);
        }
    }
}

/// The character of a reference such as `&nbsp;`, `&#65;` or `&#x41;`, and what stands behind it.
fn reference(text: &str) -> Option<(char, &str)> {
    let (name, after) = text.strip_prefix('&')?.split_once(';')?;
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let c = match (name, name.strip_prefix('#')) {
        ("amp", _) => '&',
        ("lt", _) => '<',
        ("gt", _) => '>',
        ("quot", _) => '"',
        ("apos", _) => '\'',
        ("nbsp" | "ensp" | "emsp" | "thinsp", _) => '\u{a0}',
        ("yen", _) => '¥',
        ("permil", _) => '‰',
        ("ldquo", _) => '“',
        ("rdquo", _) => '”',
        ("lsquo", _) => '‘',
        ("rsquo", _) => '’',
        ("mdash", _) => '—',
        ("ndash", _) => '–',
        ("minus", _) => '−',
        ("hellip", _) => '…',
        ("middot", _) => '·',
        ("times", _) => '×',
        ("omega", _) => 'ω',
        (_, Some(code)) => match code.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16)?,
            None => number(code, 10)?,
        },
        _ => return None,
    };
    Some((c, after))
}

#[cfg(test)]
mod tests {
    use super::{TooLarge, rows};

    /// A cell in short form: its text, its rows and columns where there is more than one, and whether it is hidden.
    fn short(html: &str) -> Option<String> {
        let cell = |cell: &crate::table::Cell| {
            let merged = if cell.merged == (1, 1) { String::new() } else { format!(" {:?}", cell.merged) };
            [&*cell.text, &*merged, if cell.hidden { " hidden" } else { "" }].concat()
        };
        let row = |row: &Vec<_>| row.iter().map(cell).collect::<Vec<_>>().join(" | ");
        rows(html, 100).expect("small enough").map(|rows| rows.iter().map(row).collect::<Vec<_>>().join(" / "))
    }

    #[test]
    fn the_first_table_of_a_page_is_read() {
        // what puts it into the clipboard | text/html | rows
        let table = [
            (
                "Excel",
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>\n<!--td {mso-number-format:General;}-->\
                 </style></head><body><!--StartFragment--><table border=0><col width=72><tr height=20>\
                 <td class=xl65 height=20 style='mso-ignore:x>y'>指标</td><td>2025年</td></tr>\r\n<tr>\r\n  <td>营业收入</td>\
                 <td align=right x:num=\"98.5\">98.50</td></tr></table><!--EndFragment--></body></html>",
                "指标 | 2025年 / 营业收入 | 98.50",
            ),
            (
                "WPS",
                "<table><tr><td colspan=\"3\" rowspan='1'><font>单位：</font>亿元</td></tr><tr><td>营业收入</td><td></td>\
                 <td>&#165;98.5&nbsp;</td></tr></table>",
                "单位：亿元 (1, 3) / 营业收入 |  | ¥98.5",
            ),
            (
                "Word",
                "<table class=MsoTableGrid><tr><td rowspan=2><p class=MsoNormal>营业<br>收入<o:p></o:p></p></td>\
                 <td><p><span lang=EN-US>98.5</span><span>亿元</span></p></td></tr><tr><td><p>112.36</p></td></tr></table>",
                "营业 收入 (2, 1) | 98.5亿元 / 112.36",
            ),
            (
                "a browser",
                "<meta charset='utf-8'><table><thead><tr><th>指标</th><th>值</th></tr></thead><tbody>\
                 <tr style=\"display: none\"><td>研发投入</td></tr><tr><td hidden>3</td><td>4 &lt; 5 &amp; 6</td></tr></tbody></table>",
                "指标 | 值 / 研发投入 hidden / 3 hidden | 4 < 5 & 6",
            ),
            ("end tags left out", "<TABLE><TR><TD>a<TD>1<TR><TD>b<TD>2</TABLE>", "a | 1 / b | 2"),
            ("a table in a cell", "<table><tr><td>a<table><tr><td>1</td></tr></table></td><td>2</table>", "a 1 | 2"),
            ("the first of two", "<table><tr><td>1</table><table><tr><td>2</table>", "1"),
            ("a script", "<table><tr><td>1<script>if (a < b) \"<td>\"</script></td></tr></table>", "1"),
            ("no reference", "<table><tr><td>R&D &copy; &#xffffffff;</td></tr></table>", "R&D &copy; &#xffffffff;"),
            ("no tag", "<table><tr><td>3 < 5</td></tr></table>", "3 < 5"),
            ("cut off in a tag", "<table><tr><td>1</td><td", "1"),
            ("cut off in a comment", "<table><tr><td>1<!-- ", "1"),
            ("spans of nothing", "<table><tr><td colspan=0 rowspan=x>1</td></tr></table>", "1"),
        ];
        for (from, html, expected) in table {
            assert_eq!(short(html).as_deref(), Some(expected), "{from}");
        }
        for html in ["", "<p>营业收入 98.5</p>", "<table></table>", "<td>1</td>", "<!-- <table><tr><td>1</table> -->"]
        {
            assert_eq!(short(html), None, "{html}");
        }
        let long = ["<table>", &"<tr><td>1</td></tr>".repeat(51), "</table>"].concat();
        assert_eq!(rows(&long, 101), Err(TooLarge), "a row counts, and so does its cell");
        assert!(rows(&long, 102).is_ok());
    }
}
