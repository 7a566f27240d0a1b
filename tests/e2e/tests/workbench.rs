//! An afternoon at the desk: a batch's own numbers, trials, targets, the keyboard alone.

use anyhow::Result;
use e2e::Page;
use serde_json::json;
use thirtyfour::Key;

/// Where the plan states no threshold, the batch's number is typed right there, is marked, listed, and taken away again.
#[tokio::test]
async fn a_batchs_own_threshold_is_typed_where_it_is_missing() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("sample").await?;
    page.expect_outcome("park.rd_intensity", "unstated").await?;
    let name = "overrides.park.rd_intensity.creation.rd_intensity";
    page.type_into(name, "3.7").await?;
    page.expect_outcome("park.rd_intensity", "unmet").await?;
    let text = page.text_of("park.rd_intensity").await?;
    assert!(text.contains("不低于 3.7%") && text.contains("按当批通知填入"), "{text}");
    let listed = page.find(".settings-list").await?.text().await?;
    assert!(listed.contains("研发投入强度（创建）的门槛：3.7"), "{listed}");
    page.type_into(name, "x").await?;
    page.expect_outcome("park.rd_intensity", "unstated").await?;
    page.find(&format!("[name='{name}'][aria-invalid='true']")).await?;
    page.act(&format!("remove-{name}")).await?;
    assert_eq!(page.value(name).await?, "");
    assert_eq!(page.focused().await?, json!(name), "the button is gone, the field is not");

    // Weights that were never published, for all levels that there are.
    for (level, weight) in [("basic", "1"), ("advanced", "2"), ("excellent", "3")] {
        page.type_into(&format!("overrides.park.digitalization.{level}"), weight).await?;
    }
    page.type_into("overrides.park.digitalization.leading", "4").await?;
    let text = page.text_of("park.digitalization").await?;
    assert!(text.contains("24 × 1") && text.contains("9 × 2"), "{text}");
    page.close().await
}

/// A trial begins as a copy, shows what would change, and leaves the original alone.
#[tokio::test]
async fn a_trial_never_touches_the_original() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("sample").await?;
    page.expect_outcome("park.financing", "unmet").await?;
    page.act("variant-what-if").await?;
    page.empty("figures.debt_financing[2]").await?;
    page.type_into("figures.debt_financing[2]", "3亿").await?;
    page.expect_outcome("park.financing", "met").await?;
    page.act("variant-original").await?;
    page.expect_outcome("park.financing", "unmet").await?;
    page.act("variant-what-if").await?;
    page.expect_outcome("park.financing", "met").await?;
    page.act("discard-what-if").await?;
    page.expect_outcome("park.financing", "unmet").await?;
    page.act("undo").await?;
    page.expect_outcome("park.financing", "met").await?;
    page.close().await
}

/// At application one also sets targets, and sees which thresholds of recognition they would meet.
#[tokio::test]
async fn targets_are_held_against_recognition() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.act("sample").await?;
    page.act("variant-targets").await?;
    page.expect_outcome("park.quality_enterprises", "incomplete").await?;
    assert_eq!(
        page.value("figures.revenue[0]").await?,
        "1365200",
        "the year before is the last one of the application"
    );
    page.type_into("figures.quality_enterprises.manufacturing_champion", "3").await?;
    page.expect_outcome("park.quality_enterprises", "met").await?;
    let text = page.text_of("park.quality_enterprises").await?;
    assert!(text.contains("增幅不低于 5%") && text.contains("实际增幅"), "{text}");
    page.act("variant-original").await?;
    page.expect_outcome("park.quality_enterprises", "unmet").await?;
    page.act("variant-targets").await?;
    page.expect_outcome("park.quality_enterprises", "met").await?;
    page.close().await
}

