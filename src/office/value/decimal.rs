//! A number of at most 15 significant digits, which is what Excel keeps of what is typed and shows of what it computed.

/// Ten to the power of [`DIGITS`].
const LIMIT: u64 = 1_000_000_000_000_000;
/// The most significant digits.
pub const DIGITS: usize = 15;
/// Powers of ten further from zero are written as such: `1.5E+25`.
const PLAIN: i32 = 20;
/// The digits before the decimal point of the largest double.
const MOST: i32 = 309;
/// The zeros behind it of the least, as a negative number.
const LEAST: i32 = -323;

/// `±digits × 10^exponent`, without trailing zeros in the digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimal {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// The significant digits, fewer than 16 of them.
    pub digits: u64,
    /// The power of ten that the digits are multiplied by.
    pub exponent: i32,
}

impl Decimal {
    /// A number in lowest terms. The digits must be at most 15.
    pub fn new(is_negative: bool, digits: u64, exponent: i32) -> Decimal {
        let (mut digits, mut exponent) = (digits, exponent);
        if digits == 0 {
            return Decimal::default();
        }
        while digits % 10 == 0 {
            digits /= 10;
            exponent = exponent.saturating_add(1);
        }
        Decimal { is_negative, digits, exponent }
    }

    /// The number of a text such as `-7.0000000000000007E-2`, rounded to 15 significant digits, half of the last one away from zero.
    pub fn read(text: &str) -> Option<Decimal> {
        let text = text.trim();
        let (is_negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, power(exponent)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let (mut digits, mut taken) = (0u64, 0);
        let mut exponent = exponent;
        let mut next = None;
        for (index, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
            if !byte.is_ascii_digit() {
                return None;
            }
            let is_fraction = i32::from(index >= whole.len());
            if taken < DIGITS {
                digits = 10 * digits + u64::from(byte - b'0');
                taken += usize::from(digits > 0);
                exponent -= is_fraction;
            } else {
                next.get_or_insert(byte);
                exponent = exponent.saturating_add(1 - is_fraction);
            }
        }
        let (digits, exponent) = carried(digits + u64::from(next.is_some_and(|byte| byte >= b'5')), exponent);
        let number = Decimal::new(is_negative, digits, exponent);
        // Nearer to zero than any double, and further away.
        match number.magnitude() {
            ..LEAST => Some(Decimal::default()),
            LEAST..=MOST => Some(number),
            _ => None,
        }
    }

    /// The number of decimal digits `0`–`9`, the first of which is not zero, times a power of ten; rounded to 15 of them, half of the last
    /// one to the even one.
    pub fn of_digits(is_negative: bool, digits: &[u8], exponent: i32) -> Decimal {
        let (kept, rest) = digits.split_at(digits.len().min(DIGITS));
        let value = kept.iter().fold(0u64, |value, digit| 10 * value + u64::from(digit - b'0'));
        let is_up = match rest.split_first() {
            Some((b'5', tail)) => tail.iter().any(|digit| *digit != b'0') || value % 2 == 1,
            Some((first, _)) => *first > b'5',
            None => false,
        };
        let (value, exponent) = carried(value + u64::from(is_up), exponent + rest.len() as i32);
        Decimal::new(is_negative, value, exponent)
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// The same number times a power of ten.
    pub fn shifted(self, by: i32) -> Decimal {
        if self.is_zero() { self } else { Decimal { exponent: self.exponent.saturating_add(by), ..self } }
    }

    /// The number of digits before the decimal point, negative for zeros behind it: 2 for 12.5, −1 for 0.012.
    pub fn magnitude(self) -> i32 {
        let mut length = 0;
        let mut left = self.digits;
        while left > 0 {
            left /= 10;
            length += 1;
        }
        self.exponent.saturating_add(length)
    }

    /// The number with so many digits behind the decimal point, half of the last one away from zero.
    pub fn rounded(self, places: i32) -> Decimal {
        let Some(drop) = self.exponent.checked_neg().and_then(|have| have.checked_sub(places)).filter(|drop| *drop > 0)
        else {
            return self;
        };
        let Some(unit) = u64::try_from(drop).ok().filter(|drop| *drop <= 16).map(|drop| 10u64.pow(drop as u32)) else {
            return Decimal::default();
        };
        Decimal::new(self.is_negative, (self.digits + unit / 2) / unit, self.exponent + drop)
    }

    /// The digits before and behind the decimal point, without a sign; the former is empty for numbers below one.
    pub fn parts(self) -> (String, String) {
        let digits = if self.is_zero() { String::new() } else { self.digits.to_string() };
        let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0).min(400));
        let point = digits.len() as i32 + self.exponent;
        if self.exponent >= 0 {
            return ([digits, zeros(self.exponent)].concat(), String::new());
        }
        match usize::try_from(point) {
            Ok(point) => (digits.get(..point).unwrap_or("").to_owned(), digits.get(point..).unwrap_or("").to_owned()),
            Err(_) => (String::new(), [zeros(-point), digits].concat()),
        }
    }

    /// The number as text, `-1234.5`; with a power of ten where it would have many zeros, `1.5E+25`.
    pub fn plain(self) -> String {
        let magnitude = self.magnitude();
        if !self.is_zero() && !(-PLAIN..=PLAIN).contains(&magnitude) { self.scientific() } else { self.positional() }
    }

    /// As the format `General` shows it in a column that is wide enough: whole numbers of more than 15 digits, the last of which are not
    /// known, are not written out.
    pub fn general(self) -> String {
        if !self.is_zero() && !(-9..=DIGITS as i32).contains(&self.magnitude()) {
            self.scientific()
        } else {
            self.positional()
        }
    }

    fn positional(self) -> String {
        let (whole, fraction) = self.parts();
        let sign = if self.is_negative { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { &whole };
        let point = if fraction.is_empty() { "" } else { "." };
        [sign, whole, point, &fraction].concat()
    }

    fn scientific(self) -> String {
        let power = self.magnitude().saturating_sub(1);
        let digits = self.digits.to_string();
        let (first, rest) = digits.split_at_checked(1).unwrap_or((&digits, ""));
        let point = if rest.is_empty() { "" } else { "." };
        let sign = if power < 0 { "E-" } else { "E+" };
        let power = power.unsigned_abs().to_string();
        let zero = if power.len() < 2 { "0" } else { "" };
        [if self.is_negative { "-" } else { "" }, first, point, rest, sign, zero, &power].concat()
    }
}

/// What a digit too many was rounded up to.
fn carried(digits: u64, exponent: i32) -> (u64, i32) {
    if digits == LIMIT { (LIMIT / 10, exponent.saturating_add(1)) } else { (digits, exponent) }
}

/// The power behind an `E`. Further from zero than any number of a workbook it is no number.
fn power(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_power = !digits.is_empty() && digits.len() < 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let power: i32 = if is_power { digits.parse().ok()? } else { return None };
    Some(if text.starts_with('-') { -power } else { power })
}
