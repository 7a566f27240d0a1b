//! What a key typed renders.

use std::ops::RangeInclusive;

use page::renders;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::Page;

/// How often memos of one kind may be rendered.
type Bounds = (&'static str, RangeInclusive<usize>);

/// Every memo that a sample shows, and the page itself.
const COUNTED: [&str; 30] = [
    "App",
    "AmountUnitChoice",
    "Announcer",
    "BaselineSource",
    "Chosen",
    "DossierView",
    "Figure",
    "FilePanels",
    "FileTools",
    "FindingView",
    "Head",
    "HistoryBar",
    "IndicatorSection",
    "NoticeBar",
    "NumberField",
    "OverrideField",
    "OverrideList",
    "Particulars",
    "PreviewDialog",
    "RankedLine",
    "RankedTally",
    "SampleBar",
    "ScenarioSwitch",
    "Select",
    "Start",
    "Summary",
    "Tally",
    "ThresholdOverride",
    "Views",
    "WorkBar",
];

/// What stands around every field, and the summary: these may be looked through for each key.
const SHELLS: [Bounds; 6] = [
    ("App", 1..=1),
    ("DossierView", 1..=1),
    // Says once that the sample was changed.
    ("SampleBar", 0..=1),
    // Says what would be undone, which is something else in another field.
    ("HistoryBar", 0..=1),
    ("Summary", 0..=1),
    // It says nothing before one pauses.
    ("Announcer", 0..=1),
];

/// A key renders its own field and what changes with it; of the findings, the one that is shown. Whatever is not listed here is not rendered at all.
#[wasm_bindgen_test]
async fn a_key_renders_its_field_its_indicators_and_the_summary() {
    // where the key goes, the indicators that say something else then, and what else may be rendered for it
    let table: [(&str, &[&str], &[Bounds]); 6] = [
        (
            "figures.revenue[1]",
            &["park.industry_scale", "park.rd_intensity"],
            &[("Figure", 1..=1), ("NumberField", 1..=1), ("FindingView", 1..=1)],
        ),
        (
            "figures.patents.other",
            &["park.invention_patents"],
            &[("Figure", 1..=1), ("Tally", 1..=1), ("NumberField", 1..=1), ("FindingView", 1..=1)],
        ),
        ("figures.employees", &["park.talent"], &[("Figure", 1..=1), ("NumberField", 1..=1), ("FindingView", 1..=1)]),
        (
            "figures.platforms[0].count",
            &["park.innovation_platforms"],
            &[
                ("Figure", 1..=1),
                ("RankedTally", 1..=1),
                ("RankedLine", 1..=1),
                ("Select", 0..=1),
                ("NumberField", 1..=1),
                ("FindingView", 1..=1),
            ],
        ),
        ("notes.park.industrial_policy", &["park.industrial_policy"], &[]),
        ("applicant.name", &[], &[("Particulars", 1..=1), ("Head", 1..=1), ("Chosen", 1..=1), ("Select", 0..=2)]),
    ];
    renders();
    let page = Page::open_at("park", "creation").await;
    page.press("sample").await;
    let counted: Vec<&str> = renders().into_keys().collect();
    assert_eq!(counted, sorted(&COUNTED), "rendered for a sample");
    for (name, indicators, allowed) in table {
        // Whoever comes to an indicator sees its finding; that is no key yet.
        page.come_to(name).await;
        drop(renders());
        let before = page.sections();
        page.type_key(name, "1").await;
        let rendered = renders();
        let changed = page.sections().into_iter().filter(|(id, says)| before[id] != *says).map(|(id, _)| id);
        assert_eq!(changed.collect::<Vec<_>>(), sorted(indicators), "{name}: what says something else");
        let sections: [Bounds; 1] = [("IndicatorSection", indicators.len()..=indicators.len())];
        let bounds: Vec<&Bounds> = SHELLS.iter().chain(&sections).chain(allowed).collect();
        for memo in COUNTED {
            let times = rendered.get(memo).copied().unwrap_or(0);
            let bound = bounds.iter().find(|(listed, _)| *listed == memo);
            let bound = bound.map_or(0..=0, |(_, bound)| bound.clone());
            assert!(
                bound.contains(&times),
                "{name}: {memo} was rendered {times} times instead of {bound:?}: {rendered:?}"
            );
        }
    }
}

fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names
}
