//! Exact fractions: everything that was ever divided, until a person looks at it.
//!
//! Here: what holds for numbers of any size. `small.rs`: the same within 64 bits, which almost every number of a submission has and
//! almost everything that comes of it. 128 bits are slow where the machine has 64.

mod small;

use core::cmp::Ordering;

use num_integer::Integer;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedMul, Zero};
use rust_decimal::Decimal;

use small::Small;

use super::digits::Digits;

/// A fraction in lowest terms, within 128 bits and small enough to be shown: its size below 10^22, its denominator below 10^37.
///
/// Packed, because 16 bytes of alignment are more than what allocates memory in WebAssembly gives without a detour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(Rust, packed(8))]
pub struct Exact(Ratio<i128>);

/// A result beyond those limits. It is reported, never wrapped and never rounded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

/// How a fraction becomes a decimal for display. No outcome depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest, a half away from zero.
    HalfAway,
    /// Towards positive infinity: what still has to be added is never understated.
    Up,
    /// Towards zero: what has been reached is never overstated.
    TowardsZero,
}

/// The whole part of anything shown to 6 decimals fits the 96 bits of a [`Decimal`].
const MAX_SIZE: i128 = 10i128.pow(22);
/// A remainder times ten, as long division takes it, fits 128 bits.
const MAX_DENOMINATOR: i128 = 10i128.pow(37);

impl Exact {
    /// 0
    pub const ZERO: Exact = Exact(Ratio::new_raw(0, 1));
    /// 1
    pub const ONE: Exact = Exact(Ratio::new_raw(1, 1));

    /// A millionth, the finest step of an amount.
    pub const MILLIONTH: Exact = Exact(Ratio::new_raw(1, 1_000_000));

    /// A small whole number, such as a count of years.
    pub fn whole(number: i64) -> Exact {
        Exact(Ratio::from_integer(i128::from(number)))
    }

    /// A number of at most 18 digits, so many of which are decimals.
    pub(crate) fn decimal(number: i64, places: u32) -> Exact {
        small::lowest_terms(number, 10i64.pow(places))
    }

    /// A whole number of any size that fits.
    pub fn integer(number: i128) -> Result<Exact, Overflow> {
        Exact::within_limits(Some(Ratio::from_integer(number)))
    }

    fn ratio(self) -> Ratio<i128> {
        self.0
    }

    fn within_limits(result: Option<Ratio<i128>>) -> Result<Exact, Overflow> {
        let fits = |ratio: &Ratio<i128>| {
            let (numerator, denominator) = (*ratio.numer(), *ratio.denom());
            let whole = if denominator == 1 { numerator } else { numerator / denominator };
            -MAX_SIZE < whole && whole < MAX_SIZE && denominator < MAX_DENOMINATOR
        };
        result.filter(fits).map(Exact).ok_or(Overflow)
    }

    /// The whole number that it is, and most figures are.
    fn as_whole(self) -> Option<i128> {
        (*self.ratio().denom() == 1).then(|| *self.ratio().numer())
    }

    /// self + other
    pub fn plus(self, other: Exact) -> Result<Exact, Overflow> {
        let small = Small::both(self, other).and_then(|(one, other)| one.plus(other));
        small.map_or_else(|| Exact::within_limits(self.ratio().checked_add(&other.ratio())), Ok)
    }

    /// self − other
    pub fn minus(self, other: Exact) -> Result<Exact, Overflow> {
        // Within the limits of a size, so no sign can overflow.
        self.plus(Exact(-other.ratio()))
    }

    /// self × other
    pub fn times(self, other: Exact) -> Result<Exact, Overflow> {
        let small = Small::both(self, other).and_then(|(one, other)| one.times(other));
        small.map_or_else(|| Exact::within_limits(self.ratio().checked_mul(&other.ratio())), Ok)
    }

    /// self ÷ other. Whoever divides has already ruled out zero; dividing by it counts as an overflow rather than a panic.
    pub fn over(self, other: Exact) -> Result<Exact, Overflow> {
        if other.ratio().is_zero() { Err(Overflow) } else { self.times(Exact(other.ratio().recip())) }
    }

    /// The sum of all, zero for none.
    pub fn sum(all: impl IntoIterator<Item = Exact>) -> Result<Exact, Overflow> {
        all.into_iter().try_fold(Exact::ZERO, Exact::plus)
    }

    /// The greatest whole number that is not above it.
    pub fn floor(self) -> i128 {
        self.ratio().numer().div_floor(self.ratio().denom())
    }