/// From the first choice to a verdict and back without a mouse: Tab and Space choose, Enter leads on as in a spreadsheet.
#[tokio::test]
async fn everything_by_keyboard_alone() -> Result<()> {
    let page = Page::open(1280).await?;
    page.tab_to("[data-action='track-enterprise']").await?;
    page.press(Key::Space + "").await?;
    page.tab_to("[data-action='stage-creation']").await?;
    page.press(Key::Enter + "").await?;
    page.tab_to("[name='figures.revenue[0]']").await?;
    for (amount, on) in [("31000", Key::Right), ("32000", Key::Tab), ("33000", Key::Enter)] {
        page.press(amount).await?;
        page.press(on + "").await?;
    }
    page.expect_outcome("enterprise.revenue", "met").await?;
    assert_eq!(page.focused().await?, json!("figures.product_sales"), "the row below");
    page.press_with_shift(Key::Enter).await?;
    assert_eq!(page.focused().await?, json!("figures.revenue[2]"), "and back");
    page.press("9").await?;
    assert_eq!(
        page.value("figures.revenue[2]").await?,
        "9",
        "arriving selects what stands there, as a spreadsheet does"
    );
    page.press(Key::Home + Key::Left).await?;
    assert_eq!(page.focused().await?, json!("figures.revenue[1]"), "the field beside it, from the end of the text");

    // In the lines of a ranked tally, Enter stays in its column.
    page.tab_to("[data-action='add-figures.awards']").await?;
    page.press(Key::Enter + "").await?;
    page.tab_to("[data-action='add-figures.awards']").await?;
    page.press(Key::Enter + "").await?;
    page.tab_back_to("[name='figures.awards[0].count']").await?;
    page.press("1").await?;
    page.press(Key::Enter + "").await?;
    assert_eq!(page.focused().await?, json!("figures.awards[1].count"));

    // What was refused is reached and mended the same way.
    page.tab_back_to("[name='figures.revenue[2]']").await?;
    page.press("x").await?;
    page.find("[data-refusal='figures.revenue[2]']").await?;
    page.tab_back_to("[data-refusal='figures.revenue[2]'] button").await?;
    page.press(Key::Enter + "").await?;
    assert_eq!(page.focused().await?, json!("figures.revenue[2]"));
    page.close().await
}

/// Large text makes everything larger and nothing stick out.
#[tokio::test]
async fn large_text_fits_on_a_small_screen() -> Result<()> {
    for width in [320, 768, 1280] {
        let page = Page::open(width).await?;
        page.act("sample").await?;
        page.expect_verdict("unmet").await?;
        let height = "return root.querySelector('[data-action=unfold-track]').getBoundingClientRect().height";
        let usual = page.script(height, json!(null)).await?.as_f64().unwrap_or_default();
        page.act("larger").await?;
        let large = page.script(height, json!(null)).await?.as_f64().unwrap_or_default();
        assert!(large > usual, "{large} is no larger than {usual}");
        let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(page.script(wider, json!(null)).await?, json!(0), "{width} px");
        page.close().await?;
    }
    Ok(())
}

/// Whoever listens hears what changed once they pause, and nothing while they type.
#[tokio::test]
async fn changes_are_announced_politely() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let said = "return root.querySelector('.announcer').textContent";
    for year in 0..3 {
        page.type_into(&format!("figures.tech_contracts[{year}]"), "6000").await?;
    }
    page.expect_outcome("park.tech_contracts", "met").await?;
    assert_eq!(page.script(said, json!(null)).await?, json!(""), "not while one types");
    page.wait_until(said, |text| text == &json!("技术合同成交额：达到。")).await?;
    page.close().await
}

/// Another batch has its own fields; what was filled in stays, and a field that the batch does not have is named.
#[tokio::test]
async fn another_batch_keeps_the_figures() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    page.type_into("figures.employees", "4200").await?;
    page.choose("field", "新材料").await?;
    page.choose("batch", "1").await?;
    page.find("[data-refusal='field']").await?;
    assert_eq!(page.value("figures.employees").await?, "4200");
    page.choose("field", "智能机器人").await?;
    page.find(".refusals[hidden]").await?;
    page.act("lang-en").await?;
    let head = page.find(".head").await?.text().await?;
    assert!(head.contains("First batch"), "{head}");
    page.close().await
}

