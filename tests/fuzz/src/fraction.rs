//! Fractions without a limit, for checking those of the engine. Written apart from it on purpose.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Pow, Signed, Zero};

/// p ÷ q with q above zero; not necessarily in lowest terms.
#[derive(Clone, Debug)]
pub struct Fraction {
    pub p: BigInt,
    pub q: BigInt,
}

/// The ways of the contract to round.
#[derive(Clone, Copy)]
pub enum Round {
    HalfAway,
    Up,
    TowardsZero,
}

impl Fraction {
    /// `"p/q"` in lowest terms or `"p"`, as the contract has it; panics on anything else.
    pub fn lowest(text: &str) -> Fraction {
        let (p, q) = text.split_once('/').unwrap_or((text, "1"));
        let read = |text: &str| text.parse::<BigInt>().unwrap_or_else(|_| panic!("{text:?} is no whole number"));
        let fraction = Fraction { p: read(p), q: read(q) };
        assert!(fraction.q.is_positive(), "{text}: a denominator above zero");
        assert!(fraction.p.gcd(&fraction.q).is_one(), "{text}: not in lowest terms");
        assert_eq!(fraction.p.to_string(), p, "written in one way only");
        assert!(!text.ends_with("/1"), "{text}: whole, so without a denominator");
        fraction
    }

    pub fn minus(&self, other: &Fraction) -> Fraction {
        Fraction { p: &self.p * &other.q - &other.p * &self.q, q: &self.q * &other.q }
    }

    /// self ÷ other, which is not zero.
    pub fn over(&self, other: &Fraction) -> Fraction {
        let (p, q) = (&self.p * &other.q, &self.q * &other.p);
        if q.is_negative() { Fraction { p: -p, q: -q } } else { Fraction { p, q } }
    }

    /// The decimal with at most so many places, without trailing zeros.
    pub fn rounded(&self, places: u32, round: Round) -> String {
        let shifted = &self.p * BigInt::from(10).pow(places);
        let whole = match round {
            Round::Up => shifted.div_ceil(&self.q),
            Round::TowardsZero => &shifted / &self.q,
            Round::HalfAway => {
                let size: BigInt = (shifted.abs() * 2 + &self.q) / (&self.q * 2);
                if shifted.is_negative() { -size } else { size }
            }
        };
        decimal(&whole, places)
    }
}

/// `whole` ÷ 10^`places`, written without trailing zeros.
pub fn decimal(whole: &BigInt, places: u32) -> String {
    let digits = format!("{:0>width$}", whole.abs().to_string(), width = places as usize + 1);
    let (before, behind) = digits.split_at(digits.len() - places as usize);
    let sign = if whole.is_negative() { "-" } else { "" };
    let behind = behind.trim_end_matches('0');
    if whole.is_zero() {
        "0".to_owned()
    } else if behind.is_empty() {
        format!("{sign}{before}")
    } else {
        format!("{sign}{before}.{behind}")
    }
}
