//! The ruleset document against the plan itself: every number pinned to its sentence, every quotation literal.

use std::collections::BTreeSet;

use crate::common::submission::track_of;
use crate::common::table::rows;
use crate::common::{LIBRARY, json, plan};
use engine::number::{NumberKind, parse_number};
use engine::ruleset::{Certainty, FigureForm, MeasureUnit, PLAN_2025, Rule, Ruleset, Stage, Threshold};
use rust_decimal::Decimal;

const PLAN: &str = include_str!("../../docs/plan.zh-CN.md");
const PINS: &str = include_str!("../cases/plan.txt");

/// The extraction broke lines and left spaces where the document has none.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every threshold and weight of the ruleset, as the table names them.
fn numbers() -> Vec<(String, Decimal)> {
    let mut numbers = Vec::new();
    for (track, name) in [(&plan().park, "park"), (&plan().enterprise, "enterprise")] {
        for kind in track.figures.iter().flat_map(|figure| figure.form.kinds().iter().map(move |kind| (figure, kind))) {
            // 人才 is a plain sum in the plan: its weights of 1 are the form's, not the plan's.
            if let (figure, Some(weight)) = (kind.0, kind.1.weight)
                && figure.id != "talent"
            {
                numbers.push((format!("weight {name} {}", kind.1.id), weight));
            }
        }
        for indicator in &track.indicators {
            for (stage, stage_name) in [(Stage::Creation, "creation"), (Stage::Recognition, "recognition")] {
                for criterion in indicator.criteria(stage) {
                    if let Rule::AtLeast(Threshold::Number(number))
                    | Rule::GrowthAtLeast(number)
                    | Rule::IncreaseAtLeast(number) = criterion.rule
                    {
                        numbers.push((format!("threshold {} {stage_name}", indicator.id), number));
                    }
                }
            }
        }
    }
    numbers
}

#[test]
fn every_number_of_the_rules_is_the_plan_s() {
    let (plan_text, numbers) = (squeezed(PLAN), numbers());
    let mut pinned = BTreeSet::new();
    for (line, cells) in rows(PINS) {
        let (what, number, quote) = (cells[..3].join(" "), cells[3], squeezed(cells[4]));
        assert!(plan_text.contains(&quote), "line {line}: not in the plan: {quote}");
        assert!(quote.contains(number), "line {line}: {quote} does not say {number}");
        let expected = if number.ends_with('%') {
            parse_number(number, NumberKind::Percent).unwrap().unwrap() / Decimal::ONE_HUNDRED
        } else if number.ends_with('元') {
            parse_number(number, NumberKind::Amount).unwrap().unwrap()
        } else {
            parse_number(number, NumberKind::Plain).unwrap().unwrap()
        };
        let found: Vec<Decimal> = numbers.iter().filter(|(name, _)| *name == what).map(|(_, number)| *number).collect();
        assert_eq!(found, [expected], "line {line}: {what}");
        pinned.insert(what);
    }
    let all: BTreeSet<String> = numbers.into_iter().map(|(name, _)| name).collect();
    assert_eq!(pinned, all, "every number of the ruleset has its line in the table");
}

#[test]
fn every_quotation_is_literal() {
    let plan_text = squeezed(PLAN);
    let mut quotes: Vec<(&str, &str)> = vec![("weighing", &plan().weighing.quote)];
    quotes.extend(
        plan().red_lines.iter().chain(&plan().calendar).map(|clause| (clause.id.as_str(), clause.quote.as_str())),
    );
    for track in [&plan().park, &plan().enterprise] {
        quotes.extend(track.eligibility.iter().map(|clause| (clause.id.as_str(), clause.quote.as_str())));
        for indicator in &track.indicators {
            quotes.push((&indicator.id, &indicator.purpose));
            let criteria = indicator.creation.iter().chain(&indicator.recognition);
            quotes.extend(criteria.map(|criterion| (indicator.id.as_str(), criterion.quote.as_str())));
        }
        for figure in &track.figures {
            let FigureForm::Tally { roster: Some(rule), .. } = &figure.form else { continue };
            let said = rule.clauses.iter().filter_map(|clause| clause.quote.as_deref());
            quotes.extend(said.map(|quote| (figure.id.as_str(), quote)));
        }
    }
    assert!(quotes.len() > 70);
    for (id, quote) in quotes {
        assert!(plan_text.contains(&squeezed(quote)), "{id}: not in the plan: {quote}");
    }
}

/// A counting rule with the plan's sentence is stated, one without is a reading; and every tally can be counted from a list.
#[test]
fn every_counting_rule_says_how_sure_it_is() {
    for track in [&plan().park, &plan().enterprise] {
        for figure in &track.figures {
            let FigureForm::Tally { roster, .. } = &figure.form else { continue };
            let rule = roster.as_ref().unwrap_or_else(|| panic!("{}: how is a list counted?", figure.id));
            for clause in &rule.clauses {
                let expected = if clause.quote.is_some() { Certainty::Stated } else { Certainty::Reading };
                assert_eq!(clause.certainty, expected, "{}: {}", figure.id, clause.title.zh);
            }
        }
    }
}

