//! “Nothing is uploaded” as the pages prove it: by their own policies, in a browser.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use e2e::browser::Browser;
use e2e::{Page, host};
use serde_json::json;

/// Everything by which a page could send something away or bring something in, and the directive that stops it.
const ATTEMPTS: [(&str, &str, &str); 12] = [
    ("fetch", "fetch(to)", "connect-src"),
    (
        "fetch, waiting for no answer",
        "fetch(to, { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true })",
        "connect-src",
    ),
    ("XMLHttpRequest", "const asked = new XMLHttpRequest(); asked.open('POST', to); asked.send('x')", "connect-src"),
    ("WebSocket", "new WebSocket(to.replace('http', 'ws'))", "connect-src"),
    ("EventSource", "new EventSource(to)", "connect-src"),
    ("sendBeacon", "navigator.sendBeacon(to, 'x')", "connect-src"),
    ("an image", "new Image().src = to", "img-src"),
    (
        "a frame",
        "const frame = document.createElement('iframe'); frame.src = to; document.body.append(frame)",
        "frame-src",
    ),
    ("a module", "import(to)", "script-src-elem"),
    (
        "a module fetched ahead",
        "const link = document.createElement('link'); link.rel = 'modulepreload'; link.href = to; document.head.append(link)",
        "script-src-elem",
    ),
    (
        "a style sheet",
        "const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = to; document.head.append(link)",
        "style-src-elem",
    ),
    (
        "a form",
        "const form = document.createElement('form'); form.method = 'post'; form.action = to; document.body.append(form); form.submit()",
        "form-action",
    ),
];

/// More of them, with the directives as Chromium names them.
const MORE_ATTEMPTS: [(&str, &str, &str); 32] = [
    ("a link that pings", "const link = put('a', { ping: to, href: '#' }); link.click()", "connect-src"),
    ("WebTransport", "new WebTransport(to.replace('http:', 'https:')).closed.catch(() => null)", "connect-src"),
    ("a sound", "put('audio', { src: to })", "media-src"),
    ("a film", "put('video', { src: to })", "media-src"),
    ("a film's picture", "put('video', { poster: to })", "img-src"),
    ("a button that is a picture", "put('input', { type: 'image', src: to })", "img-src"),
    ("a background", "document.body.style.setProperty('background-image', `url(${to})`)", "img-src"),
    ("a cursor", "document.body.style.setProperty('cursor', `url(${to}), auto`)", "img-src"),
    ("a list's sign", "document.body.style.setProperty('list-style-image', `url(${to})`)", "img-src"),
    (
        "a picture in a drawing",
        "const space = 'http://www.w3.org/2000/svg'; const image = document.createElementNS(space, 'image'); image.setAttribute('href', to); document.body.append(document.createElementNS(space, 'svg')); document.querySelector('body > svg').append(image)",
        "img-src",
    ),
    ("a font", "new FontFace('x', `url(${to})`).load().catch(() => null)", "font-src"),
    ("an object", "put('object', { data: to })", "require-trusted-types-for"),
    ("an embedded thing", "put('embed', { src: to })", "require-trusted-types-for"),
    ("a manifest", "put('link', { rel: 'manifest', href: to }, document.head)", "manifest-src"),
    ("a prefetch", "put('link', { rel: 'prefetch', href: to }, document.head)", "default-src"),
    ("another base", "put('base', { href: to }, document.head)", "base-uri"),
    ("a script", "put('script', { src: to })", "require-trusted-types-for"),
    ("a worker", "new Worker(to)", "require-trusted-types-for"),
    ("a worker for many", "new SharedWorker(to)", "require-trusted-types-for"),
    ("a service worker", "navigator.serviceWorker.register(to).catch(() => null)", "require-trusted-types-for"),
    ("markup", "document.body.insertAdjacentHTML('beforeend', '<img src=' + to + '>')", "require-trusted-types-for"),
    ("a picture of several sizes", "put('img', { srcset: to + ' 2x' })", "img-src"),
    (
        "a picture by its source",
        "const picture = put('picture'); put('source', { srcset: to }, picture); put('img', {}, picture)",
        "img-src",
    ),
    ("a picture loaded ahead", "put('link', { rel: 'preload', as: 'image', href: to }, document.head)", "img-src"),
    (
        "a font loaded ahead",
        "put('link', { rel: 'preload', as: 'font', crossOrigin: '', href: to }, document.head)",
        "font-src",
    ),
    (
        "a request made ahead",
        "put('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href: to }, document.head)",
        "connect-src",
    ),
    (
        "a border",
        "document.body.style.setProperty('border', '1px solid'); document.body.style.setProperty('border-image-source', `url(${to})`)",
        "img-src",
    ),
    ("a mask", "document.body.style.setProperty('mask-image', `url(${to})`)", "img-src"),
    ("a frame of a text", "put('iframe', { srcdoc: '<img src=' + to + '>' })", "require-trusted-types-for"),
    (
        "a parsed document",
        "new DOMParser().parseFromString('<img src=' + to + '>', 'text/html')",
        "require-trusted-types-for",
    ),
    ("a written document", "document.write('<img src=' + to + '>')", "require-trusted-types-for"),
    ("a text as a program", "setTimeout('fetch(' + to + ')')", "require-trusted-types-for"),
];

