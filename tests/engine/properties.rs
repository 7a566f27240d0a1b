//! What must hold for every submission.

use crate::common::submission::track_of;
use crate::common::{plan, report};
use engine::Report;
use engine::digits::Digits;
use engine::input::without_exponent;
use engine::outcome::Outcome;
use engine::report::NeedReport;
use engine::ruleset::{FigureForm, Track, TrackRules};
use proptest::prelude::*;
use serde_json::{Value, json};

/// An amount as text, in millionths of a 万元; small numbers and round ones turn up often, so that ties do.
fn amount() -> impl Strategy<Value = String> {
    prop_oneof![
        (0u64..20_000).prop_map(|n| n.to_string()),
        (0u64..3_000_000).prop_map(|n| n.to_string()),
        (0u64..2_000_000_000_000).prop_map(|n| format!("{}.{:06}", n / 1_000_000, n % 1_000_000)),
        Just("0".to_owned()),
    ]
}

fn entry() -> impl Strategy<Value = Value> {
    prop_oneof![12 => amount().prop_map(Value::from), 1 => Just(Value::Null), 1 => Just(json!("1,23"))]
}

fn count() -> impl Strategy<Value = Value> {
    prop_oneof![20 => (0u32..700).prop_map(Value::from), 1 => Just(Value::Null), 1 => Just(json!("x"))]
}

fn figure(form: &FigureForm) -> BoxedStrategy<Value> {
    match form {
        FigureForm::Amount { .. } => entry().boxed(),
        FigureForm::Count { .. } => count().boxed(),
        FigureForm::Series { .. } => prop::collection::vec(entry(), 3).prop_map(Value::from).boxed(),
        FigureForm::Rates => {
            prop::collection::vec((-900i32..900).prop_map(|n| json!(format!("{}.{:02}", n / 100, n.abs() % 100))), 2)
                .prop_map(Value::from)
                .boxed()
        }
        FigureForm::Tally { kinds, ranked, .. } => {
            let ids: Vec<String> = kinds.iter().map(|kind| kind.id.clone()).collect();
            let rank = if *ranked { (1u32..13).boxed() } else { Just(1).boxed() };
            let line = (prop::sample::select(ids), count(), rank).prop_map(|(kind, count, rank)| {
                if rank == 1 {
                    json!({"kind": kind, "count": count})
                } else {
                    json!({"kind": kind, "count": count, "rank": rank})
                }
            });
            prop::collection::vec(line, 0..5).prop_map(Value::from).boxed()
        }
    }
}

