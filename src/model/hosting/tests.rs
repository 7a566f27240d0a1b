//! What the host page sets, where something is filled in already.

use std::rc::Rc;

use crate::action::Action;
use crate::file::{self, Restored};
use crate::overrides::OverrideKey;
use crate::scenarios::Scenario;
use crate::store::Store;
use crate::testing::{json, rules, rulesets, sample_input};
use crate::unit::AmountUnit;
use engine::address::{Address, Part, Side};
use engine::input::Input;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;

use crate::data::data;

fn blank() -> Store {
    Store::new(rulesets(), Lang::Zh)
}

fn begun() -> Store {
    blank().after(Action::ChooseTrack(Track::Park)).after(Action::ChooseStage(Stage::Creation))
}

fn named(store: &Store, name: &str) -> Store {
    store.after(Action::NameApplicant(name.into()))
}

fn year(last: usize) -> Address {
    let revenue = rules(Track::Park).figure("revenue").expect("a figure of the park");
    Address::whole(Side::Now, revenue).at(Part::Entry(last))
}

fn weight() -> OverrideKey {
    OverrideKey::Weight { indicator: "park.digitalization".into(), kind: "leading".into() }
}

/// A submission of a park's application with these revenues.
fn submission(revenue: &str) -> Input<'static> {
    json(&[r#"{"track": "park", "stage": "creation", "figures": {"revenue": "#, revenue, "}}"].concat())
}

fn hand_in(store: &Store, submission: &Input) -> Store {
    let opened = file::read(submission, &store.rulesets, store.workspace.batch).expect("a submission");
    store.after(Action::HandIn(Box::new(opened)))
}

fn take_file(store: &Store, given: &Input) -> Store {
    let opened = file::read(given, &store.rulesets, store.workspace.batch).expect("a file");
    store.after(Action::Fill(Box::new(opened)))
}

/// What the element gives as its value.
fn value(store: &Store) -> Input<'static> {
    let (track, stage) = store.workspace.track.zip(store.workspace.stage).expect("a place");
    data(&store.scenarios().expect("a dossier").original, track, stage, store.ruleset().track(track))
}

fn saved_file(store: &Store) -> Input<'static> {
    let (track, stage) = store.workspace.track.zip(store.workspace.stage).expect("a place");
    let scenarios = store.scenarios().expect("a dossier");
    file::write(scenarios, track, stage, store.ruleset(), &store.workspace.overrides, "2026-11-26")
}

/// A form with everything of which a submission says nothing.
fn rich() -> Store {
    named(&begun().after(Action::ChooseTrack(Track::Enterprise)), "another track")
        .after(Action::ChooseTrack(Track::Park))
        .after(Action::ReadAmountsIn(AmountUnit::YiYuan))
        .after(Action::Type(year(0), "3".into()))
        .after(Action::Set(weight(), "4".into()))
        .after(Action::Show(Scenario::Targets))
        .after(Action::Type(year(1), "5".into()))
        .after(Action::Show(Scenario::WhatIf))
        .after(Action::NameApplicant("what if".into()))
}

