//! What no honest page hands in and no honest person types: each gets its answer, loses nothing else, and leaves the page usable.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};

/// Hands a submission to the element, and looks at what came of it: what was said to the host page, which figures were refused, and
/// what an indicator says whose figures were in order.
const HAND_IN: &str = "
    const element = document.querySelector('shifan-assessment');
    const said = [];
    const listen = ({ detail }) => said.push(detail.message.replace('there is no field for: ', ''));
    element.addEventListener('shifan-error', listen);
    const contracts = { tech_contracts: ['5000', '5000', '5000'] };
    const of = (figures, more = {}) => ({ track: 'park', stage: 'creation', ...more, figures: { ...contracts, ...figures } });
    element.value = VALUE;
    return new Promise((done) => setTimeout(done, 100)).then(() => {
        element.removeEventListener('shifan-error', listen);
        const report = element.assess();
        return [said, report.problems.map(({ path, code }) => `${path} ${code}`), report.indicators[3].outcome];
    });
";

async fn hand_in(page: &Page, value: &str) -> Result<Value> {
    page.script(&HAND_IN.replace("VALUE", value), json!(null)).await
}

#[tokio::test]
async fn a_hostile_submission_spoils_only_itself() -> Result<()> {
    let page = Page::open(1280).await?;
    let lines = "Array.from({ length: 100000 }, () => ({ kind: 'state_key_laboratory', count: 1 }))";
    // what is handed in, what there is no field for, what is refused
    let table: [(String, Value, Value); 11] = [
        ("of({ revenue: ['x'.repeat(1e6), '1', '2'] })".into(), json!([]), json!(["figures.revenue[0] not_a_number"])),
        ("of({ revenue: ['9'.repeat(1e6), '1', '2'] })".into(), json!([]), json!(["figures.revenue[0] out_of_range"])),
        (
            "of({ revenue: ['\\udfff', '\\u0000', '\\u202e5'] })".into(),
            json!([]),
            json!([
                "figures.revenue[0] not_a_number",
                "figures.revenue[1] not_a_number",
                "figures.revenue[2] not_a_number"
            ]),
        ),
        (
            "of({ revenue: [-0, 1e308, 5e-324] })".into(),
            json!([]),
            json!(["figures.revenue[1] out_of_range", "figures.revenue[2] too_precise"]),
        ),
        ("of({ revenue: [NaN, 1, 2] })".into(), json!([]), json!(["figures.revenue[0] not_a_number"])),
        (format!("of({{ platforms: {lines} }})"), json!(["figures.platforms"]), json!([])),
        ("of({ platforms: new Proxy([], { get() { throw 1; } }) })".into(), json!(["figures.platforms"]), json!([])),
        (
            "of({ revenue: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) })".into(),
            json!(["figures.revenue"]),
            json!([]),
        ),
        (
            "of(JSON.parse('{\"__proto__\": 1, \"constructor\": 2}'))".into(),
            json!(["figures.__proto__, figures.constructor"]),
            json!([]),
        ),
        ("of({}, { notes: { toString: 'x' } })".into(), json!(["notes.toString"]), json!([])),
        ("of({ employees: Symbol('x') })".into(), json!(["figures.employees"]), json!([])),
    ];
    for (value, left_out, refused) in table {
        assert_eq!(hand_in(&page, &value).await?, json!([left_out, refused, "met"]), "{value}");
    }
    page.quit().await
}

/// A getter that throws while the page reads it, and not while the story is told.
#[tokio::test]
async fn a_figure_that_throws_when_it_is_read_is_left_out() -> Result<()> {
    let page = Page::open(1280).await?;
    let value = "Object.defineProperty(of({}), 'notes', { enumerable: true, get() { throw new Error('no'); } })";
    assert_eq!(hand_in(&page, value).await?, json!([["notes"], [], "met"]));
    page.quit().await
}

/// A megabyte in a field is refused in its place, and the next field answers as before.
#[tokio::test]
async fn a_megabyte_in_a_field_leaves_the_page_usable() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let type_much = "
        const field = root.querySelector('[name=\"figures.revenue[0]\"]');
        field.value = '9,'.repeat(5e5);
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        return field.value.length";
    assert_eq!(page.script(type_much, json!(null)).await?, json!(1_000_000));
    for year in 0..3 {
        page.type_into(&format!("figures.tech_contracts[{year}]"), "5000").await?;
    }
    page.expect_outcome("park.tech_contracts", "met").await?;
    page.expect_outcome("park.industry_scale", "invalid").await?;
    assert_eq!(page.value("figures.revenue[0]").await?.len(), 1_000_000, "it stays as it was typed");
    page.quit().await
}

/// What stands in a ruleset is text, whatever it looks like.
#[tokio::test]
async fn a_ruleset_with_markup_in_its_labels_shows_it_as_text() -> Result<()> {
    let page = Page::open(1280).await?;
    let body = "
        const element = document.querySelector('shifan-assessment');
        const evil = '<img src=x onerror=\"window.struck = 1\"><script>window.struck = 1</' + 'script><b>示范</b>';
        element.rulesets = [{ extends: 'plan-2025', id: 'evil', title: { zh: evil, en: evil }, fields: [{ zh: evil, en: evil }] }];
        element.setAttribute('ruleset', 'evil');
        element.value = { track: 'park', stage: 'creation', field: evil };
        return new Promise((done) => setTimeout(done, 200)).then(() => [
            root.querySelectorAll('img, script, b').length,
            root.textContent.includes('<img src=x onerror='),
            window.struck ?? null,
            element.assess().problems,
        ])";
    assert_eq!(page.script(body, json!(null)).await?, json!([0, true, null, []]));
    page.close().await
}
