//! The whole work as it is kept on a machine: every dossier with its own scenarios and what became of a sample that was changed.

use std::rc::Rc;

use super::data::{object, text};
use super::dossier::Dossier;
use super::file::{KEYS, Restored, check_version, head, in_brief, is_version_of};
use super::file_scenarios::{self, AS_TYPED, SHEETS, named, unknown};
use super::notice::FileRefusal;
use super::overrides::Overrides;
use super::rulesets::Rulesets;
use super::scenarios::Scenarios;
use super::sheet::Sheet;
use super::workspace::{DOSSIERS, Workspace};
use engine::input::Input;
use engine::ruleset::{Ruleset, Stage, Track};

const FORMAT: &str = "shifan-draft";
/// The keys under which the scenarios of a dossier stand.
const SCENARIOS: [&str; 3] = ["own", "changed_sample", "cleared_sample"];

/// The draft of a work.
pub fn write(workspace: &Workspace, ruleset: &Ruleset, day: &str) -> Input<'static> {
    let mut pairs = head(FORMAT, day, ruleset);
    if let Some(track) = workspace.track {
        pairs.push(("track", text(track.as_str())));
    }
    if let Some(stage) = workspace.stage {
        pairs.push(("stage", text(stage.as_str())));
    }
    pairs.push(("overrides", workspace.overrides.input()));
    let dossiers = DOSSIERS.into_iter().zip(&workspace.dossiers).filter(|(_, dossier)| dossier.has_own_words());
    let dossiers = dossiers.map(|((track, stage), dossier)| write_dossier(dossier, track, stage, ruleset));
    pairs.push(("desks", Input::List(dossiers.collect())));
    object(pairs)
}

/// The work of a draft, and the paths of what the page has no field for any more.
pub fn read(draft: &Input, rulesets: &Rulesets) -> Result<(Restored, Vec<Rc<str>>), FileRefusal> {
    if *draft == Input::Unreadable {
        return Err(FileRefusal::NotJson);
    }
    check_version(draft, FORMAT)?;
    let Input::List(dossiers) = draft.get("desks") else { return Err(FileRefusal::NotOurs) };
    let id = draft.get("ruleset").get("id");
    let batch = rulesets.iter().position(|one| text(&one.id) == *id);
    let same_rules = batch.is_some_and(|batch| is_version_of(draft, &rulesets[batch]));
    let ruleset = &rulesets[batch.unwrap_or(0)];

    let mut lost = unknown(draft, &[&KEYS, &["track", "stage", "desks"]], "");
    let mut workspace = Workspace::blank(ruleset, batch.unwrap_or(0));
    workspace.track = named::<Track>(draft.get("track"));
    workspace.stage = named::<Stage>(draft.get("stage"));
    workspace.overrides = Rc::new(read_overrides(draft.get("overrides"), ruleset, &mut lost));
    for (index, dossier) in dossiers.iter().enumerate() {
        let at = ["desks[", &index.to_string(), "]"].concat();
        match named::<Track>(dossier.get("track")).zip(named::<Stage>(dossier.get("stage"))) {
            Some((track, stage)) => {
                let read = read_dossier(dossier, track, stage, ruleset, &at, &mut lost);
                *workspace.dossier_mut(track, stage) = read;
            }
            None => lost.push(at),
        }
    }
    let day = if let Input::Text(day) = draft.get("saved") { (**day).into() } else { "".into() };
    Ok((Restored { workspace, day, older_rules: !same_rules }, in_brief(lost)))
}

fn write_dossier(dossier: &Dossier, track: Track, stage: Stage, ruleset: &Ruleset) -> Input<'static> {
    let written = |scenarios: &Scenarios| object(file_scenarios::write(scenarios, track, stage, ruleset.track(track)));
    let mut pairs = vec![("track", text(track.as_str())), ("stage", text(stage.as_str()))];
    if let Some(own) = dossier.own() {
        pairs.push(("own", written(own)));
    }
    if dossier.is_changed_sample() {
        pairs.push(("changed_sample", written(&dossier.scenarios)));
    }
    if dossier.can_take_back() {
        let mut with_it = dossier.clone();
        with_it.take_back();
        pairs.push(("cleared_sample", written(&with_it.scenarios)));
    }
    object(pairs)
}

