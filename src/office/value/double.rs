//! The 64 bits of a double as a decimal number, by whole numbers alone.

use super::decimal::Decimal;

/// The limbs of a large number are in base a thousand million.
const BASE: u64 = 1_000_000_000;
/// Five to the power of 13, the largest that a limb can be multiplied by.
const FIVES: (u32, u64) = (13, 1_220_703_125);
/// Two to the power of 30.
const TWOS: (u32, u64) = (30, 1 << 30);

/// The number that an IEEE 754 double of these bits is, rounded once from its exact value to 15 significant digits, to the even one of two
/// equally near. None for what is no number.
pub fn decimal(bits: u64) -> Option<Decimal> {
    let is_negative = bits >> 63 == 1;
    let (power, fraction) = ((bits >> 52 & 0x7ff) as i32, bits & ((1 << 52) - 1));
    let (mantissa, power) = match power {
        0x7ff => return None,
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, power - 1075),
    };
    if mantissa == 0 {
        return Some(Decimal::default());
    }
    // Fewer factors make a shorter number: 0.5 is 5 × 10^-1, not 2^52 × 5^53 × 10^-53.
    let twos = mantissa.trailing_zeros().min(power.min(0).unsigned_abs());
    let (mantissa, power) = (mantissa >> twos, power + twos as i32);
    let mut limbs = vec![mantissa % BASE, mantissa / BASE % BASE, mantissa / BASE / BASE];
    // m × 2^-n is m × 5^n × 10^-n.
    let (step, factor, small) = if power < 0 { (FIVES.0, FIVES.1, 5u64) } else { (TWOS.0, TWOS.1, 2) };
    let mut left = power.unsigned_abs();
    while left > 0 {
        let now = left.min(step);
        multiply(&mut limbs, if now == step { factor } else { small.pow(now) });
        left -= now;
    }
    Some(Decimal::of_digits(is_negative, &digits(&limbs), power.min(0)))
}

fn multiply(limbs: &mut Vec<u64>, factor: u64) {
    let mut carry = 0;
    for limb in limbs.iter_mut() {
        let product = *limb * factor + carry;
        *limb = product % BASE;
        carry = product / BASE;
    }
    while carry > 0 {
        limbs.push(carry % BASE);
        carry /= BASE;
    }
}

/// The decimal digits, from the first that is not zero.
fn digits(limbs: &[u64]) -> Vec<u8> {
    let mut digits = Vec::with_capacity(9 * limbs.len());
    for limb in limbs.iter().rev() {
        let mut unit = BASE / 10;
        while unit > 0 {
            let digit = (limb / unit % 10) as u8;
            if digit > 0 || !digits.is_empty() {
                digits.push(b'0' + digit);
            }
            unit /= 10;
        }
    }
    digits
}
