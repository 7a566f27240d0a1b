//! Texts as XML.

/// Adds a sign, as XML takes it. It must be one that XML can have: see [`is_none`].
pub fn push(text: &mut String, sign: char) {
    match sign {
        '&' => text.push_str("&amp;"),
        '<' => text.push_str("&lt;"),
        '>' => text.push_str("&gt;"),
        '"' => text.push_str("&quot;"),
        _ => text.push(sign),
    }
}

/// Whether XML can have a sign in no way, not even by its number.
pub fn is_none(sign: char) -> bool {
    matches!(sign, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
