//! The whole work as it is kept on a machine: every desk with its own papers and what became of a sample that was changed.

use std::rc::Rc;

use super::batches::Batches;
use super::desk::Desk;
use super::file::{Restored, check_version, head, in_brief, is_version_of};
use super::file_papers::{self, named};
use super::notice::FileRefusal;
use super::overrides::Overrides;
use super::papers::Papers;
use super::sheet::Sheet;
use super::submission::{name_of, object, text};
use super::work::{DESKS, Work};
use engine::input::Input;
use engine::ruleset::{Ruleset, Stage, Track};

const FORMAT: &str = "shifan-draft";

/// The draft of a work.
pub fn write(work: &Work, ruleset: &Ruleset, day: &str) -> Input {
    let mut pairs = head(FORMAT, day, ruleset);
    if let Some(track) = work.track {
        pairs.push(("track", text(name_of(&Track::NAMES, track))));
    }
    if let Some(stage) = work.stage {
        pairs.push(("stage", text(name_of(&Stage::NAMES, stage))));
    }
    pairs.push(("overrides", work.overrides.input()));
    let desks = DESKS.into_iter().zip(&work.desks).filter(|(_, desk)| desk.has_own_words());
    let desks = desks.map(|((track, stage), desk)| write_desk(desk, track, stage, ruleset));
    pairs.push(("desks", Input::List(desks.collect())));
    object(pairs)
}

/// The work of a draft, and the paths of what the page has no field for any more.
pub fn read(draft: &Input, batches: &Batches) -> Result<(Restored, Vec<Rc<str>>), FileRefusal> {
    if *draft == Input::Unreadable {
        return Err(FileRefusal::NotJson);
    }
    check_version(draft, FORMAT)?;
    let Input::List(desks) = draft.get("desks") else { return Err(FileRefusal::NotOurs) };
    let id = draft.get("ruleset").get("id");
    let batch = batches.iter().position(|one| text(&one.id) == *id);
    let same_rules = batch.is_some_and(|batch| is_version_of(draft, &batches[batch]));
    let ruleset = &batches[batch.unwrap_or(0)];

    let mut lost = Vec::new();
    let mut work = Work::blank(ruleset, batch.unwrap_or(0));
    work.track = named(draft.get("track"), &Track::NAMES);
    work.stage = named(draft.get("stage"), &Stage::NAMES);
    work.overrides = Rc::new(read_overrides(draft.get("overrides"), ruleset, &mut lost));
    for (place, desk) in desks.iter().enumerate() {
        let at = ["desks[", &place.to_string(), "]"].concat();
        match named(desk.get("track"), &Track::NAMES).zip(named(desk.get("stage"), &Stage::NAMES)) {
            Some((track, stage)) => {
                let read = read_desk(desk, track, stage, ruleset, &at, &mut lost);
                *work.desk_mut(track, stage) = read;
            }
            None => lost.push(at),
        }
    }
    let day = if let Input::Text(day) = draft.get("saved") { day.as_str().into() } else { "".into() };
    Ok((Restored { work, day, older_rules: !same_rules }, in_brief(lost)))
}

fn write_desk(desk: &Desk, track: Track, stage: Stage, ruleset: &Ruleset) -> Input {
    let written = |papers: &Papers| object(file_papers::write(papers, track, stage, ruleset.track(track)));
    let mut pairs =
        vec![("track", text(name_of(&Track::NAMES, track))), ("stage", text(name_of(&Stage::NAMES, stage)))];
    if let Some(own) = desk.own() {
        pairs.push(("own", written(own)));
    }
    if desk.is_changed_sample() {
        pairs.push(("changed_sample", written(&desk.papers)));
    }
    if desk.can_take_back() {
        let mut with_it = desk.clone();
        with_it.take_back();
        pairs.push(("cleared_sample", written(&with_it.papers)));
    }
    object(pairs)
}

fn read_desk(given: &Input, track: Track, stage: Stage, ruleset: &Ruleset, at: &str, lost: &mut Vec<String>) -> Desk {
    let mut papers = |key: &str| {
        let given = Some(given.get(key)).filter(|given| **given != Input::Absent)?;
        let (papers, left_out) = file_papers::read(given, track, stage, ruleset);
        lost.extend(left_out.iter().map(|path| [at, ".", key, ".", path].concat()));
        Some(papers)
    };
    let (own, changed, cleared) = (papers("own"), papers("changed_sample"), papers("cleared_sample"));
    let mut desk = Desk::blank(ruleset.track(track));
    // Beside a blank sheet every sample is a changed one.
    let blank = || Sheet::blank(ruleset.track(track));
    if let Some(own) = own {
        desk.replace(own);
    }
    if let Some(cleared) = cleared {
        desk.show_sample(blank());
        desk.papers = cleared;
        desk.clear_sample();
    }
    if let Some(changed) = changed {
        desk.show_sample(blank());
        desk.papers = changed;
    }
    desk
}

