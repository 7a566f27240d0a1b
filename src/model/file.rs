//! A submission in a file: the JSON of the contract, with what a person needs to go on with it. See `docs/file-format.md`.

use std::rc::Rc;

use super::data::{object, text};
use super::file_scenarios::{self, AS_TYPED, SHEETS, place_of, unknown};
use super::notice::FileRefusal;
use super::overrides::Overrides;
use super::rulesets::Rulesets;
use super::scenarios::Scenarios;
use super::workspace::Workspace;
use engine::input::Input;
use engine::ruleset::{Ruleset, Stage, Track};

/// What a file holds, in the form of the page.
pub struct Opened {
    /// The ruleset, by its index among the batches.
    pub batch: usize,
    /// The track.
    pub track: Track,
    /// The stage.
    pub stage: Stage,
    /// The sheets.
    pub scenarios: Scenarios,
    /// The batch's own numbers.
    pub overrides: Overrides,
    /// Whether it was saved under another version of its ruleset.
    pub older_rules: bool,
    /// The paths of what the page has no field for.
    pub left_out: Vec<Rc<str>>,
}

/// What was kept on this machine.
pub struct Restored {
    /// Everything that was filled in and chosen.
    pub workspace: Workspace,
    /// The day on which it was kept.
    pub day: Rc<str>,
    /// Whether it was kept under an earlier version of its ruleset.
    pub older_rules: bool,
}

/// What every file of ours says of itself.
const FORMAT: &str = "shifan";
pub(super) const KEYS: [&str; 5] = ["format", "version", "saved", "ruleset", "overrides"];
/// The version that this page writes, and the last that it reads.
pub(super) const VERSION: u32 = 1;
/// A notice is no place for more names than this, nor for longer ones.
const MOST_NAMED: usize = 20;
const LONGEST_NAME: usize = 60;

/// The file of a submission.
pub fn write(
    scenarios: &Scenarios,
    track: Track,
    stage: Stage,
    ruleset: &Ruleset,
    overrides: &Overrides,
    day: &str,
) -> Input<'static> {
    let mut pairs = head(FORMAT, day, ruleset);
    pairs.extend(file_scenarios::write(scenarios, track, stage, ruleset.track(track)));
    pairs.push(("overrides", overrides.input()));
    object(pairs)
}

/// What a file holds. A submission with nothing around it is read by the rules that are `chosen`.
pub fn read(file: &Input, rulesets: &Rulesets, chosen: usize) -> Result<Opened, FileRefusal> {
    if *file == Input::Unreadable {
        return Err(FileRefusal::NotJson);
    }
    if *file.get("format") == Input::Absent && place_of(file).is_some() {
        let wrapped = object(vec![(SHEETS[0], file.clone())]);
        return read_sheets(&wrapped, rulesets, chosen);
    }
    check_version(file, FORMAT)?;
    let Input::Text(id) = file.get("ruleset").get("id") else { return Err(FileRefusal::NotOurs) };
    let batch = rulesets.iter().position(|ruleset| ruleset.id == *id);
    read_sheets(file, rulesets, batch.ok_or_else(|| FileRefusal::UnknownRuleset(shortened(id)))?)
}

fn read_sheets(file: &Input, rulesets: &Rulesets, batch: usize) -> Result<Opened, FileRefusal> {
    let ruleset = &rulesets[batch];
    let (track, stage) = place_of(file.get(SHEETS[0])).ok_or(FileRefusal::NotOurs)?;
    let overrides = Overrides::read(file.get("overrides"), ruleset)
        .map_err(|refusal| FileRefusal::Overrides(shortened(&refusal.path), refusal.reason.as_str().into()))?;
    let (scenarios, mut lost) = file_scenarios::read(file, track, stage, ruleset);
    lost.extend(unknown(file, &[&KEYS, &SHEETS, &[AS_TYPED]], ""));
    // A bare submission names no rules.
    let older_rules = *file.get("ruleset") != Input::Absent && !is_version_of(file, ruleset);
    Ok(Opened { batch, track, stage, scenarios, overrides, older_rules, left_out: in_brief(lost) })
}

