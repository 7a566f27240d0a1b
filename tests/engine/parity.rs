//! The engine against a workbook: the two annexes a second time, as formulas of a spreadsheet.
//!
//! `parity/make.py` writes the formulas from the plan's text, `cargo xtask parity` has LibreOffice compute them, and here every column's
//! figures are read from their cells, assessed by the engine, and compared with what the spreadsheet made of them. Where binary
//! fractions mislead the spreadsheet, its sheet 精度示例 says so, and exactly there it must differ.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{plan, report};
use crate::workbook::{Column, Workbook};
use engine::ruleset::{Rule, Stage, Threshold};
use serde_json::Value;

/// The spreadsheet's words, in its own language.
const OUTCOMES: [(&str, &str); 7] = [
    ("达到", "met"),
    ("未达到", "unmet"),
    ("缺数据", "incomplete"),
    ("数据有误", "invalid"),
    ("无法计算", "not_computable"),
    ("未载明", "unstated"),
    ("综合评价", "review"),
];

fn outcome(word: &str) -> &'static str {
    OUTCOMES.iter().find(|(name, _)| *name == word).unwrap_or_else(|| panic!("{word} is no outcome")).1
}

fn assessed(column: &Column) -> Value {
    serde_json::to_value(report(&column.submission)).expect("a report")
}

fn indicator<'a>(report: &'a Value, id: &str) -> &'a Value {
    report["indicators"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

/// What 精度示例 admits: the places at which the spreadsheet's outcome is not the exact one.
fn admitted(workbook: &Workbook) -> BTreeSet<String> {
    let examples = workbook.examples();
    examples.into_iter().filter(|example| example.ours != example.exact).map(|example| example.place).collect()
}

#[test]
fn every_outcome_is_the_engines() {
    let (workbook, mut differing, mut seen) = (Workbook::open(), BTreeSet::new(), BTreeMap::new());
    for column in workbook.columns() {
        let report = assessed(&column);
        let mut compared = 0;
        for (code, word) in &column.results {
            let Some(id) = code.strip_prefix("outcome ") else { continue };
            let (by_engine, by_sheet) = (indicator(&report, id)["outcome"].as_str().unwrap(), outcome(word.text()));
            if by_engine != by_sheet {
                differing.insert(format!("{} {id}", column.place));
            }
            seen.entry(format!("{id} {}", column.stage)).or_insert_with(BTreeSet::new).insert(by_engine.to_owned());
            compared += 1;
        }
        let indicators = report["indicators"].as_array().expect("indicators").len();
        assert_eq!(compared, indicators, "{}: the workbook has not all indicators", column.place);
    }
    assert_eq!(differing, admitted(&workbook), "differing, and admitted in 精度示例");
    for (name, _) in thresholds_of_the_ruleset() {
        let outcomes = seen.get(&name).unwrap_or_else(|| panic!("{name} is not in the workbook: see tests/parity"));
        assert!(outcomes.contains("met") && outcomes.contains("unmet"), "{name}: both sides of the threshold");
    }
    let all: BTreeSet<String> = seen.into_values().flatten().collect();
    assert_eq!(all, OUTCOMES.iter().map(|(_, outcome)| (*outcome).to_owned()).collect(), "every outcome occurs");
}

#[test]
fn every_value_is_the_engines() {
    let mut compared = 0;
    for column in Workbook::open().columns() {
        let report = assessed(&column);
        for (code, cell) in &column.results {
            let words: Vec<&str> = code.split(' ').collect();
            let by_engine = match words[..] {
                ["measure", id, measure] => {
                    let measures = indicator(&report, id)["measures"].as_array().unwrap();
                    let found = measures.iter().find(|one| one["id"] == measure).unwrap_or_else(|| panic!("no {code}"));
                    found["exact"].as_str().ok_or_else(|| found["state"].as_str().unwrap().to_owned())
                }
                ["observed", id] => {
                    let criterion = &indicator(&report, id)["criteria"][0];
                    criterion["observed_exact"]
                        .as_str()
                        .ok_or_else(|| criterion["outcome"].as_str().unwrap().to_owned())
                }
                _ => continue,
            };
            let place = format!("{} {code}: {cell:?} and {by_engine:?}", column.place);
            match (cell.number(), by_engine) {
                (Some(shown), Ok(exact)) => assert!(is_near(shown, exact), "{place}"),
                (None, Err(state)) => {
                    let by_sheet = match outcome(cell.text()) {
                        "incomplete" if words[0] == "measure" => "missing",
                        "invalid" if words[0] == "measure" => "refused",
                        other => other,
                    };
                    assert_eq!(by_sheet, state, "{place}");
                }
                _ => panic!("{place}"),
            }
            compared += 1;
        }
    }
    assert!(compared > 600, "only {compared} values");
}

/// A double of the spreadsheet beside a fraction: equal but for the last places of the double. It decides nothing.
#[expect(
    clippy::float_arithmetic,
    reason = "the spreadsheet computes in doubles; this is about what it shows, not about an outcome"
)]
fn is_near(shown: f64, exact: &str) -> bool {
    let (p, q) = exact.split_once('/').unwrap_or((exact, "1"));
    let exact = p.parse::<f64>().unwrap() / q.parse::<f64>().unwrap();
    (shown - exact).abs() <= exact.abs().max(1e-3) * 1e-12
}