fn read_dossier(
    given: &Input,
    track: Track,
    stage: Stage,
    ruleset: &Ruleset,
    at: &str,
    lost: &mut Vec<String>,
) -> Dossier {
    lost.extend(unknown(given, &[&["track", "stage"], &SCENARIOS], &[at, "."].concat()));
    let mut scenarios = |key: &str| {
        let given = Some(given.get(key)).filter(|given| **given != Input::Absent)?;
        let root = [at, ".", key, "."].concat();
        lost.extend(unknown(given, &[&SHEETS, &[AS_TYPED]], &root));
        if *given.get(SHEETS[0]) == Input::Absent {
            lost.push([&*root, SHEETS[0]].concat());
        }
        let (scenarios, left_out) = file_scenarios::read(given, track, stage, ruleset);
        lost.extend(left_out.iter().map(|path| [&*root, path].concat()));
        Some(scenarios)
    };
    let (own, changed, cleared) = SCENARIOS.map(&mut scenarios).into();
    let mut dossier = Dossier::blank(ruleset.track(track));
    // Beside a blank sheet every sample is a changed one.
    let blank = || Sheet::blank(ruleset.track(track));
    if let Some(own) = own {
        dossier.replace(own);
    }
    if let Some(cleared) = cleared {
        dossier.show_sample(blank());
        dossier.scenarios = cleared;
        dossier.clear_sample();
    }
    if let Some(changed) = changed {
        dossier.show_sample(blank());
        dossier.scenarios = changed;
    }
    dossier
}

