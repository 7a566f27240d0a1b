//! The years of the figures and where they come from: said once, and seen wherever a figure is named.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{arrived, arrived_as, choose, downloads, end, expect_notice};

/// The text behind the label of a field.
async fn label(page: &Page, name: &str) -> Result<Value> {
    page.script("return root.querySelector(`label[for='${argument}']`).textContent", json!(name)).await
}

/// What stands on paper, which is made only while one prints.
async fn on_paper(page: &Page, selector: &str) -> Result<String> {
    page.script("dispatchEvent(new Event('beforeprint'))", json!(null)).await?;
    page.find(selector).await?;
    let text = page.script("return root.querySelector(argument).textContent", json!(selector)).await?;
    page.script("dispatchEvent(new Event('afterprint'))", json!(null)).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Once the year is given, the form, the formula, the ways to close, paper and the table all name the years by it; a source that is
/// given goes along, and both come back from the file.
#[tokio::test]
async fn the_year_and_a_source_are_seen_everywhere_and_come_back() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let folder = downloads(&page, "years").await?;
    for (year, amount) in ["9亿", "9亿", "9亿"].iter().enumerate() {
        page.type_into(&format!("figures.revenue[{year}]"), amount).await?;
    }
    assert_eq!(label(&page, "figures.revenue[2]").await?, json!("第三年（最近）"));
    page.type_into("last_year", "202").await?;
    page.find("[name='last_year'][aria-invalid='true']").await?;
    assert_eq!(label(&page, "figures.revenue[2]").await?, json!("第三年（最近）"), "not before it is a year");
    page.type_into("last_year", "5").await?;
    page.find("[name='last_year'][aria-invalid='false']").await?;
    for (year, name) in ["2023年", "2024年", "2025年"].iter().enumerate() {
        assert_eq!(label(&page, &format!("figures.revenue[{year}]")).await?, json!(name));
    }
    let said = page.text_of("park.industry_scale").await?;
    assert!(said.contains("2023年、2024年、2025年：(90,000 + 90,000 + 90,000) ÷ 3"), "{said}");
    assert!(said.contains("营业收入 · 2025年 再增加"), "{said}");

    // The source is folded away until somebody asks for it.
    page.find("[id='sources.revenue/line'][hidden]").await?;
    page.click("[aria-controls='sources.revenue/line']").await?;
    page.find("[id='sources.revenue/line']:not([hidden])").await?;
    page.type_into("sources.revenue", "统计年报").await?;
    page.find("[aria-controls='sources.revenue/line'][hidden]").await?;

    let paper = on_paper(&page, ".appendix").await?;
    assert!(paper.contains("来源：统计年报") && paper.contains("2025年"), "{paper}");
    assert!(on_paper(&page, ".receipt").await?.contains("数据截至年度2025年"));
    page.act("spreadsheet").await?;
    let table = std::fs::read_to_string(arrived_as(&folder, "csv").await?)?;
    let line = table.lines().find(|line| line.contains("营业收入,2025年,")).unwrap_or_default();
    assert!(line.contains("9亿") && line.ends_with("统计年报"), "{line}");

    page.act("save-file").await?;
    let file = arrived(&folder).await?;
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    assert_eq!(written["submission"]["last_year"], json!("2025"));
    assert_eq!(written["submission"]["sources"], json!({"revenue": "统计年报"}));
    page.reload_as_a_person().await?;
    choose(&page, "open-file", &file).await?;
    expect_notice(&page, "文件已打开：园区 · 创建。").await?;
    assert_eq!(page.value("last_year").await?, "2025");
    assert_eq!(page.value("sources.revenue").await?, "统计年报");
    assert_eq!(label(&page, "figures.revenue[0]").await?, json!("2023年"));

    // A source that is emptied stays under the hands, and the form is as before without a year.
    page.empty("sources.revenue").await?;
    page.find("[id='sources.revenue/line']:not([hidden])").await?;
    page.empty("last_year").await?;
    page.find("[name='last_year'][aria-invalid='false']").await?;
    assert_eq!(label(&page, "figures.revenue[0]").await?, json!("第一年（最早）"));
    end(page).await
}

/// The years of an application come with its figures, and a baseline that reaches into the creation period is a question.
#[tokio::test]
async fn a_recognition_knows_the_years_of_its_application() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    page.type_into("figures.revenue[2]", "4亿").await?;
    page.type_into("last_year", "2025").await?;

    // Targets are about the years that follow, and nobody types them.
    page.act("variant-targets").await?;
    page.find("[name='last_year'][readonly]").await?;
    assert_eq!(page.value("last_year").await?, "2027");
    assert_eq!(label(&page, "figures.revenue[1]").await?, json!("2026年（创建期第一年）"));
    page.act("variant-original").await?;

    page.act("stage-recognition").await?;
    page.act("take-baseline").await?;
    assert_eq!(
        (page.value("baseline_last_year").await?, page.value("last_year").await?),
        ("2025".into(), "2027".into())
    );
    assert_eq!(label(&page, "baseline.revenue[2]").await?, json!("2025年"));
    assert_eq!(label(&page, "figures.revenue[2]").await?, json!("2027年（创建期第二年）"));
    page.find(".doubts[hidden]").await?;
    page.field("baseline_last_year").await?.send_keys(Key::Backspace + "6").await?;
    let doubts = page.find(".doubts:not([hidden])").await?.text().await?;
    assert!(doubts.contains("申报时的数据应早于创建期"), "{doubts}");
    assert!(on_paper(&page, ".open-points").await?.contains("申报时的数据应早于创建期"));
    page.click(".doubts .overlap .leap").await?;
    page.wait_until("return root.activeElement?.id ?? null", |id| id == &json!("baseline_last_year")).await?;
    page.close().await
}
