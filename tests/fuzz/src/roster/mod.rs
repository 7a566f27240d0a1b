//! Lists of enterprises, patents, people and so on: the engine's counts held against those of a second implementation.

mod pools;
mod second;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use engine::ruleset::PLAN_2025;
use engine::{Input, Library};
use serde_json::{Value, json};

use second::Counted;

static PLAN: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(PLAN_2025).expect("JSON"));

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::new(serde_json::from_str(PLAN_2025).expect("JSON")).expect("the plan's rules"));

/// All tallies that may be lists, by track.
static FIGURES: LazyLock<Vec<(&'static str, &'static Value)>> = LazyLock::new(|| {
    let of = |track: &'static str| {
        let figures = PLAN["tracks"][track]["figures"].as_array().expect("figures");
        figures.iter().filter(|figure| figure.get("roster").is_some()).map(move |figure| (track, figure))
    };
    of("park").chain(of("enterprise")).collect()
});

/// Counts a list, `{"track": …, "figure": …, "roster": […]}`, twice. A list with words that the second implementation was not written
/// for is passed over.
pub fn check(case: &Value) {
    let found = FIGURES.iter().find(|(track, figure)| case["track"] == *track && case["figure"] == figure["id"]);
    let (Some((track, figure)), Some(items)) = (found, case["roster"].as_array()) else { return };
    if !items.iter().all(|item| pools::is_known(figure, item)) {
        return;
    }
    let id = figure["id"].as_str().expect("an id");
    assert_eq!(by_engine(track, figure, id, items), second::count(figure, items), "{track} {id}");
}

/// What the engine makes of it.
fn by_engine(track: &str, figure: &Value, id: &str, items: &[Value]) -> Counted {
    let submission = json!({"track": track, "stage": "creation", "figures": {id: {"roster": items}}});
    let text = submission.to_string();
    let submission: Input = serde_json::from_str(&text).expect("an input");
    let ruleset = LIBRARY.choose(&Input::Absent).expect("the plan");
    let report = engine::report(&ruleset, &submission).expect("a report");
    let report = serde_json::to_value(&report).expect("JSON");
    let roster = &report["rosters"][format!("figures.{id}")];
    assert_eq!(roster["items"], items.len());
    let place = |kind: &Value| figure["kinds"].as_array().expect("kinds").iter().position(|one| one["id"] == *kind);
    let mut counted = Counted::default();
    for line in roster["counted"].as_array().expect("counts") {
        let key = (place(&line["kind"]).expect("a kind"), line["rank"].as_u64().expect("a rank"));
        assert_eq!(counted.lines.insert(key, line["count"].as_u64().expect("a count")), None, "a line twice");
    }
    let (mut out, mut stand_for) = (BTreeSet::new(), BTreeSet::new());
    for left in roster["left_out"].as_array().expect("a list") {
        assert!(out.insert(left["item"].as_u64().expect("an item") as usize), "left out twice");
        stand_for.extend(left["of"].as_u64().map(|of| of as usize));
    }
    counted.items = (0..items.len()).filter(|item| !out.contains(item)).collect();
    assert!(stand_for.is_subset(&counted.items), "a duplicate of what is not counted");
    counted
}

/// The list with a few items changed, dropped, copied and moved; or another one.
pub fn mutate(bytes: &[u8], chance: &mut fastrand::Rng) -> Vec<u8> {
    let mut case: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let found = FIGURES.iter().find(|(track, figure)| case["track"] == *track && case["figure"] == figure["id"]);
    let (Some((_, figure)), Some(items)) = (found, case["roster"].as_array_mut()) else { return random(chance) };
    if chance.u8(..) < 128 {
        return random(chance);
    }
    for _ in 0..chance.usize(1..4) {
        let (from, to) = (chance.usize(0..=items.len()), chance.usize(0..=items.len()));
        match chance.u8(0..4) {
            0 if from < items.len() => drop(items.remove(from)),
            1 if from < items.len() => items.insert(to, items[from].clone()),
            2 if from < items.len() && to < items.len() => items.swap(from, to),
            _ if items.len() < 100 => items.insert(to, pools::item(figure, chance)),
            _ => items.clear(),
        }
    }
    case.to_string().into_bytes()
}

/// A list of up to thirty items.
fn random(chance: &mut fastrand::Rng) -> Vec<u8> {
    let (track, figure) = FIGURES[chance.usize(0..FIGURES.len())];
    let items: Vec<Value> = (0..chance.usize(0..31)).map(|_| pools::item(figure, chance)).collect();
    assert!(items.iter().all(|item| pools::is_known(figure, item)), "a list that would be passed over");
    json!({"track": track, "figure": figure["id"], "roster": items}).to_string().into_bytes()
}
