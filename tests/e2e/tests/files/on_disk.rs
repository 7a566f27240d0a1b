//! Files: saved, opened, dropped, refused.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};

use super::{arrived, choose, downloads, end, expect_filled_in, expect_notice, fill_in};

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

    page.reload_as_a_person().await?;
    choose(&page, "open-file", &file).await?;
    expect_notice(&page, "文件已打开：企业 · 创建。").await?;
    expect_filled_in(&page).await?;

    let mut older = written.clone();
    older["ruleset"]["version"] = json!("0");
    let older_file = folder.join("older.txt");
    std::fs::write(&older_file, older.to_string())?;
    choose(&page, "open-file", &older_file).await?;
    expect_notice(&page, "另一版本").await?;

    // The same file once more, and back.
    page.empty("figures.employees").await?;
    choose(&page, "open-file", &file).await?;
    expect_filled_in(&page).await?;
    page.act("undo").await?;
    assert_eq!(page.value("figures.employees").await?, "");

    page.reload_as_a_person().await?;
    page.act("track-enterprise").await?;
    page.act("stage-recognition").await?;
    choose(&page, "open-baseline", &file).await?;
    expect_notice(&page, "已填入申报时的数据").await?;
    assert_eq!(page.value("baseline.revenue[1]").await?, "３１０００");
    page.act("track-park").await?;
    choose(&page, "open-baseline", &file).await?;
    expect_notice(&page, "同类申报对象").await?;
    end(page).await
}

/// Whoever finds the file or the paper of a sample is told that it is one.
#[tokio::test]
async fn what_is_made_from_a_sample_says_so() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let folder = downloads(&page, "sample").await?;
    page.act("sample").await?;
    page.act("save-file").await?;
    let file = arrived(&folder).await?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    assert!(name.contains("-创建-虚构示例-20"), "{name}");
    let title = page.script("return root.querySelector('.report').textContent", json!(null)).await?;
    assert!(title.as_str().is_some_and(|title| title.starts_with("自评报告（虚构示例）：")), "{title}");
    page.close().await
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
        ("large.json", " ".repeat(16_000_001), "文件过大"),
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
