//! What the native tests share: the rulesets, the tables of cases, and a short way to write a submission.
#![allow(dead_code, missing_docs)]

pub mod submission;
#[path = "../../cases/table.rs"]
pub mod table;

use std::sync::LazyLock;

use engine::report::IndicatorReport;
use engine::ruleset::{PLAN_2025, Ruleset};
use engine::{Input, Library, Report};
use serde::Deserialize;

pub static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::new(json(PLAN_2025)).expect("the plan's ruleset holds together"));

pub fn plan() -> &'static Ruleset {
    LIBRARY.default_ruleset()
}

pub fn json(text: &str) -> Input<'_> {
    serde_json::from_str(text).expect("valid JSON")
}

pub fn input(value: &serde_json::Value) -> Input<'static> {
    Input::deserialize(value).expect("plain data").into_owned()
}

/// A ruleset for as long as the tests run, since a report borrows from it.
pub fn kept(ruleset: Ruleset) -> &'static Ruleset {
    Box::leak(Box::new(ruleset))
}

/// The report by the plan's own rules.
pub fn report(submission: &serde_json::Value) -> Report<'static> {
    engine::report(plan(), &input(submission)).expect("a submission")
}

/// The report by the plan's own rules with overrides on top.
pub fn report_with(submission: &serde_json::Value, overrides: serde_json::Value) -> Report<'static> {
    let ruleset = LIBRARY.choose(&input(&serde_json::json!({ "overrides": overrides }))).expect("options");
    engine::report(kept(ruleset.into_owned()), &input(submission)).expect("a submission")
}

/// One indicator of a report.
pub fn indicator<'a>(report: &'a Report, id: &str) -> &'a IndicatorReport<'a> {
    report.indicators.iter().find(|indicator| indicator.id == id).expect("the indicator")
}

/// An enterprise at creation with nothing but these figures.
pub fn enterprise(figures: serde_json::Value) -> serde_json::Value {
    serde_json::json!({"track": "enterprise", "stage": "creation", "figures": figures})
}

/// Puts a value at a place written with dots.
pub fn put(document: &mut serde_json::Value, place: &str, value: serde_json::Value) {
    let mut here = document;
    for key in place.split('.') {
        here = match key.parse::<usize>() {
            Ok(index) => &mut here[index],
            Err(_) => &mut here[key],
        };
    }
    *here = value;
}
