//! The conclusion at one glance: the verdict, and how many indicators have each outcome.

use yew::prelude::*;

use super::badge::{Badge, outcome_name};
use super::frame::use_frame;
use crate::engine::outcome::{Outcome, OutcomeCounts, Verdict};

#[derive(PartialEq, Properties)]
pub struct GlanceProps {
    pub verdict: Verdict,
    pub outcomes: OutcomeCounts,
}

#[component]
pub fn Glance(props: &GlanceProps) -> Html {
    let frame = use_frame();
    let counts = props.outcomes.listed();
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let one = |(outcome, count): (Outcome, usize)| {
        html! {
            <li key={outcome_name(outcome)} class="share-of" data-outcome={outcome_name(outcome)} hidden={count == 0}>
                <Badge {outcome} />
                <strong>{ count }</strong>
            </li>
        }
    };
    html! {
        <div class="glance" data-conclusion={outcome_name(weight(props.verdict))}>
            <p class="conclusion">{ (frame.words().verdict)(props.verdict) }</p>
            <p class="quiet">{ (frame.words().overview.of_indicators)(all) }</p>
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
