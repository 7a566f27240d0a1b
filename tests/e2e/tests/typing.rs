//! Typing as people type: with an input method, and in the middle of what stands there.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};
use thirtyfour::Key;

/// A number, the applicant's name and a note.
const FIELDS: [&str; 3] = ["figures.revenue[0]", "applicant.name", "notes.park.industrial_policy"];

/// Every field with what stands in it.
async fn everything(page: &Page) -> Result<Value> {
    let fields = "return [...root.querySelectorAll('input, select, textarea')]
        .map((field) => [field.name, field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value])";
    page.script(fields, json!(null)).await
}

/// Where the caret of a field is.
async fn caret(page: &Page, name: &str) -> Result<Value> {
    page.script("return root.querySelector(`[name='${argument}']`).selectionStart", json!(name)).await
}

async fn put_caret(page: &Page, name: &str, at: usize) -> Result<()> {
    let put = "root.querySelector(`[name='${argument[0]}']`).setSelectionRange(argument[1], argument[1])";
    page.script(put, json!([name, at])).await.map(drop)
}

/// A Chinese input method composes in several steps; none of them may lose the text or the composition.
#[tokio::test]
async fn an_input_method_can_compose_in_every_field() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    for name in FIELDS {
        page.type_into(name, "98.5").await?;
        for step in ["y", "yi"] {
            page.compose(step).await?;
            assert_eq!(page.value(name).await?, format!("98.5{step}"), "{name}, while composing");
            assert_eq!(page.focused().await?, json!(name));
        }
        page.insert("亿").await?;
        assert_eq!(page.value(name).await?, "98.5亿", "{name}");
    }
    page.find("[name='figures.revenue[0]']:not([aria-invalid='true'])").await?;
    page.close().await
}

/// Enter belongs to the input method while it composes: it takes the letters as they are, and the page does nothing at all.
#[tokio::test]
async fn enter_while_composing_only_ends_the_composition() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("add-figures.platforms").await?;
    let listen = "window.events = [];
        root.addEventListener('keydown', ({ key, isComposing }) => events.push([key, isComposing]));
        root.addEventListener('compositionend', ({ data }) => events.push(['end', data]))";
    page.script(listen, json!(null)).await?;
    for name in [&FIELDS[..], &["figures.platforms[0].count"]].concat() {
        page.type_into(name, "5").await?;
        page.compose("yi").await?;
        page.script("window.events.length = 0", json!(null)).await?;
        let before = everything(&page).await?;
        page.enter_in_the_input_method().await?;
        assert_eq!(everything(&page).await?, before, "{name}: nothing is changed, added or chosen by it");
        page.insert("yi").await?;
        let heard = page.script("return window.events", json!(null)).await?;
        assert_eq!(heard, json!([["Enter", true], ["end", "yi"]]), "{name}");
        assert_eq!(everything(&page).await?, before, "{name}: the letters stay as they are");
        assert_eq!((page.focused().await?, caret(&page, name).await?), (json!(name), json!(3)), "{name}");
    }
    page.close().await
}

/// Whoever presses a button in the middle of a word finds the half of it again.
#[tokio::test]
async fn no_button_loses_a_half_composed_text() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    // High enough for the whole page: to end a composition Chromium scrolls back to it, away from the button that is pressed.
    page.resize(1280, 12000).await?;
    for (away, seen, back) in [
        ("lang-en", "[lang='en'].shifan", "lang-zh"),
        ("stage-recognition", "[data-action='stage-recognition'][aria-pressed='true']", "stage-creation"),
        ("track-enterprise", "[data-indicator='enterprise.revenue']", "track-park"),
        ("sample", ".sample[data-shown='true']", "clear"),
        ("add-figures.platforms", "[name='figures.platforms[0].count']", "remove-figures.platforms[0]"),
    ] {
        for name in FIELDS {
            page.script("root.querySelector(`[name='${argument}']`).select()", json!(name)).await?;
            page.insert("9").await?;
            page.compose("yi").await?;
            page.act(away).await?;
            page.find(seen).await?;
            page.act(back).await?;
            assert_eq!(page.value(name).await?, "9yi", "{name}, {away}");
            page.field(name).await?.focus().await?;
            page.insert("8").await?;
            assert_eq!(page.value(name).await?, "9yi8", "{name}, {away}: it goes on behind it");
        }
    }
    page.close().await
}

/// The caret stays where a person put it while they mend what stands in the middle, whatever the outcome becomes meanwhile.
#[tokio::test]
async fn the_caret_stays_in_the_middle_while_the_outcome_changes() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    let name = "figures.patents.other";
    page.type_into(name, "49").await?;
    page.expect_outcome("enterprise.invention_patents", "unmet").await?;
    put_caret(&page, name, 1).await?;
    for (text, value, at, outcome) in [
        (Some("5"), "459", 2, "met"),
        (Some("x"), "45x9", 3, "invalid"),
        (None, "459", 2, "met"),
        (None, "49", 1, "unmet"),
        (None, "9", 0, "unmet"),
        (Some("１２"), "１２9", 2, "met"),
    ] {
        match text {
            Some(text) => page.insert(text).await?,
            None => page.press(Key::Backspace + "").await?,
        }
        page.expect_outcome("enterprise.invention_patents", outcome).await?;
        assert_eq!(page.value(name).await?, value);
        assert_eq!((page.focused().await?, caret(&page, name).await?), (json!(name), json!(at)), "{value}");
    }
    page.close().await
}

/// So it does in every other field.
#[tokio::test]
async fn the_caret_stays_in_the_middle_of_every_field() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    for name in FIELDS {
        page.type_into(name, "5900").await?;
        put_caret(&page, name, 1).await?;
        for digit in ["1", "2", "3"] {
            page.insert(digit).await?;
        }
        assert_eq!(page.value(name).await?, "5123900", "{name}");
        assert_eq!((page.focused().await?, caret(&page, name).await?), (json!(name), json!(4)), "{name}");
    }
    page.close().await
}

/// Programs that fill in forms set a field and say only that it has changed; it counts as typed, and once.
#[tokio::test]
async fn a_filler_that_only_says_changed_is_heard() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.script(
        "window.told = 0; document.addEventListener('shifan-change', () => { window.told += 1; })",
        json!(null),
    )
    .await?;
    let fill = "const field = root.querySelector(`[name='${argument}']`); field.value = '98.5'; field.dispatchEvent(new Event('change', { bubbles: true }))";
    let kept = "const { figures, applicant, notes } = document.querySelector('shifan-assessment').value;
        return [figures?.revenue?.[0] ?? '', applicant?.name ?? '', notes?.['park.industrial_policy'] ?? '']";
    let mut expected = [""; 3];
    for (place, name) in FIELDS.into_iter().enumerate() {
        page.script(fill, json!(name)).await?;
        expected[place] = "98.5";
        page.wait_until(kept, |kept| *kept == json!(expected)).await?;
        assert_eq!(page.value(name).await?, "98.5", "{name}");
    }
    page.find("[name='figures.revenue[0]']:not([aria-invalid='true'])").await?;
    // What a person types is not said twice when they leave the field.
    page.type_into(FIELDS[0], "1").await?;
    page.type_into(FIELDS[1], "1").await?;
    page.wait_until("return window.told", |told| *told == json!(5)).await?;
    page.close().await
}
