//! The custom element as a host page has it: attributes, properties, events, its end, and what happens when it fails.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};

/// Begins a script in the host page: `make(attributes, properties, inner)` puts one more element there and waits until it is ready.
const MAKE: &str = "
    const make = async (attributes = {}, properties = {}, rules = []) => {
        const element = document.createElement('shifan-assessment');
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        Object.assign(element, properties);
        for (const rule of rules) {
            const block = document.createElement('script');
            block.type = 'application/json';
            block.append(typeof rule === 'string' ? rule : JSON.stringify(rule));
            element.append(block);
        }
        element.heard = [];
        for (const name of ['ready', 'change', 'error']) {
            element.addEventListener(`shifan-${name}`, ({ detail }) => element.heard.push([name, detail?.cause ?? detail?.report?.verdict ?? null]));
        }
        const ready = new Promise((done) => element.addEventListener('shifan-ready', done, { once: true }));
        document.body.append(element);
        await ready;
        return element;
    };
    const settled = () => new Promise((done) => setTimeout(done, 100));
";

const SUBMISSION: &str =
    r#"{"track": "park", "stage": "creation", "figures": {"revenue": ["98.5亿", "102亿", "1,23"], "platforms": []}}"#;

async fn in_page(page: &Page, body: &str) -> Result<Value> {
    page.script(
        &[MAKE, "const submission = JSON.parse(argument); return (async () => {", body, "})()"].concat(),
        json!(SUBMISSION),
    )
    .await
}

#[tokio::test]
async fn what_is_set_fills_the_form_and_what_is_read_is_in_it() -> Result<()> {
    let page = Page::open(1280).await?;
    let table = [
        ("const one = await make(); return [one.value, one.assess()]", json!([null, null])),
        (
            "const one = await make({ track: 'park', stage: 'recognition' }); return [one.value.track, one.value.stage]",
            json!(["park", "recognition"]),
        ),
        (
            "const one = await make({ track: 'park' }); one.setAttribute('stage', 'creation'); return [one.value.stage, one.assess().verdict]",
            json!(["creation", "incomplete"]),
        ),
        (
            "const one = await make({ track: 'city' }); return [one.value, one.heard[0]]",
            json!([null, ["error", "track"]]),
        ),
        (
            "const one = await make({}, { value: submission }); return one.value.figures",
            json!({"revenue": ["98.5亿", "102亿", "1,23"], "platforms": []}),
        ),
        (
            "const sources = { revenue: '统计年报' }; const one = await make({}, { value: { ...submission, last_year: 2025, sources } }); return [one.value.last_year, one.value.sources]",
            json!(["2025", {"revenue": "统计年报"}]),
        ),
        (
            "const one = await make({}, { value: submission }); return [one.value.last_year ?? null, one.value.sources ?? null]",
            json!([null, null]),
        ),
        (
            "const one = await make({}, { value: submission }); return one.assess().problems[0].path",
            json!("figures.revenue[2]"),
        ),
        ("const one = await make({}, { value: submission }); one.value = null; return one.value", json!(null)),
        (
            "const one = await make({}, { value: submission }); one.value = 7; return [one.value.track, one.heard.at(-1)]",
            json!(["park", ["error", "value"]]),
        ),
        (
            "const one = await make({}, { value: { ...submission, extra: 1 } }); return [one.value.track, one.heard[0]]",
            json!(["park", ["error", "value"]]),
        ),
        (
            "const one = await make({}, { value: submission }); one.remove(); await settled(); const kept = one.value.figures.revenue[1]; document.body.append(one); await settled(); await settled(); return [kept, one.value.figures.revenue[1], one.assess().verdict]",
            json!(["102亿", "102亿", "incomplete"]),
        ),
        (
            "const one = await make({ theme: 'dark' }); const first = getComputedStyle(one.shadowRoot.querySelector('.shifan')).backgroundColor; one.setAttribute('theme', 'light'); return first !== getComputedStyle(one.shadowRoot.querySelector('.shifan')).backgroundColor",
            json!(true),
        ),
        (
            "const one = await make({ lang: 'en' }); const first = one.shadowRoot.querySelector('.shifan').lang; one.lang = 'zh-CN'; await settled(); return [first, one.shadowRoot.querySelector('.shifan').lang]",
            json!(["en", "zh-CN"]),
        ),
    ];
    for (body, expected) in table {
        assert_eq!(in_page(&page, body).await?, expected, "{body}");
    }
    page.close().await
}

