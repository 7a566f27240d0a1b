//! What only a browser can break: focus, the page's own policy, narrow windows.

use anyhow::Result;
use e2e::Page;
use serde_json::json;

/// A list that grows or shrinks under the keyboard keeps the very input that is being typed in.
#[tokio::test]
async fn a_growing_list_keeps_the_field_that_is_typed_in() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("add-figures.platforms").await?;
    page.type_into("figures.platforms[0].count", "2").await?;
    let mark = "root.querySelector(`[name='figures.platforms[0].count']`).marked = true";
    page.script(mark, json!(null)).await?;
    page.act("add-figures.platforms").await?;
    page.act("add-figures.platforms").await?;
    page.type_into("figures.platforms[2].count", "7").await?;
    page.act("remove-figures.platforms[1]").await?;
    assert_eq!(page.value("figures.platforms[1].count").await?, "7", "the third line moved up");
    assert_eq!(page.value("figures.platforms[0].count").await?, "2");
    let kept = "return root.querySelector(`[name='figures.platforms[0].count']`).marked === true";
    assert_eq!(page.script(kept, json!(null)).await?, json!(true), "the input itself, not a new one in its place");
    page.close().await
}

/// The element of a field is never replaced while anything else on the page changes.
#[tokio::test]
async fn the_inputs_survive_every_change_of_outcome() -> Result<()> {
    let page = Page::open_at("enterprise", "creation").await?;
    // Whoever comes to an indicator sees its finding, with the batch's own numbers in it.
    page.field("figures.patents.other").await?.focus().await?;
    page.find("[name='overrides.enterprise.invention_patents.creation.weighted_patents']").await?;
    page.script("for (const field of root.querySelectorAll('input')) field.marked = true", json!(null)).await?;
    page.type_into("figures.patents.other", "49").await?;
    page.expect_outcome("enterprise.invention_patents", "unmet").await?;
    page.type_into("figures.patents.other", "9").await?;
    page.expect_outcome("enterprise.invention_patents", "met").await?;
    page.type_into("figures.patents.other", "x").await?;
    page.expect_outcome("enterprise.invention_patents", "invalid").await?;
    page.empty("figures.patents.other").await?;
    page.expect_outcome("enterprise.invention_patents", "incomplete").await?;
    let unmarked =
        "return [...root.querySelectorAll('input')].filter((field) => !field.marked).map((field) => field.name)";
    assert_eq!(page.script(unmarked, json!(null)).await?, json!([]));
    page.close().await
}

/// On load the page takes no focus and does not scroll.
#[tokio::test]
async fn the_page_leaves_focus_and_scrolling_alone() -> Result<()> {
    let page = Page::open(1280).await?;
    let state = "return [document.activeElement === document.body, window.scrollY]";
    assert_eq!(page.script(state, json!(null)).await?, json!([true, 0]));
    page.close().await
}

/// One file is enough: no host, no network.
#[tokio::test]
async fn a_double_click_on_the_file_opens_the_page() -> Result<()> {
    let page = Page::open_from_folder().await?;
    page.act("track-enterprise").await?;
    page.act("stage-creation").await?;
    page.act("sample").await?;
    page.expect_verdict("unmet").await?;
    page.close().await
}

/// From a small phone to a wide desk nothing sticks out to the side.
#[tokio::test]
async fn nothing_is_cut_off_at_any_width() -> Result<()> {
    for width in [320, 360, 768, 1280] {
        let page = Page::open(width).await?;
        page.act("track-park").await?;
        page.act("stage-creation").await?;
        page.act("sample").await?;
        page.expect_verdict("unmet").await?;
        let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        page.act("variant-what-if").await?;
        for action in
            ["view-fill", "view-overview", "view-compare", "view-method", "lang-en", "view-compare", "view-fill"]
        {
            page.act(action).await?;
            assert_eq!(page.script(wider, json!(null)).await?, json!(0), "{width} px, {action}");
        }
        page.close().await?;
    }
    Ok(())
}

/// On a phone the summary stands over the page: the field to which it leads must not end up behind it.
#[tokio::test]
async fn the_way_to_a_field_does_not_end_behind_the_summary() -> Result<()> {
    let page = Page::open(360).await?;
    page.act("track-enterprise").await?;
    page.act("stage-creation").await?;
    page.type_into("figures.gross_profit[1]", "1,23").await?;
    page.click(".summary-toggle").await?;
    page.click("[data-refusal='figures.gross_profit[1]'] button").await?;
    assert_eq!(page.focused().await?, json!("figures.gross_profit[1]"));
    let on_top = "
        const field = root.querySelector(`[name='${argument}']`);
        const { x, y, width, height } = field.getBoundingClientRect();
        return [y, y + height - 1].map((edge) => root.elementFromPoint(x + width / 2, edge) === field)";
    assert_eq!(page.script(on_top, json!("figures.gross_profit[1]")).await?, json!([true, true]));
    page.close().await
}
