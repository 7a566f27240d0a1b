//! The part that reads Excel files: when it comes, from where, and what is said where it does not.

use crate::files::{arrived_as, choose, downloads};
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use e2e::site::Site;
use e2e::{Page, host};
use serde_json::{Value, json};

const PART: &str = "/shifan-office.js";
const FILLED_IN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../cases/filled-in-template.xlsx");
const TEMPLATE: &str = r#"<template id="shifan-office"><script src="../shifan-office.js"></script></template>"#;
const EXAMPLE: &str = "examples/element.html";

const ABSENT: &str = "没有处理 Excel 文件的部件";
const UNREACHABLE: &str = "未能载入";
const BROKEN: &str = "不完整";
const COPYING_WORKS: &str = "粘贴到本页，始终可用";

/// Opens files one right after the other as a person chooses them, in the element of this place on the page.
const OPEN: &str = "
    const [place, files] = argument;
    const field = document.querySelectorAll('shifan-assessment')[place].shadowRoot.querySelector('[data-file=open-file]');
    for (const [name, text] of files) {
        const chosen = new DataTransfer();
        chosen.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], name));
        field.files = chosen.files;
        field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }
    return null";

/// What the page said from now on, in its notices.
const LISTEN: &str = "
    window.said = [];
    const bar = root.querySelector('.notice');
    new MutationObserver(() => window.said.push(bar.textContent)).observe(bar, { subtree: true, childList: true, characterData: true });
    return null";

fn workbook(name: &str) -> Result<Vec<u8>> {
    Ok(std::fs::read([env!("CARGO_MANIFEST_DIR"), "/../cases/office/", name].concat())?)
}

async fn open(page: &Page, place: usize, files: &[(&str, Vec<u8>)]) -> Result<()> {
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name, BASE64_STANDARD.encode(bytes))).collect();
    page.script(OPEN, json!([place, files])).await.map(drop)
}

/// Opens a workbook, looks whether its table is shown, and drops it.
async fn a_workbook_is_read(page: &Page) -> Result<()> {
    open(page, 0, &[("park.xlsx", workbook("openpyxl.xlsx")?)]).await?;
    let shown = page.find("dialog[open] #preview-sheet").await?.text().await?;
    assert!(shown.contains("汇总表") && shown.contains("核对（隐藏）"), "{shown}");
    page.act("drop-table").await?;
    page.find("dialog.preview:not([open])").await.map(drop)
}

/// Opens a workbook that is not read; the page says why and that copying works, and everything else works on.
async fn a_workbook_is_not_read(page: &Page, why: &str) -> Result<()> {
    open(page, 0, &[("park.xlsx", workbook("openpyxl.xlsx")?)]).await?;
    let notice = "return root.querySelector('.notice[data-failed=true] > p')?.textContent ?? ''";
    let said = page.wait_until(notice, |said| said.as_str().is_some_and(|said| said.contains(why))).await?;
    assert!(said.as_str().is_some_and(|said| said.contains(COPYING_WORKS)), "{said}");
    page.act("unfold-more").await?;
    page.act("template").await?;
    page.wait_until(notice, |said| said.as_str().is_some_and(|said| said.contains("文件未能生成"))).await?;
    page.act("unfold-more").await?;
    open(page, 0, &[("park.csv", "营业收入（亿元）,1,2,3\n".into())]).await?;
    page.find("dialog[open] [data-action='fill-in']").await?;
    page.act("drop-table").await?;
    page.find("dialog.preview:not([open])").await.map(drop)
}

async fn begin(page: &Page, address: &str) -> Result<()> {
    page.browser().goto(address).await?;
    page.act("track-park").await?;
    page.act("stage-creation").await
}

