//! Codes of organisations: 统一社会信用代码 (GB 32100-2015), 组织机构代码 (GB 11714-1997), and the old registration number with 15 digits.

use super::code::{Code, Flaw, digit};

/// The characters of a 统一社会信用代码 in the order of their values: no I, O, S, V, Z.
const CREDIT: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// The powers of 3 modulo 31.
const CREDIT_WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
/// Where the organisation code stands in a 统一社会信用代码, counted from 0.
const WITHIN: usize = 8;

/// Reads a code of an organisation, in capitals without blanks. An organisation is known by its organisation code, which both the old and
/// the new code hold.
pub(super) fn organisation(text: &str) -> Code {
    let bytes: Vec<u8> = text.bytes().filter(|byte| *byte != b'-').collect();
    let flaw = match bytes.len() {
        18 => credit_flaw(&bytes),
        9 => organisation_flaw(&bytes, 0),
        15 => registration_flaw(&bytes),
        _ => Some(Flaw::Form),
    };
    let key = match bytes.len() {
        18 => bytes.get(WITHIN..17),
        9 => Some(&bytes[..]),
        _ => None,
    };
    let key = key.and_then(|key| core::str::from_utf8(key).ok());
    Code { key: key.unwrap_or(text).to_owned(), flaw, ..Code::default() }
}

/// The first thing that is wrong with 18 characters: one that cannot stand there, the last, or the one inside.
fn credit_flaw(bytes: &[u8]) -> Option<Flaw> {
    let mut sum = 0;
    for (at, byte) in bytes.iter().enumerate() {
        // The place where it was registered (3 to 8) has digits only.
        let allowed = if (2..WITHIN).contains(&at) { &CREDIT[..10] } else { CREDIT };
        let Some(value) = allowed.iter().position(|one| one == byte) else { return Some(Flaw::Character { at }) };
        if let Some(weight) = CREDIT_WEIGHTS.get(at) {
            sum += value as u32 * weight;
        }
    }
    let expected = CREDIT[((31 - sum % 31) % 31) as usize];
    Flaw::unless(bytes[17] == expected, 17, expected).or_else(|| organisation_flaw(&bytes[WITHIN..17], WITHIN))
}

fn organisation_flaw(bytes: &[u8], from: usize) -> Option<Flaw> {
    let mut sum = 0;
    for (at, (byte, weight)) in bytes.iter().zip(ORGANISATION_WEIGHTS).enumerate() {
        let value = match byte {
            b'0'..=b'9' => byte - b'0',
            b'A'..=b'Z' => byte - b'A' + 10,
            _ => return Some(Flaw::Character { at: from + at }),
        };
        sum += u32::from(value) * weight;
    }
    let expected = match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        value => digit(value),
    };
    Flaw::unless(bytes[8] == expected, from + 8, expected)
}

/// ISO 7064, MOD 11,10.
fn registration_flaw(bytes: &[u8]) -> Option<Flaw> {
    let mut product = 10;
    for (at, byte) in bytes.iter().enumerate() {
        if !byte.is_ascii_digit() {
            return Some(Flaw::Character { at });
        }
        if at < 14 {
            let sum = (product + u32::from(byte - b'0')) % 10;
            product = if sum == 0 { 10 } else { sum } * 2 % 11;
        }
    }
    let expected = digit((11 - product) % 10);
    Flaw::unless(bytes[14] == expected, 14, expected)
}
