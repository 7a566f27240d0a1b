//! Texts as the XML of workbooks.

use crate::package::xml::{is_none, push};

/// A text with the signs replaced that XML does not take. Excel writes characters that XML cannot have as `_x0001_`, and so it does a
/// carriage return, which XML would read as another end of a line.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, c) in text.char_indices() {
        match c {
            // What looks like such a character, and is none.
            '_' if is_escape(text.get(index..).unwrap_or("")) => escaped.push_str("_x005F_"),
            _ if c == '\r' || is_none(c) => {
                let digit =
                    |shift: u32| char::from_digit(c as u32 >> shift & 15, 16).unwrap_or('0').to_ascii_uppercase();
                escaped.push_str("_x");
                escaped.extend([12, 8, 4, 0].map(digit));
                escaped.push('_');
            }
            _ => push(&mut escaped, c),
        }
    }
    escaped
}

fn is_escape(text: &str) -> bool {
    match text.as_bytes() {
        [b'_', b'x', a, b, c, d, b'_', ..] => [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()),
        _ => false,
    }
}
