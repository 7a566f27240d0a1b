//! What stands behind `#` in the address of a page: where to begin, and never a figure.

use anyhow::Result;
use e2e::Page;
use serde_json::json;

/// A place behind the address is shown: a figure, or the rules of an indicator.
#[tokio::test]
async fn an_address_leads_to_a_place() -> Result<()> {
    // behind the address | what is looked at | what has the focus, or stands at the top of the window
    let table = [
        ("#method/park.talent", "method", "method/park.talent"),
        ("#track=park&stage=creation&at=figures.employees", "fill", "figures.employees"),
        ("#track=park&stage=creation&at=park.talent", "fill", "park.talent"),
        ("#track=park&stage=creation&at=method/enterprise.scenarios", "method", "method/enterprise.scenarios"),
        ("#track=park&stage=creation&at=batch", "fill", "batch"),
    ];
    let place = "return [root.querySelector('.shifan').dataset.view, root.activeElement?.id ?? null]";
    for home in ["", "shifan.html"] {
        let page = Page::blank(1280).await?;
        for (behind, view, id) in table {
            page.browser().goto("about:blank").await?;
            page.browser().goto([page.host_address(), home, behind].concat()).await?;
            page.find(".shifan").await?;
            page.wait_until(place, |there| *there == json!([view, id])).await?;
        }
        // Another place alone loads nothing anew.
        page.ask("location.hash = '#at=method/park.rd_intensity'").await?;
        page.wait_until(place, |there| *there == json!(["method", "method/park.rd_intensity"])).await?;
        page.quit().await?;
    }
    Ok(())
}

/// Every page, as it is opened: from the host or from a folder.
const HOMES: [(&str, bool); 6] = [
    ("", false),
    ("shifan.html", false),
    ("shifan-chromium83.html", false),
    ("frame.html", false),
    ("offline/", false),
    ("shifan.html", true),
];

const BEGUN: &str = "const one = document.querySelector('shifan-assessment');
    const { track = null, stage = null, figures = null } = one.value ?? {};
    return [track, stage, one.assess()?.ruleset.id ?? null, root.querySelector('.shifan').lang, figures]";

#[tokio::test]
async fn an_address_says_where_to_begin() -> Result<()> {
    let none = json!([null, null, null, "zh-CN", null]);
    // behind the address | where it begins
    let table = [
        ("", none.clone()),
        ("#", none.clone()),
        ("#track=park&stage=creation", json!(["park", "creation", "plan-2025", "zh-CN", {}])),
        (
            "#track=enterprise&stage=recognition&ruleset=batch-2026-1&lang=en",
            json!(["enterprise", "recognition", "batch-2026-1", "en", {}]),
        ),
        ("#lang=en", json!([null, null, null, "en", null])),
        ("#track=city&stage=creation&lang=fr", none.clone()),
        (
            "#value={\"track\":\"park\"}&figures.revenue=1&rulesets=[]&onclick=alert(1)&id=x&style=color:red",
            none.clone(),
        ),
        ("#park", none),
    ];
    for (home, from_folder) in HOMES {
        let page = Page::blank(1280).await?;
        for (behind, expected) in &table {
            // Another end alone would load nothing anew.
            page.browser().goto("about:blank").await?;
            let address = match from_folder {
                true => format!("file://{}", e2e::host::dist()?.join(home).canonicalize()?.display()),
                false => [page.host_address(), home].concat(),
            };
            page.browser().goto([&address, *behind].concat()).await?;
            page.find("[data-action=track-park]").await?;
            let begun = page.wait_until(BEGUN, |begun| begun == expected).await;
            assert_eq!(begun.as_ref().ok(), Some(expected), "{home}{behind}: {begun:?}");
            let own = "const { id, onclick } = document.querySelector('shifan-assessment'); return [id, onclick]";
            assert_eq!(page.ask(own).await?, json!(["", null]), "{home}{behind}");
        }
        page.quit().await?;
    }
    Ok(())
}

/// A link to the same page with another end loads nothing anew.
#[tokio::test]
async fn another_end_of_the_address_is_heard() -> Result<()> {
    let page = Page::open(1280).await?;
    page.ask("location.hash = '#track=park&stage=recognition'").await?;
    page.find("[data-action='stage-recognition'][aria-pressed='true']").await?;
    page.type_into("figures.employees", "42").await?;
    page.ask("location.hash = '#stage=creation'").await?;
    page.find("[data-action='stage-creation'][aria-pressed='true']").await?;
    page.ask("location.hash = '#stage=recognition'").await?;
    page.find("[data-action='stage-recognition'][aria-pressed='true']").await?;
    assert_eq!(page.value("figures.employees").await?, "42", "what was filled in stays");
    page.close().await
}
