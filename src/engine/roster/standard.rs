//! Numbers of standards: `GB/T 1234.5-2019`, `ISO 9001:2015`, `T/CESA 1-2020`. The letters tell the level.

use super::code::{Code, Flaw};
use crate::ruleset::Series;

/// Reads the number of a standard, in capitals without blanks. It is known by its number without the year.
pub(super) fn standard(text: &str, series: &[Series]) -> Code {
    let known =
        series.iter().find(|series| series.prefixes.iter().any(|prefix| begins(text, prefix, series.with_region)));
    Code {
        key: without_year(text).to_owned(),
        flaw: if known.is_none() { Some(Flaw::Form) } else { None },
        tells: known.map(|series| series.kind),
    }
}

/// Whether a number begins with these letters and no others: `GB` is that of `GB/T1` and `GB1`, and none of `GBJ1`.
fn begins(text: &str, letters: &str, with_region: bool) -> bool {
    let Some(behind) = text.strip_prefix(letters) else { return false };
    let Some(next) = behind.bytes().next() else { return false };
    if with_region { next.is_ascii_digit() } else { !next.is_ascii_alphabetic() }
}

/// The number without the year: four digits, or two as it was usual until 1995.
fn without_year(text: &str) -> &str {
    let is_year = |year: &str| match year.as_bytes() {
        [b'1' | b'2', b'0' | b'9', c, d] => c.is_ascii_digit() && d.is_ascii_digit(),
        [c @ b'6'..=b'9', d] => c.is_ascii_digit() && d.is_ascii_digit(),
        _ => false,
    };
    text.rsplit_once(['-', ':']).filter(|(_, year)| is_year(year)).map_or(text, |(number, _)| number)
}
