//! The page under a translator that takes the texts in its hands: after the next change it shows the truth everywhere.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};

/// Puts a translator into the page: `texts()` are the texts that it has not translated yet, `marked` is a translation. The one here keeps
/// the words, so that what is shown can be compared.
const TRANSLATOR: &str = "
    const marked = (text) => `⟦${text}⟧`;
    const texts = () => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            if (data.trim() !== '' && !data.includes('⟦') && !parentElement.closest('font, style')) found.push(walker.currentNode);
        }
        return found;
    };
    const font = (...inside) => {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(...inside);
        outer.append(inner);
        return outer;
    };
    const replace = () => texts().forEach((text) => text.replaceWith(font(marked(text.data))));
    const late = (act) => {
        const found = texts().map((text) => [text, text.data]);
        if (found.length > 0) setTimeout(() => found.forEach(([text, data]) => act(text, data)), 30);
    };
    const observe = (act) => {
        new MutationObserver(act).observe(root, { childList: true, subtree: true, characterData: true });
        act();
    };";

/// The translators that are known: what they do at once and after each change.
const TRANSLATORS: [(&str, &str); 8] = [
    ("does nothing", ""),
    ("replaces every text", "replace()"),
    ("replaces every text, and every new one", "observe(replace)"),
    (
        "moves every text into a wrapper",
        "texts().forEach((text) => { const into = font(); text.before(into); into.firstChild.append(text, '⟦⟧'); })",
    ),
    ("writes into the texts", "texts().forEach((text) => { text.data = marked(text.data); })"),
    (
        "writes into the texts, and into every new one",
        "observe(() => texts().forEach((text) => { text.data = marked(text.data); }))",
    ),
    ("writes late into the texts", "observe(() => late((text, data) => { text.data = marked(data); }))"),
    ("replaces every text late", "observe(() => late((text, data) => text.replaceWith(font(marked(data)))))"),
];

/// What is shown of the findings, without the marks of the translator, beside what a second element shows of the same submission that
/// nobody has touched; and the badges in words beside what the engine says.
const COMPARE: &str = "
    const one = document.querySelector('shifan-assessment');
    document.querySelector('#twin')?.remove();
    const twin = document.createElement('shifan-assessment');
    twin.id = 'twin';
    twin.lang = argument;
    twin.value = one.value;
    const ready = new Promise((done) => twin.addEventListener('shifan-ready', done, { once: true }));
    document.body.append(twin);
    const wait = (time) => new Promise((done) => setTimeout(done, time));
    // What just changed has changed in one of them only; and both show the finding of the same indicator.
    const without = (part) => {
        const copy = part.cloneNode(true);
        copy.querySelectorAll('.changes, .was').forEach((one) => one.remove());
        return copy;
    };
    const turned = () => {
        const at = root.querySelector('section[data-shown=true]')?.dataset.indicator;
        twin.shadowRoot.querySelector(`[data-action='finding-${at}']`)?.click();
    };
    const shown = (root) => [...root.querySelectorAll('[data-indicator], .summary, .views, .start')].map(without)
        .map((part) => part.className + part.id + (part.dataset.indicator ?? '') + ': ' + part.textContent.replace(/[⟦⟧]/g, '').replace(/\\s+/g, ' '));
    return ready.then(() => wait(100)).then(turned).then(() => wait(100)).then(() => {
        const [seen, truth] = [shown(root), shown(twin.shadowRoot)];
        const differences = Array.from({ length: Math.max(seen.length, truth.length) }, (_, place) => [seen[place] ?? null, truth[place] ?? null])
            .filter(([text, true_text]) => text !== true_text);
        const badges = [...root.querySelectorAll('section[data-indicator], [data-indicator]')]
            .map((part) => [part.dataset.indicator, part.querySelector('.badge')?.textContent.replace(/[⟦⟧]/g, '') ?? null]);
        const outcomes = one.assess().indicators.map(({ id, outcome }) => [id, outcome]);
        return { differences, badges, outcomes, stopped: root.querySelectorAll('.stopped').length };
    });";

fn words(outcome: &str, lang: &str) -> &'static str {
    match (outcome, lang) {
        ("met", "zh-CN") => "达到",
        ("unmet", "zh-CN") => "未达到",
        ("met", _) => "Met",
        ("unmet", _) => "Not met",
        _ => "",
    }
}

async fn the_truth_is_shown(page: &Page, lang: &str, at: &str) -> Result<()> {
    let mut found = page.script(COMPARE, json!(lang)).await?;
    // What is translated late is put right a little later.
    for _ in 0..10 {
        if found["differences"] != json!([]) {
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            found = page.script(COMPARE, json!(lang)).await?;
        }
    }
    assert_eq!(found["stopped"], json!(0), "{at}");
    assert_eq!(found["differences"], json!([]), "{at}: what is shown, and what is true");
    let list = |key: &str| found[key].as_array().cloned().unwrap_or_default();
    let outcomes = list("outcomes");
    assert_eq!(outcomes.len(), 11, "{at}");
    for outcome in outcomes {
        let expected = words(outcome[1].as_str().unwrap_or_default(), lang);
        let badges = list("badges");
        let said: Vec<&Value> = badges.iter().filter(|badge| badge[0] == outcome[0]).map(|badge| &badge[1]).collect();
        assert!(!said.is_empty(), "{at}: {outcome}");
        assert!(
            expected.is_empty() || said.contains(&&json!(expected)),
            "{at}: {outcome}, and the badge says {said:?}"
        );
    }
    Ok(())
}

/// Once a translator has been at every text, whatever is done next shows the truth everywhere.
#[tokio::test]
async fn a_translated_page_shows_the_truth_after_the_next_change() -> Result<()> {
    for (name, translate) in TRANSLATORS {
        let page = Page::open_at("enterprise", "creation").await?;
        let field = "figures.patents.other";
        page.type_into(field, "50").await?;
        page.expect_outcome("enterprise.invention_patents", "met").await?;
        page.script(&[TRANSLATOR, translate].concat(), json!(null)).await?;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;

        page.field(field).await?.send_keys(thirtyfour::Key::Backspace + "").await?;
        page.expect_outcome("enterprise.invention_patents", "unmet").await?;
        the_truth_is_shown(&page, "zh-CN", name).await?;
        // Each of these takes texts away, puts some in their place or others beside them.
        for (does, lang) in [
            ("add-figures.standards", "zh-CN"),
            ("remove-figures.standards[0]", "zh-CN"),
            ("step-back", "zh-CN"),
            ("sample", "zh-CN"),
            ("stage-recognition", "zh-CN"),
            ("stage-creation", "zh-CN"),
            ("lang-en", "en"),
            ("view-overview", "en"),
            ("view-fill", "en"),
            ("lang-zh", "zh-CN"),
        ] {
            page.act(does).await?;
            if does == "view-overview" {
                continue; // The other element shows the form.
            }
            the_truth_is_shown(&page, lang, &format!("{name}, {does}")).await?;
        }
        page.close().await?;
    }
    Ok(())
}

/// Those that ask are told to leave the texts alone.
#[tokio::test]
async fn translators_are_asked_to_leave_the_page_alone() -> Result<()> {
    let page = Page::open(1280).await?;
    let asked = "const { translate, classList } = root.querySelector('.shifan'); return [translate, classList.contains('notranslate')]";
    assert_eq!(page.script(asked, json!(null)).await?, json!([false, true]));
    page.close().await
}
