//! The files for office programs: the page says which of them is wanted and what is filled in, and the office part makes it.
//!
//! What the page says is a JSON text, for both have a memory of their own: the sheet as a file of ours has it, by which rules, in which
//! language, and where its numbers come from.

use crate::document::document;
use crate::handed::handed;
use crate::paper::file_name::file_name;
use crate::paper::handover::Handover;
use crate::paper::origin::Origin;
use crate::template::template;
use crate::texts::Words;
use crate::workings::workings;
use engine::Library;
use engine::input::Input;
use engine::text::Lang;
use model::assessment::Assessment;
use model::file;
use model::json::to_json;
use model::rules::Rules;
use model::rulesets::Rulesets;
use model::scenarios::{Scenario, Scenarios};
use model::store::Store;

/// A file for an office program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeFile {
    /// The assessment as a workbook that computes.
    Workings,
    /// The report as a document for a word processor, with the items of its lists or with how many there are.
    Document {
        /// Whether the items are in it: they may name people.
        with_lists: bool,
    },
    /// The workbook to be filled in.
    Template,
}

impl OfficeFile {
    /// All of them.
    const ALL: [OfficeFile; 4] = [
        OfficeFile::Workings,
        OfficeFile::Document { with_lists: false },
        OfficeFile::Document { with_lists: true },
        OfficeFile::Template,
    ];

    /// Its name in an order.
    fn name(self) -> &'static str {
        match self {
            OfficeFile::Workings => "workings",
            OfficeFile::Document { with_lists: false } => "document",
            OfficeFile::Document { with_lists: true } => "document-lists",
            OfficeFile::Template => "template",
        }
    }

    /// What browsers call it.
    pub fn media_type(self) -> &'static str {
        match self {
            OfficeFile::Document { .. } => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// How its name ends.
    fn extension(self) -> &'static str {
        if matches!(self, OfficeFile::Document { .. }) { "docx" } else { "xlsx" }
    }

    /// What the button says that hands it out, and what it is good for.
    pub fn said(self, words: &Words) -> [&'static str; 2] {
        match self {
            OfficeFile::Workings => [words.workings.download, words.workings.download_means],
            OfficeFile::Document { .. } => [words.document.download, words.document.download_means],
            OfficeFile::Template => [words.template.download, words.template.download_means],
        }
    }

    /// What its name begins with, so that nobody takes one for the other.
    fn begins(self, words: &Words) -> &'static str {
        match self {
            OfficeFile::Workings => words.workings.file,
            OfficeFile::Document { .. } => words.document.file,
            OfficeFile::Template => words.template.file,
        }
    }

    /// The bytes of the file.
    fn bytes(self, of: &Handover) -> Option<Vec<u8>> {
        match self {
            OfficeFile::Workings => office::write::write(&workings(of)).ok(),
            OfficeFile::Document { with_lists } => office::document::write(&document(of, with_lists)).ok(),
            OfficeFile::Template => office::write::write(&template(of)).ok(),
        }
    }
}

/// A file that is wanted: how it is named, and what the office part has to know to make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The name of the file.
    pub file_name: String,
    /// The text for the office part.
    pub order: String,
}

const WHAT: &str = "what";
const LANG: &str = "lang";
const DAY: &str = "day";
const SCENARIO: &str = "scenario";
const SAMPLE: &str = "sample";
const RULESETS: &str = "rulesets";
const FILE: &str = "file";
const ENGLISH: &str = "en";
const SCENARIOS: [Scenario; 3] = [Scenario::Original, Scenario::WhatIf, Scenario::Targets];

/// What is wanted of a store on a day; nothing while nothing is shown.
pub fn wanted(what: OfficeFile, store: &Store, day: &str) -> Option<Wanted> {
    handed(store, day, |of, named| {
        let words = of.words();
        let text = |text: &str| Input::Text(text.to_owned().into());
        // The sheet that is shown, as if there were no other.
        let shown = Scenarios::of(store.sheet()?.clone());
        let file = file::write(&shown, of.rules.track, of.stage, store.ruleset(), &store.workspace.overrides, day);
        let order = vec![
            (WHAT, text(what.name())),
            (LANG, text(if of.lang == Lang::En { ENGLISH } else { "" })),
            (DAY, text(day)),
            (SCENARIO, text(of.origin.scenario.name())),
            (SAMPLE, Input::Bool(of.origin.sample)),
            (RULESETS, Input::List(store.rulesets.offered().to_vec())),
            (FILE, file),
        ];
        let order = order.into_iter().map(|(key, value)| (key.into(), value)).collect();
        Some(Wanted {
            file_name: [what.begins(words), "-", &file_name(named, what.extension(), words)].concat(),
            order: to_json(&Input::Object(order)),
        })
    })?
}

