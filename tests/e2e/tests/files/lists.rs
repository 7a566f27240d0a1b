//! A list from the clipboard to the counts, into a file and out of it, and against next year's.

use anyhow::Result;
use e2e::Page;
use serde_json::json;

use super::{arrived, arrived_as, choose, downloads, end, expect_notice};

/// Two hundred enterprises of which the first forty stand there twice, with another qualification.
fn list(from: usize, to: usize) -> String {
    let mut text = "序号\t企业名称\t资质\n".to_owned();
    let line = |index: usize, kind: &str| format!("{index}\t示例企业{index}号\t{kind}\n");
    (from..=to).for_each(|index| text.push_str(&line(index, "高新技术企业")));
    (from..from + 40).for_each(|index| text.push_str(&line(index, "专精特新中小企业")));
    text.push_str(&line(9001, "雏鹰企业"));
    text
}

/// What stands above the rows.
async fn sum(page: &Page) -> Result<String> {
    Ok(page.find(".list-sum").await?.text().await?)
}

#[tokio::test]
async fn a_park_counts_its_enterprises_and_sees_who_is_new_next_year() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let folder = downloads(&page, "lists").await?;
    page.act("list-figures.quality_enterprises").await?;
    page.paste_into("figures.quality_enterprises/list", &list(1, 200)).await?;
    let dialog = page.find("dialog[open] .preview-roster").await?.text().await?;
    assert!(dialog.contains("共 241 条：计入 200，未计入 41，存疑 0"), "{dialog}");
    let left_out = page.find("dialog[open] .preview-left-out").await?.text().await?;
    assert!(left_out.contains("雏鹰企业"), "{left_out}");
    page.act("fill-in").await?;
    page.act("dismiss").await?;
    // 160 with a weight of 1, and 40 with one of 2.
    page.expect_outcome("park.quality_enterprises", "met").await?;
    assert_eq!(sum(&page).await?, "共 241 条：计入 200，未计入 41，存疑 0");

    // The one that the plan does not name is corrected, and one of another name is told to be one with the first.
    page.act("show-out-figures.quality_enterprises").await?;
    page.script("root.querySelector('.list-window').scrollTop = 1e6", json!(null)).await?;
    page.click("[data-item='240'] button").await?;
    page.click(".list-kinds input[value='little_giant']").await?;
    page.act("put-item-figures.quality_enterprises").await?;
    page.act("show-all-figures.quality_enterprises").await?;
    page.click("[data-item='1'] button").await?;
    page.empty("name").await?;
    page.type_into("name", "示例企业1号").await?;
    page.act("put-item-figures.quality_enterprises").await?;
    // 示例企业2号 still stands there once more, with its other qualification.
    assert_eq!(sum(&page).await?, "共 241 条：计入 201，未计入 40，存疑 0");

    // What is typed for one item and left is none of the next one's.
    page.click("[data-item='2'] button").await?;
    page.type_into("name", "x").await?;
    page.click("[data-item='3'] button").await?;
    page.wait_until("return root.querySelector('.list-editor input').value", |name| *name == json!("示例企业4号"))
        .await?;
    page.act("leave-item-figures.quality_enterprises").await?;
    page.find("[data-item='2']").await?;

    page.act("save-file").await?;
    page.act("keep-lists").await?;
    let file = arrived(&folder).await?;
    let saved: serde_json::Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    let items = saved["submission"]["figures"]["quality_enterprises"]["roster"].as_array().map(Vec::len);
    assert_eq!(items, Some(241));
    page.act("dismiss").await?;
    page.act("export-list-figures.quality_enterprises").await?;
    expect_notice(&page, "优质企业名单.csv").await?;
    let csv = std::fs::read_to_string(arrived_as(&folder, "csv").await?)?;
    assert!(csv.lines().nth(201).is_some_and(|line| line.contains("示例企业1号")), "{csv}");
    assert!(csv.contains("未计入：与第 201 条重复（名称相同）"), "{csv}");

    page.reload_as_a_person().await?;
    choose(&page, "open-file", &file).await?;
    expect_notice(&page, "文件已打开").await?;
    assert_eq!(sum(&page).await?, "共 241 条：计入 201，未计入 40，存疑 0");

    // Two years later: ten are gone, twenty are new.
    page.act("stage-recognition").await?;
    page.act("take-baseline").await?;
    page.act("dismiss").await?;
    page.act("list-figures.quality_enterprises").await?;
    page.paste_into("figures.quality_enterprises/list", &list(11, 220)).await?;
    page.act("fill-in").await?;
    let compared = page.find("[data-side='figures'] .list-compared").await?.text().await?;
    assert!(compared.contains("新增 20"), "{compared}");
    assert!(compared.contains("示例企业220号"), "{compared}");
    end(page).await
}

