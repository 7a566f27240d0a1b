//! The traps, by name: cases that a plausible implementation gets wrong.

mod common;

use common::{input, json, plan, report, report_with};
use serde_json::json;
use shifan::engine::outcome::{Outcome, OutcomeCounts, Verdict};
use shifan::engine::{Report, assess};

fn indicator<'a>(report: &'a Report, id: &str) -> &'a shifan::engine::report::IndicatorReport {
    report.indicators.iter().find(|indicator| indicator.id == id).expect("the indicator")
}

fn enterprise(figures: serde_json::Value) -> serde_json::Value {
    json!({"track": "enterprise", "stage": "creation", "figures": figures})
}

#[test]
fn three_thirds_of_a_standard_are_one_and_meet_the_threshold() {
    let thirds = report(&enterprise(json!({"standards": [
        {"kind": "industry", "count": 1, "rank": 3}, {"kind": "industry", "count": 1, "rank": 3}, {"kind": "industry", "count": 1, "rank": 3}]})));
    let standards = indicator(&thirds, "enterprise.standards");
    assert_eq!(standards.outcome, Outcome::Met);
    assert_eq!(standards.measures[0].exact.as_deref(), Some("1"));
}

#[test]
fn a_mean_just_below_the_threshold_is_unmet_and_not_shown_as_the_threshold() {
    let park = |last: &str| {
        report(&json!({"track": "park", "stage": "creation", "figures": {"revenue": ["1000000", "1000000", last]}}))
    };
    let below = park("999999.999997");
    let criterion = &indicator(&below, "park.industry_scale").criteria[0];
    assert_eq!((criterion.outcome, criterion.observed.as_deref()), (Outcome::Unmet, Some("999999.999999")));
    assert_eq!((criterion.gap.as_deref(), criterion.attainment.as_deref()), (Some("0.000001"), Some("0.9999")));
    assert_ne!(criterion.observed, criterion.threshold);
    // A third of that below, six places cannot tell them apart: the gap and the fraction still do.
    let below = park("999999.999999");
    let criterion = &indicator(&below, "park.industry_scale").criteria[0];
    assert_eq!(criterion.outcome, Outcome::Unmet);
    assert_eq!(criterion.observed_exact.as_deref(), Some("2999999999999/3000000"));
    assert_eq!((criterion.gap.as_deref(), criterion.needs[0].amount.as_str()), (Some("0.000001"), "0.000001"));
}

#[test]
fn growth_from_zero_is_not_computable() {
    let growth = report(&json!({"track": "enterprise", "stage": "recognition",
        "figures": {"revenue": ["0", "1", "2"], "national_revenue_growth": ["5", "5"], "patents": [{"kind": "gold", "count": 1}]}}));
    assert_eq!(indicator(&growth, "enterprise.revenue").outcome, Outcome::NotComputable);
}

#[test]
fn half_a_separator_is_refused_and_everything_else_still_assessed() {
    let half = report(&enterprise(
        json!({"revenue": ["1,23", "30000", "30000"], "talent": [{"kind": "skilled", "count": 50}]}),
    ));
    assert_eq!(serde_json::to_value(&half.problems).unwrap()[0]["path"], "figures.revenue[0]");
    assert_eq!(indicator(&half, "enterprise.revenue").outcome, Outcome::Invalid);
    assert_eq!(indicator(&half, "enterprise.talent").outcome, Outcome::Met);
}

#[test]
fn an_empty_tally_is_zero_and_an_absent_one_is_missing() {
    let empty = report(&enterprise(json!({"patents": []})));
    assert_eq!(indicator(&empty, "enterprise.invention_patents").outcome, Outcome::Unmet);
    assert_eq!(indicator(&empty, "enterprise.invention_patents").measures[0].value.as_deref(), Some("0"));
    let absent = report(&enterprise(json!({})));
    assert_eq!(indicator(&absent, "enterprise.invention_patents").outcome, Outcome::Incomplete);
    assert_eq!(indicator(&absent, "enterprise.invention_patents").missing, ["figures.patents"]);
}

#[test]
fn a_missing_value_is_never_zero() {
    for missing in [json!(null), json!(""), json!("　")] {
        let with_hole = report(&enterprise(json!({"revenue": ["90000", "90000", missing]})));
        let revenue = indicator(&with_hole, "enterprise.revenue");
        assert_eq!((revenue.outcome, revenue.measures[0].value.as_deref()), (Outcome::Incomplete, None));
    }
}

