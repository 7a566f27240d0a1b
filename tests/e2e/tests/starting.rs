//! How the element begins under hosts that make it hard, and what is left of it when it is gone before.

use anyhow::Result;
use e2e::Page;
use e2e::browser::Browser;
use serde_json::{Value, json};

/// Puts an element into the host page, and gives what it says first and what stands in it then.
const BEGIN: &str = "
    const begin = (element, broken = () => {}) => new Promise((done) => {
        for (const name of ['ready', 'error']) {
            element.addEventListener(`shifan-${name}`, ({ detail }) => done([name, detail?.cause ?? null, element.shadowRoot?.textContent.slice(0, 8)]), { once: true });
        }
        broken();
        document.body.append(element);
    });
";

async fn in_page(page: &Page, body: &str) -> Result<Value> {
    page.script(&[BEGIN, "return (async () => {", body, "})()"].concat(), json!(null)).await
}

/// Whatever goes wrong, in whatever turn: a message stands in the page, and the host page hears of it.
#[tokio::test]
async fn what_goes_wrong_at_the_start_is_said() -> Result<()> {
    let failed = json!(["error", "start", "自评页面未能启动"]);
    // what the host page is like, how it is put back, what is said
    let table = [
        ("delete Date.now", "Date.now = now"),
        ("Object.prototype.signal = 1", "delete Object.prototype.signal"),
        ("document.createElement = () => { throw new Error('no') }", "document.createElement = create"),
    ];
    for (break_it, mend_it) in table {
        let page = Page::open(1280).await?;
        let body = format!(
            "const element = document.createElement('shifan-assessment');
            const [now, create] = [Date.now, document.createElement];
            try {{ return await begin(element, () => {{ {break_it} }}) }} finally {{ {mend_it} }}"
        );
        let mut said = in_page(&page, &body).await?;
        if let Some(text) = said[2].as_str() {
            said[2] = json!(text.split('。').next());
        }
        // A host without that function may do without it.
        assert!(said == failed || said[0] == json!("ready"), "{break_it}: {said}");
        page.quit().await?;
    }
    Ok(())
}

/// Names belong to the host page. Those of a minified script are short, and `$` is another's in many.
#[tokio::test]
async fn the_script_brings_no_names_into_the_page() -> Result<()> {
    let page = Page::open(1280).await?;
    let names = "return Object.getOwnPropertyNames(window).filter((name) => name.length < 3)";
    assert_eq!(page.script(names, json!(null)).await?, json!([]));
    page.close().await
}

/// Editors put paragraphs around what they do not know.
#[tokio::test]
async fn rules_are_found_inside_a_paragraph() -> Result<()> {
    let page = Page::open(1280).await?;
    let body = "
        const element = document.createElement('shifan-assessment');
        const [paragraph, block] = [document.createElement('p'), document.createElement('script')];
        block.type = 'application/json';
        block.append(JSON.stringify({ extends: 'plan-2025', id: 'wrapped', title: { zh: '甲', en: 'A' } }));
        paragraph.append(block);
        element.append(paragraph);
        element.setAttribute('track', 'park');
        element.setAttribute('stage', 'creation');
        await begin(element);
        await new Promise((done) => setTimeout(done, 100));
        return element.assess().ruleset.id";
    assert_eq!(in_page(&page, body).await?, json!("wrapped"));
    // A block that a script makes is refused as a script, and is data all the same.
    page.quit().await
}

/// What is taken away before it is ready gives its memory back all the same.
#[tokio::test]
async fn an_element_that_is_gone_before_it_is_ready_leaves_nothing() -> Result<()> {
    let page = Page::open(1280).await?;
    if page.kind() != Browser::Chromium {
        return page.close().await;
    }
    let body = "
        window.gone = [];
        for (let wait = 0; wait < 40; wait += 1) {
            const element = document.createElement('shifan-assessment');
            window.gone.push(new WeakRef(element));
            document.body.append(element);
            await new Promise((done) => setTimeout(done, wait));
            element.remove();
        }
        await new Promise((done) => setTimeout(done, 6000));
        return null";
    in_page(&page, body).await?;
    page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    let left = "return window.gone.filter((one) => one.deref()).length";
    let left = page.script(left, json!(null)).await?.as_u64().unwrap_or(u64::MAX);
    assert!(left <= 1, "{left} of 40 elements are left");
    page.close().await
}
