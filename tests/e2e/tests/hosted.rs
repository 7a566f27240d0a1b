//! The pages behind a real nginx with the sample configuration.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use e2e::Page;
use e2e::nginx::Nginx;
use serde_json::json;

fn work(story: &str) -> Result<PathBuf> {
    Ok(crate::folder("nginx")?.join(story))
}

async fn start(story: &str) -> Result<Nginx> {
    Nginx::start(&e2e::host::dist()?, &work(story)?).await
}

const ALONE: &str = "frame-ancestors 'none'";

#[tokio::test]
async fn every_file_has_its_type_and_its_policy() -> Result<()> {
    let nginx = start("types").await?;
    let table = [
        ("", "text/html; charset=utf-8", ALONE),
        ("index.html", "text/html; charset=utf-8", ALONE),
        ("shifan.html", "text/html; charset=utf-8", ALONE),
        ("shifan-chromium83.html", "text/html; charset=utf-8", ALONE),
        ("shifan.js", "text/javascript; charset=utf-8", ALONE),
        ("shifan-office.js", "text/javascript; charset=utf-8", ALONE),
        ("frame.html", "text/html; charset=utf-8", "frame-ancestors 'self'"),
        ("embed.js", "text/javascript; charset=utf-8", ALONE),
        ("offline/", "text/html; charset=utf-8", ALONE),
        ("offline/sw.js", "text/javascript; charset=utf-8", "default-src 'none'; connect-src 'self'"),
        ("offline/manifest.webmanifest", "application/manifest+json; charset=utf-8", ALONE),
        ("examples/element.html", "text/html; charset=utf-8", ALONE),
        ("examples/site.css", "text/css; charset=utf-8", ALONE),
        ("npm/shifan_bg.wasm", "application/wasm", ALONE),
        ("LICENSE", "text/plain; charset=utf-8", ALONE),
        ("SHA256SUMS", "text/plain; charset=utf-8", ALONE),
    ];
    for (name, kind, policy) in table {
        let answer = nginx.get(&format!("/shifan/{name}"), &[])?;
        assert_eq!(answer.status, 200, "{name}");
        // A page's whole policy is sent as well: whatever is put before its own place runs under it.
        let page = String::from_utf8_lossy(&answer.body);
        let own = page.split_once("Content-Security-Policy\"").and_then(|(_, rest)| rest.split('"').nth(1));
        let whole = own.filter(|_| kind.starts_with("text/html") && !name.starts_with("examples/"));
        let policy = [whole.unwrap_or_default(), policy].into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>();
        for (header, expected) in [
            ("Content-Type", kind),
            ("Content-Security-Policy", &policy.join("; ")),
            ("Cache-Control", "no-cache"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Server", "nginx"),
        ] {
            assert_eq!(answer.header(header), expected, "{name}: {header}");
        }
    }
    assert_eq!(nginx.get("/shifan/none.html", &[])?.status, 404);
    let moved = nginx.get("/shifan", &[])?;
    assert_eq!((moved.status, moved.header("Location")), (301, "/shifan/"));
    Ok(())
}

/// What has not changed is not sent again, compressed or not.
#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() -> Result<()> {
    let nginx = start("unchanged").await?;
    for name in [
        "index.html",
        "shifan.js",
        "shifan-office.js",
        "shifan.html",
        "frame.html",
        "offline/sw.js",
        "npm/shifan_bg.wasm",
    ] {
        for encoding in ["gzip", "identity"] {
            let asked = [("Accept-Encoding", encoding)];
            let path = format!("/shifan/{name}");
            let first = nginx.get(&path, &asked)?;
            assert!(!first.header("ETag").is_empty(), "{name} has no ETag");
            let again = nginx.get(&path, &[asked[0], ("If-None-Match", first.header("ETag"))])?;
            assert_eq!((again.status, again.body.len()), (304, 0), "{name}, {encoding}");
            let other = nginx.get(&path, &[asked[0], ("If-None-Match", "\"another\"")])?;
            assert_eq!(other.status, 200, "{name}, {encoding}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_is_large_comes_compressed() -> Result<()> {
    let nginx = start("compressed").await?;
    // The wasm is denser than the text that the others are.
    for (name, percent) in [
        ("shifan.js", 40),
        ("shifan.html", 40),
        ("frame.html", 40),
        ("npm/shifan_bg.wasm", 50),
        ("THIRD-PARTY.txt", 40),
    ] {
        let path = format!("/shifan/{name}");
        let (plain, compressed) = (nginx.get(&path, &[])?, nginx.get(&path, &[("Accept-Encoding", "gzip")])?);
        assert_eq!((plain.header("Content-Encoding"), compressed.header("Content-Encoding")), ("", "gzip"), "{name}");
        assert_eq!(plain.header("Vary"), "Accept-Encoding", "{name}");
        let (small, large) = (compressed.body.len(), plain.body.len());
        assert!(small * 100 < large * percent, "{name}: {small} of {large} bytes");
    }
    Ok(())
}

/// Only what has a release in its address may be kept for good.
#[tokio::test]
async fn a_release_in_the_address_never_changes() -> Result<()> {
    let folder = work("releases")?.join("site");
    e2e::site::copy(&e2e::host::dist()?, &folder.join("0.1.0"))?;
    let nginx = Nginx::start(&folder, &work("releases")?).await?;
    for (name, kept) in [
        ("0.1.0/shifan.js", "public, max-age=31536000, immutable"),
        ("0.1.0/shifan-office.js", "public, max-age=31536000, immutable"),
        ("0.1.0/embed.js", "public, max-age=31536000, immutable"),
        ("0.1.0/offline/sw.js", "no-cache"),
        ("0.1.0/index.html", "no-cache"),
    ] {
        let answer = nginx.get(&format!("/shifan/{name}"), &[])?;
        assert_eq!((answer.status, answer.header("Cache-Control")), (200, kept), "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn the_pages_play_under_a_path() -> Result<()> {
    let nginx = start("played").await?;
    let page = Page::blank(1280).await?;
    for name in ["", "shifan.html", "frame.html", "offline/", "examples/element.html"] {
        page.browser().goto(nginx.address() + name).await?;
        page.play_sample().await?;
    }
    page.browser().goto(nginx.address() + "examples/iframe.html").await?;
    page.browser().enter_frame(1).await?;
    page.play_sample().await?;
    page.quit().await
}

/// Another site may not frame the page, and its own host may not either where the header says so.
#[tokio::test]
async fn only_the_page_for_frames_is_framed() -> Result<()> {
    let nginx = start("framed").await?;
    let page = Page::blank(1280).await?;
    page.browser().goto(nginx.address() + "npm/README.md").await?;
    for (name, framed) in [("frame.html", true), ("index.html", false), ("offline/", false), ("shifan.html", false)] {
        let body = "
            const frame = document.createElement('iframe');
            document.body.replaceChildren(frame);
            return new Promise((done) => { frame.onload = () => done(null); frame.src = arguments[0]; })";
        page.browser().execute(body, vec![json!(nginx.address() + name)]).await?;
        page.browser().enter_frame(0).await?;
        if framed {
            page.find("[data-action=track-park]").await?;
        } else {
            tokio::time::sleep(Duration::from_millis(500)).await;
            assert!(page.look_for("[data-action=track-park]").await?.is_none(), "{name}");
        }
        page.browser().enter_default_frame().await?;
    }
    page.quit().await
}

/// Under the worker's policy of the sample the page is kept all the same.
#[tokio::test]
async fn the_offline_page_outlives_its_host() -> Result<()> {
    let mut nginx = start("offline").await?;
    let page = Page::blank(1280).await?;
    page.browser().goto(nginx.address() + "offline/").await?;
    page.find("[data-action=track-park]").await?;
    let kept = "return navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname)";
    assert_eq!(*page.browser().execute(kept, vec![]).await?.json(), json!("/shifan/offline/"));
    nginx.stop().await?;
    assert!(nginx.get("/shifan/", &[]).is_err(), "it is gone");
    page.browser().goto(nginx.address() + "offline/").await?;
    page.play_sample().await?;
    page.quit().await
}
