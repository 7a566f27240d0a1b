//! The page in a real browser, from inside: which components a key typed renders, and that what is typed in is never replaced.
#![cfg(all(target_family = "wasm", feature = "ui", debug_assertions))]

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use shifan::ui::{mount, renders};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, InputEvent, InputEventInit, NodeList};
use yew::scheduler::flush;

wasm_bindgen_test_configure!(run_in_browser);

/// The page in a place of its own, which goes with it.
struct Page(HtmlElement);

impl Page {
    async fn open() -> Page {
        let host: HtmlElement = document().create_element("div").expect("a div").unchecked_into();
        document().body().expect("a body").append_child(&host).expect("room");
        mount(host.clone(), "zh-CN");
        flush().await;
        Page(host)
    }

    /// Opens the page with track and stage chosen.
    async fn open_at(track: &str, stage: &str) -> Page {
        let page = Page::open().await;
        page.press(&["track-", track].concat()).await;
        page.press(&["stage-", stage].concat()).await;
        page
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found: NodeList = self.0.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|place| found.get(place)).map(JsCast::unchecked_into).collect()
    }

    fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).expect("a selector").unwrap_or_else(|| panic!("nothing is {selector}"))
    }

    fn field(&self, name: &str) -> HtmlInputElement {
        self.find(&format!("[name='{name}']")).unchecked_into()
    }

    async fn press(&self, action: &str) {
        self.find(&format!("[data-action='{action}']")).unchecked_into::<HtmlElement>().click();
        flush().await;
    }

    /// One key, behind what stands in the field, and the event that it raises.
    async fn type_key(&self, name: &str, key: &str) {
        let field = self.field(name);
        field.focus().expect("a field takes the focus");
        field.set_value(&[&field.value(), key].concat());
        let how = InputEventInit::new();
        how.set_bubbles(true);
        how.set_composed(true);
        how.set_data(Some(key));
        field.dispatch_event(&InputEvent::new_with_event_init_dict("input", &how).expect("an event")).expect("heard");
        flush().await;
    }

    /// What each indicator's section says.
    fn sections(&self) -> BTreeMap<String, Option<String>> {
        let sections = self.all("[data-indicator]").into_iter();
        sections
            .map(|section| (section.get_attribute("data-indicator").expect("its id"), section.text_content()))
            .collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.0.remove();
    }
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a browser")
}

/// How often a component may be rendered.
type Bounds = (&'static str, RangeInclusive<usize>);

/// Every component that counts; a sample shows each of them.
const COUNTED: [&str; 34] = [
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
];

/// What stands around every field, and the summary: these may be looked through for each key.
const SHELLS: [Bounds; 10] = [
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
                ("NumberField", 1..=1),
                ("FindingView", 1..=1),
                ("MeasureView", 1..=1),
                ("CriterionView", 1..=2),
                ("Adjustment", 1..=2),
            ],
        ),
        ("notes.park.industrial_policy", &["park.industrial_policy"], &[("Note", 1..=1)]),
        ("applicant.name", &[], &[("Particulars", 1..=1), ("Head", 1..=1)]),
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
        for component in COUNTED {
            let times = renders.get(component).copied().unwrap_or(0);
            let bound = bounds.iter().find(|(listed, _)| *listed == component);
            let bound = bound.map_or(0..=0, |(_, bound)| bound.clone());
            assert!(
                bound.contains(&times),
                "{name}: {component} was rendered {times} times instead of {bound:?}: {renders:?}"
            );
        }
    }
}

fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names
}

