//! What is refused, and where the refusal points: problems of a submission, Errors of the options.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::table::rows;
use crate::common::{LIBRARY, input, plan, put, report};
use engine::Input;
use engine::input::MAX_DEPTH;
use engine::outcome::Outcome;
use engine::ruleset::{PLAN_2025, Track};
use engine::submission::NotASubmission;
use engine::text::Lang;
use serde_json::{Value, json};

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn every_problem_is_named_with_its_place_and_nothing_else() {
    for (line, cells) in rows(include_str!("../cases/problems.txt")) {
        let mut submission = json!({"track": "park", "stage": "creation"});
        submission[cells[0]] = value(cells[1]);
        let found = serde_json::to_value(report(&submission).problems).unwrap();
        let found: Vec<String> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|p| format!("{} {}", p["path"].as_str().unwrap(), p["code"].as_str().unwrap()))
            .collect();
        let expected: Vec<&str> = if cells[2] == "ok" { vec![] } else { vec![cells[2]] };
        assert_eq!(found, expected, "line {line}: {} {}", cells[0], cells[1]);
    }
}

/// Every code has a sentence of its own, in the language that is asked for.
#[test]
fn every_code_has_a_sentence_of_its_own() {
    let mut said: [BTreeMap<&str, String>; 2] = Default::default();
    for (_, cells) in rows(include_str!("../cases/problems.txt")) {
        let mut submission = json!({"track": "park", "stage": "creation"});
        submission[cells[0]] = value(cells[1]);
        for problem in report(&submission).problems {
            let code = serde_json::to_string(&problem.code).unwrap();
            assert_eq!(problem.message, problem.code.message(Lang::Zh));
            said[0].insert(problem.message, code.clone());
            said[1].insert(problem.code.message(Lang::En), code);
        }
    }
    for (sentences, end) in said.iter().zip(["。", "."]) {
        let codes: BTreeSet<_> = sentences.values().collect();
        assert_eq!((sentences.len(), codes.len()), (11, 11), "all but the overflow, which has a test of its own");
        assert!(sentences.keys().all(|sentence| sentence.ends_with(end)), "{sentences:?}");
    }
}

#[test]
fn every_refused_option_is_named_with_its_place() {
    for (line, cells) in rows(include_str!("../cases/refusals.txt")) {
        let mut options = json!({});
        if cells[0].starts_with("ruleset.") {
            options["ruleset"] = value(PLAN_2025);
        }
        put(&mut options, cells[0], value(cells[1]));
        let refusal = LIBRARY.choose(&input(&options)).expect_err(cells[0]);
        assert_eq!(refusal.path, cells[2], "line {line}: {refusal}");
        assert!(!refusal.reason.is_empty());
    }
}

#[test]
fn a_refused_choice_names_what_may_be_chosen() {
    let trial =
        json!([{"indicator": "park.rd_intensity", "stage": "trial", "measure": "rd_intensity", "threshold": "0.03"}]);
    let refusal = LIBRARY.choose(&input(&json!({ "overrides": trial }))).unwrap_err();
    assert_eq!(refusal.to_string(), "overrides[0].stage: this must be one of: creation, recognition");
}

#[test]
fn the_default_document_and_no_options_are_the_same_ruleset() {
    let submission = json!({"track": "park", "stage": "creation"});
    for options in [
        json!(null),
        json!({}),
        json!({"ruleset": null, "overrides": null}),
        json!({"overrides": []}),
        json!({"ruleset": value(PLAN_2025)}),
    ] {
        let ruleset = LIBRARY.choose(&input(&options)).unwrap();
        assert_eq!(engine::report(&ruleset, &input(&submission)).unwrap(), report(&submission), "{options}");
    }
}

#[test]
fn what_is_no_submission_is_an_error() {
    for (submission, error) in [
        (json!(null), NotASubmission::NoObject),
        (json!("park"), NotASubmission::NoObject),
        (json!([]), NotASubmission::NoObject),
        (json!({}), NotASubmission::UnknownTrack),
        (json!({"track": "city", "stage": "creation"}), NotASubmission::UnknownTrack),
        (json!({"track": "park"}), NotASubmission::UnknownStage),
        (json!({"track": "park", "stage": "trial"}), NotASubmission::UnknownStage),
        (json!({"track": ["park"], "stage": "creation"}), NotASubmission::UnknownTrack),
    ] {
        assert_eq!(engine::report(plan(), &input(&submission)), Err(error), "{submission}");
    }
}

