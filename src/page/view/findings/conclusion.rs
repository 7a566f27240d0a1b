//! The conclusion: the verdict, and how many indicators have each outcome.

use yew::prelude::*;

use super::badge::badge;
use engine::outcome::{Outcome, OutcomeCounts, Verdict};
use formatting::texts::Words;

/// The verdict, and how many indicators have each outcome.
pub fn conclusion(verdict: Verdict, outcomes: OutcomeCounts, words: &Words) -> Html {
    let counts = outcomes.listed();
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let one = |(outcome, count): (Outcome, usize)| {
        html! {
            <li key={outcome.as_str()} class="share-of" data-outcome={outcome.as_str()} hidden={count == 0}>
                { badge(outcome, words) }
                <strong>{ count }</strong>
            </li>
        }
    };
    html! {
        <div class="glance" data-conclusion={weight(verdict).as_str()}>
            <p class="conclusion">{ (words.verdict)(verdict) }</p>
            <p class="quiet">{ (words.overview.of_indicators)(all) }</p>
            <ul class="shares">{ for counts.map(one) }</ul>
        </div>
    }
}

/// The outcome whose colour and edge a verdict takes.
fn weight(verdict: Verdict) -> Outcome {
    match verdict {
        Verdict::Ineligible | Verdict::Unmet => Outcome::Unmet,
        Verdict::Incomplete => Outcome::Incomplete,
        Verdict::SubjectToReview => Outcome::Review,
        Verdict::Met => Outcome::Met,
    }
}
