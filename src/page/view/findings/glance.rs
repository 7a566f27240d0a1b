//! The conclusion at one glance: the verdict, and how many indicators have each outcome.

use yew::prelude::*;

use super::badge::badge;
use crate::view::kit::frame::use_frame;
use crate::view::kit::piece::{Hook, HookContext, Piece};
use engine::outcome::{Outcome, OutcomeCounts, Verdict};

#[derive(PartialEq)]
pub struct Glance {
    pub verdict: Verdict,
    pub outcomes: OutcomeCounts,
}

impl Piece for Glance {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let counts = self.outcomes.listed();
        let all: usize = counts.iter().map(|(_, count)| count).sum();
        let one = |(outcome, count): (Outcome, usize)| {
            html! {
                <li key={outcome.as_str()} class="share-of" data-outcome={outcome.as_str()} hidden={count == 0}>
                    { badge(outcome) }
                    <strong>{ count }</strong>
                </li>
            }
        };
        html! {
            <div class="glance" data-conclusion={weight(self.verdict).as_str()}>
                <p class="conclusion">{ (frame.words().verdict)(self.verdict) }</p>
                <p class="quiet">{ (frame.words().overview.of_indicators)(all) }</p>
                <ul class="shares">{ for counts.map(one) }</ul>
            </div>
        }
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