/// A copy of what is delivered with this done to it, and the page of a site with the element in it.
async fn site(story: &str, change: impl FnOnce(&Site) -> Result<()>) -> Result<(Site, Page)> {
    let site = Site::start(&crate::folder("office")?.join(story)).await?;
    change(&site)?;
    let page = Page::blank(1280).await?;
    begin(&page, &(site.address() + EXAMPLE)).await?;
    Ok((site, page))
}

/// Replaces a text in a file of a site, which has to have it.
fn replace(site: &Site, file: &str, old: &str, new: &str) -> Result<()> {
    let text = std::fs::read_to_string(site.file(file))?;
    assert!(text.contains(old), "{file} has no {old}");
    Ok(std::fs::write(site.file(file), text.replacen(old, new, 1))?)
}

/// The only request is for that one file, and only when somebody opens a workbook.
#[tokio::test]
async fn the_hosted_page_asks_for_it_when_a_workbook_is_opened() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("sample").await?;
    open(&page, 0, &[("park.csv", "营业收入（亿元）,1,2,3\n".into())]).await?;
    page.find("dialog[open] [data-action='fill-in']").await?;
    page.act("drop-table").await?;
    page.find("dialog.preview:not([open])").await?;
    assert_eq!(page.requests(), ["/", "/shifan.js"]);
    page.script(LISTEN, json!(null)).await?;
    for _ in 0..20 {
        a_workbook_is_read(&page).await?;
        assert_eq!(page.requests(), ["/", "/shifan.js", PART]);
    }
    let said = page.script("return window.said", json!(null)).await?;
    assert!(said.to_string().contains("正在准备处理 Excel、Word 文件"), "{said}");
    assert_eq!(page.script("return document.querySelectorAll('head script').length", json!(null)).await?, json!(0));
    page.close_after(&[PART]).await
}

/// What is filled in goes out in the template; taken in on a blank page, sheet by sheet, all of it is there.
#[tokio::test]
async fn the_template_is_handed_out_and_taken_in() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let folder = downloads(&page, "template").await?;
    page.act("sample").await?;
    let verdict = "return JSON.stringify(root.host.assess().indicators.map(({ id, outcome }) => [id, outcome]))";
    let before = page.script(verdict, json!(null)).await?;
    page.act("unfold-more").await?;
    page.act("template").await?;
    let file = arrived_as(&folder, "xlsx").await?;
    assert!(file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("填表模板-")), "{file:?}");
    page.act("dismiss").await?;
    page.script("root.host.value = { track: 'park', stage: 'creation', figures: {} }; return null", json!(null))
        .await?;
    page.wait_until("return root.host.value?.figures.revenue?.[2] ?? ''", |revenue| *revenue == json!("")).await?;

    choose(&page, "open-file", &file).await?;
    fill_in_all(&page).await?;
    assert_eq!(page.value("figures.revenue[2]").await?, "1365200万元");
    assert_eq!(page.script(verdict, json!(null)).await?, before);
    page.close_after(&[PART]).await
}

/// The results as a host page has them.
const OUTCOMES: &str = "return JSON.stringify(root.host.assess().indicators.map(({ id, outcome }) => [id, outcome]))";

/// Hands out the report and the workings, begins anew, and takes the workings in.
async fn what_is_handed_in_comes_back(page: &Page, story: &str, (track, stage): (&str, &str)) -> Result<()> {
    let folder = downloads(page, story).await?;
    let before = page.script(OUTCOMES, json!(null)).await?;
    page.act("unfold-more").await?;
    page.act("document").await?;
    let report = arrived_as(&folder, "docx").await?;
    assert!(report.file_name().is_some_and(|name| name.to_string_lossy().starts_with("自评报告-")), "{report:?}");
    assert!(std::fs::read(&report)?.starts_with(b"PK\x03\x04"), "an archive");
    page.act("workings").await?;
    let workings = arrived_as(&folder, "xlsx").await?;
    assert!(workings.file_name().is_some_and(|name| name.to_string_lossy().starts_with("自评表-")), "{workings:?}");
    page.act("dismiss").await?;
    page.script("root.host.value = argument; return null", json!({"track": track, "stage": stage, "figures": {}}))
        .await?;
    page.wait_until("return root.host.value?.figures.revenue?.[2] ?? ''", |revenue| *revenue == json!("")).await?;
    choose(page, "open-file", &workings).await?;
    fill_in_all(page).await?;
    assert_eq!(page.script(OUTCOMES, json!(null)).await?, before);
    Ok(())
}

