//! A JSON text that is compiled in, as input.
//!
//! The browser's parser would make a JavaScript value of it, of which every piece crosses into WebAssembly by itself: at the start of the page
//! that took longer than to read the rules in it. Texts from outside are the browser's to parse ([`super::parse_json`]).

use std::borrow::Cow;

use engine::input::Input;

/// Reads a document of ours. It must be JSON, its numbers in their shortest form, its texts without `\u`; a test holds every document
/// that is compiled in against another parser.
#[inline(never)]
pub fn read(text: &'static str) -> Input<'static> {
    let mut text = Text { text, at: 0 };
    let read = text.value();
    read.filter(|_| text.next().is_none()).unwrap_or(Input::Unreadable)
}

/// A text, and how far it is read.
struct Text {
    text: &'static str,
    at: usize,
}

impl Text {
    fn value(&mut self) -> Option<Input<'static>> {
        match self.next()? {
            b'{' => {
                let mut pairs = Vec::new();
                while self.goes_on(b'}')? {
                    let key = self.string()?;
                    if self.next()? != b':' {
                        return None;
                    }
                    self.at += 1;
                    pairs.push((key, self.value()?));
                }
                Some(Input::Object(pairs))
            }
            b'[' => {
                let mut entries = Vec::new();
                while self.goes_on(b']')? {
                    entries.push(self.value()?);
                }
                Some(Input::List(entries))
            }
            b'"' => self.string().map(Input::Text),
            _ => self.word(),
        }
    }

    /// Passes what stands before an entry: the bracket or a comma. False where nothing but the end of the brackets is left, which is passed
    /// as well.
    fn goes_on(&mut self, close: u8) -> Option<bool> {
        let passed = self.next()?;
        self.at += 1;
        if passed == close {
            return Some(false);
        }
        let is_end = self.next()? == close;
        match passed {
            b'{' | b'[' if is_end => {
                self.at += 1;
                Some(false)
            }
            b'{' | b'[' | b',' if !is_end => Some(true),
            _ => None,
        }
    }

    /// A text in quotes: borrowed, unless something is escaped in it.
    fn string(&mut self) -> Option<Cow<'static, str>> {
        if self.next()? != b'"' {
            return None;
        }
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            text += self.pass(|byte| !matches!(byte, b'"' | b'\\'))?;
            let is_over = self.byte()? == b'"';
            self.at += 1;
            if is_over {
                return Some(text);
            }
            text += match self.byte()? {
                b'n' => "\n",
                b'"' => "\"",
                b'\\' => "\\",
                b'/' => "/",
                _ => return None,
            };
            self.at += 1;
        }
    }

    /// A number, true, false or null.
    fn word(&mut self) -> Option<Input<'static>> {
        let word = self.pass(|byte| matches!(byte, b'-' | b'.' | b'0'..=b'9' | b'a'..=b'z'))?;
        match word {
            "null" => Some(Input::Absent),
            "true" | "false" => Some(Input::Bool(word == "true")),
            _ => matches!(word.as_bytes(), [b'-' | b'0'..=b'9', ..]).then_some(Input::Number(word.into())),
        }
    }

    /// The byte that comes after white space.
    fn next(&mut self) -> Option<u8> {
        self.pass(|byte| byte.is_ascii_whitespace())?;
        self.byte()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes all bytes of a kind.
    fn pass(&mut self, of_kind: impl Fn(u8) -> bool) -> Option<&'static str> {
        let begin = self.at;
        while self.text.as_bytes().get(self.at).is_some_and(|byte| of_kind(*byte)) {
            self.at += 1;
        }
        self.text.get(begin..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BATCHES;
    use engine::ruleset::PLAN_2025;

    #[test]
    fn every_document_that_is_compiled_in_is_read_as_by_another_parser() {
        for text in BATCHES.into_iter().chain([PLAN_2025]) {
            let expected: Input = serde_json::from_str(text).expect("JSON");
            assert!(matches!(expected, Input::Object(_)));
            assert_eq!(read(text), expected);
        }
    }

    #[test]
    fn texts_are_read_as_by_another_parser_or_not_at_all() {
        let read_alike = [
            "{}",
            "[]",
            "7",
            "\"甲\"",
            " [ 1 , -2.5 , 0.7 , true , false , null ] ",
            r#"{"a": {"b": [[], {}]}, "示范": "基地"}"#,
            r#"["", "a\"b", "\\", "\/", "a\nb", "甲\\乙"]"#,
        ];
        for text in read_alike {
            let expected: Input = serde_json::from_str(text).expect("JSON");
            assert_eq!(read(text), expected, "{text}");
        }
        for text in [
            "",
            "{",
            "[1",
            "[1 2]",
            "{1: 2}",
            r#"{"a" 1}"#,
            r#""a"#,
            r#"["\u0041"]"#,
            "[yes]",
            "[+1]",
            "[] []",
            "[1,]",
            "[,1]",
            "[1}",
        ] {
            assert_eq!(read(text), Input::Unreadable, "{text}");
        }
    }
}
