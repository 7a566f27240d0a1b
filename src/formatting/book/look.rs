//! How the cells of our workbooks look.

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
    /// For a number of the batch's own.
    Own,
    /// A result.
    Result,
}

/// How many looks there are, with [`Look::None`].
const LOOKS: usize = 13;

/// How the numbers of a workbook are shown that computes. The others have them as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With its decimals, as they come.
    Plain,
    /// An amount: two to six decimals.
    Amount,
    /// A ratio in percent, with two to six decimals.
    Percent,
    /// The common multiple of ranks, which says that it is one.
    Multiple,
}

/// The styles of the looks with each of the formats; the last of them is the text that is given.
pub fn styles_with_formats(multiple: &str) -> Vec<Style> {
    let plain = [Style::default()].into_iter().chain(styles()).collect::<Vec<_>>();
    let formats = ["", "#,##0.00####", "0.00####%", multiple];
    let all = formats.iter().flat_map(|format| {
        plain.iter().map(|style| {
            if format.is_empty() { style.clone() } else { Style { format: (*format).to_owned(), ..style.clone() } }
        })
    });
    all.skip(1).collect()
}

/// The number of a style: a look and a format.
pub fn style(look: Look, format: Format) -> usize {
    look as usize + LOOKS * format as usize
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
        Style { format: "@".to_owned(), ..field.clone() },
        Style { fill: Some(0xE7_E9EC), ..bordered.clone() },
        Style { size: 10, colour: quiet, ..Style::default() },
        Style { size: 10, colour: quiet, ..bordered.clone() },
        Style { is_wrapped: true, ..Style::default() },
        Style { fill: Some(0xFF_E0B8), ..field },
        Style { is_bold: true, is_centred: true, ..bordered },
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
    use super::{Content, LOOKS, Look, styles, typed};

    #[test]
    fn every_look_has_a_style() {
        assert_eq!(Look::Result as usize + 1, LOOKS);
        assert_eq!(styles().len() + 1, LOOKS);
    }

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
