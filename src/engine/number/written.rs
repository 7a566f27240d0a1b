//! A number as it is written, in digits of any length.

use rust_decimal::Decimal;

/// A number as written: ± `digits` × 10^`exponent`, the digits without zeros at either end; no digits for zero.
pub(super) struct Written {
    pub negative: bool,
    pub digits: String,
    pub exponent: i32,
    /// Whether a unit stands behind it.
    pub unit: bool,
    /// Whether a currency sign stands at it.
    pub currency: bool,
}

impl Written {
    /// Digits before and behind the point, shifted by powers of ten; what is not a digit is left out.
    pub fn new(whole: &str, fraction: &str, shift: i32) -> Option<Written> {
        let all: String = whole.chars().filter(char::is_ascii_digit).chain(fraction.chars()).collect();
        let significant = all.trim_end_matches('0');
        let zeros = i32::try_from(all.len() - significant.len()).ok()?;
        let exponent = shift - i32::try_from(fraction.len()).ok()? + zeros;
        let digits = significant.trim_start_matches('0').to_owned();
        Some(Written { negative: false, digits, exponent, unit: false, currency: false })
    }

    /// Adds a part that is smaller than one of this number's unit, 10^`power`: `1亿` and `2000万`. None if it is not smaller.
    pub fn followed_by(self, next: Written, power: i32) -> Option<Written> {
        let top = next.exponent + i32::try_from(next.digits.len()).ok()?;
        if next.digits.is_empty() {
            return Some(self);
        }
        if top > power {
            return None;
        }
        if self.digits.is_empty() {
            return Some(next);
        }
        let zeros = "0".repeat(usize::try_from(self.exponent - top).ok()?);
        Some(Written { digits: [self.digits, zeros, next.digits].concat(), exponent: next.exponent, ..self })
    }

    /// The value, cut after 12 decimals (more than any kind carries); none beyond what a [`Decimal`] holds, which is out of
    /// every kind's range. Texts of any length may be typed or pasted, so the digits are counted before they are read.
    pub fn truncated(&self) -> Option<Decimal> {
        let whole_digits = i32::try_from(self.digits.len()).ok()?.checked_add(self.exponent)?;
        let kept = usize::try_from(whole_digits.checked_add(12)?.max(0)).ok()?.min(self.digits.len());
        let mantissa: i128 = if kept == 0 { 0 } else { self.digits.get(..kept)?.parse().ok()? };
        let mantissa = if self.negative { -mantissa } else { mantissa };
        if self.exponent >= 0 {
            let scaled = mantissa.checked_mul(10i128.checked_pow(self.exponent.unsigned_abs())?)?;
            Decimal::try_from_i128_with_scale(scaled, 0).ok()
        } else {
            Decimal::try_from_i128_with_scale(mantissa, self.exponent.unsigned_abs().min(12)).ok()
        }
    }
}