#[test]
fn an_unstated_threshold_is_never_invented_and_an_override_sets_it() {
    let figures = json!({"track": "park", "stage": "creation", "figures": {"revenue": [100, 100, 100], "rd_spending": [3, 3, 3]}});
    let plain = report(&figures);
    let criterion = &indicator(&plain, "park.rd_intensity").criteria[0];
    assert_eq!(
        (criterion.outcome, criterion.threshold.as_deref(), criterion.observed.as_deref()),
        (Outcome::Unstated, None, Some("0.03"))
    );
    let set = |threshold: &str| json!([{"indicator": "park.rd_intensity", "stage": "creation", "measure": "rd_intensity", "threshold": threshold}]);
    for (threshold, outcome) in [("0.029999", Outcome::Met), ("0.03", Outcome::Met), ("0.030001", Outcome::Unmet)] {
        let overridden = report_with(&figures, set(threshold));
        assert_eq!(indicator(&overridden, "park.rd_intensity").outcome, outcome, "{threshold}");
        assert_eq!(serde_json::to_value(&overridden.overrides).unwrap(), set(threshold));
    }
}

#[test]
fn one_missing_weight_leaves_the_whole_tally_unstated() {
    let figures = json!({"track": "park", "stage": "creation",
        "figures": {"smart_factories": [{"kind": "basic", "count": 10}], "industrial_enterprises": 100}});
    let weight = |kind: &str| json!({"indicator": "park.digitalization", "kind": kind, "weight": "1"});
    let three = report_with(&figures, json!([weight("basic"), weight("advanced"), weight("excellent")]));
    assert_eq!(indicator(&three, "park.digitalization").measures[0].value, None);
    let four =
        report_with(&figures, json!([weight("basic"), weight("advanced"), weight("excellent"), weight("leading")]));
    assert_eq!(indicator(&four, "park.digitalization").measures[0].value.as_deref(), Some("0.1"));
    assert_eq!(indicator(&four, "park.digitalization").outcome, Outcome::Unstated, "still no threshold");
}

#[test]
fn ranks_beyond_exact_arithmetic_are_an_overflow_and_never_a_wrong_number() {
    let primes = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919, 911, 907, 887];
    let line = |rank: &i32| json!({"kind": "industry", "count": 1, "rank": rank});
    let mut lines: Vec<_> = primes.iter().map(line).collect();
    let large = report(&enterprise(json!({"standards": lines, "talent": [{"kind": "skilled", "count": 50}]})));
    assert_eq!(indicator(&large, "enterprise.standards").outcome, Outcome::Invalid);
    assert_eq!(serde_json::to_value(&large.problems).unwrap()[0]["code"], "overflow");
    assert_eq!(large.problems.len(), 1);
    assert_eq!(indicator(&large, "enterprise.talent").outcome, Outcome::Met);
    lines.reverse();
    assert_eq!(report(&enterprise(json!({"standards": lines}))).problems, large.problems);
}

#[test]
fn a_hundred_thousand_lines_are_added_up() {
    let lines: Vec<_> = (0..100_000)
        .map(|n| json!({"kind": "other", "count": if n % 2 == 0 { json!(1) } else { json!(null) }}))
        .collect();
    let report = report(&enterprise(json!({"patents": lines})));
    assert_eq!(indicator(&report, "enterprise.invention_patents").missing.len(), 50_000);
}

#[test]
fn the_verdict_follows_the_order_of_the_contract() {
    let field = json!("新材料");
    let yes = json!({"registered_in_china": true, "legal_person": true, "main_business_in_field": true});
    let sample: serde_json::Value =
        serde_json::from_str(include_str!("../www/samples/enterprise-creation.json")).unwrap();
    let mut complete = sample.clone();
    complete["figures"]["patents"] = json!([{"kind": "other", "count": 60}]);
    complete["figures"]["standards"] = json!([{"kind": "national", "count": 1}]);
    let with = |changes: &[(&str, serde_json::Value)]| {
        let mut submission = complete.clone();
        submission["field"] = field.clone();
        submission["eligibility"] = yes.clone();
        for (key, value) in changes {
            submission[*key] = value.clone();
        }
        report(&submission).verdict
    };
    assert_eq!(with(&[]), Verdict::SubjectToReview);
    assert_eq!(with(&[("field", json!(null))]), Verdict::Incomplete);
    assert_eq!(with(&[("field", json!("养老"))]), Verdict::Incomplete);
    assert_eq!(with(&[("eligibility", json!({"registered_in_china": true}))]), Verdict::Incomplete);
    assert_eq!(with(&[("figures", sample["figures"].clone())]), Verdict::Unmet);
    let no = json!({"registered_in_china": true, "legal_person": false, "main_business_in_field": true});
    assert_eq!(with(&[("eligibility", no.clone()), ("figures", sample["figures"].clone())]), Verdict::Ineligible);
    assert_eq!(with(&[("figures", json!({}))]), Verdict::Incomplete);
}