    /// The smallest whole number that is not below it.
    pub fn ceil(self) -> i128 {
        // Not Integer::div_ceil, which would negate the numerator.
        let (below, rest) = self.ratio().numer().div_mod_floor(self.ratio().denom());
        if rest == 0 { below } else { below + 1 }
    }

    /// The decimal with at most `places` decimals, trailing zeros removed. Any size can be shown with 6; 10 are for sizes below
    /// 10^18.
    pub fn rounded(self, places: u32, rounding: Rounding) -> Decimal {
        if let Some(whole) = self.as_whole() {
            return Decimal::from_i128_with_scale(whole, 0);
        }
        let denominator = *self.ratio().denom();
        let (mut digits, mut rest) = self.ratio().numer().div_mod_floor(&denominator);
        let scale = 10i128.pow(places);
        if let Some(scaled) = rest.checked_mul(scale) {
            (digits, rest) = (digits * scale + scaled / denominator, scaled % denominator);
        } else {
            // Long division digit by digit: the remainder stays below the denominator, so nothing here can overflow.
            for _ in 0..places {
                digits = digits * 10 + rest * 10 / denominator;
                rest = rest * 10 % denominator;
            }
        }
        let upwards = is_upwards(rounding, *self.ratio().numer() < 0, rest > 0, rest.cmp(&(denominator - rest)));
        Decimal::from_i128_with_scale(digits + i128::from(upwards), places).normalize()
    }

    /// [`rounded`](Exact::rounded), as text.
    pub fn shown(self, places: u32, rounding: Rounding) -> Digits {
        let small = Small::of(self).and_then(|small| small.shown(places, rounding));
        small.unwrap_or_else(|| Digits::of(&self.rounded(places, rounding).to_string()))
    }