#[test]
fn what_is_there_already_changes_nothing() {
    let sample = begun().after(Action::ShowSample(sample_input(Track::Park, Stage::Creation)));
    for store in [begun(), named(&begun(), "A"), rich(), sample] {
        let again = hand_in(&store, &value(&store));
        assert!(again.workspace == store.workspace);
        assert_eq!(again.history.undoes().map(|taken| &taken.step), store.history.undoes().map(|taken| &taken.step));
    }
    let store = rich();
    assert!(take_file(&store, &saved_file(&store)).workspace == store.workspace, "a whole file as well");
    // As numbers and as texts it is the same.
    let typed = begun().after(Action::Type(year(0), "3".into()));
    assert!(hand_in(&typed, &submission(r#"[3, "", null]"#)).workspace == typed.workspace);
}

#[test]
fn a_notice_stands_when_what_is_there_is_set_again() {
    let store = begun().after(Action::ChooseRuleset(1));
    assert!(store.notice.is_some() && store.offers_undo());
    for again in
        [hand_in(&store, &value(&store)), store.after(Action::MarkSaved), store.after(Action::GoTo(None, None))]
    {
        assert!(again.notice == store.notice && again.offers_undo());
    }
}

#[test]
fn a_submission_leaves_alone_what_it_does_not_speak_of() {
    let before = rich();
    let after = hand_in(&before, &submission(r#"["3亿元", "4亿", "50000"]"#));
    let (was, is) = (before.scenarios().expect("one"), after.scenarios().expect("one"));
    assert_eq!(is.what_if, was.what_if);
    assert_eq!(is.current, Scenario::WhatIf, "what is looked at stays");
    assert!(is.targets.as_ref().is_some_and(|targets| targets.has_targets()));
    assert!(after.workspace.overrides == before.workspace.overrides);
    assert!(after.workspace.dossiers[2..] == before.workspace.dossiers[2..]);
    assert_eq!(is.original.unit(), AmountUnit::YiYuan);
    let texts: Vec<_> = (0..3).map(|at| is.original.text(year(at)).map(|text| text.to_string())).collect();
    assert_eq!(texts, ["3亿元", "4亿", "50000万元"].map(|text| Some(text.to_owned())));
    assert!(after.after(Action::Undo).workspace == before.workspace, "and can be undone");
}

#[test]
fn what_is_said_again_stays_as_it_was_typed() {
    let store = begun().after(Action::ReadAmountsIn(AmountUnit::YiYuan)).after(Action::Type(year(0), "3".into()));
    let with_more = r#"{"track": "park", "stage": "creation", "applicant": {"name": "B"}, "figures": {"revenue": ["3亿元", "", ""]}}"#;
    let after = hand_in(&store, &json(with_more));
    let original = &after.scenarios().expect("one").original;
    assert_eq!((original.text(year(0)).map(|text| &**text), &*original.applicant), (Some("3"), "B"));
}

#[test]
fn a_sample_that_was_changed_can_be_taken_back() {
    let sample = named(&begun().after(Action::ShowSample(sample_input(Track::Park, Stage::Creation))), "template");
    let after = hand_in(&sample, &submission(r#"["1", "", ""]"#));
    let dossier = after.dossier().expect("one");
    assert!(!dossier.shows_sample() && dossier.can_take_back());
    assert_eq!(dossier.scenarios.original.text(year(0)).map(|text| &**text), Some("1"));
}

#[test]
fn only_what_a_person_changed_since_is_worth_a_question() {
    let given = submission(r#"["1", "", ""]"#);
    let filled = hand_in(&blank(), &given);
    let table = [
        ("handed in", filled.clone(), false),
        ("looked at", filled.after(Action::Show(Scenario::Targets)).after(Action::Show(Scenario::WhatIf)), false),
        ("another stage looked at", filled.after(Action::ChooseStage(Stage::Recognition)), false),
        ("typed", named(&filled, "A"), true),
        ("typed, saved", named(&filled, "A").after(Action::MarkSaved), false),
        ("typed, saved, typed", named(&named(&filled, "A").after(Action::MarkSaved), "B"), true),
        ("typed and undone", named(&filled, "A").after(Action::Undo), false),
        ("typed, replaced", hand_in(&named(&filled, "A"), &submission(r#"["2", "", ""]"#)), false),
        ("a number of the batch", filled.after(Action::Set(weight(), "4".into())), true),
        ("the other track typed", hand_in(&rich(), &given), true),
        ("saved, then replaced", hand_in(&rich().after(Action::MarkSaved), &given), false),
        ("emptied", named(&filled, "A").after(Action::Empty), false),
        ("a whole file", take_file(&blank(), &saved_file(&rich())), false),
        ("a whole file beside the other track", take_file(&rich(), &saved_file(&begun())), true),
    ];
    for (what, store, is_changed) in table {
        assert_eq!(store.is_changed(), is_changed, "{what}");
    }
}

#[test]
fn what_the_host_page_hands_in_comes_before_a_draft() {
    let draft = |store: &Store| {
        let restored = Restored { workspace: store.workspace.clone(), day: "2026-11-25".into(), older_rules: false };
        blank().after(Action::Restore(Box::new(restored)))
    };
    let given = submission(r#"["1", "", ""]"#);
    let opened = draft(&rich());
    let filled = hand_in(&opened, &given);
    assert!(filled.draft_gave_way() && filled.workspace == hand_in(&blank(), &given).workspace);
    assert!(filled.history.undoes().is_none() && !filled.is_changed());
    let table = [
        ("its own place", opened.after(Action::GoTo(Some(Track::Park), Some(Stage::Creation))), false),
        ("another track", opened.after(Action::GoTo(Some(Track::Enterprise), None)), true),
        ("another stage", opened.after(Action::GoTo(None, Some(Stage::Recognition))), true),
        ("what it says", hand_in(&opened, &value(&opened)), false),
        ("a file", take_file(&opened, &saved_file(&begun())), true),
        ("emptied", opened.after(Action::Empty), true),
        ("typed on", hand_in(&named(&opened, "mine"), &given), false),
        (
            "opened after all",
            filled.after(Action::Restore(Box::new(Restored {
                workspace: rich().workspace,
                day: "".into(),
                older_rules: false,
            }))),
            false,
        ),
    ];
    for (what, store, gave_way) in table {
        assert_eq!(store.draft_gave_way(), gave_way, "{what}");
    }
}

#[test]
fn a_draft_that_is_opened_after_all_can_be_undone() {
    let filled = named(&hand_in(&blank(), &submission(r#"["1", "", ""]"#)), "B");
    let restored = Restored { workspace: rich().workspace, day: "".into(), older_rules: false };
    let opened = filled.after(Action::Restore(Box::new(restored)));
    assert!(opened.after(Action::Undo).workspace == filled.workspace);
}

#[test]
fn a_closed_application_is_gone_on_from() {
    let restored = |store: &Store| Restored { workspace: store.workspace.clone(), day: "".into(), older_rules: false };
    for is_saved in [true, false] {
        let store = blank().after(Action::Resume(Box::new(restored(&rich())), is_saved));
        assert!(store.workspace == rich().workspace && store.notice.is_none());
        assert_eq!((store.is_changed(), store.history.undoes().is_none()), (!is_saved, true));
    }
    for (draft, gave_way) in [(rich(), false), (named(&rich(), "other"), true)] {
        let store = blank().after(Action::Restore(Box::new(restored(&draft))));
        let store = store.after(Action::Resume(Box::new(restored(&rich())), false));
        assert_eq!(store.draft_gave_way(), gave_way);
        assert!(Rc::ptr_eq(store.ruleset(), &store.rulesets[0]));
    }
}
