//! All criteria on one axis whose unit is each one's own threshold.

use yew::prelude::*;

use crate::view::findings::badge::badge;
use crate::view::kit::frame::Frame;
use crate::view::kit::link::link_to;
use engine::outcome::Outcome;
use formatting::explanation::distances::{Bar, Row};

/// All criteria on one axis.
pub fn distances(frame: &Frame, rows: &[Row]) -> Html {
    let words = frame.words();
    let overview = words.overview;
    let row = |(index, row): (usize, &Row)| {
        let indicator = &frame.rules.indicators[row.indicator];
        let drawn = row.bar.map(|bar| drawn(bar, row.outcome));
        let remarks = row.remarks.iter().map(|remark| html! { <span key={remark.clone()}>{ remark }</span> });
        html! {
            <li key={index} class="row" data-outcome={row.outcome.as_str()} data-drawn={if drawn.is_some() { "true" } else { "false" }}>
                <div class="row-name">
                    <span class="ordinal">{ indicator.number }</span>
                    <span>
                        {
                            link_to(&frame.dispatcher, indicator.id.clone(), html! { { frame.say(&indicator.title) } })
                        }
                        <span class="row-measure">{ row.measure.clone().unwrap_or_default() }</span>
                    </span>
                </div>
                <div class="track" aria-hidden="true">{ drawn.unwrap_or_else(|| html! { <span /> }) }</div>
                <div class="row-words">
                    { badge(row.outcome, words) }
                    <strong class="row-says">{ row.says.clone() }</strong>
                    <span class="row-remarks">{ for remarks }</span>
                </div>
            </li>
        }
    };
    html! {
        <section class="card picture">
            <h2>{ overview.distances }</h2>
            <p class="quiet">{ overview.distances_mean }</p>
            <p class="picture-key quiet">
                <span data-outcome="met">{ sample_of(Outcome::Met) }{ overview.solid }</span>
                <span data-outcome="unmet">{ sample_of(Outcome::Unmet) }{ overview.striped }</span>
            </p>
            <div class="axis" aria-hidden="true">
                <span class="axis-labels">
                    <span>{ "0" }</span>
                    <strong>{ words.threshold_mark }{ " 100%" }</strong>
                    <span>{ overview.axis_end }</span>
                </span>
            </div>
            <ol class="rows">{ for rows.iter().enumerate().map(row) }</ol>
        </section>
    }
}

/// The bar: solid where the threshold is reached, striped where it is not; broken where it goes on beyond the axis.
fn drawn(bar: Bar, outcome: Outcome) -> Html {
    let width = bar.width();
    let break_mark = "M-20 -2l-7 24M-12 -2l-7 24";
    html! {
        <svg class="bar" width="100%" height="20" focusable="false">
            if outcome == Outcome::Met {
                <rect class="bar-solid" x="0" y="0" width={width} height="20" />
            } else {
                <rect class="bar-edge" x="0" y="1" width={width.clone()} height="18" />
                <line class="bar-stripes" x1="0" x2={width} y1="10" y2="10" />
            }
            <svg x="100%" overflow="visible">
                <path class="bar-break" d={if bar.open { break_mark } else { "" }} />
            </svg>
        </svg>
    }
}

/// A short bar for the key.
fn sample_of(outcome: Outcome) -> Html {
    html! {
        <svg class="bar-sample" width="36" height="14" aria-hidden="true" focusable="false">
            if outcome == Outcome::Met {
                <rect class="bar-solid" x="0" y="0" width="36" height="14" />
            } else {
                <rect class="bar-edge" x="0" y="1" width="36" height="12" />
                <line class="bar-stripes" x1="0" x2="36" y1="7" y2="7" />
            }
        </svg>
    }
}