/// Properties may be set on an element whose class is not known yet, as frameworks do.
#[tokio::test]
async fn what_is_set_before_the_upgrade_counts() -> Result<()> {
    let page = Page::open(1280).await?;
    let body = "
        const early = document.implementation.createHTMLDocument('').createElement('shifan-assessment');
        early.value = submission;
        const ready = new Promise((done) => early.addEventListener('shifan-ready', done));
        const before = [customElements.get('shifan-assessment') !== early.constructor, Object.hasOwn(early, 'value')];
        document.body.append(early);
        await ready;
        return [...before, Object.hasOwn(early, 'value'), early.value.figures.revenue[0]]";
    assert_eq!(in_page(&page, body).await?, json!([true, true, false, "98.5亿"]));
    page.close().await
}

/// A change is told once, after it is on the screen, with the submission and the report; what changes neither is not told.
#[tokio::test]
async fn changes_are_told() -> Result<()> {
    let page = Page::open(1280).await?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    let listen = "
        const one = document.querySelector('shifan-assessment');
        window.told = [];
        document.addEventListener('shifan-change', ({ detail: { submission, report } }) =>
            window.told.push([submission.figures.employees ?? null, report.indicators.length]));";
    page.script(listen, json!(null)).await?;
    page.type_into("figures.employees", "42").await?;
    let last = json!(["42", 11]);
    let told = page
        .wait_until("return window.told", |told| told.as_array().and_then(|told| told.last()) == Some(&last))
        .await?;
    page.act("lang-en").await?;
    page.act("view-method").await?;
    page.act("view-fill").await?;
    assert_eq!(
        page.script("return window.told", json!(null)).await?,
        told,
        "neither the language nor a view changes anything"
    );
    page.close().await
}

/// Loading the script once more is harmless, and two elements on one page know nothing of each other.
#[tokio::test]
async fn two_scripts_and_two_elements() -> Result<()> {
    let page = Page::open(1280).await?;
    let script = std::fs::read_to_string(e2e::host::dist()?.join("shifan.js"))?;
    page.script(&[&script, "\nreturn null"].concat(), json!(null)).await?;
    let body = "
        const [one, other] = [await make({}, { value: submission }), await make({ track: 'enterprise', stage: 'creation' })];
        one.remove();
        await settled();
        return [one.value.track, other.value.track, other.assess().indicators.length]";
    assert_eq!(in_page(&page, body).await?, json!(["park", "enterprise", 11]));
    page.close().await
}

/// A ministry changes thresholds without a build: the document stands in the page, or comes by a property.
#[tokio::test]
async fn rulesets_come_with_the_page() -> Result<()> {
    let page = Page::open(1280).await?;
    let rules = "const rules = (id) => ({ extends: 'plan-2025', id, title: { zh: '本地通知', en: 'Local notice' }, fields: [{ zh: '量子科技', en: 'Quantum' }] });";
    let chosen = "const id = (one) => one.assess().ruleset.id; const at = { track: 'park', stage: 'creation' };";
    let table = [
        ("const one = await make(at, {}, [rules('local-1')]); return id(one)", json!("local-1")),
        ("const one = await make(at, {}, [rules('local-1'), rules('local-2')]); return id(one)", json!("local-1")),
        (
            "const one = await make({ ...at, ruleset: 'batch-2026-1' }, {}, [rules('local-1')]); return id(one)",
            json!("batch-2026-1"),
        ),
        ("const one = await make(at, { rulesets: [rules('local-3')] }); return id(one)", json!("local-3")),
        (
            "const one = await make(at); one.rulesets = [rules('local-4')]; return [one.rulesets.length, id(one)]",
            json!([1, "local-4"]),
        ),
        (
            "const one = await make({ ...at, ruleset: 'none' }); return [id(one), one.heard[0]]",
            json!(["plan-2025", ["error", "ruleset"]]),
        ),
        (
            "const one = await make(at, {}, ['{']); return [id(one), one.heard[0], one.shadowRoot.querySelectorAll('.rules-refused').length]",
            json!(["plan-2025", ["error", "ruleset"], 1]),
        ),
        (
            "const one = await make(at, {}, [{ id: 'x' }]); one.rulesets = []; await settled(); return [id(one), one.heard.filter(([name]) => name === 'error').length, one.shadowRoot.querySelectorAll('.rules-refused').length]",
            json!(["plan-2025", 2, 1]),
        ),
        (
            "const one = await make({}, { value: submission }, [rules('local-1')]); return [one.value.figures.revenue[0], id(one)]",
            json!(["98.5亿", "local-1"]),
        ),
    ];
    for (body, expected) in table {
        assert_eq!(in_page(&page, &[rules, chosen, body].concat()).await?, expected, "{body}");
    }
    // Only a page's own text may hold such a block where trusted types are asked for, so these were complained of.
    page.quit().await
}

