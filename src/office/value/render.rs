//! A number or a point in time as a section of a format shows it.

use super::date::Moment;
use super::decimal::Decimal;
use super::section::{Piece, Section};

/// A number. With `is_signed` a negative one has a minus sign before it.
pub fn number(section: &Section, value: Decimal, is_signed: bool) -> String {
    let sign = if value.is_negative && is_signed { "-" } else { "" };
    let unsigned = Decimal { is_negative: false, ..value };
    if section.pieces.iter().any(|piece| matches!(piece, Piece::General | Piece::Text)) {
        return [sign, &with_literals(section, &unsigned.general())].concat();
    }
    if section.is_fraction {
        return [sign, &unsigned.general()].concat();
    }
    let shown = match section.pieces.iter().position(|piece| *piece == Piece::Power) {
        Some(at) => scientific(section, at, unsigned),
        None => positional(section, &section.pieces, unsigned.shifted(2 * section.percents - 3 * section.thousands)),
    };
    let has_digit = shown.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    let is_rounded_away = !has_digit && section.pieces.iter().any(|piece| matches!(piece, Piece::Place(_)));
    let sign = if is_rounded_away { "" } else { sign };
    [sign, shown.trim()].concat()
}

fn with_literals(section: &Section, number: &str) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Literal(literal) => literal.clone(),
        Piece::General | Piece::Text => number.to_owned(),
        _ => String::new(),
    };
    section.pieces.iter().map(piece).collect()
}

/// The digits of a number in the places that pieces have for them.
fn positional(section: &Section, pieces: &[Piece], value: Decimal) -> String {
    let point = pieces.iter().position(|piece| *piece == Piece::Point).unwrap_or(pieces.len());
    let (before, behind) = pieces.split_at(point);
    let places = behind.iter().filter(|piece| matches!(piece, Piece::Place(_))).count();
    let (whole, fraction) = value.rounded(places as i32).parts();
    let has_place = before.iter().any(|piece| matches!(piece, Piece::Place(_)));
    // `.00` has no place for them and shows them all the same.
    let unplaced = if has_place || behind.is_empty() { "" } else { whole.trim_start_matches('0') };
    [&*whole_part(before, &whole, section.is_grouped), unplaced, &fraction_part(behind, &fraction)].concat()
}

/// The last digit stands in the last place; the first place has all that are left.
fn whole_part(pieces: &[Piece], whole: &str, is_grouped: bool) -> String {
    let first = pieces.iter().position(|piece| matches!(piece, Piece::Place(_)));
    let mut digits = whole.bytes().rev();
    // Backwards.
    let mut shown: Vec<char> = Vec::new();
    let mut count = 0;
    let mut put = |shown: &mut Vec<char>, digit: u8| {
        if is_grouped && count > 0 && count % 3 == 0 {
            shown.push(',');
        }
        shown.push(char::from(digit));
        count += 1;
    };
    for (index, piece) in pieces.iter().enumerate().rev() {
        match piece {
            Piece::Literal(literal) => shown.extend(literal.chars().rev()),
            Piece::Place(place) => {
                match digits.next() {
                    Some(digit) => put(&mut shown, digit),
                    None if *place == b'0' => put(&mut shown, b'0'),
                    None => {}
                }
                if first == Some(index) {
                    digits.by_ref().for_each(|digit| put(&mut shown, digit));
                }
            }
            _ => {}
        }
    }
    shown.into_iter().rev().collect()
}

fn fraction_part(pieces: &[Piece], fraction: &str) -> String {
    let mut digits = fraction.bytes();
    let mut shown = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => shown.push_str(literal),
            Piece::Point => shown.push('.'),
            Piece::Place(place) => match digits.next() {
                Some(digit) => shown.push(char::from(digit)),
                None if *place == b'0' => shown.push('0'),
                None => {}
            },
            _ => {}
        }
    }
    shown
}

/// `1.25E+03`: as many digits before the point as there are places for them.
fn scientific(section: &Section, at: usize, value: Decimal) -> String {
    let (mantissa, power) = section.pieces.split_at(at);
    let is_place = |piece: &&Piece| matches!(piece, Piece::Place(_));
    let before = mantissa.iter().take_while(|piece| **piece != Piece::Point).filter(is_place).count().max(1) as i32;
    let behind = mantissa.iter().filter(is_place).count() as i32 - before;
    let mut shift = if value.is_zero() { 0 } else { value.magnitude() - before };
    // With several places before the point the power is a multiple of their number.
    if before > 1 {
        shift = (value.magnitude() - 1).div_euclid(before) * before;
    }
    if value.shifted(-shift).rounded(behind.max(0)).magnitude() > before {
        shift += before;
    }
    let digits = shift.unsigned_abs().to_string();
    let places = power.iter().filter(is_place).count();
    let zeros = "0".repeat(places.saturating_sub(digits.len()));
    let sign = if shift < 0 { "E-" } else { "E+" };
    let after: String = power
        .iter()
        .filter_map(|piece| if let Piece::Literal(text) = piece { Some(text.as_str()) } else { None })
        .collect();
    [&positional(section, mantissa, value.shifted(-shift)), sign, &zeros, &digits, &after].concat()
}

/// A point in time, in the form of ISO 8601, with the parts that the section shows.
pub fn moment(section: &Section, at: Moment) -> String {
    let shape = section.shape;
    let mut shown = Vec::new();
    if shape.year {
        shown.push(padded(at.year, 4));
    }
    if shape.month || (shape.day && shape.year) {
        shown.push(padded(at.month, 2));
    }
    // A day of the week alone is that of a date.
    if shape.day && !shape.year && !shape.month {
        shown = vec![padded(at.year, 4), padded(at.month, 2)];
    }
    if shape.day {
        shown.push(padded(at.day, 2));
    }
    // One part alone would be a number like any other.
    let unit = match (shape.year, shape.month, shape.day) {
        (true, false, false) => "年",
        (false, true, false) => "月",
        _ => "",
    };
    let mut date = shown.join("-");
    if section.says(unit) {
        date.push_str(unit);
    }
    let hours = if shape.elapsed { at.days * 24 } else { 0 } + at.seconds / 3600;
    let (minutes, seconds) = (at.seconds / 60 % 60, at.seconds % 60);
    let mut time = Vec::new();
    if shape.hour || (shape.minute || shape.second) {
        time = vec![padded(hours, 2), padded(minutes, 2)];
    }
    if shape.second {
        time.push(padded(seconds, 2));
    }
    let time = time.join(":");
    let between = if date.is_empty() || time.is_empty() { "" } else { " " };
    [date.as_str(), between, &time].concat()
}

fn padded(number: u32, length: usize) -> String {
    let digits = number.to_string();
    ["0".repeat(length.saturating_sub(digits.len())), digits].concat()
}
