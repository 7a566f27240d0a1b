//! A JSON text without the white space between its tokens, which is there for those who edit it.

/// How many bytes the text has without it.
pub(super) const fn compact_length(json: &str) -> usize {
    let (bytes, mut state, mut at, mut length) = (json.as_bytes(), State::Between, 0, 0);
    while at < bytes.len() {
        length += state.keeps(bytes[at]) as usize;
        state = state.after(bytes[at]);
        at += 1;
    }
    length
}

/// The text without it, of just that many bytes.
pub(super) const fn compact<const LENGTH: usize>(json: &str) -> [u8; LENGTH] {
    let (bytes, mut state, mut at) = (json.as_bytes(), State::Between, 0);
    let (mut compact, mut length) = ([0; LENGTH], 0);
    while at < bytes.len() {
        if state.keeps(bytes[at]) {
            compact[length] = bytes[at];
            length += 1;
        }
        state = state.after(bytes[at]);
        at += 1;
    }
    compact
}

/// Where in a JSON text something stands.
#[derive(Clone, Copy)]
enum State {
    Between,
    InString,
    /// In a string, behind a backslash.
    Escaped,
}

impl State {
    const fn keeps(self, byte: u8) -> bool {
        !matches!((self, byte), (State::Between, b' ' | b'\n' | b'\r' | b'\t'))
    }

    const fn after(self, byte: u8) -> State {
        match (self, byte) {
            (State::Between, b'"') | (State::Escaped, _) => State::InString,
            (State::InString, b'"') => State::Between,
            (State::InString, b'\\') => State::Escaped,
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_tokens_goes() {
        const SPACED: &str = "{ \"a b\" :\t[1, 2 ],\r\n  \"\\\" c\\\\\" : \" 甲 \" }\n";
        const COMPACT: [u8; compact_length(SPACED)] = compact(SPACED);
        assert_eq!(str::from_utf8(&COMPACT).unwrap(), "{\"a b\":[1,2],\"\\\" c\\\\\":\" 甲 \"}");
    }
}
