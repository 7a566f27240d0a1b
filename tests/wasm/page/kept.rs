//! What stays in its place whatever is typed and chosen.

use wasm_bindgen_test::wasm_bindgen_test;

use super::page::{Page, document};

/// Lines come and go around the line that is typed in, and its input is the same one all the time.
#[wasm_bindgen_test]
async fn a_list_that_grows_and_shrinks_keeps_the_input_that_is_typed_in() {
    let page = Page::open_at("enterprise", "creation").await;
    let focused = || document().active_element().and_then(|element| element.get_attribute("name"));
    for index in 0..3 {
        page.press("add-figures.standards").await;
        assert_eq!(focused(), Some(format!("figures.standards[{index}].kind")), "a new line takes the focus");
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

/// The part of the sheet that is shown after the first frame comes below the field that is typed in, and with it the page is the same as if
/// all of it had been shown at once.
#[wasm_bindgen_test]
async fn what_comes_after_the_first_frame_leaves_the_input_that_is_typed_in() {
    let page = Page::begin_at("park", "creation").await;
    let order = |page: &Page| -> Vec<_> {
        page.all("[data-indicator]").iter().map(|section| section.get_attribute("data-indicator")).collect()
    };
    let first = order(&page);
    assert!((1..11).contains(&first.len()) && page.all(".workbench[aria-busy=true]").len() == 1, "{first:?}");
    let name = "figures.revenue[1]";
    let input = page.field(name);
    page.type_key(name, "1").await;
    page.is_whole().await;
    page.type_key(name, "2").await;
    assert!(page.field(name) == input, "the field itself, not a new one in its place");
    assert_eq!(input.value(), "12");
    assert_eq!(document().active_element().and_then(|element| element.get_attribute("name")).as_deref(), Some(name));
    let whole = order(&page);
    assert_eq!((whole.len(), &whole[..first.len()]), (11, &first[..]));
    drop(page);
    assert_eq!(order(&Page::open_at("park", "creation").await), whole);
}

/// What is asked and how far it is come and go around the threshold that is typed in, and its input is the same one all the time.
#[wasm_bindgen_test]
async fn a_threshold_keeps_its_input_while_the_finding_around_it_changes() {
    let page = Page::open_at("park", "creation").await;
    page.press("sample").await;
    page.press("finding-park.rd_intensity").await;
    let unstated = ".criterion[data-rule='unstated'] .set-number input";
    let name = page.find(unstated).get_attribute("name").expect("its name");
    let input = page.field(&name);
    let around = || input.closest(".criterion").expect("a selector").expect("its criterion");
    for (key, asks) in [("3", true), ("x", false)] {
        page.type_key(&name, key).await;
        assert!(page.field(&name) == input, "{key}: the field itself, not a new one in its place");
        let asked = around().query_selector(".asked strong").expect("a selector");
        assert_eq!(asked.is_some_and(|asked| asked.text_content() != Some("".to_owned())), asks, "{key}");
    }
    assert_eq!(document().active_element().and_then(|element| element.get_attribute("name")), Some(name));
}

/// What stands in each of these: a memo that has nothing to say hides, because one that renders nothing among things that come and go
/// brings the page down.
const NEVER_GONE: [(&str, &str); 15] = [
    (".shifan", ":scope > .head"),
    (".shifan", ".start"),
    (".shifan", ".sample"),
    (".shifan", ".files"),
    (".shifan", ":scope > .views"),
    (".shifan", ":scope > .notice"),
    (".begun", ".announcer"),
    (".summary-panel", ".settings-list"),
    (".desk", ".summary"),
    (".desk", ".particulars"),
    (".desk", ".workbench"),
    (".summary-panel", ".refusals"),
    (".summary-panel", ".doubts"),
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
                let index = format!("{track} {stage} {sample} {action}");
                assert_eq!(page.all(part).len(), 1, "{index}: {part}");
                every_part_is_there(&page, &index);
            }
            if stage == "creation" {
                page.press("variant-targets").await;
                every_part_is_there(&page, "targets");
            }
            page.press("variant-original").await;
            let fields = page.all("input, select, textarea");
            for language in ["lang-en", "lang-zh"] {
                page.press(language).await;
                let index = format!("{track} {stage} {sample} {language}");
                assert!(page.all("input, select, textarea") == fields, "{index}: the fields themselves");
                every_part_is_there(&page, &index);
            }
        }
    }
}

fn every_part_is_there(page: &Page, index: &str) {
    for (around, part) in NEVER_GONE {
        let arounds = page.all(around);
        assert!(!arounds.is_empty(), "{index}: no {around}");
        let without = arounds.iter().filter(|one| one.query_selector(part).expect("a selector").is_none());
        assert_eq!(without.count(), 0, "{index}: {around} without {part}");
    }
}