/// Lines come and go around the line that is typed in, and its input is the same one all the time.
#[wasm_bindgen_test]
async fn a_list_that_grows_and_shrinks_keeps_the_input_that_is_typed_in() {
    let page = Page::open_at("enterprise", "creation").await;
    let focused = || document().active_element().and_then(|element| element.get_attribute("name"));
    for place in 0..3 {
        page.press("add-figures.standards").await;
        assert_eq!(focused(), Some(format!("figures.standards[{place}].kind")), "a new line takes the focus");
    }
    let (first, last) = ("figures.standards[0].count", "figures.standards[2].count");
    let (first_input, last_input) = (page.field(first), page.field(last));
    for key in ["1", "x", "2"] {
        page.type_key(last, key).await;
        assert_eq!(focused().as_deref(), Some(last));
        assert!(page.field(last) == last_input, "the field itself, not a new one in its place");
    }
    page.type_key(first, "7").await;
    page.press("remove-figures.standards[1]").await;
    let moved = "figures.standards[1].count";
    assert!(page.field(first) == first_input && page.field(moved) == last_input, "the fields themselves");
    assert_eq!(focused().as_deref(), Some("figures.standards[1].kind"), "the line that stands in its place");
    page.type_key(moved, "3").await;
    assert_eq!(focused().as_deref(), Some(moved));
    page.press("add-figures.standards").await;
    assert!(page.field(first) == first_input && page.field(moved) == last_input, "the fields themselves");
    assert_eq!((first_input.value(), last_input.value()), ("7".to_owned(), "1x23".to_owned()));
}

/// What stands in each of these: where a component that may have nothing to say is one of several things in a row, it hides,
/// because one that renders nothing there brings the page down.
const NEVER_GONE: [(&str, &str); 19] = [
    (".shifan", ":scope > .head"),
    (".shifan", ".start"),
    (".shifan", ".sample"),
    (".shifan", ".files"),
    (".shifan", ":scope > .views"),
    (".shifan", ":scope > .notice"),
    (".begun", ".announcer"),
    (".begun", ".receipt"),
    (".begun", ".appendix"),
    (".summary-panel", ".settings-list"),
    (".desk", ".summary"),
    (".desk", ".particulars"),
    (".desk", ".workbench"),
    (".summary-panel", ".refusals"),
    (".summary-panel", ".doubts"),
    (".finding", ":scope > .missing"),
    (".criterion", ":scope > .ways"),
    (".criterion", ":scope > .sureness"),
    (".indicator", ".note"),
];

/// Every track at every stage in both languages, with the sample and without: nothing goes missing, and no field is replaced
/// when only the language changes.
#[wasm_bindgen_test]
async fn whatever_is_chosen_every_part_stays_in_its_place() {
    let page = Page::open().await;
    for (track, stage) in [
        ("park", "creation"),
        ("park", "recognition"),
        ("enterprise", "creation"),
        ("enterprise", "recognition"),
        ("park", "creation"),
    ] {
        page.press(&["track-", track].concat()).await;
        page.press(&["stage-", stage].concat()).await;
        for sample in ["sample", "clear", "sample", "clear"] {
            page.press(sample).await;
            for (action, part) in [
                ("view-overview", ".overview"),
                ("variant-what-if", ".overview"),
                ("view-compare", ".compare"),
                ("view-method", ".method"),
                ("view-fill", ".workbench"),
            ] {
                page.press(action).await;
                let place = format!("{track} {stage} {sample} {action}");
                assert_eq!(page.all(part).len(), 1, "{place}: {part}");
                every_part_is_there(&page, &place);
            }
            if stage == "creation" {
                page.press("variant-targets").await;
                every_part_is_there(&page, "targets");
            }
            page.press("variant-original").await;
            let fields = page.all("input, select, textarea");
            for language in ["lang-en", "lang-zh"] {
                page.press(language).await;
                let place = format!("{track} {stage} {sample} {language}");
                assert!(page.all("input, select, textarea") == fields, "{place}: the fields themselves");
                every_part_is_there(&page, &place);
            }
        }
    }
}

fn every_part_is_there(page: &Page, place: &str) {
    for (around, part) in NEVER_GONE {
        let arounds = page.all(around);
        assert!(!arounds.is_empty(), "{place}: no {around}");
        let without = arounds.iter().filter(|one| one.query_selector(part).expect("a selector").is_none());
        assert_eq!(without.count(), 0, "{place}: {around} without {part}");
    }
}
