//! An outcome in words, shape and colour.

use yew::prelude::*;

use engine::outcome::Outcome;
use formatting::texts::Words;

/// An outcome in words and shape.
pub fn badge(outcome: Outcome, words: &Words) -> Html {
    badge_with(outcome, "badge-words", words)
}

/// The shape alone, where the words stand elsewhere.
pub fn bare_badge(outcome: Outcome, words: &Words) -> Html {
    badge_with(outcome, "unseen", words)
}

fn badge_with(outcome: Outcome, words_class: &'static str, words: &Words) -> Html {
    html! {
        <span class="badge" data-outcome={outcome.as_str()}>
            <svg class="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path class="shape-body" d={body(outcome)} />
                <path class="shape-sign" d={sign(outcome)} />
            </svg>
            <span class={words_class}>{ (words.outcome)(outcome) }</span>
        </span>
    }
}

/// The outline tells the outcomes apart without colour: disc, square, triangle, open ring, diamond, open square, drop.
fn body(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
        Outcome::Unmet => "M2 2h12v12H2z",
        Outcome::Invalid => "M8 1l7.5 13.5h-15z",
        Outcome::Incomplete => "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z",
        Outcome::NotComputable => "M8 .5L15.5 8 8 15.5.5 8z",
        Outcome::Unstated => "M2.5 2.5h11v11h-11z",
        Outcome::Review => "M3 2h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H8l-4 4v-4H3a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z",
    }
}

fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "M4.5 8.3l2.4 2.4 4.6-5",
        Outcome::Unmet => "M5 5l6 6M11 5l-6 6",
        Outcome::Invalid => "M8 6v4M8 12v.6",
        Outcome::Incomplete => "M5 8h.6M7.7 8h.6M10.4 8h.6",
        Outcome::NotComputable => "M5 8h6M8 5.2v.4M8 10.4v.4",
        Outcome::Unstated => "M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3M8 11.4v.4",
        Outcome::Review => "M4.5 5.2h7M4.5 7.8h4.5",
    }
}
