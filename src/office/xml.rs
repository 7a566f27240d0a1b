//! The XML of workbooks: elements with their attributes, and texts. Prefixes are passed over.

use std::borrow::Cow;

/// Deeper nesting than any part of a workbook has.
const MAX_DEPTH: usize = 64;

/// What comes next in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// An element begins. One without content ends right behind.
    Open(Element<'a>),
    /// The innermost element ends.
    Close,
    /// Text, with its character references resolved.
    Text(Cow<'a, str>),
}

/// The start of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// Its name, without a prefix.
    pub name: &'a str,
    attributes: &'a str,
}

/// What is wrong with a part: it is not well-formed, or nested too deeply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// A part as it is read. After the last token it yields none.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    rest: &'a str,
    open: Vec<&'a str>,
    /// Whether an element without content was the last token.
    is_closing: bool,
    has_root: bool,
}

/// The text of a part: UTF-8, or UTF-16 with or without a byte order mark.
pub fn decoded(bytes: Vec<u8>) -> Result<String, Broken> {
    let wide = |bytes: &[u8], number: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|two| number([two[0], two[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| Broken)
    };
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [b'<', 0, ..] => wide(&bytes, u16::from_le_bytes),
        [0, b'<', ..] => wide(&bytes, u16::from_be_bytes),
        _ => String::from_utf8(bytes).map_err(|_| Broken),
    }
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of a part.
    pub fn new(text: &'a str) -> Reader<'a> {
        let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
        Reader { rest, open: Vec::new(), is_closing: false, has_root: false }
    }

    /// The next token; none at the end of the part.
    pub fn next(&mut self) -> Result<Option<Token<'a>>, Broken> {
        if core::mem::take(&mut self.is_closing) {
            self.open.pop();
            return Ok(Some(Token::Close));
        }
        loop {
            if self.rest.is_empty() {
                return if self.open.is_empty() && self.has_root { Ok(None) } else { Err(Broken) };
            }
            let Some(markup) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at_checked(end).ok_or(Broken)?;
                self.rest = rest;
                if self.open.is_empty() {
                    continue;
                }
                return Ok(Some(Token::Text(resolved(text)?)));
            };
            if let Some(comment) = markup.strip_prefix("!--") {
                self.rest = comment.split_once("-->").ok_or(Broken)?.1;
            } else if let Some(data) = markup.strip_prefix("![CDATA[") {
                let (text, rest) = data.split_once("]]>").ok_or(Broken)?;
                self.rest = rest;
                return Ok(Some(Token::Text(with_line_feeds(text))));
            } else if let Some(instruction) = markup.strip_prefix('?') {
                self.rest = instruction.split_once("?>").ok_or(Broken)?.1;
            } else if let Some(tag) = markup.strip_prefix('/') {
                let (name, rest) = tag.split_once('>').ok_or(Broken)?;
                self.rest = rest;
                let is_open = self.open.pop().is_some_and(|open| open == name.trim_end());
                return if is_open { Ok(Some(Token::Close)) } else { Err(Broken) };
            } else {
                // A document type may define entities, and no workbook has one.
                return if markup.starts_with('!') { Err(Broken) } else { self.element(markup).map(Some) };
            }
        }
    }

    /// Passes over the rest of the innermost element, which has just begun.
    pub fn skip(&mut self) -> Result<(), Broken> {
        let depth = self.open.len();
        while self.open.len() >= depth && self.next()?.is_some() {}
        Ok(())
    }

    /// The text of the innermost element, which has just begun, without that of elements within.
    pub fn text(&mut self) -> Result<Cow<'a, str>, Broken> {
        let mut text = Cow::Borrowed("");
        while let Some(token) = self.next()? {
            match token {
                Token::Open(_) => self.skip()?,
                Token::Close => break,
                Token::Text(more) if text.is_empty() => text = more,
                Token::Text(more) => text.to_mut().push_str(&more),
            }
        }
        Ok(text)
    }

    fn element(&mut self, markup: &'a str) -> Result<Token<'a>, Broken> {
        let end = end_of_tag(markup).ok_or(Broken)?;
        let (tag, rest) = (markup.get(..end).ok_or(Broken)?, markup.get(end + 1..).ok_or(Broken)?);
        let (tag, is_closing) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (name, attributes) = tag.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((tag, ""));
        let is_second = self.open.is_empty() && self.has_root;
        if name.is_empty() || is_second || self.open.len() == MAX_DEPTH {
            return Err(Broken);
        }
        self.open.push(name);
        (self.rest, self.is_closing, self.has_root) = (rest, is_closing, true);
        Ok(Token::Open(Element { name: local(name), attributes }))
    }
}

impl<'a> Element<'a> {
    /// The attributes, by their names with prefixes.
    pub fn attributes(self) -> Attributes<'a> {
        Attributes(self.attributes)
    }

    /// The value of an attribute without a prefix.
    pub fn attribute(self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes().find(|(key, _)| *key == name).and_then(|(_, value)| resolved(value).ok())
    }

    /// The value of an attribute with a prefix, such as `r:id`.
    pub fn linked(self, name: &str) -> Option<Cow<'a, str>> {
        let found = self.attributes().find(|(key, _)| key.contains(':') && local(key) == name);
        found.and_then(|(_, value)| resolved(value).ok())
    }
}

/// The attributes of an element, with their values as they are written.
#[derive(Clone, Debug)]
pub struct Attributes<'a>(&'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, rest) = self.0.split_once('=')?;
        let rest = rest.trim_ascii_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, rest) = rest.get(1..)?.split_once(quote)?;
        self.0 = rest;
        Some((name.trim_ascii(), value))
    }
}

/// Whether an attribute's value means yes.
pub fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// Where a tag ends: at the first `>` outside of quotation marks.
fn end_of_tag(markup: &str) -> Option<usize> {
    let mut quote = None;
    markup.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'>') => return true,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        false
    })
}

/// A text with its character references resolved.
pub fn resolved(text: &str) -> Result<Cow<'_, str>, Broken> {
    let Some(first) = text.find('&') else { return Ok(with_line_feeds(text)) };
    let (plain, mut rest) = text.split_at_checked(first).ok_or(Broken)?;
    let mut resolved = with_line_feeds(plain).into_owned();
    while let Some(reference) = rest.strip_prefix('&') {
        let (name, after) = reference.split_once(';').ok_or(Broken)?;
        let number = name.strip_prefix('#').map(|number| match number.strip_prefix('x') {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        });
        resolved.push(match (name, number) {
            ("amp", _) => '&',
            ("lt", _) => '<',
            ("gt", _) => '>',
            ("quot", _) => '"',
            ("apos", _) => '\'',
            (_, Some(Ok(code))) => char::from_u32(code).ok_or(Broken)?,
            _ => return Err(Broken),
        });
        let end = after.find('&').unwrap_or(after.len());
        let (plain, behind) = after.split_at_checked(end).ok_or(Broken)?;
        resolved.push_str(&with_line_feeds(plain));
        rest = behind;
    }
    Ok(Cow::Owned(resolved))
}

fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}