#[test]
fn the_counts_of_outcomes_are_the_engines() {
    for column in Workbook::open().columns() {
        let report = assessed(&column);
        for (name, outcome) in OUTCOMES {
            let total = column
                .results
                .iter()
                .find(|(code, _)| *code == format!("total {outcome}"))
                .expect("a total")
                .1
                .number();
            let differs = column.results.iter().any(|(code, word)| {
                code.strip_prefix("outcome ")
                    .is_some_and(|id| self::outcome(word.text()) != indicator(&report, id)["outcome"].as_str().unwrap())
            });
            if !differs {
                assert_eq!(total, report["outcomes"][outcome].as_f64(), "{} {name}", column.place);
            }
        }
    }
}

/// What 精度示例 calls exact is what the engine says, and the usual formula really fails somewhere.
#[test]
fn the_examples_of_misleading_ties_tell_the_truth() {
    let workbook = Workbook::open();
    let columns = workbook.columns();
    let examples = workbook.examples();
    for example in &examples {
        let (place, id) = example.place.rsplit_once(' ').expect("a column and an indicator");
        let column = columns.iter().find(|column| column.place == place).unwrap_or_else(|| panic!("no column {place}"));
        assert_eq!(indicator(&assessed(column), id)["outcome"], outcome(&example.exact), "{}", example.place);
        let shown = column.results.iter().find(|(code, _)| *code == format!("outcome {id}")).expect("an outcome");
        assert_eq!(shown.1.text(), example.ours, "{}", example.place);
    }
    let misled =
        |ours: bool| examples.iter().filter(|one| *if ours { &one.ours } else { &one.usual } != one.exact).count();
    assert_eq!((examples.len(), misled(false), misled(true)), (8, 2, 1), "examples, misled as usual, misled here");
}

/// The sheet 门槛与权重 was typed from the plan, the ruleset too: both say the same.
#[test]
fn thresholds_and_weights_are_those_of_the_ruleset() {
    let typed: BTreeMap<String, String> = Workbook::open().numbers();
    let ruleset: BTreeMap<String, String> =
        thresholds_of_the_ruleset().into_iter().chain(weights_of_the_ruleset()).collect();
    assert_eq!(typed, ruleset);
}

#[test]
fn the_thresholds_come_with_the_plans_own_sentences() {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let plan_text = squeezed(include_str!("../../docs/plan.zh-CN.md"));
    let quotes = Workbook::open().quotes();
    assert_eq!(quotes.len(), thresholds_of_the_ruleset().len());
    for quote in quotes {
        assert!(plan_text.contains(&squeezed(&quote)), "not in the plan: {quote}");
    }
}

fn thresholds_of_the_ruleset() -> Vec<(String, String)> {
    let mut numbers = Vec::new();
    for indicator in plan().park.indicators.iter().chain(&plan().enterprise.indicators) {
        for (stage, name) in [(Stage::Creation, "creation"), (Stage::Recognition, "recognition")] {
            for criterion in indicator.criteria(stage) {
                if let Rule::AtLeast(Threshold::Number(number))
                | Rule::GrowthAtLeast(number)
                | Rule::IncreaseAtLeast(number) = criterion.rule
                {
                    numbers.push((format!("{} {name}", indicator.id), number.normalize().to_string()));
                }
            }
        }
    }
    numbers
}

/// But for talent, a plain sum in the plan, whose weights of 1 are the form's.
fn weights_of_the_ruleset() -> Vec<(String, String)> {
    let mut numbers = Vec::new();
    for (name, track) in [("park", &plan().park), ("enterprise", &plan().enterprise)] {
        for figure in track.figures.iter().filter(|figure| figure.id != "talent") {
            for kind in figure.form.kinds() {
                if let Some(weight) = kind.weight {
                    numbers.push((format!("{name} {} {}", figure.id, kind.id), weight.normalize().to_string()));
                }
            }
        }
    }
    numbers
}
