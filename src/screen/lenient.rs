//! What `JSON.parse` reads and serde does not, so that a line is read here as `assessMany` reads it.

/// The same text with every half of a surrogate pair replaced by U+FFFD, and every number that is infinite to JavaScript by the text
/// that it then has, which is no number to the engine either.
pub fn as_javascript_reads(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '"' => string(rest, &mut read),
            '-' | '0'..='9' => number(rest, &mut read),
            _ => {
                read.push(letter);
                letter.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    read
}

/// Copies the text that begins here, and gives its length.
fn string(from: &str, read: &mut String) -> usize {
    read.push('"');
    let mut at = 1;
    while let Some(letter) = from[at..].chars().next() {
        let escape = unit(&from[at..]);
        let pair = escape.filter(|high| (0xD800..0xDC00).contains(high)).and_then(|_| unit(&from[at + 6..]));
        let length = match (escape, pair) {
            (Some(_), Some(0xDC00..0xE000)) => 12,
            (Some(0xD800..0xE000), _) => {
                read.push('\u{fffd}');
                at += 6;
                continue;
            }
            _ if letter == '\\' => 1 + from[at + 1..].chars().next().map_or(0, char::len_utf8),
            _ => letter.len_utf8(),
        };
        read.push_str(&from[at..at + length]);
        at += length;
        if letter == '"' {
            break;
        }
    }
    at
}

/// The code unit of an escape like `\ud83d` that stands here.
fn unit(from: &str) -> Option<u32> {
    let digits = from.strip_prefix("\\u")?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

/// Copies the number that begins here, and gives its length.
fn number(from: &str, read: &mut String) -> usize {
    let length = from.find(|letter: char| !matches!(letter, '-' | '+' | '.' | 'e' | 'E' | '0'..='9'));
    let number = &from[..length.unwrap_or(from.len())];
    match number.parse::<f64>() {
        Ok(value) if value.is_infinite() => read.push_str(if value > 0.0 { "\"Infinity\"" } else { "\"-Infinity\"" }),
        _ => read.push_str(number),
    }
    number.len()
}

#[cfg(test)]
mod tests {
    use super::as_javascript_reads;

    #[test]
    fn a_text_is_what_it_is_to_javascript() {
        let table = [
            (r#"{"a": [1, -2.5e3, "1e999"], "b\"": "\\"}"#, r#"{"a": [1, -2.5e3, "1e999"], "b\"": "\\"}"#),
            ("[1e999, -1E+999, 1e308]", r#"["Infinity", "-Infinity", 1e308]"#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\ud83d""#, "\"\u{fffd}\""),
            (r#""\ud83d\u0041""#, "\"\u{fffd}\\u0041\""),
            (r#""\ude00\ud83d\ude00x""#, "\"\u{fffd}\\ud83d\\ude00x\""),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            ("\"", "\""),
            (r#""\"#, r#""\"#),
            (r#""\ud8"#, r#""\ud8"#),
            (r#""\u新材"#, r#""\u新材"#),
            ("-", "-"),
        ];
        for (text, expected) in table {
            assert_eq!(as_javascript_reads(text), expected, "{text}");
        }
    }
}