#[test]
fn fields_and_names_are_the_plan_s() {
    let plan_text = squeezed(PLAN);
    let fields: Vec<&str> = plan().fields.iter().map(|field| field.zh.as_str()).collect();
    assert_eq!(fields.len(), 9);
    assert!(plan_text.contains(&fields.join("、")), "{fields:?}");
    for (track, count) in [(&plan().park, 11), (&plan().enterprise, 11)] {
        assert_eq!(track.indicators.len(), count, "{}", track.title.zh);
        for (index, indicator) in track.indicators.iter().enumerate() {
            assert_eq!(indicator.number as usize, index + 1);
            assert!(plan_text.contains(&indicator.group.zh), "{}", indicator.group.zh);
            // The name stands in its cell, right before the 指标说明.
            let cell = squeezed(&[indicator.title.zh.as_str(), indicator.purpose.as_str()].concat());
            assert!(plan_text.contains(&cell), "{cell}");
        }
    }
}

/// What the plan lost is never invented: nothing unstated carries a number, and every reading says what was read.
#[test]
fn certainty_is_honest() {
    for track in [&plan().park, &plan().enterprise] {
        for indicator in &track.indicators {
            for criterion in indicator.creation.iter().chain(&indicator.recognition) {
                let unstated = matches!(criterion.rule, Rule::Unstated);
                assert_eq!(unstated, criterion.certainty == Certainty::Unstated, "{}", indicator.id);
                assert!(
                    criterion.certainty == Certainty::Stated || criterion.note.is_some(),
                    "{}: a note",
                    indicator.id
                );
            }
            for measure in &indicator.measures {
                assert!(measure.certainty == Certainty::Stated || measure.note.is_some(), "{}: a note", measure.id);
            }
        }
    }
}

#[test]
fn shares_of_an_indicator_add_up_and_units_fit() {
    for track in ["park.", "enterprise."].map(|name| track_of(name).1) {
        for indicator in &track.indicators {
            let shares: Vec<Decimal> = indicator.measures.iter().filter_map(|measure| measure.share).collect();
            assert!(shares.is_empty() || shares.iter().sum::<Decimal>() == Decimal::ONE, "{}", indicator.id);
            assert_eq!(indicator.measures.len() > 1, !shares.is_empty(), "{}", indicator.id);
            for measure in &indicator.measures {
                use engine::measure::Form;
                let expected = match measure.form {
                    Form::Mean(_) => MeasureUnit::WanYuan,
                    Form::Growth(_) | Form::Ratio(_) | Form::Share(_) => MeasureUnit::Ratio,
                    Form::Tally(_) => MeasureUnit::Count,
                };
                assert_eq!(measure.unit, expected, "{} {}", indicator.id, measure.id);
            }
        }
    }
}

#[test]
fn documents_satisfy_the_schema_and_the_engine_alike() {
    let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    let schema =
        jsonschema::validator_for(&parse(include_str!("../../www/rulesets/ruleset.schema.json"))).expect("a schema");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/rulesets");
    let files = std::fs::read_dir(folder).expect("www/rulesets").map(|file| file.expect("a file").path());
    let documents: Vec<_> = files.filter(|file| !file.ends_with("ruleset.schema.json")).collect();
    assert!(documents.len() >= 2, "the plan and the first batch");
    for file in documents {
        let text = std::fs::read_to_string(&file).expect("a text");
        let errors: Vec<String> =
            schema.iter_errors(&parse(&text)).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new(), "{}", file.display());
        let read = LIBRARY.read(&json(&text));
        assert!(read.is_ok(), "{}: {}", file.display(), read.unwrap_err());
    }
    let batch = include_str!("../../www/rulesets/batch-2026-1.json");
    let batch = LIBRARY.read(&json(batch)).expect("the batch holds together");
    assert_eq!((batch.id.as_str(), batch.fields.len()), ("batch-2026-1", 10));
    let is_shared = |one: &Ruleset| std::sync::Arc::ptr_eq(&one.park, &LIBRARY.default_ruleset().park);
    assert!(is_shared(&batch), "what the batch does not replace is the plan's, and is not read anew");
    let own =
        r#"[{"indicator": "park.rd_intensity", "stage": "creation", "measure": "rd_intensity", "threshold": "0.03"}]"#;
    let own = batch.with_overrides(&json(own)).expect("overrides");
    assert!(!is_shared(&own) && is_shared(&batch), "a number of one's own changes no other ruleset");
    // What the engine refuses, the schema refuses too, but for what takes a look at two places at once.
    for (line, cells) in rows(include_str!("../cases/refusals.txt")) {
        let Some(place) = cells[0].strip_prefix("ruleset.") else { continue };
        let mut broken = parse(PLAN_2025);
        crate::common::put(&mut broken, place, serde_json::from_str(cells[1]).unwrap());
        let by_engine_alone = cells.get(3).is_some_and(|remark| *remark == "by the engine alone");
        assert_eq!(schema.is_valid(&broken), by_engine_alone, "line {line}: {} {}", cells[0], cells[1]);
    }
    // The schema is strict enough to catch a clerk's slip.
    for (key, value) in
        [("fields", serde_json::json!([])), ("titel", serde_json::json!("x")), ("issued", serde_json::json!(2026))]
    {
        let mut broken = parse(PLAN_2025);
        broken[key] = value;
        assert!(!schema.is_valid(&broken), "{key}");
    }
}
