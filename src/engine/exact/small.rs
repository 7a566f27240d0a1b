//! The same arithmetic within 64 bits. Nothing here is ever rounded or wrapped: what may not fit is left to the general way.

use core::cmp::Ordering;

use num_integer::Integer;
use num_rational::Ratio;

use super::{Exact, Rounding, is_upwards};
use crate::digits::Digits;

/// A fraction of which both parts have 64 bits; the denominator is above zero.
#[derive(Clone, Copy)]
pub(super) struct Small {
    numerator: i64,
    denominator: i64,
}

impl Small {
    pub fn of(number: Exact) -> Option<Small> {
        let (numerator, denominator) = number.ratio().into_raw();
        Some(Small { numerator: i64::try_from(numerator).ok()?, denominator: i64::try_from(denominator).ok()? })
    }

    pub fn both(one: Exact, other: Exact) -> Option<(Small, Small)> {
        Some((Small::of(one)?, Small::of(other)?))
    }

    pub fn plus(self, other: Small) -> Option<Exact> {
        let Small { numerator: a, denominator: b } = self;
        let Small { numerator: c, denominator: d } = other;
        Some(if b == d {
            lowest_terms(a.checked_add(c)?, b)
        } else {
            lowest_terms(product(a, d)?.checked_add(product(c, b)?)?, product(b, d)?)
        })
    }

    pub fn times(self, other: Small) -> Option<Exact> {
        let numerator = product(self.numerator, other.numerator)?;
        Some(lowest_terms(numerator, product(self.denominator, other.denominator)?))
    }

    pub fn compared(self, other: Small) -> Option<Ordering> {
        if self.denominator == other.denominator {
            return Some(self.numerator.cmp(&other.numerator));
        }
        let (one, two) = (product(self.numerator, other.denominator)?, product(other.numerator, self.denominator)?);
        Some(one.cmp(&two))
    }

    pub fn shown(self, places: u32, rounding: Rounding) -> Option<Digits> {
        let Small { numerator, denominator } = self;
        if denominator == 1 {
            return Some(Digits::whole(numerator));
        }
        let scale = 10i64.checked_pow(places)?;
        let (below, rest) = numerator.div_mod_floor(&denominator);
        let scaled = product(rest, scale)?;
        let (digits, rest) = (product(below, scale)?.checked_add(scaled / denominator)?, scaled % denominator);
        let upwards = is_upwards(rounding, numerator < 0, rest > 0, rest.cmp(&(denominator - rest)));
        Some(Digits::decimal(digits.checked_add(i64::from(upwards))?, places))
    }

    pub fn fraction(self) -> Digits {
        match self {
            Small { numerator, denominator: 1 } => Digits::whole(numerator),
            Small { numerator, denominator } => Digits::fraction(numerator, denominator),
        }
    }
}

/// A product that surely fits, by the number of bits. A checked multiplication is one of 128 bits in WebAssembly.
fn product(a: i64, b: i64) -> Option<i64> {
    let bits = |number: i64| 64 - number.unsigned_abs().leading_zeros();
    (bits(a) + bits(b) < 64).then(|| a.wrapping_mul(b))
}

/// A fraction in lowest terms; the denominator is above zero. Within 64 bits nothing is beyond the limits of a number.
pub(super) fn lowest_terms(numerator: i64, denominator: i64) -> Exact {
    let below = denominator.unsigned_abs();
    // Of the sizes, since the smallest number has none of its own sign. What the denominator leaves of the numerator has few digits
    // mostly, and the same divisors.
    let common = if below == 1 { 1 } else { (numerator.unsigned_abs() % below).gcd(&below) as i64 };
    let (numerator, denominator) =
        if common == 1 { (numerator, denominator) } else { (numerator / common, denominator / common) };
    Exact(Ratio::new_raw(numerator.into(), denominator.into()))
}

#[cfg(test)]
mod tests {
    use super::{Small, lowest_terms};
    use crate::exact::{Exact, Rounding};
    use num_rational::Ratio;
    use num_traits::{CheckedAdd, CheckedMul};
    use proptest::prelude::*;

    /// Numbers of every length, and those at the ends.
    fn number() -> impl Strategy<Value = i64> {
        let ends = prop::sample::select(vec![0, 1, -1, 10, i64::MAX, i64::MIN, i64::MIN + 1, 1 << 31, -(1 << 32)]);
        prop_oneof![4 => (any::<i64>(), 0..64u32).prop_map(|(number, bits)| number >> bits), 1 => ends]
    }

    fn fraction() -> impl Strategy<Value = Exact> {
        let below = prop_oneof![3 => number(), 1 => (0..19u32).prop_map(|power| 10i64.pow(power))];
        (number(), below)
            .prop_map(|(numerator, below)| lowest_terms(numerator, below.checked_abs().unwrap_or(7).max(1)))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

        #[test]
        fn what_fits_is_what_comes_of_128_bits(one in fraction(), other in fraction()) {
            prop_assert_eq!(one.ratio(), Ratio::new(*one.ratio().numer(), *one.ratio().denom()), "in lowest terms");
            let (a, b) = Small::both(one, other).expect("made of 64 bits");
            if let Some(sum) = a.plus(b) {
                prop_assert_eq!(Some(sum.ratio()), one.ratio().checked_add(&other.ratio()));
            }
            if let Some(product) = a.times(b) {
                prop_assert_eq!(Some(product.ratio()), one.ratio().checked_mul(&other.ratio()));
            }
            if let Some(order) = a.compared(b) {
                prop_assert_eq!(order, one.ratio().cmp(&other.ratio()));
            }
            for (places, rounding) in [(6, Rounding::HalfAway), (6, Rounding::Up), (4, Rounding::TowardsZero), (0, Rounding::HalfAway)] {
                if let Some(shown) = a.shown(places, rounding) {
                    prop_assert_eq!(shown.to_string(), one.rounded(places, rounding).to_string());
                }
            }
            prop_assert_eq!(a.fraction().to_string(), one.ratio().to_string());
        }
    }
}
