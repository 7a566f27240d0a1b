//! Numbers as people write them: what is read, what is refused and why, and how an unclear unit is made clear.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};
use thirtyfour::Key;

const FIELD: &str = "figures.revenue[0]";

/// What is said at a field: the number read, and why it is refused.
async fn said(page: &Page, name: &str) -> Result<(String, String)> {
    let text = "const field = root.querySelector(`[name='${argument}']`).closest('.field');
        return ['.echo', '.refusal'].map((one) => field.querySelector(one).textContent.trim())";
    let both: Value = page.script(text, json!(name)).await?;
    let one = |index: usize| both[index].as_str().unwrap_or_default().to_owned();
    Ok((one(0), one(1)))
}

#[tokio::test]
async fn a_refusal_names_what_is_in_the_way() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    let table = [
        (FIELD, "1亿2000万", "12,000", ""),
        (FIELD, "人民币1,200万元整", "1,200", ""),
        (FIELD, "约5000", "", "确切的数"),
        (FIELD, "—", "", "没有的请填 0"),
        (FIELD, "#REF!", "", "列太窄"),
        (FIELD, "500万美元", "", "折合人民币"),
        (FIELD, "1,2345", "", "每三位"),
        ("figures.employees", "4200人", "4,200", ""),
        ("figures.employees", "五千", "", "阿拉伯数字，如 12"),
    ];
    for (name, text, read, refused) in table {
        page.empty(name).await?;
        page.type_into(name, text).await?;
        let (echo, refusal) = said(&page, name).await?;
        assert!(echo.contains(read) && echo.is_empty() == read.is_empty(), "{text}: {echo}");
        assert!(refusal.contains(refused) && refusal.is_empty() == refused.is_empty(), "{text}: {refusal}");
    }
    page.close().await
}

/// By keyboard: the buttons follow the field, and the field has the focus afterwards.
#[tokio::test]
async fn an_unclear_unit_is_made_clear_with_one_press() -> Result<()> {
    let page = Page::open_at("park", "creation").await?;
    for (action, text, read) in
        [("read-in-yuan", "￥985,000.00元", "98.5"), ("read-in-wan-yuan", "￥985,000.00万元", "985,000")]
    {
        page.empty(FIELD).await?;
        page.type_into(FIELD, "￥985,000.00").await?;
        page.find(&format!("[name='{FIELD}'][aria-invalid='true']")).await?;
        page.tab_to(&format!("[data-action='{action}']")).await?;
        page.press(Key::Enter + "").await?;
        page.find(&format!("[name='{FIELD}'][aria-invalid='false']")).await?;
        assert_eq!(page.value(FIELD).await?, text);
        assert_eq!(page.focused().await?, json!(FIELD));
        let (echo, refusal) = said(&page, FIELD).await?;
        assert!(echo.contains(read) && refusal.is_empty(), "{echo} {refusal}");
        assert!(page.look_for("[data-action='read-in-yuan']").await?.is_none(), "the buttons are gone");
    }
    page.close().await
}
