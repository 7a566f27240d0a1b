//! How numbers are read and what follows from them, in the order in which the engine decides.

use yew::prelude::*;

use super::points::points;
use engine::outcome::{Outcome, Verdict};
use engine::text::Lang;
use formatting::texts::words;

/// In the order of weight.
const OUTCOMES: [Outcome; 7] = [
    Outcome::Unmet,
    Outcome::Invalid,
    Outcome::NotComputable,
    Outcome::Incomplete,
    Outcome::Unstated,
    Outcome::Review,
    Outcome::Met,
];
const VERDICTS: [Verdict; 5] =
    [Verdict::Ineligible, Verdict::Unmet, Verdict::Incomplete, Verdict::SubjectToReview, Verdict::Met];

/// What is decided from the numbers, step by step.
pub fn numbers(lang: Lang) -> Html {
    let words = words(lang);
    let method = words.method;
    let outcome = |outcome: Outcome| {
        let name = (words.outcome)(outcome);
        html! { <li key={name}><span class="name">{ name }</span>{ words.colon }{ (method.outcome_means)(outcome) }</li> }
    };
    let verdict = |verdict: Verdict| {
        let name = (words.verdict)(verdict);
        html! { <li key={name}><span class="name">{ name }</span>{ words.colon }{ (method.verdict_means)(verdict) }</li> }
    };
    html! {
        <>
            { points(&method.statements.numbers) }
            <h4>{ method.outcomes }</h4>
            <p>{ method.outcomes_mean }</p>
            <ol class="order">{ for OUTCOMES.into_iter().map(outcome) }</ol>
            <h4>{ method.verdicts }</h4>
            <p>{ method.verdicts_mean }</p>
            <ol class="order">{ for VERDICTS.into_iter().map(verdict) }</ol>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::{OUTCOMES, VERDICTS};
    use engine::outcome::{Outcome, OutcomeCounts, Verdict};

    #[test]
    fn the_orders_shown_are_those_of_the_engine() {
        assert!(OUTCOMES.is_sorted());
        // One reason after the other is taken away.
        let mut left = vec![Outcome::Unmet, Outcome::Incomplete, Outcome::Review, Outcome::Met];
        let mut found = vec![Verdict::of(&[Outcome::Unmet], false, &left.iter().copied().collect::<OutcomeCounts>())];
        while !left.is_empty() {
            let counts: OutcomeCounts = left.iter().copied().collect();
            found.push(Verdict::of(&[Outcome::Met], true, &counts));
            left.remove(0);
        }
        assert_eq!(found, VERDICTS);
    }
}
