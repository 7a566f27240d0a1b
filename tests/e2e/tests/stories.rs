//! Whole stories, as people live them.

use anyhow::Result;
use e2e::Page;
use serde_json::json;

/// Whoever opens the page sees one question, and after one click each a filled-in sample with its verdict.
#[tokio::test]
async fn a_newcomer_looks_at_a_sample_and_clears_it_away() -> Result<()> {
    let page = Page::open(1280).await?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    page.expect_verdict("incomplete").await?;
    page.type_into("figures.employees", "4200").await?;
    page.act("sample").await?;
    page.expect_verdict("unmet").await?;
    for (indicator, outcome) in [
        ("park.industry_scale", "met"),
        ("park.quality_enterprises", "unmet"),
        ("park.rd_intensity", "unstated"),
        ("park.tech_contracts", "met"),
        ("park.innovation_platforms", "met"),
        ("park.invention_patents", "met"),
        ("park.financing", "unmet"),
        ("park.talent", "unstated"),
        ("park.digitalization", "unstated"),
        ("park.industrial_policy", "review"),
        ("park.public_services", "review"),
    ] {
        page.expect_outcome(indicator, outcome).await?;
    }
    page.act("clear").await?;
    page.expect_verdict("incomplete").await?;
    assert_eq!(page.value("figures.employees").await?, "4200", "what was typed before the sample is back");
    page.close().await
}

/// A park that misses one threshold by a little learns by how much, mends the figure, and sees the outcome change while typing.
#[tokio::test]
async fn a_park_finds_out_what_is_lacking_and_closes_it() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    for (year, amount) in ["98.5亿", "１０２００００", "899,999.999998"].iter().enumerate() {
        page.type_into(&format!("figures.revenue[{year}]"), amount).await?;
    }
    page.expect_outcome("park.industry_scale", "unmet").await?;
    let text = page.text_of("park.industry_scale").await?;
    assert!(text.contains("近三年平均营业收入不低于100亿元"), "the plan's sentence: {text}");
    assert!(text.contains("还差"), "the distance: {text}");
    assert!(text.contains("95,000.000002"), "what the last year still needs, to the millionth: {text}");
    assert_eq!(page.value("figures.revenue[1]").await?, "１０２００００", "the text stays as it was typed");
    page.empty("figures.revenue[2]").await?;
    page.expect_outcome("park.industry_scale", "incomplete").await?;
    page.type_into("figures.revenue[2]", "995000").await?;
    page.expect_outcome("park.industry_scale", "met").await?;
    page.close().await
}

/// An enterprise with three standards as third unit each meets the threshold exactly; with a rank wrong it does not.
#[tokio::test]
async fn three_thirds_of_a_standard_are_met_on_the_page_too() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    for line in 0..3 {
        page.act("add-figures.standards").await?;
        page.click(&format!("[name='figures.standards[{line}].kind'] option[value='industry']")).await?;
        page.type_into(&format!("figures.standards[{line}].count"), "1").await?;
        page.empty(&format!("figures.standards[{line}].rank")).await?;
        page.type_into(&format!("figures.standards[{line}].rank"), "3").await?;
    }
    page.expect_outcome("enterprise.standards", "met").await?;
    page.type_into("figures.standards[1].rank", "0").await?;
    page.expect_outcome("enterprise.standards", "unmet").await?;
    assert_eq!(page.value("figures.standards[2].count").await?, "1", "the other lines are untouched");
    page.close().await
}

/// A refused entry keeps its text, says why at its place, and loses nothing else.
#[tokio::test]
async fn a_slip_of_the_keyboard_is_named_and_loses_nothing() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    for year in 0..3 {
        page.type_into(&format!("figures.revenue[{year}]"), "31000").await?;
    }
    page.expect_outcome("enterprise.revenue", "met").await?;
    page.type_into("figures.revenue[1]", ",5").await?;
    page.expect_outcome("enterprise.revenue", "invalid").await?;
    assert_eq!(page.value("figures.revenue[1]").await?, "31000,5");
    let field = page.find("[name='figures.revenue[1]'][aria-invalid='true']").await?;
    let described = field.attr("aria-describedby").await?.unwrap_or_default();
    let message = page
        .script(
            "return argument.split(' ').map((id) => root.getElementById(id)?.textContent ?? '').join(' ')",
            json!(described),
        )
        .await?;
    assert!(message.as_str().unwrap_or_default().contains("逗号应每三位一个"), "{message}");
    // The list of refused entries leads to the field.
    page.click("[data-refusal='figures.revenue[1]'] button").await?;
    assert_eq!(page.focused().await?, json!("figures.revenue[1]"));
    page.expect_outcome("enterprise.talent", "incomplete").await?;
    page.close().await
}

/// At the end of the creation period the baseline is asked for, and growth is held against the national rate.
#[tokio::test]
async fn a_recognition_compares_with_the_baseline() -> Result<()> {
    let page = Page::open_at("enterprise", "recognition").await?;
    page.act("sample").await?;
    page.expect_verdict("unmet").await?;
    page.expect_outcome("enterprise.invention_patents", "unmet").await?;
    page.expect_outcome("enterprise.revenue", "met").await?;
    page.act("finding-enterprise.profitability").await?;
    let text = page.text_of("enterprise.profitability").await?;
    assert!(text.contains("保持基本稳定"), "{text}");
    page.empty("baseline.patents.other").await?;
    page.type_into("baseline.patents.other", "1").await?;
    page.expect_outcome("enterprise.invention_patents", "met").await?;
    page.close().await
}

/// Another language changes the words and nothing else.
#[tokio::test]
async fn the_language_changes_and_the_figures_stay() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.type_into("figures.tech_contracts[0]", "0.5亿").await?;
    page.act("lang-en").await?;
    let text = page.text_of("park.tech_contracts").await?;
    assert!(text.contains("Value of technology contracts") && !text.contains("技术合同成交额\n"), "{text}");
    assert_eq!(page.value("figures.tech_contracts[0]").await?, "0.5亿");
    page.act("lang-zh").await?;
    let text = page.text_of("park.tech_contracts").await?;
    assert!(text.contains("技术合同成交额"), "{text}");
    page.close().await
}

/// Whoever chose the other track by mistake goes back and finds everything as it was.
#[tokio::test]
async fn choosing_another_track_or_stage_loses_nothing() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.type_into("figures.employees", "4200").await?;
    page.act("track-enterprise").await?;
    page.find("[data-indicator='enterprise.revenue']").await?;
    page.act("stage-recognition").await?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    assert_eq!(page.value("figures.employees").await?, "4200");
    page.close().await
}

/// Whoever overwrites the sample as a template and then clears it away gets the overwritten figures back.
#[tokio::test]
async fn a_sample_used_as_a_template_is_not_lost() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("sample").await?;
    page.empty("figures.revenue[0]").await?;
    page.type_into("figures.revenue[0]", "777").await?;
    page.act("clear").await?;
    page.expect_verdict("incomplete").await?;
    assert_eq!(page.value("figures.revenue[0]").await?, "");
    page.act("take-back").await?;
    page.expect_verdict("unmet").await?;
    assert_eq!(page.value("figures.revenue[0]").await?, "777");
    page.close().await
}
