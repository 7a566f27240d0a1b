//! Keeping and handing over: what is saved comes back, what is broken changes nothing, what is forgotten is gone.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use e2e::Page;
use serde_json::{Value, json};

/// What is typed into one and looked for in another.
const TYPED: [(&str, &str); 5] = [
    ("figures.revenue[0]", "3.1亿"),
    ("figures.revenue[1]", "３１０００"),
    ("figures.revenue[2]", "约4亿"),
    ("figures.employees", "1,234"),
    ("applicant.name", "某/企业"),
];

/// Types what every story begins with.
async fn fill_in(page: &Page) -> Result<()> {
    for (name, text) in TYPED {
        page.type_into(name, text).await?;
    }
    page.act("add-figures.standards").await?;
    page.type_into("figures.standards[0].count", "2").await
}

async fn expect_filled_in(page: &Page) -> Result<()> {
    for (name, text) in TYPED {
        assert_eq!(page.value(name).await?, text, "{name}");
    }
    assert_eq!(page.value("figures.standards[0].count").await?, "2");
    page.expect_outcome("enterprise.revenue", "invalid").await.map(drop)
}

/// An empty folder of a story's own, to which its browser saves.
async fn downloads(page: &Page, story: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(story);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    page.cdp("Browser.setDownloadBehavior", json!({"behavior": "allow", "downloadPath": folder})).await?;
    Ok(folder)
}