/// The bytes of what is wanted; none where the order is none of ours.
pub fn made(order: &Input<'static>, compiled_in: Rulesets, library: &Library) -> Option<Vec<u8>> {
    let text = |key| if let Input::Text(text) = order.get(key) { Some(&**text) } else { None };
    let what = OfficeFile::ALL.into_iter().find(|what| Some(what.name()) == text(WHAT))?;
    let offered = if let Input::List(documents) = order.get(RULESETS) { documents } else { &Vec::new() };
    let rulesets = compiled_in.with(offered, library).ok()?;
    let opened = file::read(order.get(FILE), &rulesets, 0).ok()?;
    let rules = Rules { ruleset: opened.overrides.on(&rulesets[opened.batch]), track: opened.track };
    let sheet = opened.scenarios.shown();
    let origin = Origin {
        scenario: SCENARIOS.into_iter().find(|one| Some(one.name()) == text(SCENARIO))?,
        sample: *order.get(SAMPLE) == Input::Bool(true),
    };
    let assessment = Assessment::of(sheet, &rules, &rules.ruleset, opened.stage, None);
    what.bytes(&Handover {
        rules: &rules,
        stage: opened.stage,
        origin,
        sheet,
        assessment: &assessment,
        lang: if text(LANG)? == ENGLISH { Lang::En } else { Lang::Zh },
        day: text(DAY)?,
    })
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::{OfficeFile, made, wanted};
    use crate::book::testing::{AMOUNTS, begun, draw, submission};
    use crate::handed::handed;
    use engine::Library;
    use engine::ruleset::{PLAN_2025, Stage};
    use engine::text::Lang;
    use model::action::Action;
    use model::overrides::OverrideKey;
    use model::scenarios::Scenario;
    use model::store::Store;
    use model::testing::{ALL, json, rulesets, sample_input};
    use proptest::prelude::*;

    /// Makes a file by an order, and holds it against the one that the page would make of what it has.
    fn assert_made(store: &Store) {
        let library = Library::new(json(PLAN_2025)).expect("rules");
        for what in OfficeFile::ALL {
            let day = "2026-11-26";
            let order = wanted(what, store, day).expect("an order").order;
            let ours = handed(store, day, |of, _| what.bytes(of)).flatten().expect("a file");
            let theirs = made(&json(&order), rulesets(), &library).expect("a file");
            assert!(ours == theirs, "{what:?}: {order}");
        }
    }

    #[test]
    fn what_is_made_is_what_the_page_shows() {
        for (track, stage) in ALL {
            let sample = begun(track, stage).after(Action::ShowSample(sample_input(track, stage)));
            assert_made(&begun(track, stage));
            assert_made(&sample);
            assert_made(&sample.after(Action::Speak(Lang::En)));
            assert_made(&sample.after(Action::Show(Scenario::WhatIf)));
            if stage == Stage::Creation {
                assert_made(&sample.after(Action::Show(Scenario::Targets)));
            }
        }
    }

    #[test]
    fn the_batchs_own_numbers_count() {
        let (track, stage) = ALL[0];
        let sample = begun(track, stage).after(Action::ShowSample(sample_input(track, stage)));
        let key = OverrideKey::Threshold {
            indicator: "park.rd_intensity".into(),
            stage,
            measure: "rd_intensity".into(),
            unit: engine::ruleset::MeasureUnit::Ratio,
        };
        assert_made(&sample.after(Action::Set(key, "0.0375".into())));
    }

    #[test]
    fn the_rules_of_a_host_page_go_along() {
        let library = Library::new(json(PLAN_2025)).expect("rules");
        let own = r#"{"extends": "plan-2025", "id": "own", "title": {"zh": "本地批次", "en": "Our own"}, "fields": [{"zh": "甲", "en": "A"}]}"#;
        let offered = rulesets().with(&[json(own)], &library).expect("rules");
        let last = offered.len() - 1;
        let (track, stage) = ALL[0];
        let sample = begun(track, stage).after(Action::ShowSample(sample_input(track, stage)));
        let store = sample.after(Action::OfferRulesets(offered)).after(Action::ChooseRuleset(last));
        assert_eq!(store.ruleset().id, "own");
        assert_made(&store);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn whatever_is_filled_in(draws in prop::collection::vec(draw(&AMOUNTS), 13), at in 0..4usize) {
            let (track, stage) = ALL[at];
            assert_made(&begun(track, stage).after(Action::ShowSample(submission((track, stage), &draws))));
        }
    }

    #[test]
    fn what_is_no_order_makes_nothing() {
        let library = Library::new(json(PLAN_2025)).expect("rules");
        for order in [
            "null",
            "{}",
            "[]",
            r#"{"what": "workings"}"#,
            r#"{"what": "workings", "file": {}, "lang": "", "day": ""}"#,
        ] {
            assert_eq!(made(&json(order), rulesets(), &library), None, "{order}");
        }
    }
}
