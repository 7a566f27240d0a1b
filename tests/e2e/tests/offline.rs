//! The page that a browser keeps: it opens without a host, and a new version waits until it is wanted.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use e2e::Page;
use e2e::site::Site;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

/// Under a path, as a site would have it.
async fn host(story: &str) -> Result<Site> {
    Site::start(&crate::folder("offline")?.join(story)).await
}

async fn wait_for(page: &Page, script: &str, wanted: Value) -> Result<()> {
    let since = Instant::now();
    loop {
        // A page that is just being replaced has no answer.
        let found = page.ask(script).await.unwrap_or_default();
        if found == wanted {
            return Ok(());
        }
        if since.elapsed() > e2e::PATIENCE {
            bail!("{script}: {found}");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Opens the page and waits until the browser has kept it.
async fn first_visit(site: &Site) -> Result<Page> {
    let page = Page::blank(1280).await?;
    page.browser().goto(site.address() + "offline/").await?;
    page.find("[data-action=track-park]").await?;
    wait_for(&page, "return navigator.serviceWorker.ready.then(({ active }) => active.state)", json!("activated"))
        .await?;
    Ok(page)
}

/// Loads the page once more and waits until it is another document.
async fn reload(page: &Page) -> Result<()> {
    page.ask("self.before = true").await?;
    page.browser().refresh().await?;
    wait_for(page, "return self.before ?? false", json!(false)).await?;
    page.find("[data-action=track-park]").await.map(drop)
}

const BAR: &str = "return document.querySelector('.new-version').hidden";
const TITLE: &str = "return document.title";

/// Writes another title into the page, and another version with its hash into the worker. Unless it is `whole`, the page does not arrive.
fn release(site: &Site, title: &str, whole: bool) -> Result<()> {
    let (page, worker) = (site.file("offline/index.html"), site.file("offline/sw.js"));
    let old = std::fs::read_to_string(&page)?;
    let (start, rest) = old.split_once("<title>").context("a title")?;
    let (_, end) = rest.split_once("</title>").context("its end")?;
    let new = format!("{start}<title>{title}</title>{end}");
    let hash = |text: &str| BASE64_STANDARD.encode(Sha384::digest(text));
    let listed = std::fs::read_to_string(&worker)?;
    assert!(listed.contains(&hash(&old)), "the worker's list has the page's hash");
    let wanted = if whole { hash(&new) } else { hash("a page that has not arrived") };
    let (_, version) = listed.split_once("VERSION=\"").context("a version")?;
    let version = version.split('"').next().unwrap_or_default();
    let next = format!("{:x}", Sha384::digest(&wanted))[..version.len()].to_owned();
    std::fs::write(worker, listed.replace(&hash(&old), &wanted).replace(version, &next))?;
    Ok(std::fs::write(page, if whole { new } else { old })?)
}

#[tokio::test]
async fn after_one_visit_it_opens_without_its_host() -> Result<()> {
    let mut site = host("kept").await?;
    let page = first_visit(&site).await?;
    assert_eq!(page.cdp("Page.getInstallabilityErrors", json!({})).await?["installabilityErrors"], json!([]));
    let listed = "
        const files = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
        return caches.keys().then((names) => Promise.all(names.map(files))).then((all) => all.map((of) => of.sort()))";
    let note_and_files =
        json!([["/offline/"], ["/offline/", "/offline/manifest.webmanifest", "/shifan-office.js", "/shifan.js"]]);
    let mut found = page.ask(listed).await?;
    if let Some(found) = found.as_array_mut() {
        found.sort_by_key(|of| of.as_array().map(Vec::len));
    }
    assert_eq!(found, note_and_files);

    site.stop();
    reload(&page).await?;
    page.play_sample().await?;
    // Also by its other name, and from a link with something behind it.
    for name in ["offline/index.html", "offline/?from=portal"] {
        page.browser().goto(site.address() + name).await?;
        page.find("[data-action=track-park]").await?;
    }
    assert!(page.browser().goto(site.address() + "index.html").await.is_err(), "the strict page is not kept");
    page.quit().await
}

/// The worker answers for what is in its list and asks for nothing else; the page itself connects to nothing.
#[tokio::test]
async fn the_kept_page_connects_to_nothing() -> Result<()> {
    let site = host("strict").await?;
    let page = first_visit(&site).await?;
    reload(&page).await?;
    page.play_sample().await?;
    for attempt in [
        "fetch('../shifan.js')",
        "fetch('./')",
        "import('../shifan.js')",
        "navigator.serviceWorker.register('./other.js')",
    ] {
        let outcome = format!("return (async () => {attempt})().then(() => 'done', () => 'refused')");
        assert_eq!(page.ask(&outcome).await?, json!("refused"), "{attempt}");
    }
    page.quit().await
}

/// What the policy has beside that of the hosted page is what is documented, and no more.
#[test]
fn the_policy_has_four_exceptions() -> Result<()> {
    let directives = |name: &str| -> Result<Vec<String>> {
        let page = std::fs::read_to_string(e2e::host::dist()?.join(name))?;
        let (_, rest) = page.split_once("Content-Security-Policy").context("a policy")?;
        let policy = rest.split('"').nth(2).context("its text")?;
        // Hashes differ with what they are of.
        let without_hashes = |directive: &str| -> String {
            directive.split(' ').filter(|word| !word.starts_with("'sha")).collect::<Vec<_>>().join(" ")
        };
        Ok(policy.split("; ").map(without_hashes).collect())
    };
    let (strict, offline) = (directives("index.html")?, directives("offline/index.html")?);
    let only_in = |one: &[String], other: &[String]| -> Vec<String> {
        one.iter().filter(|directive| !other.contains(directive)).cloned().collect()
    };
    assert_eq!(only_in(&strict, &offline), ["trusted-types 'none'"]);
    assert_eq!(
        only_in(&offline, &strict),
        ["trusted-types shifan-offline", "worker-src 'self'", "manifest-src 'self'", "img-src data:"]
    );
    Ok(())
}

#[tokio::test]
async fn a_new_version_waits_until_it_is_wanted() -> Result<()> {
    let site = host("newer").await?;
    let page = first_visit(&site).await?;
    let title = page.ask(TITLE).await?;
    reload(&page).await?;
    assert_eq!(page.ask(BAR).await?, json!(true), "nothing is offered where nothing is new");

    // Half a release is none.
    release(&site, "", false)?;
    reload(&page).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(page.ask(BAR).await?, json!(true));
    std::fs::copy(e2e::host::dist()?.join("offline/sw.js"), site.file("offline/sw.js"))?;

    release(&site, "新版本", true)?;
    reload(&page).await?;
    wait_for(&page, BAR, json!(false)).await?;
    let room = "const { host } = document.querySelector('shifan-assessment').shadowRoot;
        return parseFloat(getComputedStyle(host).getPropertyValue('--shifan-below')) === document.querySelector('.new-version').offsetHeight";
    assert_eq!(page.ask(room).await?, json!(true), "the page's own notices stand above the bar");
    page.play_sample().await?;
    assert_eq!(page.ask(TITLE).await?, title, "the old one stays, and so does what is filled in");
    reload(&page).await?;
    assert_eq!(page.ask(TITLE).await?, title, "nor does a reload take it");
    page.browser().goto("about:blank").await?;
    page.browser().goto(site.address() + "offline/").await?;
    page.find("[data-action=track-park]").await?;
    assert_eq!(page.ask(TITLE).await?, title, "nor is it taken while no window shows the page");

    wait_for(&page, BAR, json!(false)).await?;
    page.ask("document.querySelector('.new-version button').click()").await?;
    wait_for(&page, TITLE, json!("新版本")).await?;
    page.find("[data-action=track-park]").await?;
    assert_eq!(page.ask(BAR).await?, json!(true));
    let left = "return caches.keys().then((names) => names.length)";
    wait_for(&page, left, json!(2)).await?;
    page.quit().await
}

/// Who agrees while the form is filled in is asked once more by the browser, and may stay.
#[tokio::test]
async fn a_new_version_does_not_take_what_is_filled_in() -> Result<()> {
    let site = host("asked").await?;
    let page = first_visit(&site).await?;
    reload(&page).await?;
    release(&site, "新版本", true)?;
    reload(&page).await?;
    wait_for(&page, BAR, json!(false)).await?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    page.type_into("figures.employees", "4321").await?;
    // The browser's own question cannot be answered from here: what is looked at is whether it is put.
    page.ask("addEventListener('beforeunload', (event) => sessionStorage.setItem('asked', event.defaultPrevented))")
        .await?;
    page.ask("document.querySelector('.new-version button').click()").await?;
    wait_for(&page, "return sessionStorage.getItem('asked')", json!("true")).await?;
    page.quit().await
}

/// The one line by which a host has every browser give the page back, as the documentation has it.
#[tokio::test]
async fn it_can_be_taken_back() -> Result<()> {
    let site = host("taken-back").await?;
    let page = first_visit(&site).await?;
    reload(&page).await?;
    let text = std::fs::read_to_string(site.file("offline/index.html"))?;
    std::fs::write(site.file("offline/index.html"), text.replacen("<title>", "<title>网站 ", 1))?;
    std::fs::write(site.file("offline/sw.js"), "registration.unregister();\n")?;
    reload(&page).await?;
    wait_for(&page, "return navigator.serviceWorker.getRegistrations().then((all) => all.length)", json!(0)).await?;
    reload(&page).await?;
    let title = page.ask(TITLE).await?;
    assert!(title.as_str().is_some_and(|title| title.starts_with("网站 ")), "{title}");
    page.quit().await
}

#[tokio::test]
async fn the_strict_pages_keep_nothing() -> Result<()> {
    let site = host("strict-pages").await?;
    let page = Page::blank(1280).await?;
    for name in ["", "shifan.html", "frame.html", "examples/element.html"] {
        page.browser().goto(site.address() + name).await?;
        page.find("[data-action=track-park]").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let kept = "return navigator.serviceWorker.getRegistrations().then((all) => all.length)";
        assert_eq!(page.ask(kept).await?, json!(0), "{name}");
    }
    page.quit().await
}