/// `met` needs a batch without qualitative or unstated criteria; such a batch is a document, not code.
#[test]
fn a_batch_without_open_questions_can_be_met_outright() {
    let mut batch: serde_json::Value = serde_json::from_str(shifan::engine::ruleset::PLAN_2025).unwrap();
    let keep = |indicator: &serde_json::Value| indicator["id"] == "enterprise.talent";
    batch["tracks"]["enterprise"]["indicators"].as_array_mut().unwrap().retain(keep);
    let batch = common::LIBRARY.read(&input(&batch)).unwrap();
    let submission = input(&json!({"track": "enterprise", "stage": "creation", "field": "生物",
        "eligibility": {"registered_in_china": true, "legal_person": true, "main_business_in_field": true},
        "figures": {"talent": [{"kind": "skilled", "count": 50}]}}));
    assert_eq!(assess(&batch, &submission).unwrap().verdict, Verdict::Met);
}

#[test]
fn a_batch_narrows_the_fields_without_code() {
    let batch = common::LIBRARY.read(&json(include_str!("../www/rulesets/batch-2026-1.json"))).unwrap();
    for (field, by_plan, by_batch) in [("商业航天", false, true), ("新材料", true, false), ("低空装备", true, true)]
    {
        let submission = input(&json!({"track": "park", "stage": "creation", "field": field}));
        let named = |ruleset| assess(ruleset, &submission).unwrap().problems.is_empty();
        assert_eq!((named(plan()), named(&batch)), (by_plan, by_batch), "{field}");
    }
}

#[test]
fn scores_are_weighed_and_never_made_up() {
    let score = |scores: serde_json::Value| {
        let mut submission = enterprise(json!({}));
        submission["scores"] = scores;
        serde_json::to_value(report(&submission).score).unwrap()
    };
    assert_eq!(
        score(json!({"basics": "82.5", "workplan": "90"})),
        json!({"basics": "82.5", "workplan": "90", "total": "85.5", "exact": "171/2"})
    );
    for incomplete in
        [json!(null), json!({}), json!({"basics": "82.5"}), json!({"basics": "101", "workplan": "90"}), json!([1])]
    {
        assert_eq!(score(incomplete.clone()), json!(null), "{incomplete}");
    }
}

#[test]
fn points_of_a_batch_take_the_place_of_the_basics() {
    let mut batch: serde_json::Value = serde_json::from_str(shifan::engine::ruleset::PLAN_2025).unwrap();
    for (place, points) in [(0, "30"), (6, "10")] {
        batch["tracks"]["enterprise"]["indicators"][place]["points"] = json!(points);
    }
    let batch = common::LIBRARY.read(&input(&batch)).unwrap();
    let score = |indicators: serde_json::Value| {
        let submission = json!({"track": "enterprise", "stage": "creation", "scores": {"basics": "1", "workplan": "50", "indicators": indicators}});
        serde_json::to_value(assess(&batch, &input(&submission)).unwrap().score).unwrap()
    };
    assert_eq!(score(json!({"enterprise.revenue": 80})), json!(null));
    let both = score(json!({"enterprise.revenue": 80, "enterprise.talent": 60}));
    assert_eq!(both, json!({"basics": "75", "workplan": "50", "total": "65", "exact": "65"}));
}

