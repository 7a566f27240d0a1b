//! Bare numbers from a spreadsheet, and the unit in which amounts are meant. Tables: `tables.rs`.

use anyhow::Result;
use e2e::Page;
use serde_json::json;

/// Three years copied from Excel fill three fields, in a row or in a column, and one click takes them back.
#[tokio::test]
async fn three_years_are_pasted_from_a_spreadsheet() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let years = ["figures.tech_contracts[0]", "figures.tech_contracts[1]", "figures.tech_contracts[2]"];
    for (cells, indicator) in [("4,620\t5,280.5\t5,936\r\n", "met"), ("4620\r\n5280.5\r\n500\r\n", "unmet")] {
        page.paste_into(years[0], cells).await?;
        page.expect_outcome("park.tech_contracts", indicator).await?;
    }
    assert_eq!(page.value(years[2]).await?, "500");
    assert_eq!(page.focused().await?, json!(years[0]), "the focus stays");
    page.act("undo").await?;
    page.expect_outcome("park.tech_contracts", "met").await?;
    assert_eq!(page.value(years[0]).await?, "4,620", "as the spreadsheet wrote it");
    assert_eq!(page.focused().await?, json!(years[0]), "whoever undoes goes on where they were");

    // One value more than there are fields is not lost silently: it is shown first.
    page.paste_into(years[1], "1\t2\t3").await?;
    let left_out = page.find("dialog[open] .preview-left-out").await?.text().await?;
    assert!(left_out.contains("C1：3"), "{left_out}");
    page.act("drop-table").await?;

    // A single number is pasted by the browser itself, at the caret.
    page.empty(years[0]).await?;
    page.paste_into(years[0], "7000").await?;
    assert_eq!(page.value(years[0]).await?, "7000");
    page.close().await
}

/// Steps are undone in order and redone, and none takes along what was typed after it.
#[tokio::test]
async fn steps_are_undone_in_order_and_redone() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let (year, employees) = ("figures.tech_contracts[0]", "figures.employees");
    page.paste_into(year, "4620\t5280.5\t5936").await?;
    page.type_into(employees, "42").await?;
    let values = async || Ok::<_, anyhow::Error>([page.value(year).await?, page.value(employees).await?]);
    for (action, expected) in [
        ("step-back", ["4620", ""]),
        ("step-back", ["", ""]),
        ("step-forth", ["4620", ""]),
        ("step-forth", ["4620", "42"]),
    ] {
        page.act(action).await?;
        assert_eq!(values().await?, expected, "{action}");
    }
    page.find("[data-action='step-forth'][aria-disabled='true']").await?;
    page.find("[data-action='step-back'][aria-label^='撤销：填写']").await?;
    // A new step takes the place of what could be redone.
    page.act("step-back").await?;
    page.type_into(employees, "7").await?;
    page.find("[data-action='step-forth'][aria-disabled='true']").await?;
    page.close().await
}

/// Amounts that were meant in 元 are asked about; one click writes the unit behind them, and can be undone.
#[tokio::test]
async fn a_series_in_yuan_is_asked_about_and_mended() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let years = ["figures.revenue[0]", "figures.revenue[1]", "figures.revenue[2]"];
    page.paste_into(years[0], "9850000000\t10200000000\t11025000000").await?;
    page.expect_outcome("park.industry_scale", "met").await?;
    let asked = page.find(".doubts:not([hidden]) [data-action='read-anew']").await?.text().await?;
    assert!(asked.contains("9850000000元、10200000000元、11025000000元"), "{asked}");
    page.act("read-anew").await?;
    page.find(".doubts[hidden]").await?;
    assert_eq!(page.value(years[0]).await?, "9850000000元");
    page.act("step-back").await?;
    page.find(".doubts:not([hidden]) [data-action='read-anew']").await?;
    assert_eq!(page.value(years[0]).await?, "9850000000");
    // The question stands at the figure as well. Whoever says that it is right is asked again only when it changes.
    page.act("dismiss").await?;
    page.click(".figure .question [data-action='confirm']").await?;
    page.find(".doubts[hidden]").await?;
    page.type_into(years[0], "0").await?;
    page.find(".figure .questions:not([hidden]) [data-action='confirm']").await?;
    page.close().await
}

/// Another unit converts nothing that was typed: it is read anew, one is told, and keeps the values with one click.
#[tokio::test]
async fn another_unit_changes_how_amounts_are_read_and_says_so() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    for (year, amount) in ["31000", "3.2亿", "３３０００"].iter().enumerate() {
        page.type_into(&format!("figures.revenue[{year}]"), amount).await?;
    }
    page.expect_outcome("enterprise.revenue", "met").await?;
    page.act("unit-yi-yuan").await?;
    assert_eq!(page.value("figures.revenue[0]").await?, "31000", "nothing typed is converted");
    let text = page.text_of("enterprise.revenue").await?;
    assert!(text.contains("= 31,000 亿元") && text.contains("= 3.2 亿元"), "{text}");
    let notice = page.find(".notice[data-shown='true']").await?.text().await?;
    assert!(notice.contains("有 2 个金额没有写单位"), "{notice}");
    page.act("write-units").await?;
    assert_eq!(page.value("figures.revenue[0]").await?, "31000万元");
    assert_eq!(page.value("figures.revenue[1]").await?, "3.2亿");
    let text = page.text_of("enterprise.revenue").await?;
    assert!(text.contains("= 3.1 亿元"), "{text}");
    page.type_into("figures.gross_profit[0]", "0.5").await?;
    let text = page.text_of("enterprise.profitability").await?;
    assert!(text.contains("= 5,000 万元"), "{text}");
    page.close().await
}

/// A year in 万元 among years in 亿元 is worth a question.
#[tokio::test]
async fn a_forgotten_unit_is_asked_about() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    for (year, amount) in ["98.5亿", "102亿", "110"].iter().enumerate() {
        page.type_into(&format!("figures.revenue[{year}]"), amount).await?;
    }
    let doubts = page.find(".doubts:not([hidden])").await?.text().await?;
    assert!(doubts.contains("相差 1000 倍以上") && doubts.contains("改为 110亿元"), "{doubts}");
    page.type_into("figures.revenue[2]", "亿").await?;
    page.find(".doubts[hidden]").await?;
    page.close().await
}

/// A line break within a cell is a blank: a browser would leave it out, and make one number of two.
#[tokio::test]
async fn a_line_break_within_a_cell_is_a_blank() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let (name, first) = (
        "figures.tech_contracts[0]",
        "return document.querySelector('shifan-assessment').value.figures.tech_contracts?.[0]",
    );
    for (cell, shown) in [
        ("\"46\n20\"\r\n", "46 20"),
        ("\"46\r\n20\"", "46 20"),
        ("\"46\r20\"", "46 20"),
        ("\"4620\n万元\"", "4620 万元"),
        ("4620\r\n", "4620"),
        ("4620\r", "4620"),
    ] {
        page.empty(name).await?;
        page.paste_into(name, cell).await?;
        page.wait_until(first, |kept| *kept == json!(shown)).await?;
        assert_eq!(page.value(name).await?, shown, "{cell:?}");
    }
    let given = "document.querySelector('shifan-assessment').value =
        { track: 'park', stage: 'creation', applicant: { name: '某某\\n园区' }, figures: { tech_contracts: ['46\\n20', '1', '1'] } }";
    page.script(given, json!(null)).await?;
    page.wait_until(first, |kept| *kept == json!("46 20")).await?;
    assert_eq!(page.value(name).await?, "46 20");
    assert_eq!(page.value("applicant.name").await?, "某某 园区");
    page.close().await
}