/// The overrides; where some no longer fit, the others stay.
fn read_overrides(list: &Input, ruleset: &Ruleset, lost: &mut Vec<String>) -> Overrides {
    let whole = Overrides::read(list, ruleset);
    let all = match (whole, list) {
        (Ok(overrides), _) => return overrides,
        (Err(_), Input::List(all)) => all,
        (Err(_), _) => {
            lost.push("overrides".to_owned());
            return Overrides::default();
        }
    };
    let mut overrides = Overrides::default();
    for (index, one) in all.iter().enumerate() {
        match Overrides::read(&Input::List(vec![one.clone()]), ruleset) {
            Ok(read) => read.iter().for_each(|(key, typed)| overrides.write(key.clone(), Rc::clone(typed.text()))),
            Err(_) => lost.push(["overrides[", &index.to_string(), "]"].concat()),
        }
    }
    overrides
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::action::Action;
    use crate::json::to_json;
    use crate::notice::FileRefusal;
    use crate::overrides::OverrideKey;
    use crate::scenarios::Scenario;
    use crate::store::Store;
    use crate::testing::{json, rulesets, sample_input};
    use crate::workspace::{Workspace, dossier_index};
    use engine::address::Side;
    use engine::ids::{FigureId, Id, IndicatorId};
    use engine::input::Input;
    use engine::ruleset::{MeasureUnit, Stage, Track};
    use engine::text::Lang;

    fn begun() -> Store {
        let store = Store::new(rulesets(), Lang::Zh).after(Action::ChooseTrack(Track::Park));
        store.after(Action::ChooseStage(Stage::Creation))
    }

    fn worked() -> Store {
        let threshold = OverrideKey::Threshold {
            indicator: "park.rd_intensity".into(),
            stage: Stage::Creation,
            measure: "rd_intensity".into(),
            unit: MeasureUnit::Ratio,
        };
        let own = begun()
            .after(Action::NameApplicant("own".into()))
            .after(Action::LastYear(Side::Now, "2025年".into()))
            .after(Action::Source(FigureId::from_index(0), "统计年报".into()))
            .after(Action::Set(threshold, "3%".into()))
            .after(Action::Show(Scenario::Targets))
            .after(Action::Note(IndicatorId::from_index(0), "a target".into()))
            .after(Action::Show(Scenario::WhatIf))
            .after(Action::NameApplicant("trial".into()))
            .after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)))
            .after(Action::NameApplicant("template".into()))
            .after(Action::ClearSample)
            .after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)))
            .after(Action::NameApplicant("second template".into()));
        own.after(Action::ChooseTrack(Track::Enterprise))
            .after(Action::ChooseStage(Stage::Recognition))
            .after(Action::NameApplicant("enterprise".into()))
            .after(Action::LastYear(Side::Baseline, "2024".into()))
    }

    fn restored(draft: &Input) -> Workspace {
        let (restored, left_out) = read(draft, &rulesets()).expect("a draft");
        assert_eq!((left_out.len(), &*restored.day, restored.older_rules), (0, "2026-11-23", false));
        restored.workspace
    }

    #[test]
    fn everything_comes_back() {
        let store = worked();
        let draft = write(&store.workspace, store.ruleset(), "2026-11-23");
        let mut workspace = restored(&draft);
        assert_eq!(write(&workspace, store.ruleset(), "2026-11-23"), draft);
        assert_eq!((workspace.track, workspace.stage), (Some(Track::Enterprise), Some(Stage::Recognition)));
        assert_eq!(workspace.overrides, store.workspace.overrides);
        let park = &mut workspace.dossiers[dossier_index(Track::Park, Stage::Creation)];
        let name =
            |scenarios: &crate::scenarios::Scenarios, scenario| scenarios.sheet(scenario).unwrap().applicant.clone();
        assert_eq!(&*park.scenarios.shown().applicant, "second template");
        let own = park.own().unwrap();
        let names = [Scenario::Original, Scenario::WhatIf, Scenario::Targets].map(|scenario| name(own, scenario));
        assert_eq!(names.each_ref().map(|name| &**name), ["own", "trial", "own"]);
        assert_eq!(&*own.targets.as_ref().unwrap().notes[IndicatorId::from_index(0)], "a target");
        let original = &own.original;
        assert_eq!((&**original.last_year.text(), &*original.sources[FigureId::from_index(0)]), ("2025年", "统计年报"));
        assert_eq!(&**own.targets.as_ref().unwrap().baseline_last_year.text(), "2025");
        park.take_back();
        assert_eq!(&*park.scenarios.shown().applicant, "template");
    }

    #[test]
    fn a_sample_that_nobody_changed_is_not_kept() {
        let store = begun().after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        let draft = write(&store.workspace, store.ruleset(), "2026-11-23");
        assert_eq!(*draft.get("desks"), Input::List(Vec::new()));
        assert_eq!(restored(&draft).stage, Some(Stage::Creation));
    }

    #[test]
    fn what_other_rules_have_no_place_for_is_named() {
        let draft = |rules: &str, overrides: &str| {
            let head = r#"{"format": "shifan-draft", "version": 1, "saved": "2026-11-23", "ruleset": "#;
            json(&[head, rules, r#", "overrides": ["#, overrides, r#"], "desks": []}"#].concat())
        };
        let gone = r#"{"indicator": "park.gone", "kind": "x", "weight": "1"}"#;
        let stays = r#"{"indicator": "park.digitalization", "kind": "leading", "weight": "4"}"#;
        let plan = r#"{"id": "plan-2025", "version": ""}"#;
        let unknown = r#"{"id": "plan-1999", "version": "1"}"#;
        let both = [gone, ", ", stays].concat();
        // the rules, the overrides, how many of them stay, what is named
        let table: [(&str, &str, usize, &[&str]); 3] =
            [(plan, stays, 1, &[]), (plan, &both, 1, &["overrides[0]"]), (unknown, gone, 0, &["overrides[0]"])];
        for (rules, overrides, stay, named) in table {
            let (restored, left_out) = read(&draft(rules, overrides), &rulesets()).expect("a draft");
            assert_eq!(
                (restored.workspace.overrides.iter().count(), restored.older_rules),
                (stay, true),
                "{overrides}"
            );
            assert_eq!(left_out.iter().map(|path| &**path).collect::<Vec<_>>(), named, "{overrides}");
        }
    }

    #[test]
    fn a_key_that_nobody_knows_is_named() {
        let written = to_json(&write(&worked().workspace, worked().ruleset(), "2026-11-23"));
        // what stands in the draft, what stands there instead, what is named
        let table: [(&str, &str, &[&str]); 7] = [
            ("\"own\"", "\"mine\"", &["desks[0].mine"]),
            ("\"submission\"", "\"sheet\"", &["desks[0].own.sheet", "desks[0].own.submission"]),
            ("\"targets\"", "\"goals\"", &["desks[0].own.goals"]),
            ("\"baseline_last_year\"", "\"last_year\"", &["desks[0].own.as_typed.targets.last_year"]),
            ("\"overrides\"", "\"thresholds\"", &["thresholds"]),
            ("\"changed_sample\"", "\"template\"", &["desks[0].template"]),
            ("\"saved\"", "\"kept\"", &["kept"]),
        ];
        for (key, other, expected) in table {
            let renamed = json(&written.replacen(key, other, 1));
            let (_, left_out) = read(&renamed, &rulesets()).expect("a draft");
            assert_eq!(left_out.iter().map(|path| &**path).collect::<Vec<_>>(), expected, "{key}");
        }
    }

    #[test]
    fn what_is_no_draft_is_refused() {
        let table = [
            (Input::Unreadable, FileRefusal::NotJson),
            (json("{}"), FileRefusal::NotOurs),
            (json(r#"{"format": "shifan", "version": 1, "desks": []}"#), FileRefusal::NotOurs),
            (json(r#"{"format": "shifan-draft", "version": 1}"#), FileRefusal::NotOurs),
            (json(r#"{"format": "shifan-draft", "version": 3, "desks": []}"#), FileRefusal::Later("3".into())),
        ];
        for (draft, refusal) in table {
            assert_eq!(read(&draft, &rulesets()).err(), Some(refusal), "{draft:?}");
        }
    }
}
