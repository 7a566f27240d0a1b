//! Many submissions, line by line.

use crate::common::{LIBRARY, input, plan};
use engine::many::{Line, Unassessed};
use engine::submission::NotASubmission;
use engine::{Input, assess_many};
use serde_json::Value;
use std::cell::Cell;

fn parse(text: &[u8]) -> Result<Input<'_>, String> {
    serde_json::from_slice(text).map_err(|_| "broken".to_owned())
}

fn lines(text: &str) -> impl Iterator<Item = (usize, Result<&str, String>)> {
    (1..).zip(text.split('\n').map(Ok))
}

fn in_short(line: Line<String>) -> String {
    match &line.result {
        Ok(report) => format!("{} {:?}", line.number, report.track),
        Err(error) => format!("{} {error}", line.number),
    }
}

const PARK: &str = r#"{"track":"park","stage":"creation"}"#;
const NO_OBJECT: &str = "submission: an object is needed";
const NO_TRACK: &str = "submission.track: this must be one of: park, enterprise";
const NO_STAGE: &str = "submission.stage: this must be one of: creation, recognition";

#[test]
fn what_comes_of_each_line() {
    let table: &[(&str, &[&str])] = &[
        ("P", &["1 Park"]),
        ("P\n", &["1 Park"]),
        ("", &[]),
        ("\n \n\t\n\r\n", &[]),
        ("\n\nP\n\nP", &["3 Park", "5 Park"]),
        ("P\r\nP\r\n", &["1 Park", "2 Park"]),
        (" P \r\n", &["1 Park"]),
        ("\u{feff}P\nP", &["1 Park", "2 Park"]),
        ("\u{feff}\nP", &["2 Park"]),
        ("P\n\u{feff}P\nP", &["1 Park", "2 broken", "3 Park"]),
        ("{\"track\":\nP", &["1 broken", "2 Park"]),
        ("P P\nP", &["1 broken", "2 Park"]),
        ("P\n[]\nP", &["1 Park", "2 @", "3 Park"]),
        ("null\n5\n\"P\"\nP", &["1 @", "2 @", "3 broken", "4 Park"]),
        ("{}", &["1 no track"]),
        (r#"{"track":"school","stage":"creation"}"#, &["1 no track"]),
        (r#"{"track":"park","stage":"soon"}"#, &["1 no stage"]),
        (r#"{"track":"enterprise","stage":"creation"}"#, &["1 Enterprise"]),
    ];
    for (text, expected) in table {
        let text = text.replace('P', PARK);
        let found: Vec<_> = assess_many(plan(), lines(&text), parse, in_short).collect();
        let written =
            |line: &&str| line.replace('@', NO_OBJECT).replace("no track", NO_TRACK).replace("no stage", NO_STAGE);
        assert_eq!(found, expected.iter().map(written).collect::<Vec<_>>(), "{text:?}");
    }
}

#[test]
fn every_report_is_the_one_that_assess_gives_and_in_order() {
    let cases = include_str!("../replay/submissions.jsonl").lines();
    let cases: Vec<Value> = cases.map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let texts: Vec<_> = cases.iter().map(|case| case["submission"].to_string()).collect();
    let mut places = 1..;
    let compare = |line: Line<String>| {
        let place = places.next().unwrap();
        let submission = input(&cases[place - 1]["submission"]);
        assert_eq!(line.number, place);
        assert_eq!(line.submission, Some(&submission));
        assert_eq!(line.result, Ok(engine::report(plan(), &submission).unwrap()), "line {place}");
    };
    assert_eq!(assess_many(plan(), (1..).zip(texts.iter().map(Ok)), parse, compare).count(), cases.len());
}

#[test]
fn the_rules_are_those_that_are_handed_in() {
    let options = crate::common::json(
        r#"{"overrides": [{"indicator": "park.rd_intensity", "stage": "creation", "measure": "rd_intensity", "threshold": "0.03"}]}"#,
    );
    let ruleset = LIBRARY.choose(&options).unwrap();
    let overrides = |line: Line<String>| line.result.unwrap().overrides.len();
    assert_eq!(assess_many(&ruleset, lines(PARK), parse, overrides).next(), Some(1));
}

#[test]
fn no_line_is_read_before_it_is_asked_for() {
    let read = Cell::new(0);
    let endless = std::iter::repeat_with(|| {
        read.set(read.get() + 1);
        Ok(PARK)
    });
    let mut many = assess_many(plan(), (1..).zip(endless), parse, in_short);
    for count in 1..4 {
        assert!(many.next().is_some());
        assert_eq!(read.get(), count);
    }
}

#[test]
fn a_line_that_could_not_be_read_and_a_huge_one_cost_no_other() {
    let tally = vec![r#"{"kind":"gold","count":1}"#; 100_000].join(",");
    let huge = format!(r#"{{"track":"park","stage":"creation","figures":{{"patents":[{tally}]}}}}"#);
    let given = [Ok(PARK), Err("torn".to_owned()), Ok(huge.as_str()), Ok(PARK)];
    let look = |line: Line<String>| {
        match line.number {
            2 => assert_eq!(line.result, Err(Unassessed::Unreadable("torn".to_owned()))),
            3 => {
                let indicators = &line.result.as_ref().unwrap().indicators;
                let mut measures = indicators.iter().flat_map(|one| &one.measures);
                assert!(measures.any(|measure| measure.value.as_deref() == Some("300000")));
            }
            _ => {}
        }
        in_short(line)
    };
    let found: Vec<_> = assess_many(plan(), (1..).zip(given), parse, look).collect();
    assert_eq!(found, ["1 Park", "2 torn", "3 Park", "4 Park"]);
    let refusal = |line: Line<String>| line.result.err();
    let refused = assess_many(plan(), lines("[]"), parse, refusal).next().unwrap();
    assert_eq!(refused, Some(Unassessed::NotASubmission(NotASubmission::NoObject)));
}