fn figures(track: &TrackRules) -> impl Strategy<Value = Value> + use<> {
    let all: Vec<_> = track
        .figures
        .iter()
        .map(|rule| (Just(rule.id.clone()), prop::option::weighted(0.95, figure(&rule.form))))
        .collect();
    all.prop_map(|pairs| {
        pairs
            .into_iter()
            .filter_map(|(id, value)| value.map(|value| (id, value)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    })
}

fn submission() -> impl Strategy<Value = Value> {
    prop_oneof![Just(("park", Track::Park)), Just(("enterprise", Track::Enterprise))].prop_flat_map(|(name, track)| {
        let stage = prop_oneof![Just("creation"), Just("recognition")];
        let track = plan().track(track);
        (stage, figures(track), figures(track))
            .prop_map(move |(stage, figures, baseline)| json!({"track": name, "stage": stage, "figures": figures, "baseline": baseline}))
    })
}

/// The amount of a need, in the smallest steps that can be entered: millionths, or whole things.
fn steps(need: &NeedReport) -> i128 {
    let amount: rust_decimal::Decimal = need.amount.parse().unwrap();
    if need.kind.is_some() {
        amount.mantissa() / 10i128.pow(amount.scale())
    } else {
        amount.mantissa() * 10i128.pow(6 - amount.scale())
    }
}

/// The submission with so many steps added where the need says.
fn with_added(submission: &Value, need: &NeedReport, steps: i128) -> Value {
    let mut more = submission.clone();
    let figure = &mut more["figures"][&need.figure];
    if let Some(kind) = &need.kind {
        figure.as_array_mut().unwrap().push(json!({"kind": kind, "count": u64::try_from(steps).unwrap()}));
        return more;
    }
    let place = match need.entry {
        Some(entry) => &mut figure[entry],
        None => figure,
    };
    let then: rust_decimal::Decimal = place.as_str().unwrap().parse().unwrap();
    *place = json!((then + rust_decimal::Decimal::from_i128_with_scale(steps, 6)).normalize().to_string());
    more
}

fn fits(need: &NeedReport) -> bool {
    let steps = steps(need);
    if need.kind.is_some() { steps <= 1_000_000_000 } else { steps < 900_000_000_000_000_000 }
}

fn criterion_outcome(report: &Report, indicator: usize, criterion: usize) -> Outcome {
    report.indicators[indicator].criteria[criterion].outcome
}

/// The report without the places of problems and missing entries, which move with the lines.
fn without_places(mut report: Report) -> Report {
    report.problems.clear();
    report.indicators.iter_mut().for_each(|indicator| indicator.missing.clear());
    report
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn needs_are_sufficient_and_smallest(submission in submission()) {
        let before = report(&submission);
        for (i, indicator) in before.indicators.iter().enumerate() {
            for (c, criterion) in indicator.criteria.iter().enumerate() {
                prop_assert_eq!(criterion.outcome == Outcome::Unmet, !criterion.needs.is_empty());
                for need in criterion.needs.iter().filter(|need| fits(need)) {
                    let enough = report(&with_added(&submission, need, steps(need)));
                    prop_assert_eq!(criterion_outcome(&enough, i, c), Outcome::Met, "{} with {:?}", indicator.id, need);
                    let less = report(&with_added(&submission, need, steps(need) - 1));
                    prop_assert_eq!(criterion_outcome(&less, i, c), Outcome::Unmet, "{} with less than {:?}", indicator.id, need);
                }
            }
        }
    }

    #[test]
    fn more_of_a_counted_thing_never_turns_met_into_unmet(submission in submission(), more in 1u32..1000) {
        let before = report(&submission);
        let rules = track_of(before.indicators[0].id).1;
        for rule in &rules.figures {
            let FigureForm::Tally { kinds, .. } = &rule.form else { continue };
            if !submission["figures"][&rule.id].is_array() { continue }
            for kind in kinds {
                let need = NeedReport { figure: &rule.id, entry: None, kind: Some(&kind.id), from: None, amount: Digits::of("") };
                let after = report(&with_added(&submission, &need, i128::from(more)));
                for (i, indicator) in before.indicators.iter().enumerate() {
                    if indicator.outcome == Outcome::Met {
                        prop_assert_eq!(after.indicators[i].outcome, Outcome::Met, "{} after more {}", indicator.id, kind.id);
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_of_lines_never_matters(submission in submission(), seed in any::<prop::sample::Index>()) {
        let mut turned = submission.clone();
        for part in ["figures", "baseline"] {
            for tally in turned[part].as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut).filter(|list| list.iter().any(Value::is_object)) {
                let by = seed.index(tally.len());
                tally.rotate_left(by);
                tally[..].reverse();
            }
        }
        prop_assert_eq!(without_places(report(&submission)), without_places(report(&turned)));
    }

    #[test]
    fn a_line_split_in_two_never_matters(submission in submission(), part in 0u64..700) {
        let mut split = submission.clone();
        for tally in split["figures"].as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut).filter(|list| list.iter().any(Value::is_object)) {
            for line in std::mem::take(tally) {
                match line["count"].as_u64() {
                    Some(count) => {
                        let part = part.min(count);
                        for count in [part, count - part] {
                            let mut half = line.clone();
                            half["count"] = json!(count);
                            tally.push(half);
                        }
                    }
                    None => tally.push(line),
                }
            }
        }
        prop_assert_eq!(without_places(report(&submission)), without_places(report(&split)));
    }

    /// The first of the criteria's outcomes counts, the counts add up, and the verdict follows from them.
    #[test]
    fn the_report_agrees_with_itself(submission in submission()) {
        let report = report(&submission);
        let o = report.outcomes;
        let all = o.met + o.unmet + o.incomplete + o.invalid + o.not_computable + o.unstated + o.review;
        prop_assert_eq!(all, report.indicators.len());
        for indicator in &report.indicators {
            prop_assert_eq!(indicator.outcome, indicator.criteria.iter().map(|criterion| criterion.outcome).min().unwrap());
            for criterion in &indicator.criteria {
                prop_assert_eq!(criterion.observed.is_some(), criterion.observed_exact.is_some());
                prop_assert!(criterion.outcome != Outcome::Unmet || criterion.gap.is_some() || criterion.rule == "increases");
                prop_assert!(criterion.gap.as_deref() != Some("0"), "a gap is never shown as nothing");
            }
        }
        let unmet = report.indicators.iter().any(|indicator| indicator.outcome == Outcome::Unmet);
        prop_assert_eq!(unmet, report.verdict == engine::outcome::Verdict::Unmet);
    }

    /// Whatever text stands in a field, the report says what became of it, and nothing panics.
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,12}|[0-9０-９,，.．%万亿元 +-]{0,12}") {
        let submission = json!({"track": "enterprise", "stage": "creation", "figures": {
            "revenue": [&text, &text, &text], "employees": &text, "standards": [{"kind": &text, "count": &text, "rank": &text}]}});
        let report = report(&submission);
        let refused = report.problems.iter().any(|problem| problem.path == "figures.revenue[0]");
        let missing = report.indicators[0].missing.iter().any(|path| path == "figures.revenue[0]");
        let known = report.indicators[0].measures[0].value.is_some();
        prop_assert_eq!([refused, missing, known].iter().filter(|is| **is).count(), 1, "{:?}", text);
    }

    #[test]
    fn a_number_is_the_same_with_its_exponent_written_out(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        prop_assert_eq!(without_exponent(format!("{number:e}")), number.to_string());
    }
}