/// What an indicator with several criteria comes to, in the contract's own order.
#[test]
fn of_several_criteria_the_first_in_the_contracts_order_counts() {
    let order = ["unmet", "invalid", "not_computable", "incomplete", "unstated", "review", "met"];
    // One measure for each outcome, by the figure behind it.
    let measure = |outcome: &str, figure: &str| {
        json!({"id": outcome, "form": "growth", "of": figure, "unit": "ratio", "certainty": "stated",
            "title": {"zh": "x", "en": "x"}, "formula": {"creation": {"zh": "x", "en": "x"}, "recognition": {"zh": "x", "en": "x"}}})
    };
    let series = ["unmet", "invalid", "not_computable", "incomplete", "unstated", "review", "met"];
    let mut batch: serde_json::Value = serde_json::from_str(shifan::engine::ruleset::PLAN_2025).unwrap();
    let track = &mut batch["tracks"]["enterprise"];
    for id in series {
        let figure = json!({"id": id, "form": "series", "title": {"zh": "x", "en": "x"}});
        track["figures"].as_array_mut().unwrap().push(figure);
    }
    let criterion = |outcome: &str| match outcome {
        "unstated" => json!({"measure": outcome, "rule": "unstated", "certainty": "unstated", "quote": "x"}),
        "review" => json!({"measure": outcome, "rule": "qualitative", "certainty": "stated", "quote": "x"}),
        _ => json!({"measure": outcome, "rule": "at_least", "threshold": "1", "certainty": "stated", "quote": "x"}),
    };
    let indicator = |first: &str, second: &str| {
        json!({"id": format!("enterprise.{first}_{second}"), "number": 1, "group": {"zh": "x", "en": "x"}, "title": {"zh": "x", "en": "x"},
            "purpose": "x", "measures": [measure(first, first), measure(second, second)],
            "criteria": {"creation": [criterion(first), criterion(second)], "recognition": [criterion(first)]}})
    };
    let pairs: Vec<(&str, &str)> =
        order.iter().flat_map(|a| order.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b).collect();
    track["indicators"] = pairs.iter().map(|(a, b)| indicator(a, b)).collect();
    let batch = common::LIBRARY.read(&input(&batch)).unwrap();
    let submission = json!({"track": "enterprise", "stage": "creation", "figures": {
        "unmet": [1, 1, 1], "invalid": ["x", 1, 1], "not_computable": [0, 1, 1], "incomplete": [null, 1, 1],
        "unstated": [1, 1, 2], "review": [1, 1, 2], "met": [1, 1, 2]}});
    let report = serde_json::to_value(assess(&batch, &input(&submission)).unwrap()).unwrap();
    for (indicator, (a, b)) in report["indicators"].as_array().unwrap().iter().zip(pairs) {
        let first = order.iter().find(|outcome| **outcome == a || **outcome == b).unwrap();
        assert_eq!(indicator["outcome"], *first, "{a} and {b}");
    }
}

/// Growth from below zero and a share of a loss have no meaning, even where the ruleset lets figures be negative.
#[test]
fn nothing_is_divided_by_less_than_nothing() {
    let mut batch: serde_json::Value = serde_json::from_str(shifan::engine::ruleset::PLAN_2025).unwrap();
    let figures = batch["tracks"]["enterprise"]["figures"].as_array_mut().unwrap();
    figures.iter_mut().find(|figure| figure["id"] == "revenue").unwrap()["may_be_negative"] = json!(true);
    let batch = common::LIBRARY.read(&input(&batch)).unwrap();
    let submission = json!({"track": "enterprise", "stage": "creation",
        "figures": {"revenue": [-1, 0, 5], "rd_spending": [1, 1, 1], "gross_profit": [1, 1, 1]}});
    let at = |first: i32| {
        let mut submission = submission.clone();
        submission["figures"]["revenue"][0] = json!(first);
        let report = assess(&batch, &input(&submission)).unwrap();
        let states = [(0, 1), (2, 0), (10, 0)].map(|(i, m)| report.indicators[i].measures[m].state);
        serde_json::to_value(states).unwrap()
    };
    assert_eq!(at(-1), json!(["not_computable", "known", "known"]));
    assert_eq!(at(-6), json!(["not_computable", "not_computable", "not_computable"]));
    assert_eq!(at(1), json!(["known", "known", "known"]));
}

/// The state of a measure says why there is no value.
#[test]
fn a_measure_without_a_value_says_why() {
    let state = |figures: serde_json::Value| {
        let report = report(&json!({"track": "park", "stage": "creation", "figures": figures}));
        serde_json::to_value(indicator(&report, "park.rd_intensity").measures[0].state).unwrap()
    };
    assert_eq!(state(json!({"revenue": [1, 1, 1], "rd_spending": [1, 1, 1]})), "known");
    assert_eq!(state(json!({"revenue": [1, 1, 1], "rd_spending": [1, 1, null]})), "missing");
    assert_eq!(state(json!({"revenue": [1, 1, 1], "rd_spending": [1, "x", null]})), "refused");
    assert_eq!(state(json!({"revenue": [0, 0, 0], "rd_spending": [1, 1, 1]})), "not_computable");
    let report = report(&json!({"track": "park", "stage": "creation", "figures": {}}));
    assert_eq!(serde_json::to_value(indicator(&report, "park.digitalization").measures[0].state).unwrap(), "unstated");
}