#[test]
fn the_report_repeats_only_the_overrides_that_bear_on_it() {
    let threshold = |indicator: &str, stage: &str, measure: &str, threshold: &str| json!({"indicator": indicator, "stage": stage, "measure": measure, "threshold": threshold});
    let used = threshold("park.rd_intensity", "creation", "rd_intensity", "0.03");
    let all = json!([
        threshold("park.rd_intensity", "creation", "rd_intensity", "0.02"),
        threshold("park.rd_intensity", "recognition", "rd_intensity", "0.04"),
        threshold("enterprise.rd_intensity", "creation", "rd_intensity", "0.05"),
        used,
    ]);
    let report = crate::common::report_with(&json!({"track": "park", "stage": "creation"}), all);
    assert_eq!(serde_json::to_value(report.overrides).unwrap(), json!([used]), "and of two for one number the last");
}

/// Relations that are worth a question; they change no outcome.
#[test]
fn warnings_name_both_figures_and_change_nothing() {
    let submission = json!({"track": "enterprise", "stage": "creation", "figures": {
        "revenue": ["30000", "30000", "30000"], "rd_spending": ["30000", "30001", "1"], "gross_profit": ["30001", "-1", "30000"],
        "product_sales": "11", "market_size": "10", "talent": [{"kind": "skilled", "count": 30}, {"kind": "postgraduate", "count": 31}], "employees": 60}});
    let report = report(&submission);
    let found: Vec<String> =
        report.warnings.iter().map(|warning| format!("{} {}", warning.code, warning.paths.join(" "))).collect();
    assert_eq!(
        found,
        [
            "sales_above_market figures.product_sales figures.market_size",
            "rd_above_revenue figures.rd_spending[1] figures.revenue[1]",
            "talent_above_employees figures.talent figures.employees",
            "gross_profit_above_revenue figures.gross_profit[0] figures.revenue[0]",
        ]
    );
    assert_eq!(report.outcomes.met, 3, "营业收入, 高水平人才 and 盈利能力 are met all the same");
    let park = json!({"track": "park", "stage": "creation", "figures": {"smart_factories": [{"kind": "basic", "count": 3}], "industrial_enterprises": 2}});
    assert_eq!(crate::common::report(&park).warnings[0].code, "smart_factories_above_enterprises");
}

/// Whoever answered with something else than answers has not left them open.
#[test]
fn eligibility_that_cannot_be_read_is_invalid_and_not_unanswered() {
    let outcomes = |answers: Value| -> Vec<Outcome> {
        let report = report(&json!({"track": "park", "stage": "creation", "eligibility": answers}));
        report.eligibility.iter().map(|item| item.outcome).collect()
    };
    let items = plan().track(Track::Park).eligibility.len();
    assert_eq!(outcomes(json!("yes")), vec![Outcome::Invalid; items]);
    assert_eq!(outcomes(json!([true])), vec![Outcome::Invalid; items]);
    assert_eq!(outcomes(json!(null)), vec![Outcome::Incomplete; items]);
    assert_eq!(outcomes(json!({})), vec![Outcome::Incomplete; items]);
}

#[test]
fn what_is_nested_too_deep_is_unreadable_from_there_on() {
    let nested = |open: &str, close: &str, depth: usize| {
        let text = format!(r#"{{"deep": {}5{}, "beside": 1}}"#, open.repeat(depth), close.repeat(depth));
        serde_json::from_str::<Input>(&text).unwrap().into_owned()
    };
    let inner = |input: &Input<'static>| match input {
        Input::List(entries) => entries[0].clone(),
        object => object.get("x").clone(),
    };
    for (open, close) in [("[", "]"), (r#"{"x":"#, "}")] {
        for (depth, expected) in
            [(MAX_DEPTH - 1, Input::Number("5".into())), (MAX_DEPTH, Input::Unreadable), (100, Input::Unreadable)]
        {
            let read = nested(open, close, depth);
            let innermost = (0..depth.min(MAX_DEPTH - 1)).fold(read.get("deep").clone(), |value, _| inner(&value));
            assert_eq!(innermost, expected, "{depth} times {open}");
            assert_eq!(read.get("beside"), &Input::Number("1".into()));
        }
    }
}

/// Every line of a submission is looked up in these lists: their length is bounded.
#[test]
fn a_list_of_a_ruleset_has_an_end() {
    let kind = |index: usize| json!({"id": format!("kind_{index}"), "title": {"zh": "甲", "en": "A"}, "weight": "1"});
    for (count, is_read) in [(1000, true), (1001, false)] {
        let mut document: Value = serde_json::from_str(PLAN_2025).unwrap();
        let kinds = document["tracks"]["park"]["figures"][2]["kinds"].as_array_mut().unwrap();
        let more = count - kinds.len();
        kinds.extend((0..more).map(kind));
        let read = LIBRARY.choose(&input(&json!({ "ruleset": document })));
        let expected = (!is_read).then(|| "ruleset.tracks.park.figures[2].kinds".to_owned());
        assert_eq!(read.err().map(|refusal| refusal.path), expected);
    }
}