/// An opened file as the start of a recognition under other rules; only an application of the same track can be that.
pub fn as_start(opened: Opened, rulesets: &Rulesets, batch: usize, track: Track) -> Result<Opened, FileRefusal> {
    if (opened.track, opened.stage) != (track, Stage::Creation) {
        return Err(FileRefusal::NotACreationFile);
    }
    let scenarios = opened.scenarios.moved(&rulesets[opened.batch], &rulesets[batch], track, opened.stage);
    Ok(Opened { batch, scenarios, ..opened })
}

/// What stands at the head of everything that the page writes.
pub(super) fn head(format: &str, day: &str, ruleset: &Ruleset) -> Vec<(&'static str, Input<'static>)> {
    let rules = object(vec![("id", text(&ruleset.id)), ("version", text(version_of(ruleset)))]);
    vec![
        ("format", text(format)),
        ("version", Input::Number(VERSION.to_string().into())),
        ("saved", text(day)),
        ("ruleset", rules),
    ]
}

/// Whether this was written under the same version of the ruleset.
pub(super) fn is_version_of(file: &Input, ruleset: &Ruleset) -> bool {
    *file.get("ruleset").get("version") == text(version_of(ruleset))
}

/// Tells apart what was written under one ruleset id at different times; of a document without a version, the day of issue does.
fn version_of(ruleset: &Ruleset) -> &str {
    ruleset.version.as_deref().unwrap_or(&ruleset.issued)
}

/// Makes sure that this is a file of this format, and of no later version.
pub(super) fn check_version(file: &Input, format: &str) -> Result<(), FileRefusal> {
    let version = match file.get("version") {
        Input::Number(version) if *file.get("format") == text(format) => version.parse::<u32>(),
        _ => return Err(FileRefusal::NotOurs),
    };
    match version {
        Ok(VERSION) => Ok(()),
        Ok(later) if later > VERSION => Err(FileRefusal::Later(later.to_string().into())),
        _ => Err(FileRefusal::NotOurs),
    }
}

/// The first of many names, and how many more there are.
pub(super) fn in_brief(names: Vec<String>) -> Vec<Rc<str>> {
    let more = names.len().saturating_sub(MOST_NAMED);
    let mut brief: Vec<_> = names.iter().take(MOST_NAMED).map(|name| shortened(name)).collect();
    if more > 0 {
        brief.push(["… +", &more.to_string()].concat().into());
    }
    brief
}