/// An element that is taken away leaves nothing behind: after two hundred of them the page holds what it held after twenty.
#[tokio::test]
async fn removing_it_frees_everything() -> Result<()> {
    let page = Page::open(1280).await?;
    let rounds = |count: u32| {
        format!(
            "for (let round = 0; round < {count}; round += 1) {{ const one = await make({{}}, {{ value: submission }}); one.remove(); await null; }} await settled(); return null"
        )
    };
    let mut held = Vec::new();
    for count in [20, 180] {
        in_page(&page, &rounds(count)).await?;
        for _ in 0..3 {
            page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let heap = page.cdp("Runtime.getHeapUsage", json!({})).await?;
        let counters = page.cdp("Memory.getDOMCounters", json!({})).await?;
        let number = |of: &Value, key: &str| of[key].as_f64().unwrap_or(f64::NAN);
        held.push([
            number(&heap, "usedSize") / 1e6,
            number(&heap, "backingStorageSize") / 1e6,
            number(&counters, "nodes"),
            number(&counters, "jsEventListeners"),
        ]);
    }
    eprintln!("heap MB, buffers MB, nodes, listeners: {held:?}");
    let [early, late] = [held[0], held[1]];
    // 180 leaks of the smallest thing that an element holds would be far above these.
    assert!(late[0] < early[0] + 2.0 && late[1] < early[1] + 4.0, "memory: {held:?}");
    assert!(late[2] < early[2] + 200.0 && late[3] < early[3] + 100.0, "nodes and listeners: {held:?}");
    page.close().await
}

/// Where the application fails, what was filled in is saved and gone on from; the other elements on the page do not notice.
#[tokio::test]
async fn a_failure_loses_nothing() -> Result<()> {
    let page = Page::open(1280).await?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    page.type_into("figures.employees", "4321").await?;
    let other = "await make({ track: 'enterprise', stage: 'creation' }); return null";
    in_page(&page, other).await?;
    // Once, the browser refuses what no browser refuses, and the renderer has no answer to that.
    let break_it = "
        const real = Node.prototype.insertBefore;
        Node.prototype.insertBefore = function () {
            Node.prototype.insertBefore = real;
            throw new Error('forced');
        };
        root.querySelector(`[data-action='add-figures.platforms']`).click();
        return null";
    page.script(break_it, json!(null)).await?;
    let link = page.find(".stopped a[download]").await?;
    assert!(link.text().await?.ends_with(".json"));
    let text = "return fetch(root.querySelector('.stopped a').href).then((file) => file.text(), () => 'blocked')";
    assert_eq!(page.script(text, json!(null)).await?, json!("blocked"), "the policy holds for it as well");
    let both = "return [...document.querySelectorAll('shifan-assessment')].map((one) => one.value?.track ?? null)";
    assert_eq!(page.script(both, json!(null)).await?, json!(["park", "enterprise"]));
    page.click(".stopped button").await?;
    page.field("figures.employees").await?;
    assert_eq!(page.value("figures.employees").await?, "4321");
    page.type_into("figures.employees", "5").await?;
    page.wait_until("return document.querySelector('shifan-assessment').value.figures.employees", |now| {
        *now == "43215"
    })
    .await?;
    page.quit().await
}
