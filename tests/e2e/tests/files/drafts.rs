//! Drafts on this machine, and forgetting.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};

use super::{TYPED, arrived, downloads, end, expect_filled_in, expect_notice, fill_in};

async fn draft(page: &Page) -> Result<Value> {
    page.script("return localStorage.getItem('shifan-draft:/')", json!(null)).await
}

async fn switch_draft(page: &Page) -> Result<()> {
    page.click("input[name=draft]").await
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
    page.reload_as_a_person().await?;
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

/// A draft that another window kept meanwhile is not written over before the person says so.
#[tokio::test]
async fn a_draft_of_another_window_is_not_written_over_unasked() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    fill_in(&page).await?;
    page.script("localStorage.setItem('shifan-draft:/', 'of another window')", json!(null)).await?;
    switch_draft(&page).await?;
    let said = page.find(".draft-said[data-failed='true']:not(:empty)").await?.text().await?;
    assert!(said.contains("另一个窗口"), "{said}");
    page.find("input[name=draft]:not(:checked)").await?;
    assert_eq!(draft(&page).await?, json!("of another window"));
    switch_draft(&page).await?;
    page.find(".draft-said[data-failed='false']").await?;
    assert_ne!(draft(&page).await?, json!("of another window"));
    page.close().await
}

/// Nobody is told that a draft is gone which the browser would not delete, nor that its text is saved where it is not.
#[tokio::test]
async fn what_the_browser_does_not_do_is_said() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    fill_in(&page).await?;
    switch_draft(&page).await?;
    page.find(".draft-said[data-failed='false']").await?;
    let broken = "Storage.prototype.removeItem = () => { throw new DOMException('', 'SecurityError') }";
    page.script(broken, json!(null)).await?;
    page.act("forget").await?;
    page.act("forget-yes").await?;
    expect_notice(&page, "未能删除本机草稿").await?;
    page.script("localStorage.setItem('shifan-draft:/', 'damaged')", json!(null)).await?;
    page.reload_as_a_person().await?;
    page.find(".remains:not([hidden])").await?;
    page.script("URL.createObjectURL = () => { throw new Error() }", json!(null)).await?;
    page.act("draft-save-text").await?;
    expect_notice(&page, "未能生成文件").await?;
    end(page).await
}

/// A damaged draft stays as it is until the person has saved or deleted it.
#[tokio::test]
async fn a_damaged_draft_is_not_thrown_away() -> Result<()> {
    let page = Page::open(1280).await?;
    page.script("localStorage.setItem('shifan-draft:/', '{\"format\": \"shifan-dr')", json!(null)).await?;
    page.reload_as_a_person().await?;
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
    page.find(".notice[data-shown='true']").await?;
    assert_eq!(asked().await?, json!(true), "nobody knows yet whether the browser stored it");
    let return_value = "const event = new Event('beforeunload', {cancelable: true}); Object.defineProperty(event, 'returnValue', {set(text) { window.returned = text }}); window.dispatchEvent(event); return window.returned";
    assert_eq!(
        page.script(return_value, json!(null)).await?,
        json!("?"),
        "which is all that Chromium before 119 hears"
    );
    page.act("confirm-saved").await?;
    page.find(".handed-over[hidden]").await?;
    assert_eq!(asked().await?, json!(false), "it is in a file");
    page.type_into("figures.employees", "6").await?;
    assert_eq!(asked().await?, json!(true), "it has changed since");
    switch_draft(&page).await?;
    page.find(".draft-said[data-failed='false']").await?;
    assert_eq!(asked().await?, json!(false), "it is in a draft");
    let elsewhere = "window.dispatchEvent(new StorageEvent('storage', {key: 'shifan-draft:/', newValue: '{}'}))";
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

/// A draft kept under earlier rules comes back with a word of warning, and one of unknown rules with what can be shown of it.
#[tokio::test]
async fn a_draft_of_earlier_rules_comes_back_with_a_warning() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    fill_in(&page).await?;
    switch_draft(&page).await?;
    page.find(".draft-said[data-failed='false']").await?;
    let aged = "
        const draft = JSON.parse(localStorage.getItem('shifan-draft:/'));
        Object.assign(draft.ruleset, argument);
        draft.desks[0].own.submission.figures.gone = '1';
        localStorage.setItem('shifan-draft:/', JSON.stringify(draft))";
    for rules in [json!({"version": "2025-01-01"}), json!({"id": "plan-1999"})] {
        page.script(aged, rules).await?;
        let before = draft(&page).await?;
        page.reload_as_a_person().await?;
        expect_notice(&page, "规则有更新").await?;
        expect_filled_in(&page).await?;
        let said = page.find(".remains:not([hidden])").await?.text().await?;
        assert!(said.contains("desks[0].own.figures.gone"), "{said}");
        assert_eq!(draft(&page).await?, before, "as long as nothing is changed");
    }
    end(page).await
}