/// The file that arrives in a folder.
async fn arrived(folder: &Path) -> Result<PathBuf> {
    let since = Instant::now();
    loop {
        let files = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        if let Some(file) = files.into_iter().find(|file| file.extension().is_some_and(|name| name == "json")) {
            return Ok(file);
        }
        if since.elapsed() > Duration::from_secs(10) {
            bail!("nothing arrives in {}", folder.display());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Chooses a file behind a button, as the browser's own window does.
async fn choose(page: &Page, action: &str, file: &Path) -> Result<()> {
    let field = page.find(&format!("input[data-file='{action}']")).await?;
    field.send_keys(file.to_str().context("a path")?).await.context("choosing a file")
}

async fn expect_notice(page: &Page, part: &str) -> Result<()> {
    let since = Instant::now();
    loop {
        let said = page.script("return root.querySelector('.notice').textContent", json!(null)).await?;
        if said.as_str().is_some_and(|said| said.contains(part)) {
            return Ok(());
        }
        if since.elapsed() > Duration::from_secs(10) {
            bail!("the page does not say {part:?} but {said}");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn reload(page: &Page) -> Result<()> {
    page.script("window.before = true", json!(null)).await?;
    page.cdp("Page.reload", json!({})).await?;
    let since = Instant::now();
    while page.cdp("Runtime.evaluate", json!({"expression": "window.before === true"})).await?["result"]["value"]
        == true
    {
        anyhow::ensure!(since.elapsed() < Duration::from_secs(10), "the page is not reloaded");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    page.find("[data-action=track-park]").await.map(drop)
}

/// Ends a story that loaded the page more than once.
async fn end(page: Page) -> Result<()> {
    let others: Vec<String> = page.requests().into_iter().filter(|path| path != "/" && path != "/shifan.js").collect();
    assert_eq!(others, Vec::<String>::new(), "requests");
    page.quit().await
}

async fn draft(page: &Page) -> Result<Value> {
    page.script("return localStorage.getItem('shifan-draft')", json!(null)).await
}

async fn switch_draft(page: &Page) -> Result<()> {
    page.find("input[name=draft]").await?.click().await.context("pressing the switch")
}

/// An enterprise fills in, saves, and opens the file another day; then it goes on to recognition with it.
#[tokio::test]
async fn an_application_is_saved_opened_and_becomes_the_baseline() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    let folder = downloads(&page, "saved").await?;
    fill_in(&page).await?;
    page.act("save-file").await?;
    let file = arrived(&folder).await?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    assert!(name.starts_with("示范自评-某_企业-创建-20"), "{name}");
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    assert_eq!(written["submission"]["figures"]["revenue"], json!(["3.1亿", "３１０００", "约4亿"]));

    reload(&page).await?;
    choose(&page, "open-file", &file).await?;
    expect_notice(&page, "文件已打开").await?;
    expect_filled_in(&page).await?;

    // The same file once more, and back.
    page.empty("figures.employees").await?;
    choose(&page, "open-file", &file).await?;
    expect_filled_in(&page).await?;
    page.act("undo").await?;
    assert_eq!(page.value("figures.employees").await?, "");

    reload(&page).await?;
    page.act("track-enterprise").await?;
    page.act("stage-recognition").await?;
    choose(&page, "open-baseline", &file).await?;
    expect_notice(&page, "已取入申报时的数据").await?;
    assert_eq!(page.value("baseline.revenue[1]").await?, "３１０００");
    page.act("track-park").await?;
    choose(&page, "open-baseline", &file).await?;
    expect_notice(&page, "同类申报对象").await?;
    end(page).await
}

/// The application on the page itself is taken by one button, which is there only where there is one.
#[tokio::test]
async fn the_application_on_this_page_becomes_the_baseline() -> Result<()> {
    let page = Page::open_at("enterprise", "recognition").await?;
    page.find("[data-action='take-baseline'][hidden]").await?;
    page.act("stage-creation").await?;
    page.find(".baseline-source[hidden]").await?;
    page.type_into("figures.revenue[2]", "4亿").await?;
    page.act("stage-recognition").await?;
    page.act("take-baseline").await?;
    assert_eq!(page.value("baseline.revenue[2]").await?, "4亿");
    assert_eq!(page.value("figures.revenue[0]").await?, "4亿", "the year before the creation period");
    page.close().await
}

/// Whatever is wrong with a file is said, and nothing that was filled in changes.
#[tokio::test]
async fn a_file_that_is_no_submission_changes_nothing() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    let folder = downloads(&page, "refused").await?;
    fill_in(&page).await?;
    let rules_gone = r#"{"format": "shifan", "version": 1, "ruleset": {"id": "plan-1999"}, "submission": {}}"#;
    let table: [(&str, String, &str); 5] = [
        ("cut.json", r#"{"format": "shifan", "#.to_owned(), "已损坏"),
        ("other.json", r#"{"name": "other"}"#.to_owned(), "不是自评文件"),
        ("later.json", r#"{"format": "shifan", "version": 7}"#.to_owned(), "更新的版本（7）"),
        ("rules.json", rules_gone.to_owned(), "plan-1999"),
        ("large.json", " ".repeat(2_000_001), "文件过大"),
    ];
    for (name, text, said) in table {
        let file = folder.join(name);
        std::fs::write(&file, text)?;
        choose(&page, "open-file", &file).await?;
        expect_notice(&page, said).await?;
        expect_filled_in(&page).await?;
    }
    page.close().await
}

/// A file may also be dropped onto the page.
#[tokio::test]
async fn a_file_is_dropped_onto_the_page() -> Result<()> {
    let page = Page::open(1280).await?;
    let drop = "
        const data = new DataTransfer();
        data.items.add(new File([argument], 'dropped.json'));
        const target = root.querySelector('h1');
        const event = (name) => new DragEvent(name, {dataTransfer: data, bubbles: true, composed: true, cancelable: true});
        const taken = !target.dispatchEvent(event('dragover'));
        target.dispatchEvent(event('drop'));
        return taken";
    let submission = r#"{"track": "park", "stage": "creation", "figures": {"employees": 4200}}"#;
    assert_eq!(page.script(drop, json!(submission)).await?, json!(true), "the browser would show the file instead");
    expect_notice(&page, "文件已打开").await?;
    assert_eq!(page.value("figures.employees").await?, "4200");
    page.close().await
}

/// From a folder a file can be saved, and no draft is offered: every file on the machine would share it.
#[tokio::test]
async fn from_a_folder_there_are_files_and_no_draft() -> Result<()> {
    let page = Page::open_from_folder().await?;
    let folder = downloads(&page, "folder").await?;
    page.act("track-enterprise").await?;
    page.act("stage-creation").await?;
    page.find(".draft[hidden]").await?;
    fill_in(&page).await?;
    page.act("save-file").await?;
    let file = arrived(&folder).await?;
    choose(&page, "open-file", &file).await?;
    expect_notice(&page, "文件已打开").await?;
    page.close().await
}

/// A draft is kept only where the person wants it; it survives a reload and goes with a switch.
#[tokio::test]
async fn a_draft_comes_back_and_goes_when_told() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    fill_in(&page).await?;
    assert_eq!(draft(&page).await?, json!(null), "nothing is kept before it is switched on");
    switch_draft(&page).await?;
    page.find(".draft-said[data-failed='false']").await?;
    page.type_into("figures.market_size", "50亿").await?;
    page.act("stage-recognition").await?;
    page.type_into("figures.employees", "77").await?;
    reload(&page).await?;
    expect_notice(&page, "已恢复本机草稿").await?;
    assert_eq!(page.value("figures.employees").await?, "77", "the last change was kept though there was no pause");
    page.act("stage-creation").await?;
    expect_filled_in(&page).await?;
    assert_eq!(page.value("figures.market_size").await?, "50亿");
    switch_draft(&page).await?;
    page.find("input[name=draft]:not(:checked)").await?;
    assert_eq!(draft(&page).await?, json!(null));
    expect_filled_in(&page).await?;
    end(page).await
}

/// Forgetting asks in the page, can be left with Escape, and leaves nothing behind.
#[tokio::test]
async fn forgetting_asks_first_and_then_leaves_nothing() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    fill_in(&page).await?;
    switch_draft(&page).await?;
    page.find(".draft-said[data-failed='false']").await?;
    let focused = "return root.activeElement?.dataset.action ?? root.activeElement?.tagName";
    page.act("forget").await?;
    assert_eq!(page.script(focused, json!(null)).await?, json!("forget-no"));
    page.find("[data-action='forget-no']").await?.send_keys(thirtyfour::Key::Escape + "").await?;
    page.find("dialog:not([open])").await?;
    assert_eq!(page.script(focused, json!(null)).await?, json!("forget"));
    expect_filled_in(&page).await?;

    page.act("forget").await?;
    page.act("forget-yes").await?;
    expect_notice(&page, "已清空").await?;
    assert_eq!(draft(&page).await?, json!(null));
    assert_eq!(page.script(focused, json!(null)).await?, json!("open-file"));
    page.act("track-enterprise").await?;
    page.act("stage-creation").await?;
    for (name, _) in TYPED {
        assert_eq!(page.value(name).await?, "", "{name}");
    }
    page.close().await
}

/// A browser that keeps nothing is not trusted to, and the page goes on.
#[tokio::test]
async fn a_full_or_forbidden_storage_is_said_plainly() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    for (error, said) in [("QuotaExceededError", "空间不足"), ("SecurityError", "不允许")] {
        let broken = "Storage.prototype.setItem = () => { throw new DOMException('', argument) }";
        page.script(broken, json!(error)).await?;
        switch_draft(&page).await?;
        let text = page.find(".draft-said[data-failed='true']:not(:empty)").await?.text().await?;
        assert!(text.contains(said), "{text}");
        switch_draft(&page).await?;
        page.find(".draft-said:empty").await?;
    }
    page.type_into("figures.employees", "5").await?;
    page.close().await
}

/// A damaged draft stays as it is until the person has saved or deleted it.
#[tokio::test]
async fn a_damaged_draft_is_not_thrown_away() -> Result<()> {
    let page = Page::open(1280).await?;
    page.script("localStorage.setItem('shifan-draft', '{\"format\": \"shifan-dr')", json!(null)).await?;
    reload(&page).await?;
    page.find(".remains:not([hidden])").await?;
    page.find("input[name=draft]:disabled").await?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    page.type_into("figures.employees", "5").await?;
    assert_eq!(draft(&page).await?, json!("{\"format\": \"shifan-dr"));
    page.act("draft-let-go").await?;
    page.find(".remains[hidden]").await?;
    assert_eq!(draft(&page).await?, json!(null));
    page.find("input[name=draft]:enabled").await?;
    end(page).await
}

/// Whoever closes the page is asked only while something would be lost.
#[tokio::test]
async fn nobody_is_asked_about_work_that_is_safe() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    let folder = downloads(&page, "asked").await?;
    let ask = "return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))";
    let asked = async || page.script(ask, json!(null)).await;
    assert_eq!(asked().await?, json!(false));
    page.type_into("figures.employees", "5").await?;
    assert_eq!(asked().await?, json!(true));
    page.act("save-file").await?;
    arrived(&folder).await?;
    page.find(".file-said:not(:empty)").await?;
    assert_eq!(asked().await?, json!(false), "it is in a file");
    page.type_into("figures.employees", "6").await?;
    assert_eq!(asked().await?, json!(true), "it has changed since");
    switch_draft(&page).await?;
    page.find(".draft-said[data-failed='false']").await?;
    assert_eq!(asked().await?, json!(false), "it is in a draft");
    let elsewhere = "window.dispatchEvent(new StorageEvent('storage', {key: 'shifan-draft', newValue: '{}'}))";
    page.script(elsewhere, json!(null)).await?;
    let said = page.find(".draft-said[data-failed='true']").await?.text().await?;
    assert!(said.contains("另一个窗口"), "{said}");
    page.find("input[name=draft]:not(:checked)").await?;
    let kept = draft(&page).await?;
    page.type_into("figures.employees", "7").await?;
    assert_eq!(asked().await?, json!(true), "another window keeps its own");
    assert_eq!(draft(&page).await?, kept, "which is not written over");
    page.close().await
}