    /// The fraction as text: `p/q` in lowest terms, or `p` when whole; the sign stands on p.
    pub fn fraction(self) -> Digits {
        match Small::of(self) {
            Some(small) => small.fraction(),
            None if self.as_whole().is_some() => Digits::of(&self.ratio().numer().to_string()),
            None => Digits::of(&[&*self.ratio().numer().to_string(), "/", &self.ratio().denom().to_string()].concat()),
        }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        let small = Small::both(*self, *other).and_then(|(one, other)| one.compared(other));
        small.unwrap_or_else(|| self.ratio().cmp(&other.ratio()))
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether a number that was cut below what it is goes up by one in its last place. `half` is how what was cut off compares with what is
/// left to the next.
fn is_upwards(rounding: Rounding, is_negative: bool, is_cut: bool, half: Ordering) -> bool {
    match rounding {
        Rounding::Up => is_cut,
        Rounding::TowardsZero => is_cut && is_negative,
        Rounding::HalfAway if is_negative => half.is_gt(),
        Rounding::HalfAway => half.is_ge(),
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Exact {
        let (mantissa, scale) = (decimal.mantissa(), decimal.scale());
        let small = || Some(small::lowest_terms(i64::try_from(mantissa).ok()?, 10i64.checked_pow(scale)?));
        // A Decimal has at most 28 decimals and a 96-bit mantissa, so both parts fit.
        small().unwrap_or_else(|| Exact(Ratio::new(mantissa, 10i128.pow(scale))))
    }
}

#[cfg(test)]
mod tests {
    use super::{Exact, Overflow, Rounding};

    fn fraction(p: i64, q: i64) -> Exact {
        Exact::whole(p).over(Exact::whole(q)).unwrap()
    }

    #[test]
    fn three_thirds_are_one() {
        let third = fraction(1, 3);
        assert_eq!(Exact::sum([third, third, third]), Ok(Exact::ONE));
    }

    #[test]
    fn whole_numbers_divide_into_lowest_terms_whatever_their_signs_and_sizes() {
        let quotient = |p: i128, q: i128| {
            let [p, q] = [p, q].map(|number| Exact::integer(number).unwrap());
            p.over(q).map(|quotient| quotient.fraction().to_string())
        };
        let (beyond_64_bits, minimum) = (i128::from(u64::MAX) * 6, i128::from(i64::MIN));
        let table = [
            (6, 4, "3/2"),
            (-6, 4, "-3/2"),
            (6, -4, "-3/2"),
            (-6, -4, "3/2"),
            (0, -7, "0"),
            (120, 3, "40"),
            (beyond_64_bits, 4, "55340232221128654845/2"),
            (-4, beyond_64_bits, "-2/55340232221128654845"),
            (minimum, -6, "4611686018427387904/3"),
            (6, minimum, "-3/4611686018427387904"),
        ];
        for (p, q, expected) in table {
            assert_eq!(quotient(p, q).as_deref(), Ok(expected), "{p} ÷ {q}");
        }
    }

    #[test]
    fn rounding_table() {
        // p, q, places, half away, up, towards zero
        let table = [
            (3_107_500, 3, 6, "1035833.333333", "1035833.333334", "1035833.333333"),
            (-1, 2, 0, "-1", "0", "0"),
            (1, 2, 0, "1", "1", "0"),
            (1, 2, 6, "0.5", "0.5", "0.5"),
            (-1, 2, 6, "-0.5", "-0.5", "-0.5"),
            (-3, 2, 0, "-2", "-1", "-1"),
            (2, 3, 6, "0.666667", "0.666667", "0.666666"),
            (-2, 3, 6, "-0.666667", "-0.666666", "-0.666666"),
            (1, 10_000_000, 6, "0", "0.000001", "0"),
            (-1, 10_000_000, 6, "0", "0", "0"),
            (120, 1, 6, "120", "120", "120"),
        ];
        for (p, q, places, half, up, towards) in table {
            let shown = |rounding| fraction(p, q).shown(places, rounding);
            assert_eq!(shown(Rounding::HalfAway).as_str(), half, "{p}/{q} half away");
            assert_eq!(shown(Rounding::Up).as_str(), up, "{p}/{q} up");
            assert_eq!(shown(Rounding::TowardsZero).as_str(), towards, "{p}/{q} towards zero");
        }
    }

    /// 1 ÷ 10^exponent, which is in lowest terms.
    fn one_part_of(exponent: u32) -> Result<Exact, Overflow> {
        let ten = Exact::whole(10);
        (0..exponent).try_fold(Exact::ONE, |product, _| product.over(ten))
    }

    #[test]
    fn a_denominator_too_large_for_a_multiplication_is_divided_digit_by_digit() {
        // A hair more than a seventh. Its denominator is 7 × 10^36, which times 10^6 is beyond 128 bits.
        let seventh = fraction(1, 7).plus(one_part_of(36).unwrap().over(Exact::whole(7)).unwrap()).unwrap();
        // whole part, half away, up, towards zero
        let table = [
            (0, "0.142857", "0.142858", "0.142857"),
            (12, "12.142857", "12.142858", "12.142857"),
            (-1, "-0.857143", "-0.857142", "-0.857142"),
        ];
        for (whole, half, up, towards) in table {
            let value = Exact::whole(whole).plus(seventh).unwrap();
            assert_eq!(value.shown(6, Rounding::HalfAway).as_str(), half, "{value:?} half away");
            assert_eq!(value.shown(6, Rounding::Up).as_str(), up, "{value:?} up");
            assert_eq!(value.shown(6, Rounding::TowardsZero).as_str(), towards, "{value:?} towards zero");
        }
    }

    #[test]
    fn the_limits_of_size_and_denominator() {
        let whole = |number: i128| Exact::integer(number).unwrap();
        let half_more = |number: i128| whole(number).plus(fraction(1, 2));
        assert!(half_more(10i128.pow(22) - 1).is_ok());
        assert_eq!(whole(10i128.pow(22) - 1).plus(Exact::ONE), Err(Overflow));
        assert_eq!(whole(10i128.pow(22) - 1).plus(fraction(3, 2)), Err(Overflow), "no whole number either");
        let one_in = |denominator: i128| Exact::ONE.over(whole(denominator)).unwrap();
        assert!(one_in(10i128.pow(18)).times(one_in(10i128.pow(19) - 1)).is_ok());
        assert_eq!(one_in(10i128.pow(18)).times(one_in(10i128.pow(19))), Err(Overflow));
    }

    #[test]
    fn what_does_not_fit_is_an_overflow() {
        let power = |exponent: u32| (0..exponent).try_fold(Exact::ONE, |product, _| product.times(Exact::whole(10)));
        let below_limit = power(22).err().map(|Overflow| power(21).unwrap()).unwrap();
        assert_eq!(below_limit.times(Exact::whole(10)), Err(Overflow));
        assert_eq!(below_limit.times(below_limit), Err(Overflow));
        assert_eq!(Exact::ZERO.minus(below_limit).unwrap().times(Exact::whole(10)), Err(Overflow));
        assert_eq!(Exact::ONE.over(Exact::ZERO), Err(Overflow));
        let tiny = Exact::ONE.over(below_limit).unwrap();
        assert_eq!(tiny.times(tiny), Err(Overflow), "a denominator of 10^42");
        let largest = below_limit.times(Exact::whole(9)).unwrap();
        let shown = largest.plus(Exact::MILLIONTH).unwrap().rounded(6, Rounding::Up).to_string();
        assert_eq!(shown, "9000000000000000000000.000001");
    }
}
