//! What a key typed renders.

use std::ops::RangeInclusive;

use page::renders;
use wasm_bindgen_test::wasm_bindgen_test;

use super::page::Page;

/// How often pieces of one kind may be rendered.
type Bounds = (&'static str, RangeInclusive<usize>);

/// Every piece that a sample shows.
const COUNTED: [&str; 45] = [
    "App",
    "Head",
    "Start",
    "SampleBar",
    "Summary",
    "Refusals",
    "Doubts",
    "Particulars",
    "Workbench",
    "IndicatorSection",
    "FindingView",
    "Missing",
    "MeasureView",
    "CriterionView",
    "Note",
    "Figure",
    "NumberField",
    "Series",
    "Tally",
    "RankedTally",
    "RankedLine",
    "Files",
    "Views",
    "Variants",
    "NoticeBar",
    "AmountUnitChoice",
    "BaselineSource",
    "Adjustment",
    "SetNumber",
    "SettingsList",
    "Announcer",
    "Receipt",
    "OpenPoints",
    "Appendix",
    "Badge",
    "DraftBox",
    "Forget",
    "Leap",
    "NoneChoice",
    "OpenFile",
    "Quotation",
    "Scale",
    "Select",
    "Sureness",
    "Ways",
];

/// What stands around every field, and the summary: these may be looked through for each key.
const SHELLS: [Bounds; 14] = [
    ("App", 1..=1),
    // Says once that the sample was changed.
    ("SampleBar", 0..=1),
    ("Workbench", 0..=1),
    ("Summary", 0..=1),
    ("Refusals", 0..=1),
    ("Doubts", 0..=1),
    // They say nothing before one pauses, or goes to paper.
    ("Announcer", 0..=1),
    ("Receipt", 0..=1),
    ("OpenPoints", 0..=1),
    ("Appendix", 0..=1),
    // What stands in a finding or in the summary and says something else.
    ("Badge", 0..=3),
    ("Leap", 0..=2),
    ("Scale", 0..=1),
    ("Ways", 0..=1),
];

/// A key renders its own field and what changes with it. Whatever is not listed here is not rendered at all.
#[wasm_bindgen_test]
async fn a_key_renders_its_field_its_indicators_and_the_summary() {
    // where the key goes, the indicators that say something else then, and what else may be rendered for it
    let table: [(&str, &[&str], &[Bounds]); 6] = [
        (
            "figures.revenue[1]",
            &["park.industry_scale", "park.rd_intensity"],
            &[
                ("Figure", 1..=1),
                ("Series", 1..=1),
                ("NumberField", 1..=1),
                ("FindingView", 2..=2),
                ("MeasureView", 3..=3),
                ("CriterionView", 2..=3),
                ("Adjustment", 2..=3),
            ],
        ),
        (
            "figures.patents.other",
            &["park.invention_patents"],
            &[
                ("Figure", 1..=1),
                ("Tally", 1..=1),
                ("NumberField", 1..=1),
                ("FindingView", 1..=1),
                ("MeasureView", 1..=1),
                ("CriterionView", 1..=1),
                ("Adjustment", 1..=1),
            ],
        ),
        (
            "figures.employees",
            &["park.talent"],
            &[
                ("Figure", 1..=1),
                ("NumberField", 1..=1),
                ("FindingView", 1..=1),
                ("MeasureView", 2..=2),
                ("CriterionView", 1..=2),
                ("Adjustment", 1..=2),
            ],
        ),
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
                ("MeasureView", 1..=1),
                ("CriterionView", 1..=2),
                ("Adjustment", 1..=2),
            ],
        ),
        ("notes.park.industrial_policy", &["park.industrial_policy"], &[("Note", 1..=1)]),
        ("applicant.name", &[], &[("Particulars", 1..=1), ("Head", 1..=1), ("Select", 0..=2)]),
    ];
    renders();
    let page = Page::open_at("park", "creation").await;
    page.press("sample").await;
    let counted: Vec<&str> = renders().into_keys().collect();
    assert_eq!(counted, sorted(&COUNTED), "rendered for a sample");
    for (name, indicators, allowed) in table {
        let before = page.sections();
        page.type_key(name, "1").await;
        let renders = renders();
        let changed = page.sections().into_iter().filter(|(id, says)| before[id] != *says).map(|(id, _)| id);
        assert_eq!(changed.collect::<Vec<_>>(), sorted(indicators), "{name}: what says something else");
        let sections: [Bounds; 1] = [("IndicatorSection", indicators.len()..=indicators.len())];
        let bounds: Vec<&Bounds> = SHELLS.iter().chain(&sections).chain(allowed).collect();
        for piece in COUNTED {
            let times = renders.get(piece).copied().unwrap_or(0);
            let bound = bounds.iter().find(|(listed, _)| *listed == piece);
            let bound = bound.map_or(0..=0, |(_, bound)| bound.clone());
            assert!(
                bound.contains(&times),
                "{name}: {piece} was rendered {times} times instead of {bound:?}: {renders:?}"
            );
        }
    }
}

fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names
}