/// What only serves display may be too large without touching the outcome.
#[test]
fn a_number_too_large_to_show_decides_nothing() {
    let submission =
        json!({"track": "park", "stage": "creation", "figures": {"tech_contracts": vec!["900000000000"; 3]}});
    let threshold = json!([{"indicator": "park.tech_contracts", "stage": "creation", "measure": "average_tech_contracts", "threshold": "0.000000000001"}]);
    let met = report_with(&submission, threshold);
    assert_eq!(indicator(&met, "park.tech_contracts").outcome, Outcome::Met);
    assert_eq!(
        (indicator(&met, "park.tech_contracts").criteria[0].attainment.as_deref(), met.problems.len()),
        (None, 0)
    );
    let unmet = report(&json!({"track": "enterprise", "stage": "recognition",
        "figures": {"revenue": ["1000000000", "1", "1"], "national_revenue_growth": ["999999999999", "999999999999"]}}));
    assert_eq!(indicator(&unmet, "enterprise.revenue").outcome, Outcome::Unmet);
}

/// An overflow is named where it happens.
#[test]
fn an_overflow_of_the_baseline_is_named_there() {
    let primes = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919, 911, 907, 887];
    let lines: Vec<_> = primes.iter().map(|rank| json!({"kind": "pilot_platform", "count": 1, "rank": rank})).collect();
    let report = report(
        &json!({"track": "park", "stage": "creation", "figures": {"platforms": []}, "baseline": {"platforms": lines}}),
    );
    assert_eq!(serde_json::to_value(&report.problems).unwrap()[0]["path"], "baseline.platforms");
    assert_eq!(indicator(&report, "park.innovation_platforms").outcome, Outcome::Invalid);
}

/// By the contract it is the key that is refused, not the figure: the problem names it, and the rest of the line counts.
#[test]
fn an_unknown_key_in_a_line_is_named_and_loses_nothing_else() {
    let report = report(&json!({"track": "park", "stage": "creation",
        "figures": {"patents": [{"kind": "other", "count": 500, "name": "…"}]}}));
    assert_eq!(serde_json::to_value(&report.problems).unwrap()[0]["path"], "figures.patents[0].name");
    assert_eq!(indicator(&report, "park.invention_patents").outcome, Outcome::Met);
}

/// A null in a document that extends another is nothing given, so the other's word stands.
#[test]
fn a_key_left_null_is_taken_from_the_extended_document() {
    let title = json!({"zh": "甲", "en": "A"});
    let batch = json!({"extends": "plan-2025", "id": "a", "title": title, "fields": null, "number": "甲〔2026〕1号"});
    let batch = common::LIBRARY.read(&input(&batch)).unwrap();
    assert_eq!((batch.fields.len(), batch.number.as_str(), batch.id.as_str()), (9, "甲〔2026〕1号", "a"));
}

/// The version tells the states of one document apart: a base's "1" would say nothing of the document that extends it.
#[test]
fn a_version_is_a_documents_own() {
    let version = |changes: serde_json::Value| {
        let mut document = json!({"extends": "plan-2025", "id": "a", "title": {"zh": "甲", "en": "A"}});
        document.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        common::LIBRARY.read(&input(&document)).unwrap().version
    };
    assert_eq!(common::LIBRARY.default_ruleset().version.as_deref(), Some("1"));
    assert_eq!(version(json!({})), None);
    assert_eq!(version(json!({"version": null})), None);
    assert_eq!(version(json!({"version": "2"})).as_deref(), Some("2"));
}

#[test]
fn a_key_that_is_given_twice_counts_once_and_with_its_last_value() {
    let twice = json(
        r#"{"track": "park", "stage": "creation", "x": 1, "x": 2, "figures": {"employees": "x", "employees": 5, "y": 1, "y": 1}}"#,
    );
    let report = assess(plan(), &twice).unwrap();
    let problems: Vec<_> = report.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(problems, ["x", "figures.y"]);
}

#[test]
fn each_open_outcome_alone_keeps_the_verdict_open_and_none_makes_up_for_another() {
    let counts = |incomplete, invalid, not_computable| OutcomeCounts {
        incomplete,
        invalid,
        not_computable,
        ..OutcomeCounts::default()
    };
    let table = [
        (0, 0, 0, Verdict::Met),
        (1, 0, 0, Verdict::Incomplete),
        (0, 1, 0, Verdict::Incomplete),
        (0, 0, 1, Verdict::Incomplete),
        (1, 1, 0, Verdict::Incomplete),
        (0, 1, 1, Verdict::Incomplete),
        (1, 0, 1, Verdict::Incomplete),
        (2, 1, 1, Verdict::Incomplete),
    ];
    for (incomplete, invalid, not_computable, expected) in table {
        let counts = counts(incomplete, invalid, not_computable);
        assert_eq!(Verdict::of(&[Outcome::Met], true, &counts), expected, "{counts:?}");
    }
}
