//! The page in frames of a site: sized one by one, deaf to forgeries, and in a sandbox.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use e2e::Page;
use serde_json::{Value, json};

/// What the site's style sheet gives the frames, without their borders.
const FIXED: u64 = 638;

async fn open(width: u32) -> Result<Page> {
    let page = Page::blank(width).await?;
    page.browser().goto([page.host_address(), "examples/iframe.html"].concat()).await?;
    Ok(page)
}

/// What a script says in the document that is entered.
/// How high the frames are inside, from the site's own document.
async fn heights(page: &Page) -> Result<Vec<u64>> {
    let heights =
        page.ask("return [...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight)").await?;
    Ok(heights.as_array().into_iter().flatten().filter_map(Value::as_u64).collect())
}

async fn wait_for(page: &Page, wanted: impl Fn(&[u64]) -> bool) -> Result<Vec<u64>> {
    let since = Instant::now();
    loop {
        let found = heights(page).await?;
        if wanted(&found) {
            return Ok(found);
        }
        if since.elapsed() > e2e::PATIENCE {
            bail!("the frames are {found:?} high");
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

/// Time enough for a message to arrive and to have its effect.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(300)).await;
}

async fn enter(page: &Page, frame: u16) -> Result<()> {
    page.browser().enter_default_frame().await?;
    Ok(page.browser().enter_frame(frame).await?)
}

async fn leave(page: &Page) -> Result<()> {
    Ok(page.browser().enter_default_frame().await?)
}

#[tokio::test]
async fn every_frame_is_as_high_as_what_is_in_it() -> Result<()> {
    for width in [1280, 360] {
        let page = open(width).await?;
        wait_for(&page, |all| all.len() == 2 && all.iter().all(|height| *height != FIXED)).await?;
        settle().await;
        let empty = heights(&page).await?;
        enter(&page, 0).await?;
        assert_eq!(page.ask("return self.origin").await?, json!("null"), "the sandbox");
        page.play_sample().await?;
        leave(&page).await?;
        wait_for(&page, |all| all[0] > 3 * empty[0]).await?;
        settle().await;
        let played = heights(&page).await?;
        assert_eq!(played[1], empty[1], "the other frame has nothing to do with it");
        enter(&page, 0).await?;
        let room = "const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
            return [scrollHeight - clientHeight, scrollWidth - clientWidth]";
        settle().await;
        assert_eq!(page.ask(room).await?, json!([0, 0]), "{width} px: nothing is left to scroll inside");
        page.act("clear").await?;
        page.act("view-method").await?;
        page.find(".method").await?;
        leave(&page).await?;
        settle().await;
        let method = wait_for(&page, |all| all[0] != played[0]).await?;
        enter(&page, 0).await?;
        page.act("view-fill").await?;
        leave(&page).await?;
        wait_for(&page, |all| all[0] != method[0]).await?;
        assert_eq!(
            page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await?,
            json!(0)
        );
        page.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_forged_height_changes_nothing() -> Result<()> {
    let page = open(1280).await?;
    // One more frame, which the site did not mean to be sized: it says its height as the others do.
    let third = "const frame = document.createElement('iframe'); frame.src = '../frame.html'; frame.setAttribute('sandbox', 'allow-scripts'); document.body.append(frame)";
    page.ask(third).await?;
    wait_for(&page, |all| all.len() == 3 && all[0] != FIXED && all[1] != FIXED).await?;
    enter(&page, 2).await?;
    page.find("[data-action=track-park]").await?;
    leave(&page).await?;
    settle().await;
    assert_eq!(heights(&page).await?[2], FIXED, "not marked, not sized");
    // Every height that a frame is given, because its next true word mends a false one.
    let watch = "
        self.given = [];
        [...document.querySelectorAll('iframe')].forEach((frame, place) => {
            let last = frame.style.height;
            const changed = () => {
                if (frame.style.height !== last) given.push([place, (last = frame.style.height)]);
            };
            new MutationObserver(changed).observe(frame, { attributes: true });
        })";
    page.ask(watch).await?;
    let given = "return self.given.splice(0)";

    page.ask("postMessage({ shifan: 1, height: 777 }, '*')").await?;
    enter(&page, 2).await?;
    page.ask("parent.postMessage({ shifan: 1, height: 777 }, '*')").await?;
    enter(&page, 0).await?;
    for forged in [
        "{ shifan: 2, height: 777 }",
        "{ shifan: '1', height: 777 }",
        "{ height: 777 }",
        "{ shifan: 1 }",
        "{ shifan: 1, height: '777' }",
        "{ shifan: 1, height: '777px; position: fixed' }",
        "{ shifan: 1, height: NaN }",
        "{ shifan: 1, height: Infinity }",
        "{ shifan: 1, height: -777 }",
        "{ shifan: 1, height: 0 }",
        "{ shifan: 1, height: 99 }",
        "{ shifan: 1, height: 1e9 }",
        "{ shifan: 1, height: [777] }",
        "{ shifan: 1, height: { valueOf: 777 } }",
        "777",
        "null",
        "undefined",
        "'shifan'",
    ] {
        page.ask(&format!("parent.postMessage({forged}, '*')")).await?;
        leave(&page).await?;
        settle().await;
        assert_eq!(page.ask(given).await?, json!([]), "{forged}");
        enter(&page, 0).await?;
    }
    page.ask("parent.postMessage({ shifan: 1, height: 777 }, '*')").await?;
    leave(&page).await?;
    settle().await;
    let changes = page.ask(given).await?;
    assert_eq!(changes[0], json!([0, "779px"]), "with its borders");
    let others = changes.as_array().into_iter().flatten().filter(|change| change[0] != 0).count();
    assert_eq!(others, 0, "a frame speaks for itself only: {changes}");

    // The same height inside, however the site counts borders.
    settle().await;
    page.ask("document.querySelectorAll('iframe')[1].style.boxSizing = 'content-box'").await?;
    enter(&page, 1).await?;
    page.ask("parent.postMessage({ shifan: 1, height: 777 }, '*')").await?;
    leave(&page).await?;
    settle().await;
    let changes = page.ask(given).await?;
    let is_given = changes.as_array().is_some_and(|all| all.contains(&json!([1, "777px"])));
    assert!(is_given, "without them: {changes}");
    page.quit().await
}

#[tokio::test]
async fn without_the_script_a_frame_keeps_its_height_and_scrolls() -> Result<()> {
    let page = Page::blank(1280).await?;
    page.cdp("Network.enable", json!({})).await?;
    page.cdp("Network.setBlockedURLs", json!({"urls": ["*embed.js"]})).await?;
    page.browser().goto([page.host_address(), "examples/iframe.html"].concat()).await?;
    enter(&page, 1).await?;
    page.play_sample().await?;
    page.ask("scrollTo(0, 500)").await?;
    settle().await;
    assert_eq!(page.ask("return scrollY").await?, json!(500));
    leave(&page).await?;
    assert_eq!(heights(&page).await?, [FIXED, FIXED]);
    page.quit().await
}

/// Neither loading nor growing takes the focus from the site or moves it.
#[tokio::test]
async fn the_site_keeps_its_focus_and_its_place() -> Result<()> {
    let page = open(1280).await?;
    let state = "return [document.activeElement === document.body, scrollY]";
    wait_for(&page, |all| all.iter().all(|height| *height != FIXED)).await?;
    settle().await;
    assert_eq!(page.ask(state).await?, json!([true, 0]));

    let at_work = "
        document.querySelector('.foot').insertAdjacentHTML('beforeend', '<a href=\"#top\" id=\"last\">返回顶部</a>');
        document.querySelector('#last').focus();
        scrollTo(0, 120);
        for (const frame of document.querySelectorAll('iframe')) frame.src += '?again';";
    page.ask(at_work).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(page.ask("return [document.activeElement.id, scrollY]").await?, json!(["last", 120]));
    page.quit().await
}

/// A notice stands where the person is looking, not at the end of a frame that is many windows high; and so do the summary and a question.
#[tokio::test]
async fn what_has_to_be_seen_is_in_the_part_in_sight() -> Result<()> {
    let page = open(1280).await?;
    enter(&page, 0).await?;
    page.play_sample().await?;
    leave(&page).await?;
    wait_for(&page, |all| all[0] > 3 * FIXED).await?;
    for y in [1200, 2000] {
        leave(&page).await?;
        page.ask(&format!("scrollTo(0, {y})")).await?;
        settle().await;
        let top = "return document.querySelector('iframe').getBoundingClientRect().top";
        let top = page.ask(top).await?.as_f64().unwrap_or(f64::NAN);
        enter(&page, 0).await?;
        let show = "
            const data = new DataTransfer();
            data.items.add(new File(['{'], 'cut.json'));
            root.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
            if (root.querySelector('.more').hidden) root.querySelector('[data-action=unfold-more]').click();
            root.querySelector('[data-action=forget]').click();
            const seen = ['.summary', '.notice', '.question-box'].map((one) => root.querySelector(one));
            const places = () => seen.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]);
            const inSight = () => places().every(([top, bottom]) => TOP + top >= 0 && TOP + bottom <= 900);
            const until = Date.now() + 5000;
            const settled = (done) => (inSight() || Date.now() > until ? done() : setTimeout(() => settled(done), 50));
            return new Promise(settled).then(() => {
                const found = places();
                root.querySelector('[data-action=forget-no]').click();
                return found;
            })";
        let places = page.script(&show.replace("TOP", &format!("({top})")), json!(null)).await?;
        leave(&page).await?;
        assert_eq!(page.ask("return scrollY").await?, json!(y), "nothing had to be scrolled for it");
        for place in places.as_array().into_iter().flatten() {
            let edge = |at: usize| top + place[at].as_f64().unwrap_or(f64::NAN);
            assert!(edge(0) >= 0.0 && edge(1) <= 900.0, "{place} in a frame at {top}");
        }
    }
    page.quit().await
}

/// A site may keep its frames in shadow roots.
#[tokio::test]
async fn a_frame_in_a_shadow_root_grows_too() -> Result<()> {
    let page = open(1280).await?;
    let put = "
        const frame = document.querySelector('iframe').cloneNode();
        document.body.append(document.createElement('div'));
        const outer = document.body.lastChild.attachShadow({ mode: 'open' });
        outer.append(document.createElement('div'));
        outer.lastChild.attachShadow({ mode: 'open' }).append(frame);
        self.inside = frame;";
    page.ask(put).await?;
    let since = Instant::now();
    while page.ask("return self.inside.clientHeight").await?.as_u64().is_none_or(|height| height <= FIXED) {
        if since.elapsed() > e2e::PATIENCE {
            bail!("it keeps its height");
        }
        settle().await;
    }
    page.quit().await
}

/// Inside the sandbox a report is saved, printing is allowed, and what cannot be kept there is said.
#[tokio::test]
async fn files_and_paper_come_out_of_the_sandbox() -> Result<()> {
    let page = open(1280).await?;
    let folder = crate::folder("frames")?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    page.cdp("Browser.setDownloadBehavior", json!({"behavior": "allow", "downloadPath": folder})).await?;
    enter(&page, 0).await?;
    page.play_sample().await?;
    page.act("save-file").await?;
    let since = Instant::now();
    loop {
        let files: Vec<_> = std::fs::read_dir(&folder)?.flatten().map(|file| file.path()).collect();
        if let Some(file) = files.iter().find(|file| file.extension().is_some_and(|name| name == "json")) {
            let written: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
            assert_eq!(written["submission"]["track"], json!("park"));
            break;
        }
        if since.elapsed() > e2e::PATIENCE {
            bail!("nothing arrives in {}", folder.display());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    // The notice lies over what stands at the end of the window.
    page.act("dismiss").await?;
    page.click("input[name=draft]").await?;
    page.find(".draft-said[data-failed='true']").await?;
    page.ask("self.printed = 0; addEventListener('beforeprint', () => (self.printed += 1))").await?;
    page.act("print").await?;
    settle().await;
    assert_eq!(page.ask("return self.printed").await?, json!(1), "a sandbox without allow-modals prints nothing");
    page.quit().await
}
