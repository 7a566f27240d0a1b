//! The two languages of everything that a person reads.

/// The language that a person reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文, the first language of the product.
    #[default]
    Zh,
    /// English.
    En,
}

/// One text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// 简体中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Text {
    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// A text as it is compared: half-width, lower case, without blanks, quotation marks and marks that do not show.
pub fn plain(text: &str) -> String {
    let half_width = |c: char| match c {
        '【' | '〔' | '［' | '[' => '(',
        '】' | '〕' | '］' | ']' => ')',
        '—' | '–' | '−' | '～' | '~' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        'Ω' => 'ω',
        _ => c,
    };
    let is_said = |c: &char| {
        !c.is_whitespace()
            && !matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》' | '*' | '＊')
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(is_said) {
        plain.push(half_width(c).to_ascii_lowercase());
    }
    plain
}

/// What stands before and behind a word, where it first stands in a text. The standard library's search is ten times the code.
pub fn around<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let last = text.len().checked_sub(word.len())?;
    let mut at = 0;
    // Most places differ from the word in its first two bytes already.
    while at <= last {
        if text.as_bytes().get(at..at + 2) == word.as_bytes().get(..2)
            && let Some((before, rest)) = text.split_at_checked(at)
            && let Some(after) = rest.strip_prefix(word)
        {
            return Some((before, after));
        }
        at += 1;
    }
    None
}
