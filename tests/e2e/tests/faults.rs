//! What a person sees where a site forbids the application to run, or hands on only half of it.

use std::time::SystemTime;

use anyhow::Result;
use e2e::Page;
use e2e::site::Site;
use serde_json::{Value, json};

/// A copy of what was built, and beside it a page of somebody's own.
async fn site(story: &str, head: &str) -> Result<Site> {
    let site = Site::start(&crate::folder("faults")?.join(story)).await?;
    let page = format!(
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">{head}<title>x</title>\
         <script src=\"shifan.js\" defer></script><h1>本站</h1>\
         <shifan-assessment>请改用单文件版。</shifan-assessment></html>"
    );
    std::fs::write(site.file("host.html"), page)?;
    Ok(site)
}

/// Waits until a script gives a text, and gives it.
async fn text(page: &Page, script: &str) -> Result<String> {
    for _ in 0..100 {
        if let Value::String(text) = page.ask(script).await? {
            return Ok(text);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("{script} gave no text")
}

const ALERT: &str =
    "return document.querySelector('shifan-assessment').shadowRoot?.querySelector('[role=alert]')?.textContent";

/// Whoever fills it in learns that it is the site's doing, and the rest of the site stands.
#[tokio::test]
async fn a_policy_that_forbids_webassembly_is_named() -> Result<()> {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">";
    let site = site("policy", policy).await?;
    let page = Page::blank(1280).await?;
    page.browser().goto(site.address() + "host.html").await?;
    let told = text(&page, ALERT).await?;
    assert!(told.contains("自评页面未能启动") && told.contains("安全策略"), "{told}");
    assert_eq!(page.ask("return document.querySelector('h1').textContent").await?, json!("本站"));
    assert_eq!(page.ask("return document.querySelector('shifan-assessment').value").await?, json!(null));
    page.quit().await
}

/// Half a script is none: the site's own words stay, and our own page says what is wrong.
#[tokio::test]
async fn half_a_script_leaves_words_that_help() -> Result<()> {
    let site = site("half", "").await?;
    let script = std::fs::read_to_string(site.file("shifan.js"))?;
    std::fs::write(site.file("shifan.js"), &script[..script.len() / 2])?;
    // A server tells versions of a file apart by the second in which they were written.
    std::fs::File::options().write(true).open(site.file("shifan.js"))?.set_modified(SystemTime::UNIX_EPOCH)?;
    let page = Page::blank(1280).await?;
    page.browser().goto(site.address() + "host.html").await?;
    let shown = "const one = document.querySelector('shifan-assessment'); return one && (one.shadowRoot ? 'opened' : document.body.innerText)";
    assert!(text(&page, shown).await?.contains("请改用单文件版。"), "what the site wrote stays to be read");
    page.browser().goto(site.address() + "index.html").await?;
    let told = text(&page, "return document.querySelector('.floor[role=alert]')?.textContent").await?;
    assert!(told.contains("程序没有运行"), "{told}");

    // Whole again, it runs. What a browser took a while ago it may show once more, unless it is told to look.
    std::fs::write(site.file("shifan.js"), script)?;
    page.browser().refresh().await?;
    page.act("track-park").await?;
    page.quit().await
}
