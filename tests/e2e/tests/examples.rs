//! The element inside a site with rules for everything and a small root: it looks as on its own page.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};

const EXAMPLE: &str = "examples/element.html";

async fn open(width: u32, path: &str) -> Result<Page> {
    let page = Page::blank(width).await?;
    page.browser().goto([page.host_address(), path].concat()).await?;
    Ok(page)
}

/// How everything in the application is drawn, one line an element.
async fn drawn(page: &Page) -> Result<Vec<Value>> {
    let look = "
        const wanted = ['font-size', 'font-family', 'font-weight', 'line-height', 'letter-spacing', 'text-indent', 'text-align',
            'text-transform', 'text-decoration-line', 'color', 'background-color', 'display', 'float', 'position', 'box-sizing',
            'padding-top', 'padding-left', 'margin-top', 'margin-left', 'border-top-width', 'border-left-color', 'border-radius',
            'row-gap', 'column-gap', 'width', 'height', 'white-space', 'word-break', 'list-style-type', 'cursor'];
        return [...root.querySelectorAll('.shifan, .shifan *')].map((element) => {
            const style = getComputedStyle(element);
            return [element.tagName, element.className.baseVal ?? element.className, ...wanted.map((name) => style.getPropertyValue(name))].join(' | ');
        })";
    Ok(page.script(look, json!(null)).await?.as_array().cloned().unwrap_or_default())
}

/// Every element of every view, at the width that the site leaves, is drawn as where nothing is around it; and nothing sticks out.
#[tokio::test]
async fn the_element_looks_as_on_its_own_page() -> Result<()> {
    for width in [1280, 360] {
        let (site, alone) = (open(width, EXAMPLE).await?, open(width, "").await?);
        let root = "return getComputedStyle(document.documentElement).fontSize";
        site.find("[data-action=track-park]").await?;
        assert_eq!(site.script(root, json!(null)).await?, json!("10px"), "the site has a small root");
        for page in [&site, &alone] {
            page.play_sample().await?;
        }
        // Now that both are higher than the window, and have a scroll bar.
        let its_width = site.script("return root.host.getBoundingClientRect().width", json!(null)).await?;
        let narrow = "root.host.style.width = `${argument}px`; root.host.style.setProperty('--least-height', 'auto')";
        alone.script(narrow, its_width).await?;
        for view in ["view-fill", "view-overview", "view-method", "lang-en"] {
            for page in [&site, &alone] {
                page.act(view).await?;
                // Out of the way of every button, which looks different under the pointer.
                page.browser().action_chain().move_to(0, 0).perform().await?;
            }
            let (here, there) = (drawn(&site).await?, drawn(&alone).await?);
            assert!(here.len() > 200, "{} elements", here.len());
            for (here, there) in here.iter().zip(&there) {
                assert_eq!(here, there, "{width} px, {view}");
            }
            assert_eq!(here.len(), there.len(), "{width} px, {view}");
            let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(site.script(wider, json!(null)).await?, json!(0), "{width} px, {view}");
        }
        assert_eq!(site.requests(), ["/examples/element.html", "/examples/site.css", "/shifan.js"]);
        let complaints: Vec<String> = site
            .browser()
            .get_log("browser")
            .await?
            .into_iter()
            .filter(|entry| entry.level == "SEVERE")
            .map(|entry| entry.message)
            .collect();
        assert_eq!(complaints, Vec::<String>::new(), "the site's policy lets everything run");
        site.quit().await?;
        alone.quit().await?;
    }
    Ok(())
}

/// Whoever has set the browser to larger letters gets them inside any site.
#[tokio::test]
async fn the_person_s_own_font_size_counts() -> Result<()> {
    let page = Page::blank(1280).await?;
    page.cdp("Page.setFontSizes", json!({"fontSizes": {"standard": 20}})).await?;
    page.browser().goto([page.host_address(), EXAMPLE].concat()).await?;
    page.find("[data-action=track-park]").await?;
    let sizes =
        "return ['.shifan', 'h1', '.choice-name'].map((one) => getComputedStyle(root.querySelector(one)).fontSize)";
    assert_eq!(page.script(sizes, json!(null)).await?, json!(["20px", "27.5px", "24px"]));
    page.quit().await
}
