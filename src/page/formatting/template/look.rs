//! How the cells of the template look.

use office::write::{Cell, Content, Style};

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As cells do.
    None,
    /// The title of a sheet.
    Title,
    /// A head.
    Head,
    /// An indicator.
    Section,
    /// The name of a figure.
    Label,
    /// To be filled in.
    Field,
    /// To be filled in with a text: a code of eighteen digits stays whole.
    TextField,
    /// Not to be filled in.
    Closed,
    /// A note.
    Note,
    /// A note within the table.
    Remark,
    /// A text over several lines.
    Wrapped,
}

/// The styles, in the order of the looks.
pub fn styles() -> Vec<Style> {
    let (ink, quiet) = (Some(0x1B_2A41), Some(0x5A_6472));
    let bordered = Style { is_bordered: true, is_wrapped: true, colour: ink, ..Style::default() };
    let field = Style { fill: Some(0xFF_F9DB), ..bordered.clone() };
    vec![
        Style { is_bold: true, size: 15, colour: ink, ..Style::default() },
        Style { is_bold: true, is_centred: true, fill: Some(0xDC_E6F1), ..bordered.clone() },
        Style { is_bold: true, fill: Some(0xEE_F2F7), ..bordered.clone() },
        bordered.clone(),
        field.clone(),
        Style { format: "@".to_owned(), ..field },
        Style { fill: Some(0xE7_E9EC), ..bordered.clone() },
        Style { size: 10, colour: quiet, ..Style::default() },
        Style { size: 10, colour: quiet, ..bordered },
        Style { is_wrapped: true, ..Style::default() },
    ]
}

/// A blank cell.
pub fn cell(look: Look) -> Cell {
    Cell { content: Content::Blank, style: look as usize }
}

/// A cell with a text in it; a blank one where that is empty.
pub fn text(text: &str, look: Look) -> Cell {
    let content = if text.is_empty() { Content::Blank } else { Content::Text(text.to_owned()) };
    Cell { content, style: look as usize }
}

/// A cell with what was typed in a field: a number where a spreadsheet holds and shows just that, else the text as it is.
pub fn typed(typed: &str, look: Look) -> Cell {
    let typed = typed.trim();
    if is_plain(typed) {
        Cell { content: Content::Number(typed.to_owned()), style: look as usize }
    } else {
        text(typed, look)
    }
}

/// Whether a text is what a spreadsheet shows of its number: no more than eleven digits, and none that are lost.
fn is_plain(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = are_digits(whole) && (whole == "0" || !whole.starts_with('0'));
    let is_fraction = fraction.is_none_or(|fraction| are_digits(fraction) && !fraction.ends_with('0'));
    is_whole && is_fraction && text.len() <= 11
}

#[cfg(test)]
mod tests {
    use super::{Content, Look, typed};

    #[test]
    fn what_a_spreadsheet_would_show_otherwise_stays_a_text() {
        let table = [
            // typed | is a number
            ("98.5", true),
            ("0", true),
            ("12345678901", true),
            ("123456789012", false),
            ("007", false),
            ("1.50", false),
            (".5", false),
            ("5.", false),
            ("-3", false),
            ("1,234", false),
            ("3.2亿", false),
            ("５", false),
            ("1e5", false),
        ];
        for (text, is_number) in table {
            let content = typed(text, Look::Field).content;
            assert_eq!(matches!(content, Content::Number(_)), is_number, "{text}");
        }
    }
}