/// A list so long that it is read a little at a time: it is stopped, and the page stays as it was; it is read to its end; and a correction
/// is counted while one types elsewhere.
#[tokio::test]
async fn a_long_list_is_read_a_little_at_a_time_and_can_be_stopped() -> Result<()> {
    const ROWS: usize = 12_000;
    let page = Page::open_at("park", "creation").await?;
    page.act("list-figures.quality_enterprises").await?;
    let mut text = "企业名称\t资质\n".to_owned();
    (1..=ROWS).for_each(|row| text.push_str(&format!("示例企业{}号\t高新技术企业\n", row % 8000)));
    let put = "root.querySelector(\"[name='figures.quality_enterprises/list']\").value = argument";
    page.script(put, json!(text)).await?;
    // Faster than any driver: whatever is said is kept, and it is stopped where it is to be.
    let follow = "window.said = []; window.stops = argument; window.follow?.disconnect();
        window.follow = new MutationObserver(() => {
            const bar = root.querySelector('.work[data-shown=\"true\"]');
            if (!bar || bar.textContent === window.said[window.said.length - 1]) return;
            window.said.push(bar.textContent);
            if (window.stops) bar.querySelector('button').click();
        });
        follow.observe(root, {subtree: true, childList: true, characterData: true, attributes: true});";
    let is_over = "return window.said.length > 0 && !root.querySelector('.work[data-shown=\"true\"]')";
    page.script(follow, json!(true)).await?;
    page.act("read-list-figures.quality_enterprises").await?;
    page.wait_until(is_over, |over| *over == json!(true)).await?;
    let said = page.script("return window.said[0]", json!(null)).await?;
    assert!(said.as_str().is_some_and(|said| said.contains("正在统计…（已读 0 行 / 共 12001 行）")), "{said}");
    // Nothing comes of it, however long one waits.
    let quiet = "return new Promise(done => setTimeout(() => done(!root.querySelector('dialog[open]')), 700))";
    assert_eq!(page.script(quiet, json!(null)).await?, json!(true));

    page.script(follow, json!(false)).await?;
    page.act("read-list-figures.quality_enterprises").await?;
    let dialog = page.find("dialog[open] .preview-roster").await?.text().await?;
    assert!(dialog.contains("共 12000 条：计入 8000，未计入 4000，存疑 0"), "{dialog}");
    page.act("fill-in").await?;
    page.act("dismiss").await?;
    page.expect_outcome("park.quality_enterprises", "met").await?;
    page.click("[data-item='1'] button").await?;
    page.empty("name").await?;
    page.type_into("name", "示例企业1号").await?;
    page.script(follow, json!(false)).await?;
    page.act("put-item-figures.quality_enterprises").await?;
    page.type_into("figures.employees", "9").await?;
    page.wait_until(is_over, |over| *over == json!(true)).await?;
    assert_eq!(sum(&page).await?, "共 12000 条：计入 8000，未计入 4000，存疑 0");
    assert_eq!(page.find("[data-item='1'] strong").await?.text().await?, "示例企业1号");
    assert_eq!(page.value("figures.employees").await?, "9", "typing elsewhere went on");
    end(page).await
}
