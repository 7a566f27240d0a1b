//! The days and seconds of a serial number.

use super::decimal::Decimal;

/// Which day the serial numbers of a workbook begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateSystem {
    /// 1 is the first of January 1900, and 60 the 29th of February of that year, which never was.
    #[default]
    From1900,
    /// 0 is the first of January 1904, as on old Macs.
    From1904,
}

/// A point in time as a workbook has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The serial number's whole days.
    pub days: u32,
    /// The year.
    pub year: u32,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month, from 1; 0 for the serial number 0, which Excel shows as such.
    pub day: u32,
    /// The seconds since midnight.
    pub seconds: u32,
}

/// The first serial number behind the 31st of December 9999.
const END: u32 = 2_958_466;
/// The days from the first of January 1900 to that of 1904, as Excel counts them.
const BETWEEN: u32 = 1_462;
const DAY: u32 = 86_400;

impl Moment {
    /// The point in time of a serial number. None where Excel shows none: before the first day and behind the last.
    pub fn of(serial: Decimal, system: DateSystem) -> Option<Moment> {
        if serial.is_negative || serial.magnitude() > 7 {
            return None;
        }
        let (whole, fraction) = serial.parts();
        let mut days: u32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let mut seconds = seconds(&fraction);
        if seconds == DAY {
            (days, seconds) = (days + 1, 0);
        }
        let counted = if system == DateSystem::From1904 { days + BETWEEN } else { days };
        if counted >= END {
            return None;
        }
        let (year, month, day) = date(counted);
        Some(Moment { days, year, month, day, seconds })
    }
}

/// The nearest second of a day's fraction, given by its decimal digits.
fn seconds(fraction: &str) -> u32 {
    let digits = fraction.get(..fraction.len().min(15)).unwrap_or("");
    let (mut part, mut unit) = (0u64, 1u64);
    for byte in digits.bytes() {
        part = 10 * part + u64::from(byte - b'0');
        unit *= 10;
    }
    let doubled = 2 * u128::from(part) * u128::from(DAY) + u128::from(unit);
    (doubled / (2 * u128::from(unit))) as u32
}

/// Year, month and day of a serial number from 1900.
fn date(days: u32) -> (u32, u32, u32) {
    match days {
        0 => return (1900, 1, 0),
        60 => return (1900, 2, 29),
        _ => {}
    }
    // Days since the first of March of the year 0, in years that begin in March so that the leap day is the last.
    let days = days + u32::from(days < 60) + 693_899;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let march = (5 * day + 2) / 153;
    let month = if march < 10 { march + 3 } else { march - 9 };
    (era * 400 + year + u32::from(month < 3), month, day - (153 * march + 2) / 5 + 1)
}
