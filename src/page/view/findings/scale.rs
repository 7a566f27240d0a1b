//! How much of a threshold is reached, on one scale for every indicator: the threshold always stands at two thirds.

use yew::prelude::*;

use engine::exact::Exact;

/// The threshold's place on the scale, in ten-thousandths of the threshold itself.
const THRESHOLD: i128 = 10_000;
/// The end of the scale.
const END: i128 = 15_000;

/// The scale for observed ÷ threshold.
pub fn scale(attainment: Exact, met: bool) -> Html {
    let reached = ten_thousandths(attainment);
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

/// What of the scale a share of the threshold takes, never more than it is.
fn ten_thousandths(attainment: Exact) -> i128 {
    // What is too large to be multiplied lies beyond the end of the scale.
    attainment.times(Exact::whole(10_000)).map_or(END, Exact::floor).clamp(0, END)
}

#[cfg(test)]
mod tests {
    use super::ten_thousandths;

    #[test]
    fn a_share_becomes_ten_thousandths() {
        let table = [
            ("0", 0),
            ("1", 10_000),
            ("1.0358", 10_358),
            ("0.99999999", 9_999),
            ("0.05", 500),
            ("-0.3", 0),
            ("-2", 0),
            ("1234567890123456789012", 15_000),
        ];
        for (share, expected) in table {
            assert_eq!(
                ten_thousandths(share.parse::<rust_decimal::Decimal>().expect("a decimal").into()),
                expected,
                "{share}"
            );
        }
    }
}