/// A park fills in the template with another program (`tests/office/fill.py`), opens it, tells two people of one name apart, and hands in.
#[tokio::test]
async fn a_template_that_was_filled_in_elsewhere_becomes_what_is_handed_in() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    choose(&page, "open-file", &std::fs::canonicalize(FILLED_IN)?).await?;
    let said = "return [...root.querySelectorAll('dialog[open] .preview-said')].map((one) => one.textContent)";
    let says = |said: &Value| {
        said[0] == "名称东湖新兴产业园管理委员会C5"
            && said[4].as_str().is_some_and(|note| note.contains("园发〔2025〕7号"))
    };
    page.wait_until(said, says).await?;
    fill_in_all(&page).await?;
    assert_eq!(page.value("figures.revenue[2]").await?, "118.4亿元");
    let words = "
        const data = root.host.value;
        return [data.applicant.name, data.field, data.sources.quality_enterprises, Object.values(data.eligibility), data.notes['park.industrial_policy']]";
    let expected = json!([
        "东湖新兴产业园管理委员会",
        "新材料",
        "科技局、工信局名录",
        [true, true],
        "已出台专项政策：\n一、园发〔2024〕3号；\n二、园发〔2025〕7号。"
    ]);
    page.wait_until(words, |words: &Value| *words == expected).await?;
    page.expect_outcome("park.industry_scale", "met").await?;
    let sum = "return root.querySelector('.list-sum').textContent";
    let counted = |says: &'static str| move |sum: &Value| sum.as_str().is_some_and(|sum| sum.contains(says));
    page.wait_until(sum, counted("共 3 条：计入 2，未计入 1，存疑 1")).await?;
    page.click("[data-item='2'] button").await?;
    page.empty("name").await?;
    page.type_into("name", "张三（研发部）").await?;
    page.act("put-item-figures.talent").await?;
    page.wait_until(sum, counted("计入 3，未计入 0")).await?;
    what_is_handed_in_comes_back(&page, "filled-in", ("park", "creation")).await?;
    page.close_after(&[PART]).await
}

/// A recognition is held against its application, whose figures are in the workings too.
#[tokio::test]
async fn the_workings_of_a_recognition_come_back() -> Result<()> {
    let page = Page::open_at("enterprise", "recognition").await?;
    page.act("sample").await?;
    what_is_handed_in_comes_back(&page, "handed-in", ("enterprise", "recognition")).await?;
    page.close_after(&[PART]).await
}

