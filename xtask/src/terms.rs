//! Which licence texts are due for a package: of several to choose from one, of several that hold together all.

use anyhow::{Context, Result, ensure};
use spdx::{Expression, Licensee, ParseMode};

const APACHE: &str = "Apache-2.0";

/// The terms on which others' work may be in ours, in the order of our choice, and the words by which each text is known.
/// `.cargo/deny.toml` has the same list and says why; a test compares the two.
const ALLOWED: [(&str, &str); 4] = [
    ("MIT", "obtaining a copy of this software and associated documentation files"),
    (APACHE, "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION"),
    ("Zlib", "without any express or implied warranty. In no event will the authors be held liable"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
];

/// The texts due under terms like `(MIT OR Apache-2.0) AND Unicode-3.0`, out of the `own` texts of a package.
///
/// Many packages leave their texts out. Only that of Apache-2.0 is the same for all, and then the `common` one is handed on.
pub fn due<'a>(terms: &str, own: &'a [String], common: Option<&'a String>) -> Result<Vec<&'a str>> {
    let expression =
        Expression::parse_mode(terms, ParseMode::LAX).with_context(|| format!("“{terms}” is no licence"))?;
    let allowed = |asked: &str| ALLOWED.iter().any(|(id, _)| *id == asked);
    ensure!(
        expression.evaluate(|asked| asked.license.id().is_some_and(|id| allowed(id.name))),
        "“{terms}” is not among the terms that .cargo/deny.toml allows"
    );
    let at_hand: Vec<(&str, &str)> =
        ALLOWED.iter().filter_map(|(id, words)| Some((*id, text_of(id, words, own, common)?))).collect();
    let licensees = at_hand.iter().map(|(id, _)| Licensee::parse(id)).collect::<Result<Vec<_>, _>>()?;
    let chosen = expression.minimized_requirements(&licensees);
    let chosen = chosen.ok().with_context(|| format!("a text is missing for “{terms}”"))?;
    let is_chosen = |id: &str| chosen.iter().any(|asked| asked.license.id().is_some_and(|asked| asked.name == id));
    let mut texts: Vec<&str> = at_hand.iter().filter(|(id, _)| is_chosen(id)).map(|(_, text)| *text).collect();
    // One file may hold several texts.
    texts.dedup();
    Ok(texts)
}

/// The shortest of several: some packages have the same licence twice, once with remarks around it.
fn text_of<'a>(id: &str, words: &str, own: &'a [String], common: Option<&'a String>) -> Option<&'a str> {
    let own = own.iter().filter(|text| has(text, words)).min_by_key(|text| text.len());
    own.or(common.filter(|_| id == APACHE)).map(String::as_str)
}

/// True for the text of Apache-2.0.
pub fn is_apache(text: &str) -> bool {
    ALLOWED.iter().any(|(id, words)| *id == APACHE && has(text, words))
}

/// However the lines are broken.
fn has(text: &str, words: &str) -> bool {
    text.split_whitespace().collect::<Vec<_>>().join(" ").contains(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Vec<String> {
        ALLOWED.iter().map(|(id, words)| format!("{id}:\n{}", words.replace(' ', "\n  "))).collect()
    }

    /// The licences whose texts are due if a package has those named.
    fn due_of(terms: &str, own: &[&str], common: bool) -> Result<Vec<String>> {
        let all = texts();
        let own: Vec<String> =
            own.iter().map(|id| texts().into_iter().find(|text| text.starts_with(id)).unwrap()).collect();
        let due = due(terms, &own, common.then_some(&all[1]))?;
        Ok(due.iter().map(|text| text.split(':').next().unwrap().to_owned()).collect())
    }

    #[test]
    fn of_terms_to_choose_from_one_text_is_due_and_of_those_that_hold_together_all() {
        let table: [(&str, &[&str], bool, &[&str]); 9] = [
            ("MIT", &["MIT"], false, &["MIT"]),
            ("Apache-2.0 OR MIT", &["Apache", "MIT"], true, &["MIT"]),
            ("Unlicense/MIT", &["MIT"], false, &["MIT"]),
            ("GPL-3.0-only OR MIT", &["MIT"], false, &["MIT"]),
            ("MIT AND Zlib", &["Zlib", "MIT"], false, &["MIT", "Zlib"]),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", &["Apache", "MIT", "Unicode"], true, &["MIT", "Unicode-3.0"]),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", &["Unicode"], true, &["Apache-2.0", "Unicode-3.0"]),
            ("Apache-2.0 OR BSL-1.0", &["Apache"], false, &["Apache-2.0"]),
            ("MIT OR Apache-2.0", &[], true, &["Apache-2.0"]),
        ];
        for (terms, own, common, expected) in table {
            assert_eq!(due_of(terms, own, common).unwrap(), expected, "{terms} with {own:?}");
        }
    }

    #[test]
    fn terms_that_are_not_allowed_and_texts_that_are_missing_are_refused() {
        let table: [(&str, &[&str], &str); 6] = [
            ("GPL-3.0-only", &["MIT"], "allows"),
            ("MIT AND GPL-3.0-only", &["MIT"], "allows"),
            ("MPL-2.0", &[], "allows"),
            ("MIT", &[], "missing"),
            ("MIT AND Unicode-3.0", &["MIT"], "missing"),
            ("free for all", &["MIT"], "no licence"),
        ];
        for (terms, own, expected) in table {
            let error = due_of(terms, own, true).unwrap_err().to_string();
            assert!(error.contains(expected) && error.contains(terms), "{terms}: {error}");
        }
    }

    #[test]
    fn a_file_with_several_texts_stands_there_once() {
        let both = [texts().concat()];
        assert_eq!(due("MIT AND Apache-2.0", &both, None).unwrap(), [both[0].as_str()]);
    }

    #[test]
    fn the_policy_allows_the_same_in_the_same_order() {
        let policy = include_str!("../../.cargo/deny.toml");
        let (_, list) = policy.split_once("\nallow = [").unwrap();
        let (list, _) = list.split_once(']').unwrap();
        let allowed: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        assert_eq!(allowed, ALLOWED.map(|(id, _)| id));
    }
}