/// The overrides; where some no longer fit, the others stay.
fn read_overrides(list: &Input, ruleset: &Ruleset, lost: &mut Vec<String>) -> Overrides {
    let whole = Overrides::read(list, ruleset);
    let (Err(_), Input::List(all)) = (&whole, list) else { return whole.unwrap_or_default() };
    let mut overrides = Overrides::default();
    for (place, one) in all.iter().enumerate() {
        match Overrides::read(&Input::List(vec![one.clone()]), ruleset) {
            Ok(read) => read.iter().for_each(|(setting, text)| overrides.write(setting.clone(), Rc::clone(text))),
            Err(_) => lost.push(["overrides[", &place.to_string(), "]"].concat()),
        }
    }
    overrides
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::action::Action;
    use crate::notice::FileRefusal;
    use crate::overrides::Setting;
    use crate::papers::Variant;
    use crate::store::Store;
    use crate::testing::{batches, json, sample_input};
    use crate::work::{Work, desk_of};
    use engine::input::Input;
    use engine::ruleset::{MeasureUnit, Stage, Track};
    use engine::text::Lang;

    fn begun() -> Store {
        let store = Store::new(batches(), Lang::Zh).after(Action::ChooseTrack(Track::Park));
        store.after(Action::ChooseStage(Stage::Creation))
    }

    fn worked() -> Store {
        let threshold = Setting::Threshold {
            indicator: "park.rd_intensity".into(),
            stage: Stage::Creation,
            measure: "rd_intensity".into(),
            unit: MeasureUnit::Ratio,
        };
        let own = begun()
            .after(Action::NameApplicant("own".into()))
            .after(Action::Set(threshold, "3%".into()))
            .after(Action::Show(Variant::Targets))
            .after(Action::Note(0, "a target".into()))
            .after(Action::Show(Variant::WhatIf))
            .after(Action::NameApplicant("trial".into()))
            .after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)))
            .after(Action::NameApplicant("template".into()))
            .after(Action::ClearSample)
            .after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)))
            .after(Action::NameApplicant("second template".into()));
        own.after(Action::ChooseTrack(Track::Enterprise))
            .after(Action::ChooseStage(Stage::Recognition))
            .after(Action::NameApplicant("enterprise".into()))
    }

    fn restored(draft: &Input) -> Work {
        let (restored, left_out) = read(draft, &batches()).expect("a draft");
        assert_eq!((left_out.len(), &*restored.day, restored.older_rules), (0, "2026-11-23", false));
        restored.work
    }

    #[test]
    fn everything_comes_back() {
        let store = worked();
        let draft = write(&store.work, store.ruleset(), "2026-11-23");
        let mut work = restored(&draft);
        assert_eq!(write(&work, store.ruleset(), "2026-11-23"), draft);
        assert_eq!((work.track, work.stage), (Some(Track::Enterprise), Some(Stage::Recognition)));
        assert_eq!(work.overrides, store.work.overrides);
        let park = &mut work.desks[desk_of(Track::Park, Stage::Creation)];
        let name = |papers: &crate::papers::Papers, variant| papers.sheet(variant).unwrap().applicant.clone();
        assert_eq!(&*park.papers.shown().applicant, "second template");
        let own = park.own().unwrap();
        let names = [Variant::Original, Variant::WhatIf, Variant::Targets].map(|variant| name(own, variant));
        assert_eq!(names.each_ref().map(|name| &**name), ["own", "trial", "own"]);
        assert_eq!(&*own.targets.as_ref().unwrap().notes[0], "a target");
        park.take_back();
        assert_eq!(&*park.papers.shown().applicant, "template");
    }

    #[test]
    fn a_sample_that_nobody_changed_is_not_kept() {
        let store = begun().after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
        let draft = write(&store.work, store.ruleset(), "2026-11-23");
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
            let (restored, left_out) = read(&draft(rules, overrides), &batches()).expect("a draft");
            assert_eq!((restored.work.overrides.iter().count(), restored.older_rules), (stay, true), "{overrides}");
            assert_eq!(left_out.iter().map(|path| &**path).collect::<Vec<_>>(), named, "{overrides}");
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
            assert_eq!(read(&draft, &batches()).err(), Some(refusal), "{draft:?}");
        }
    }
}
