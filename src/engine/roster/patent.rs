//! Numbers of patents: of the application (ZL202112169968.X), which a patent is known by, and of the publication (CN112345678B).

use super::code::{Code, Flaw, digit};

const WEIGHTS: [u32; 12] = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/// Reads the number of a patent, in capitals without blanks. The check digit is no part of what it is known by.
pub(super) fn patent(text: &str, inventions_only: bool) -> Code {
    let bare = text.strip_prefix("ZL").or_else(|| text.strip_prefix("CN")).unwrap_or(text);
    let prefix = text.len() - bare.len();
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = bare.split_at_checked(digits).unwrap_or((bare, ""));
    let of = |key: &str, flaw, is_invention: bool| Code {
        key: key.to_owned(),
        flaw,
        tells: (inventions_only && !is_invention).then_some(None),
    };
    // B and C: an invention that was granted; U and Y: a utility model; S and D: a design; A: an application that was laid open.
    if let Some(class) = behind.bytes().next().filter(|class| b"ABCUYSD".contains(class) && (7..=9).contains(&digits)) {
        // What was laid open and what was granted have one number since 2007.
        return of(&["CN", number].concat(), Some(Flaw::Publication), b"ABC".contains(&class));
    }
    let check = behind.strip_prefix('.').unwrap_or(behind);
    let (number, check) = match (number.len(), check) {
        (8 | 12, "") => (number, None),
        (8 | 12, check) if check.len() == 1 => (number, check.bytes().next()),
        // Without the point.
        (9 | 13, "") => (number.get(..digits - 1).unwrap_or(number), number.bytes().last()),
        _ => return of(text, Some(Flaw::Form), true),
    };
    // Applications have had eight digits from 1985 to 2003. What begins otherwise is the number of a publication without its letter.
    if number.len() == 8 && !matches!(number.as_bytes()[0], b'8' | b'9' | b'0') {
        let key = ["CN", bare.get(..digits).unwrap_or(number)].concat();
        return of(&key, Some(Flaw::Publication), number.as_bytes()[0] == b'1');
    }
    let kind_at = if number.len() == 8 { 2 } else { 4 };
    // 8 and 9: an invention and a utility model that came in under the PCT.
    let kind = number.as_bytes()[kind_at];
    let mut flaw = None;
    if !matches!(kind, b'1' | b'2' | b'3' | b'8' | b'9') {
        flaw = Some(Flaw::Character { at: prefix + kind_at });
    } else if let Some(check) = check {
        let expected = check_character(number);
        flaw = Flaw::unless(check == expected, text.len() - 1, expected);
    }
    of(number, flaw, !matches!(kind, b'2' | b'3' | b'9'))
}

fn check_character(number: &str) -> u8 {
    let sum: u32 = number.bytes().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    match sum % 11 {
        10 => b'X',
        value => digit(value),
    }
}
