//! Data as JSON text. It is written here and not by the browser: `JSON.stringify` asks `toJSON` of everything that it writes, and a
//! host page may have put one on every text and list.

use engine::input::Input;

/// The text, indented for whoever looks into the file.
pub fn to_json(value: &Input) -> String {
    let mut text = String::new();
    write(value, 0, &mut text);
    text
}

fn write(value: &Input, depth: usize, out: &mut String) {
    match value {
        Input::Absent | Input::Unreadable => out.push_str("null"),
        Input::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Input::Number(number) => out.push_str(number),
        Input::Text(text) => quote(text, out),
        Input::List(entries) if entries.is_empty() => out.push_str("[]"),
        Input::Object(pairs) if pairs.is_empty() => out.push_str("{}"),
        Input::List(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                begin_line(if index == 0 { "[" } else { "," }, depth + 1, out);
                write(entry, depth + 1, out);
            }
            begin_line("", depth, out);
            out.push(']');
        }
        Input::Object(pairs) => {
            for (index, (key, value)) in pairs.iter().enumerate() {
                begin_line(if index == 0 { "{" } else { "," }, depth + 1, out);
                quote(key, out);
                out.push_str(": ");
                write(value, depth + 1, out);
            }
            begin_line("", depth, out);
            out.push('}');
        }
    }
}

fn begin_line(after: &str, depth: usize, out: &mut String) {
    out.push_str(after);
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

fn quote(text: &str, out: &mut String) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    out.push('"');
    // Hardly any text has such a letter.
    if !text.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        out.push_str(text);
        return out.push('"');
    }
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..' ' => out.extend(['\\', 'u', '0', '0', HEX[letter as usize / 16], HEX[letter as usize % 16]]),
            _ => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::to_json;
    use crate::testing::json;
    use engine::input::Input;

    #[test]
    fn the_text_is_that_of_any_writer_of_json() {
        let texts = [
            "null",
            "[]",
            "{}",
            r#"[[], {}, [[1]], {"a": {}}]"#,
            r#"{"a": true, "b": false, "c": null, "d": -1.5, "e": 100000000000000000000}"#,
            r#"["", "\"", "\\", "\n\r\t", "\u0000\u0001\u001f", "\u007f\u2028", "新材料", "😀", "</script>"]"#,
            r#"{"": 1, "\"\\\n": [1, "2"], "toJSON": "x", "__proto__": {"length": 1}}"#,
        ];
        for text in texts {
            let value = json(text);
            let written = to_json(&value);
            assert_eq!(json(&written), value, "{written}");
            let all: serde_json::Value = serde_json::from_str(text).expect("JSON");
            let other: serde_json::Value = serde_json::from_str(&written).expect("JSON");
            assert_eq!(other, all, "{written}");
        }
        assert_eq!(
            to_json(&json(r#"{"a":[1,{"b":[]}]}"#)),
            "{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    }\n  ]\n}"
        );
        assert_eq!(to_json(&Input::Unreadable), "null");
    }
}