fn shortened(name: &str) -> Rc<str> {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => [&name[..end], "…"].concat().into(),
        None => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Opened, as_start, read, write};
    use crate::notice::FileRefusal;
    use crate::testing::{ALL, json, rulesets, sample_input};
    use engine::input::Input;
    use engine::report;
    use engine::ruleset::{Stage, Track};

    fn opened(text: &str) -> Result<Opened, FileRefusal> {
        read(&json(text), &rulesets(), 0)
    }

    /// A file of ours with these pairs after its head.
    fn ours(pairs: &str) -> String {
        [r#"{"format": "shifan", "version": 1, "saved": "2026-11-23", "ruleset": {"id": "plan-2025"}, "#, pairs, "}"]
            .concat()
    }

    fn park(pairs: &str) -> String {
        [r#"{"track": "park", "stage": "creation", "#, pairs, "}"].concat()
    }

    #[test]
    fn a_sample_goes_through_a_file_unchanged() {
        for (track, stage) in ALL {
            let (rulesets, sample) = (rulesets(), sample_input(track, stage));
            let bare = read(&sample, &rulesets, 1).expect("a submission of the contract");
            assert_eq!((bare.batch, bare.track, bare.stage, bare.left_out.len()), (1, track, stage, 0));
            let file = write(&bare.scenarios, track, stage, &rulesets[1], &bare.overrides, "2026-11-23");
            assert_eq!(report(&rulesets[1], file.get("submission")), report(&rulesets[1], &sample));
            let again = read(&file, &rulesets, 0).expect("a file of ours");
            assert_eq!((again.batch, &again.scenarios), (1, &bare.scenarios), "{track:?} {stage:?}");
        }
    }

    #[test]
    fn what_is_no_file_of_ours_is_refused() {
        use FileRefusal::{Later, NotOurs, UnknownRuleset};
        let submission = park(r#""figures": {}"#);
        let table = [
            ("null".to_owned(), NotOurs),
            ("17".to_owned(), NotOurs),
            ("[]".to_owned(), NotOurs),
            ("{}".to_owned(), NotOurs),
            (r#"{"track": "park", "stage": "retirement"}"#.to_owned(), NotOurs),
            (r#"{"track": "city", "stage": "creation"}"#.to_owned(), NotOurs),
            (r#"{"format": "other", "track": "park", "stage": "creation"}"#.to_owned(), NotOurs),
            (r#"{"format": "shifan", "version": 0}"#.to_owned(), NotOurs),
            (r#"{"format": "shifan", "version": "1"}"#.to_owned(), NotOurs),
            (r#"{"format": "shifan", "version": 1e300}"#.to_owned(), NotOurs),
            (r#"{"format": "shifan", "version": 1}"#.to_owned(), NotOurs),
            (r#"{"format": "shifan", "version": 2, "anything": 1}"#.to_owned(), Later("2".into())),
            (ours(r#""submission": []"#), NotOurs),
            (ours(r#""what_if": 1"#), NotOurs),
            (
                ours(&[r#""submission": "#, &submission].concat()).replace("plan-2025", "plan-1999"),
                UnknownRuleset("plan-1999".into()),
            ),
        ];
        for (text, refusal) in table {
            assert_eq!(opened(&text).err(), Some(refusal), "{text}");
        }
        assert_eq!(read(&Input::Unreadable, &rulesets(), 0).err(), Some(FileRefusal::NotJson));
    }

    #[test]
    fn a_file_of_another_version_of_its_rules_says_so() {
        let submission = [r#""submission": "#, &park(r#""figures": {}"#)].concat();
        let of = |rules: &str| ours(&submission).replace(r#"{"id": "plan-2025"}"#, rules);
        let table = [
            (of(r#"{"id": "plan-2025", "version": "1"}"#), false),
            (of(r#"{"id": "plan-2025", "version": "2"}"#), true),
            (of(r#"{"id": "plan-2025"}"#), true),
            (park(r#""figures": {}"#), false),
        ];
        for (text, older_rules) in table {
            assert_eq!(opened(&text).expect("a file").older_rules, older_rules, "{text}");
        }
    }

    #[test]
    fn overrides_that_do_not_fit_are_named() {
        let table = [
            (
                r#"[{"indicator": "park.gone", "kind": "x", "weight": "1"}]"#,
                "overrides[0]: the ruleset has no such indicator",
            ),
            (r#"{"a": 1}"#, "overrides: a list is needed"),
            (r#"[1]"#, "overrides[0]: an object is needed"),
            (r#""x""#, "overrides: a list is needed"),
            // What the engine would take and the field of the page would not.
            (
                r#"[{"indicator": "park.rd_intensity", "stage": "creation", "measure": "rd_intensity", "threshold": "-0.1"}]"#,
                "overrides[0].threshold: this may not be negative",
            ),
            (
                r#"[{"indicator": "park.rd_intensity", "stage": "creation", "measure": "rd_intensity", "threshold": "0.0333333333"}]"#,
                "overrides[0]: this is no number that its field takes",
            ),
        ];
        for (overrides, reason) in table {
            let text =
                ours(&[r#""submission": "#, &park(r#""figures": {}"#), r#", "overrides": "#, overrides].concat());
            match opened(&text).err() {
                Some(FileRefusal::Overrides(place, said)) => assert_eq!([&*place, &*said].join(": "), reason),
                other => panic!("{overrides}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_the_page_has_no_field_for_is_named() {
        // the pairs of a park's submission, and what of them is left out
        let table: [(&str, &[&str]); 18] = [
            (r#""figures": {"employees": "x", "revenue": ["1", "", null]}"#, &[]),
            (r#""figures": {"__proto__": "1", "constructor": 1}"#, &["figures.__proto__", "figures.constructor"]),
            (r#""figures": [1]"#, &["figures"]),
            (r#""baseline": {"employees": ["1"]}"#, &["baseline.employees"]),
            (r#""figures": {"revenue": ["1", "2", "3", "4"]}"#, &["figures.revenue"]),
            (r#""figures": {"revenue": ["1", "2"]}"#, &["figures.revenue"]),
            (r#""figures": {"revenue": [1, {}, true]}"#, &["figures.revenue[1]", "figures.revenue[2]"]),
            (
                r#""figures": {"patents": [{"kind": "x", "count": 1}, {"count": 1}]}"#,
                &["figures.patents[0].kind", "figures.patents[1]"],
            ),
            (r#""figures": {"platforms": [{"kind": "x", "count": 1, "place": 1}]}"#, &["figures.platforms[0].place"]),
            (
                r#""eligibility": {"legal_person": true, "established_in_china": 1}"#,
                &["eligibility.legal_person", "eligibility.established_in_china"],
            ),
            (r#""notes": {"park.gone": "x", "park.talent": {}}"#, &["notes.park.gone", "notes.park.talent"]),
            (r#""notes": "x""#, &["notes"]),
            (r#""last_year": "x", "sources": {"revenue": "x"}"#, &[]),
            (r#""last_year": [2025], "sources": ["x"]"#, &["last_year", "sources"]),
            (
                r#""sources": {"gone": "x", "revenue": 5, "patents": {}}"#,
                &["sources.gone", "sources.revenue", "sources.patents"],
            ),
            (r#""applicant": {"name": "x", "address": "y"}"#, &["applicant.address"]),
            (r#""scores": {"basics": "x", "gone": 1}"#, &["scores.gone"]),
            (r#""more": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"#, &["more"]),
        ];
        for (pairs, expected) in table {
            let left_out = opened(&park(pairs)).expect("a submission").left_out;
            assert_eq!(left_out.iter().map(|path| &**path).collect::<Vec<_>>(), expected, "{pairs}");
        }
        let sheets =
            [r#""submission": "#, &park(r#""figures": {}"#), r#", "extra": 1, "targets": 2, "what_if": "#].concat();
        let text = ours(&[&*sheets, &park(r#""figures": {"gone": 1}"#)].concat());
        let left_out = opened(&text).expect("a file").left_out;
        assert_eq!(
            left_out.iter().map(|path| &**path).collect::<Vec<_>>(),
            ["what_if.figures.gone", "targets", "extra"]
        );
    }

    #[test]
    fn a_hostile_file_is_answered_briefly() {
        let lines = vec![r#"{"kind": "x", "count": "many"}"#; 100_000].join(", ");
        let keys: String = (0..1_000).map(|key| format!(r#""{key}": 1, "#)).collect();
        let figures =
            [r#""figures": {"#, &keys, r#""patents": ["#, &lines, r#"], "platforms": ["#, &lines, "]}"].concat();
        let opened = opened(&park(&figures)).expect("a submission");
        let left_out: Vec<_> = opened.left_out.iter().map(|path| &**path).collect();
        assert_eq!(left_out[..2], ["figures.patents", "figures.platforms"]);
        assert_eq!((left_out.len(), left_out[20]), (21, "… +982"));
        let name = "x".repeat(100_000);
        let text = ours(&[r#""submission": "#, &park(r#""figures": {}"#), r#", ""#, &name, r#"": 1"#].concat());
        assert_eq!(super::read(&json(&text), &rulesets(), 0).expect("a file").left_out[0].chars().count(), 61);
    }

    #[test]
    fn only_an_application_of_the_same_track_is_a_start() {
        for (track, stage) in ALL {
            let start = read(&sample_input(track, stage), &rulesets(), 1)
                .and_then(|one| as_start(one, &rulesets(), 0, Track::Park));
            let expected = (track, stage) == (Track::Park, Stage::Creation);
            assert_eq!(start.map(|start| start.batch).ok(), expected.then_some(0), "{track:?} {stage:?}");
        }
    }
}
