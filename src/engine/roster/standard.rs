//! Numbers of standards: `GB/T 1234.5-2019`, `ISO 9001:2015`, `T/CESA 1-2020`. The letters tell the level.

use super::code::{Code, Flaw};
use crate::ruleset::Series;

/// Reads the number of a standard, in capitals without blanks. It is known by its number without the year.
pub(super) fn standard(text: &str, series: &[Series]) -> Code {
    let number = written_alike(text);
    let known =
        series.iter().find(|series| series.prefixes.iter().any(|prefix| begins(&number, prefix, series.with_region)));
    // GB and JB are two letters, as the codes of all standards of this country; ISO, IEC and ITU are three.
    let is_of_here = known.is_some_and(|series| series.prefixes.iter().any(|prefix| prefix.len() == 2));
    let (key, behind) = without_year(&number, is_of_here);
    let counts = known.is_some_and(|series| series.kind.is_some());
    Code {
        // Several numbers in one cell, a draft (GB/T 1234-XXXX), and no number at all.
        flaw: if known.is_none() || (counts && (!behind.is_empty() || !is_one_number(key))) {
            Some(Flaw::Form)
        } else {
            None
        },
        key: key.to_owned(),
        tells: known.map(|series| series.kind),
    }
}

/// One spelling for the strokes that look alike, and without a year in brackets: GB∕T 1234‑2020, GB-T 1234-2020, GB/T 1234(2020).
fn written_alike(text: &str) -> String {
    let mut number = String::with_capacity(text.len());
    for sign in text.chars() {
        number.push(match sign {
            '∕' | '⁄' | '╱' | '\\' => '/',
            '‐' | '‑' | '‒' | '―' | '－' | '_' => '-',
            '：' | '∶' => ':',
            '(' => '-',
            ')' => continue,
            _ => sign,
        });
    }
    number.strip_prefix("GB-T").map(|rest| ["GB/T", rest].concat()).unwrap_or(number)
}

/// Whether what a standard is known by is one number: it has a digit, nothing but what numbers are made of, and no second one behind it.
fn is_one_number(key: &str) -> bool {
    let made_of = |byte: u8| byte.is_ascii_alphanumeric() || b"/-.:+".contains(&byte);
    let begins_again =
        |three: &[u8]| three[0].is_ascii_digit() && three[1].is_ascii_alphabetic() && three[2].is_ascii_alphabetic();
    key.bytes().all(made_of)
        && key.bytes().any(|byte| byte.is_ascii_digit())
        && !key.ends_with(['-', '/', 'X'])
        && !key.as_bytes().windows(3).any(begins_again)
}

/// Whether a number begins with these letters and no others: `GB` is that of `GB/T1` and `GB1`, and none of `GBJ1`.
fn begins(text: &str, letters: &str, with_region: bool) -> bool {
    let Some(behind) = text.strip_prefix(letters) else { return false };
    let Some(next) = behind.bytes().next() else { return false };
    if with_region { next.is_ascii_digit() } else { !next.is_ascii_alphabetic() }
}

/// The number without the year, and what stands behind the year. A year has four digits; of standards of this country two, as it was usual until 1995, for
/// those of ISO and IEC have parts of two digits.
fn without_year(text: &str, is_of_here: bool) -> (&str, &str) {
    let mut at = text.len();
    while let Some((number, behind)) = text.get(..at).and_then(|text| text.rsplit_once(['-', ':'])) {
        let behind = text.get(number.len() + 1..).unwrap_or(behind);
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let (year, rest) = behind.split_at_checked(digits).unwrap_or((behind, ""));
        let is_year = match year.as_bytes() {
            [b'1', b'9', _, _] | [b'2', b'0', _, _] => true,
            [b'6'..=b'9', _] => is_of_here && rest.is_empty(),
            _ => false,
        };
        if is_year {
            return (number, rest);
        }
        at = number.len();
    }
    (text, "")
}
