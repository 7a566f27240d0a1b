//! How much of a threshold is reached, on one scale for every indicator: the threshold always stands at two thirds.

use yew::prelude::*;

/// The threshold's place on the scale, in ten-thousandths of the threshold itself.
const THRESHOLD: i64 = 10_000;
/// The end of the scale.
const END: i64 = 15_000;

/// The scale for observed ÷ threshold as the report gives it, with at most 4 decimals.
pub fn scale(attainment: &str, met: bool) -> Html {
    let reached = ten_thousandths(attainment).clamp(0, END);
    html! {
        <svg
            class="scale"
            data-met={if met { "true" } else { "false" }}
            viewBox="0 0 15000 100"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            <rect class="scale-ground" x="0" y="20" width={END.to_string()} height="60" />
            <rect class="scale-reached" x="0" y="20" width={reached.to_string()} height="60" />
            <rect class="scale-threshold" x={(THRESHOLD - 30).to_string()} y="0" width="60" height="100" />
        </svg>
    }
}

/// A decimal with at most 4 decimals, as a whole number. What is too large to matter ends at the end of the scale.
fn ten_thousandths(decimal: &str) -> i64 {
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    if whole.starts_with('-') {
        return 0;
    }
    let digits: String = whole.chars().chain(fraction.chars().chain("0000".chars()).take(4)).collect();
    digits.parse().unwrap_or(END)
}

#[cfg(test)]
mod tests {
    use super::ten_thousandths;

    #[test]
    fn decimals_become_ten_thousandths() {
        let table = [
            ("0", 0),
            ("1", 10_000),
            ("1.0358", 10_358),
            ("0.05", 500),
            ("-0.3", 0),
            ("-2", 0),
            ("123456789012345678901234", 15_000),
        ];
        for (decimal, expected) in table {
            assert_eq!(ten_thousandths(decimal), expected, "{decimal}");
        }
    }
}