/// Ctrl+Z undoes a step outside of the fields, and is the browser's own in them; what is given cannot be pasted over.
#[tokio::test]
async fn the_keys_of_a_notice_work_wherever_the_focus_is() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let years = ["figures.revenue[0]", "figures.revenue[1]"];
    page.type_into(years[0], "5").await?;
    page.paste_into(years[0], "1\t2\t3").await?;
    page.find(".notice[data-shown='true'] [data-action='undo']:not([hidden])").await?;
    page.field(years[0]).await?.send_keys(Key::Control + "z").await?;
    assert_eq!(page.value(years[1]).await?, "2", "the step stands");
    page.find("[data-action='view-fill']").await?.send_keys(Key::Control + "z").await?;
    page.find(".notice [data-action='undo'][hidden]").await?;
    let notice = page.find(".notice[data-shown='true']").await?.text().await?;
    assert!(notice.contains("已撤销：填入"), "{notice}");
    assert_eq!([page.value(years[0]).await?, page.value(years[1]).await?], ["5", ""]);
    page.paste_into(years[0], "1\t2\t3").await?;
    page.find(".notice[data-shown='true']").await?;
    page.press(Key::Escape + "").await?;
    page.find(".notice[data-shown='false']").await?;
    assert_eq!(page.value(years[1]).await?, "2", "dismissed, not undone");

    page.act("variant-targets").await?;
    let given = page.value(years[0]).await?;
    page.paste_into(years[0], "7\t8\t9").await?;
    assert_eq!([page.value(years[0]).await?, page.value(years[1]).await?], [given, String::new()]);
    page.close().await
}

/// What goes away hands the focus on to something that stays.
#[tokio::test]
async fn the_focus_never_falls_to_nowhere() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let focus = "const at = root.activeElement; return at && (at.dataset.action || at.className || at.name)";
    page.act("variant-what-if").await?;
    page.act("discard-what-if").await?;
    page.find(".notice[data-shown='true']").await?;
    assert_eq!(page.script(focus, json!(null)).await?, json!("variant-original"));
    page.act("undo").await?;
    page.find(".notice [data-action='undo'][hidden]").await?;
    assert_eq!(page.script(focus, json!(null)).await?, json!("variant-original"));
    page.act("variant-original").await?;

    for (stage, text) in [("creation", "3"), ("creation", "x")] {
        let name = format!("overrides.park.rd_intensity.{stage}.rd_intensity");
        page.empty(&name).await?;
        page.type_into(&name, text).await?;
        let listed = page.find(".settings-list:not([hidden])").await?.text().await?;
        let expected = if text == "3" { "：3%" } else { "：x（未采用）" };
        assert!(listed.contains(expected), "{listed}");
    }
    // The number of this stage is not on the page of the other one, nor on that of the other track at all.
    page.act("stage-recognition").await?;
    page.find(".settings-list .of-other-stage").await?;
    page.act("track-enterprise").await?;
    page.find(".settings-list[hidden]").await?;
    page.act("track-park").await?;
    page.act("stage-creation").await?;
    page.find(".settings-list .leap").await?;
    page.click(".settings-list .remove-number").await?;
    page.find(".settings-list[hidden]").await?;
    assert_eq!(page.script(focus, json!(null)).await?, json!("leap index-entry"));
    page.close().await
}

/// The second click of a double click is not meant for the button that took the other's place.
#[tokio::test]
async fn a_double_click_fills_in_the_sample_once() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let sample = page.find("[data-action='sample']").await?;
    page.double_click(&sample).await?;
    page.expect_verdict("unmet").await?;
    page.find(".sample[data-shown='true']").await?;
    page.close().await
}

/// On a small screen words stay whole, the chosen view touches its line, and a notice leaves most of the page to be seen.
#[tokio::test]
async fn a_small_screen_breaks_no_words_and_hides_little() -> Result<()> {
    for width in [320, 360] {
        let page = Page::open(width).await?;
        page.act("lang-en").await?;
        page.act("track-park").await?;
        page.act("stage-creation").await?;
        page.paste_into("figures.revenue[0]", "1\t2\t3").await?;
        page.find(".notice[data-shown='true']").await?;
        let height = "return root.querySelector(argument).getBoundingClientRect().height";
        let tall = |selector: &str| json!(selector);
        let notice = page.script(height, tall(".notice")).await?.as_f64().unwrap_or(f64::MAX);
        assert!(notice <= 120.0, "{notice} px high at {width} px");
        let rows =
            "return new Set([...root.querySelectorAll('.view')].map(one => one.getBoundingClientRect().top)).size";
        assert_eq!(page.script(rows, json!(null)).await?, json!(1), "{width} px");
        let lines = "return [...root.querySelectorAll('.choice-name')].filter(one => one.getClientRects().length && one.getBoundingClientRect().height > 40).length";
        assert_eq!(page.script(lines, json!(null)).await?, json!(0), "{width} px");
        page.close().await?;
    }
    Ok(())
}
