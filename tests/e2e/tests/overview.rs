//! The overview and the comparison, as people live with them.

use anyhow::Result;
use e2e::Page;
use serde_json::json;

/// Waits until the focus is in the field of this name: a leap into another view takes one frame.
async fn expect_focus(page: &Page, name: &str) -> Result<()> {
    for _ in 0..100 {
        if page.focused().await? == json!(name) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
    }
    assert_eq!(page.focused().await?, json!(name));
    Ok(())
}

/// Whoever asks what to do next is led to the very place, whichever view it is in, and back again.
#[tokio::test]
async fn every_step_leads_to_its_place() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("sample").await?;
    page.type_into("figures.employees", "x").await?;
    page.act("view-overview").await?;
    page.click(".task[data-outcome='invalid'] .step .leap").await?;
    expect_focus(&page, "figures.employees").await?;
    let view = page.script("return root.querySelector('.shifan').dataset.view", json!(null)).await?;
    assert_eq!(view, "fill", "the field is in another view, which is shown first");

    page.act("view-overview").await?;
    page.type_into("scores.basics", "101").await?;
    page.act("view-fill").await?;
    page.click("[data-refusal='scores'] .leap").await?;
    expect_focus(&page, "scores.basics").await?;
    page.close().await
}

/// A park misses two thresholds: the overview names both with what is lacking and a way, the ways are followed, and nothing that
/// can be computed is missed any more.
#[tokio::test]
async fn a_park_that_misses_two_thresholds_closes_both() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("sample").await?;
    page.expect_verdict("unmet").await?;
    page.act("view-overview").await?;
    let steps = page.find(".task[data-outcome='unmet']").await?.text().await?;
    for said in ["融资额", "还差 373.34 万元", "优质企业数量", "还差 2"] {
        assert!(steps.contains(said), "{said}: {steps}");
    }
    page.click(".task[data-outcome='unmet'] .step .leap").await?;
    page.wait_until("return root.activeElement?.id ?? null", |id| id == &json!("park.financing")).await?;
    let ways = page.text_of("park.financing").await?;
    assert!(ways.contains("2025年 再增加 1,120 万元"), "{ways}");
    // 5,380 万元 and the 1,120 that are lacking.
    page.empty("figures.equity_financing[2]").await?;
    page.type_into("figures.equity_financing[2]", "6500").await?;
    page.expect_outcome("park.financing", "met").await?;
    page.type_into("figures.quality_enterprises.manufacturing_champion", "1").await?;
    page.expect_outcome("park.quality_enterprises", "met").await?;
    page.act("view-overview").await?;
    page.find(".glance[data-conclusion='review']").await?;
    assert!(page.look_for(".task[data-outcome='unmet']").await?.is_none(), "nothing is left to close");
    page.close().await
}

/// Two scores are weighed as the plan weighs them, and the working stands beside the result.
#[tokio::test]
async fn two_scores_are_weighed_with_their_working() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    page.act("view-overview").await?;
    page.type_into("scores.basics", "82.5").await?;
    assert!(page.look_for(".weighed[data-known=true]").await?.is_none(), "one score alone is no result");
    page.type_into("scores.workplan", "90").await?;
    let said = page.find(".weighed[data-known=true]").await?.text().await?;
    assert!(said.contains("82.5 × 60% + 90 × 40% = 85.5"), "{said}");
    page.close().await
}

/// On a slow machine the page renders in many turns, between which others run. In Chromium only, which can be slowed down.
#[tokio::test]
async fn a_slow_machine_shows_the_same() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    for rate in [4, 12] {
        page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
        for action in
            ["view-compare", "begin-what-if", "view-compare", "discard-compared", "view-overview", "view-findings"]
        {
            page.act(action).await?;
        }
        page.act("view-fill").await?;
        page.find("[data-panel=fill]:not([hidden])").await?;
    }
    page.close().await
}

/// A trial is begun from the comparison, one figure is changed in it, and the comparison says what became of it.
#[tokio::test]
async fn a_trial_is_compared_with_the_original() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("sample").await?;
    page.act("view-compare").await?;
    page.act("begin-what-if").await?;
    page.find(".shifan[data-view=fill]").await?;
    page.type_into("figures.quality_enterprises.little_giant", "0").await?;
    page.act("view-compare").await?;
    let changed = page.find(".change-line").await?.text().await?;
    assert!(changed.contains("小巨人") && changed.contains("10"), "{changed}");
    let row = page.find(".compared tr[data-changed=true]").await?.text().await?;
    assert!(row.contains("优质企业数量") && row.contains("未达到 → 达到"), "{row}");
    page.act("discard-compared").await?;
    page.find("[data-action=begin-what-if]").await?;
    assert!(page.look_for(".compared").await?.is_none(), "nothing is left to compare");
    page.close().await
}