/// Fills in one sheet after the other, until none is left.
async fn fill_in_all(page: &Page) -> Result<()> {
    page.find("dialog[open] [data-action='fill-in']").await?;
    for _ in 0..20 {
        if page.look_for("dialog[open] [data-action='fill-in']").await?.is_none() {
            break;
        }
        page.act("fill-in").await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    Ok(())
}

/// In one file it is there already, and nothing is asked for.
#[tokio::test]
async fn the_single_file_has_it_inside() -> Result<()> {
    for name in ["shifan.html", "shifan-chromium83.html", "frame.html"] {
        let page = Page::open_file(&host::dist()?.join(name)).await?;
        page.act("track-park").await?;
        page.act("stage-creation").await?;
        a_workbook_is_read(&page).await?;
        let asked = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
        assert_eq!(page.script(asked, json!(null)).await?, json!([]), "{name}");
        // The one for older browsers tries what must be refused before it starts, and the console says so.
        let is_older = name == "shifan-chromium83.html";
        if is_older { page.quit().await? } else { page.close().await? }
    }
    Ok(())
}

/// The browser has kept it with the page.
#[tokio::test]
async fn the_offline_page_reads_workbooks_without_its_host() -> Result<()> {
    let mut site = Site::start(&crate::folder("office")?.join("offline")).await?;
    let page = Page::blank(1280).await?;
    begin(&page, &(site.address() + "offline/")).await?;
    let kept =
        "return navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(() => done(true), 500)))";
    page.ask(kept).await?;
    site.stop();
    begin(&page, &(site.address() + "offline/")).await?;
    a_workbook_is_read(&page).await?;
    page.quit().await
}

/// A site around the element has the part in a template, in a tag of its own before or behind the first, or not at all.
#[tokio::test]
async fn a_host_page_says_where_it_is() -> Result<()> {
    let first = r#"<script src="../shifan.js" defer></script>"#;
    let second = r#"<script src="../shifan-office.js" defer></script>"#;
    let (_site, page) = site("template", |_| Ok(())).await?;
    a_workbook_is_read(&page).await?;
    page.close_site().await?;
    for (story, tags) in [("before", [second, first].concat()), ("behind", [first, second].concat())] {
        let (_site, page) = site(story, |site| {
            replace(site, EXAMPLE, TEMPLATE, "")?;
            replace(site, EXAMPLE, first, &tags)
        })
        .await?;
        a_workbook_is_read(&page).await?;
        page.close_site().await?;
    }
    let (_site, page) = site("absent", |site| replace(site, EXAMPLE, TEMPLATE, "")).await?;
    a_workbook_is_not_read(&page, ABSENT).await?;
    page.act("lang-en").await?;
    open(&page, 0, &[("park.xlsx", workbook("openpyxl.xlsx")?)]).await?;
    let notice = "return root.querySelector('.notice > p').textContent";
    page.wait_until(notice, |said| said.as_str().is_some_and(|said| said.contains("has no part for Excel files")))
        .await?;
    page.close_site().await.map(drop)
}

/// One that cannot be used is said to be that, and nothing else suffers.
#[tokio::test]
async fn a_part_that_cannot_be_used_is_named() -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let (_site, page) = site("version", |site| {
        let quoted = format!("\"{version}\"");
        replace(site, "shifan-office.js", &quoted, "\"0.0.9\"")
    })
    .await?;
    a_workbook_is_not_read(&page, &format!("是 0.0.9 版，本页是 {version} 版")).await?;
    page.close_site().await?;
    for (story, text) in [("another", "0"), ("empty", "")] {
        let (_site, page) = site(story, |site| Ok(std::fs::write(site.file("shifan-office.js"), text)?)).await?;
        a_workbook_is_not_read(&page, BROKEN).await?;
        page.close_site().await?;
    }
    // The script is whole and the module in its midst is not.
    let (_site, page) = site("damaged", |site| {
        let text = std::fs::read_to_string(site.file("shifan-office.js"))?;
        let (before, behind) = text.split_at(text.len() / 2);
        Ok(std::fs::write(site.file("shifan-office.js"), [before, &behind[1000..]].concat())?)
    })
    .await?;
    a_workbook_is_not_read(&page, BROKEN).await?;
    page.quit().await?;
    let (_site, page) = site("policy", |site| {
        replace(site, EXAMPLE, "script-src 'self'", &format!("script-src {}shifan.js", site.address()))
    })
    .await?;
    a_workbook_is_not_read(&page, UNREACHABLE).await?;
    page.quit().await
}

