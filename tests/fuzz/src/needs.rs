//! Each way that a report names out of an unmet criterion, tried: that much is enough, and one step less is not.

use engine::number::{NumberKind, read_number};
use engine::outcome::Outcome;
use engine::problem::Code;
use engine::report::NeedReport;
use engine::{Input, Report, Ruleset};
use rust_decimal::Decimal;

/// No submission of a fuzzer needs more, and each costs two assessments.
const AT_MOST: usize = 40;

pub fn check(ruleset: &Ruleset, submission: &Input, report: &Report) {
    let all = report.indicators.iter().enumerate().flat_map(|(i, indicator)| {
        let criteria = indicator.criteria.iter().enumerate();
        criteria.flat_map(move |(c, criterion)| criterion.needs.iter().map(move |need| (i, c, need)))
    });
    for (indicator, criterion, need) in all.take(AT_MOST) {
        let outcome_with = |amount: Decimal| {
            let more = with_added(submission, need, amount)?;
            let after = engine::report(ruleset, &more).expect("still a submission");
            let outcome = after.indicators[indicator].criteria[criterion].outcome;
            let too_large = after.problems.iter().any(|problem| problem.code == Code::Overflow);
            (outcome != Outcome::Invalid || !too_large).then_some(outcome)
        };
        let amount: Decimal = need.amount.parse().expect("a need is a decimal");
        assert!(amount > Decimal::ZERO, "{need:?}");
        let step = if need.kind.is_some() { Decimal::ONE } else { Decimal::new(1, 6) };
        let named = &report.indicators[indicator].id;
        if let Some(outcome) = outcome_with(amount) {
            assert_eq!(outcome, Outcome::Met, "{named} with {need:?}");
        }
        if let Some(outcome) = outcome_with(amount - step) {
            assert_eq!(outcome, Outcome::Unmet, "{named} with a step less than {need:?}");
        }
    }
}

/// The submission with so much more of a figure; none where a figure may not become so large.
fn with_added<'a>(submission: &Input<'a>, need: &NeedReport<'a>, amount: Decimal) -> Option<Input<'a>> {
    let mut more = submission.clone();
    let figure = value_of(value_of(&mut more, "figures")?, need.figure)?;
    if let Some(kind) = &need.kind {
        let Input::List(lines) = figure else { panic!("{need:?} is no tally's") };
        let count = Input::Text(amount.to_string().into());
        read_number(&count, NumberKind::Count).ok()?;
        let line = [("kind", Input::Text((*kind).into())), ("count", count)];
        lines.push(Input::Object(line.map(|(key, value)| (key.into(), value)).to_vec()));
        return Some(more);
    }
    let place = match (need.entry, figure) {
        (Some(entry), Input::List(entries)) => &mut entries[entry],
        (None, figure) => figure,
        (Some(_), _) => panic!("{need:?} is no series'"),
    };
    let now = read_number(place, NumberKind::SignedAmount).expect("a figure that was read").expect("and was there");
    let sum = Input::Text((now + amount).normalize().to_string().into());
    read_number(&sum, NumberKind::SignedAmount).ok()?;
    *place = sum;
    Some(more)
}

/// The value that counts of a key: the last.
fn value_of<'a, 'b>(object: &'b mut Input<'a>, key: &str) -> Option<&'b mut Input<'a>> {
    let Input::Object(pairs) = object else { return None };
    pairs.iter_mut().rev().find(|(name, _)| name == key).map(|(_, value)| value)
}