/// What no policy inside a page stops: it reaches the host, which is why nothing but the program may run in the page.
const BEYOND: [(&str, &str); 5] = [
    ("another address", "location = to"),
    ("a link", "put('a', { href: to }).click()"),
    ("a download", "put('a', { href: to, download: 'x' }).click()"),
    ("a new window", "open(to)"),
    ("a refresh", "put('meta', { httpEquiv: 'refresh', content: `0; url=${to}` }, document.head)"),
];

const PUT: &str = "const put = (tag, properties, around = document.body) => {
    const element = document.createElement(tag);
    Object.assign(element, properties);
    around.append(element);
    return element;
};";

/// The documents say that a page's own policy cannot stop these: if one day it can, they are to say that.
#[tokio::test]
async fn what_a_policy_cannot_stop_is_what_the_documents_say() -> Result<()> {
    for (name, attempt) in BEYOND {
        let page = Page::open(1280).await?;
        let script = format!("const to = argument + 'gone'; {PUT} setTimeout(() => {{ {attempt} }}, 50); return null");
        page.script(&script, json!(page.host_address())).await?;
        let since = Instant::now();
        while !page.requests().iter().any(|path| path == "/gone") {
            ensure!(since.elapsed() < e2e::PATIENCE, "{name} is stopped");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        page.quit().await?;
    }
    Ok(())
}

/// Whoever tries it from within the page, with figures filled in: nothing reaches the host.
async fn nothing_gets_out(page: Page) -> Result<()> {
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    page.act("sample").await?;
    let before = page.requests();
    let mut wrong = Vec::new();
    let more = MORE_ATTEMPTS.iter().filter(|_| page.kind() == Browser::Chromium);
    for (name, attempt, directive) in ATTEMPTS.iter().chain(more) {
        let script = format!(
            "return new Promise((done) => {{
                document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), {{ once: true }});
                setTimeout(() => done('nothing'), 2000);
                const to = argument + 'stolen';
                {PUT}
                try {{ Promise.resolve((() => {{ {attempt} }})()).catch(() => null) }} catch {{}}
            }})"
        );
        // Firefox does not say that it fetches no module ahead.
        let said =
            if *name == "a module fetched ahead" && page.kind() == Browser::Firefox { "nothing" } else { *directive };
        let heard = page.script(&script, json!(page.host_address())).await?;
        if heard != json!(said) {
            wrong.push(format!("{name}: {heard} instead of {said}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(page.requests(), before, "nothing reached the host");
    page.quit().await
}

#[tokio::test]
async fn nothing_gets_out_of_the_hosted_page() -> Result<()> {
    nothing_gets_out(Page::open(1280).await?).await
}

#[tokio::test]
async fn nothing_gets_out_of_the_single_file() -> Result<()> {
    nothing_gets_out(Page::open_from_folder().await?).await
}

/// The directives of a page's policy.
fn directives(name: &str) -> Result<Vec<String>> {
    let page = std::fs::read_to_string(host::dist()?.join(name))?;
    let (_, rest) = page.split_once("\"Content-Security-Policy\"").unwrap_or_default();
    Ok(rest.split('"').nth(1).unwrap_or_default().split("; ").map(str::to_owned).collect())
}

/// What the policies say, to the letter of what is promised.
#[test]
fn the_policies_are_strict() -> Result<()> {
    for name in ["index.html", "shifan.html", "frame.html"] {
        let policy = directives(name)?;
        for promised in ["default-src", "connect-src", "form-action", "base-uri", "object-src", "trusted-types"] {
            assert!(policy.contains(&format!("{promised} 'none'")), "{name}: {promised}: {policy:?}");
        }
        assert!(policy.contains(&"require-trusted-types-for 'script'".to_owned()), "{name}: {policy:?}");
        for forbidden in ["'self'", "'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "data:"] {
            let words = policy.iter().flat_map(|directive| directive.split(' '));
            assert!(!words.into_iter().any(|word| word == forbidden), "{name} allows {forbidden}");
        }
    }
    Ok(())
}

/// The page for Chromium 83 to 96 has one other word, and hashes of its own.
#[test]
fn one_word_makes_the_policy_for_older_browsers() -> Result<()> {
    let without_hashes = |policy: Vec<String>| -> Vec<String> {
        let words = |directive: &String| {
            let kept: Vec<&str> = directive.split(' ').filter(|word| !word.starts_with("'sha")).collect();
            kept.join(" ").replace("'wasm-unsafe-eval'", "'unsafe-eval'")
        };
        policy.iter().map(words).collect()
    };
    assert_eq!(without_hashes(directives("shifan-chromium83.html")?), without_hashes(directives("shifan.html")?));
    assert!(directives("shifan-chromium83.html")?.concat().contains("'unsafe-eval'"));
    Ok(())
}

/// The single file needs nothing beside it, and the whole story is played without a request and without a violation.
#[tokio::test]
async fn the_single_file_asks_for_nothing() -> Result<()> {
    let page = Page::open_from_folder().await?;
    let violations = "window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective))";
    page.script(violations, json!(null)).await?;
    page.act("track-enterprise").await?;
    page.act("stage-recognition").await?;
    page.act("sample").await?;
    for view in ["overview", "compare", "method", "fill"] {
        page.act(&format!("view-{view}")).await?;
    }
    page.act("lang-en").await?;
    let asked = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    assert_eq!(page.script(asked, json!(null)).await?, json!([]), "requests");
    assert_eq!(page.script("return window.violations", json!(null)).await?, json!([]));
    page.close().await
}

/// A ministry changes the rules without a build: the document stands between two tags of the single file.
#[tokio::test]
async fn rules_stand_in_the_single_file() -> Result<()> {
    let page = std::fs::read_to_string(host::dist()?.join("shifan.html"))?;
    let rules = r#"{"extends": "plan-2025", "id": "local-1", "title": {"zh": "本地通知", "en": "Local notice"}, "fields": [{"zh": "量子科技", "en": "Quantum"}]}"#;
    let block = "<script type=\"application/json\"></script>";
    let (before, after) = page.split_once(block).unwrap_or_default();
    let (Some(before), Some(after)) = (before.trim_end().rsplit_once("<!--"), after.trim_start().strip_prefix("-->"))
    else {
        anyhow::bail!("the place for rules is not in a comment of its own");
    };
    let file = std::env::temp_dir().join(format!("shifan-with-rules-{}.html", std::process::id()));
    std::fs::write(&file, [before.0, &block.replace("></", &format!(">{rules}</")), after].concat())?;
    let shown = Page::open_file(&file).await;
    std::fs::remove_file(&file)?;
    let page = shown?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    let id = page.script("return root.host.assess().ruleset.id", json!(null)).await?;
    ensure!(id == json!("local-1"), "the rules in use are {id}");
    page.close().await
}