/// A host that is away, or a file that was changed on its way: once it is well again, so is the page.
#[tokio::test]
async fn another_try_works() -> Result<()> {
    let mut site = Site::start(&crate::folder("office")?.join("again")).await?;
    let page = Page::blank(1280).await?;
    begin(&page, &site.address()).await?;
    page.type_into("figures.employees", "4321").await?;
    site.stop();
    a_workbook_is_not_read(&page, UNREACHABLE).await?;
    site.come_back()?;
    let whole = std::fs::read_to_string(site.file("shifan-office.js"))?;
    std::fs::write(site.file("shifan-office.js"), [&whole, " "].concat())?;
    a_workbook_is_not_read(&page, UNREACHABLE).await?;
    std::fs::write(site.file("shifan-office.js"), whole)?;
    // The host tells versions apart by the second.
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(5);
    std::fs::File::options().write(true).open(site.file("shifan-office.js"))?.set_modified(later)?;
    a_workbook_is_read(&page).await?;
    assert_eq!(page.value("figures.employees").await?, "4321");
    page.quit().await
}

/// Two elements have one part between them, and of files that are opened quickly the last counts.
#[tokio::test]
async fn it_is_there_once_and_the_last_file_counts() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let second = "
        const one = document.createElement('shifan-assessment');
        one.setAttribute('track', 'park');
        one.setAttribute('stage', 'creation');
        const ready = new Promise((done) => one.addEventListener('shifan-ready', done));
        document.body.append(one);
        return ready.then(() => null)";
    page.script(second, json!(null)).await?;
    let shown = |place: usize| {
        format!(
            "return [...document.querySelectorAll('shifan-assessment')[{place}].shadowRoot.querySelectorAll('dialog[open] .preview-part')].map((one) => one.textContent).join()"
        )
    };
    let park = ("park.xlsx", workbook("openpyxl.xlsx")?);
    let csv = ("park.csv", "技术合同成交额（元）,1001,1002,1003\n".into());
    open(&page, 1, std::slice::from_ref(&park)).await?;
    open(&page, 0, &[csv.clone(), park.clone(), csv, park]).await?;
    for place in [0, 1] {
        let said = page.wait_until(&shown(place), |said| said != "").await?;
        assert!(said.as_str().is_some_and(|said| said.contains("112.36")), "{place}: {said}");
    }
    // Not by the pointer: which of the two previews lies above the other is left to which file was read first.
    let drop = "
        for (const one of document.querySelectorAll('shifan-assessment')) one.shadowRoot.querySelector('[data-action=drop-table]').click();
        return null";
    page.script(drop, json!(null)).await?;
    // What is still being read when a text is opened comes too late.
    let last = ("park.csv", "技术合同成交额（元）,1001,1002,1003\n".into());
    open(&page, 0, &[("park.xls", workbook("xlwt.xls")?), last]).await?;
    page.wait_until(&shown(0), |said| said.as_str().is_some_and(|said| said.contains("1001"))).await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let said = page.script(&shown(0), json!(null)).await?;
    assert!(said.as_str().is_some_and(|said| said.contains("1001")), "{said}");
    page.close_after(&[PART]).await
}

/// A file that stops the part at work takes nothing else along, and the next one is read.
#[tokio::test]
async fn a_file_that_stops_the_part_stops_nothing_else() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.type_into("figures.employees", "4321").await?;
    // Once, the module is refused its memory, as where a file asks for more than there is.
    let stop = "
        const real = window.WebAssembly.instantiate;
        window.WebAssembly.instantiate = () => {
            window.WebAssembly.instantiate = real;
            return Promise.reject(new WebAssembly.RuntimeError('unreachable'));
        };
        return null";
    page.script(stop, json!(null)).await?;
    open(&page, 0, &[("park.et", workbook("libreoffice.xls")?)]).await?;
    let notice = "return root.querySelector('.notice[data-failed=true] > p')?.textContent ?? ''";
    page.wait_until(notice, |said: &Value| said.as_str().is_some_and(|said| said.contains("工作簿"))).await?;
    a_workbook_is_read(&page).await?;
    assert_eq!(page.value("figures.employees").await?, "4321");
    page.close_after(&[PART]).await.context("nothing is complained of")
}
