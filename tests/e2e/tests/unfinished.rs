//! The first frame shows the indicators that may be in sight, and the next one the rest of the sheet: what comes in between finds everything.

use anyhow::Result;
use e2e::Page;
use e2e::browser::Browser;
use serde_json::{Value, json};

/// Begins a script in the host page: `begun()` puts in one more element that begins at a track and a stage, and gives it when it says that
/// it is ready. Until `frames(true)` no frame is made that anybody could wait for, so the sheet stays as it is in the first one.
const BEGUN: &str = "
    const frame = window.requestAnimationFrame;
    const frames = (made) => { window.requestAnimationFrame = made ? frame : () => 0; };
    const begun = async () => {
        const element = document.createElement('shifan-assessment');
        for (const [name, value] of [['track', 'park'], ['stage', 'creation']]) element.setAttribute(name, value);
        const ready = new Promise((done) => element.addEventListener('shifan-ready', done, { once: true }));
        document.body.append(element);
        await ready;
        return element;
    };
    const soon = () => new Promise((done) => setTimeout(done));
    const until = async (holds) => { while (!holds()) await new Promise((done) => setTimeout(done, 10)); };
    const count = ({ shadowRoot }) => shadowRoot.querySelectorAll('section.indicator').length;
    const isBusy = ({ shadowRoot }) => shadowRoot.querySelector('.workbench').getAttribute('aria-busy') === 'true';
";

async fn in_page(page: &Page, body: &str) -> Result<Value> {
    page.script(&[BEGUN, "return (async () => {", body, "})()"].concat(), json!(null)).await
}

/// The element is ready when an outcome is in sight, and nothing else was shown before it. The rest comes below, and nothing that was
/// there is another node or in another place; where no frame is made, it comes all the same.
#[tokio::test]
async fn the_rest_of_the_sheet_comes_below_the_first_outcome() -> Result<()> {
    let page = Page::open(1280).await?;
    for makes_frames in [true, false] {
        let body = format!(
            "frames({makes_frames});
            const one = await begun();
            const all = (selector) => [...one.shadowRoot.querySelectorAll(selector)];
            const isShown = (element) => element.getClientRects().length > 0;
            const ready = [all('[data-outcome]').some(isShown), all('.start').some(isShown), isBusy(one), count(one) < 11];
            one.scrollIntoView();
            const isInSight = ({{ width, height, top, bottom }}) => width * height > 0 && bottom > 0 && top < innerHeight;
            const before = all('.shifan *').filter((element) => isInSight(element.getBoundingClientRect()));
            const places = () => before.map((element) => element.getBoundingClientRect().top);
            const there = places();
            await until(() => !isBusy(one));
            const moved = before.filter((element, place) => Math.abs(places()[place] - there[place]) > 1);
            frames(true);
            return [...ready, before.length > 100, count(one), before.every((element) => element.isConnected), moved.map((element) => element.className)]"
        );
        // an outcome is shown, the choices are not, it goes on, indicators are missing, much is in sight | all are there, nothing in sight is
        // another or has moved
        let expected = json!([true, false, true, true, true, 11, true, []]);
        assert_eq!(in_page(&page, &body).await?, expected, "frames are made: {makes_frames}");
    }
    page.close().await
}

/// A link, and what the host page asks for, lead to an indicator that is still to come; it stands at the top of the window.
#[tokio::test]
async fn a_place_that_is_still_to_come_is_led_to() -> Result<()> {
    let page = Page::open(1280).await?;
    // how one goes to the seventh indicator
    let ways = ["one.lead('park.financing')", "one.shadowRoot.querySelectorAll('.index-entry')[6].click()"];
    for way in ways {
        let body = format!(
            "frames(false);
            const one = await begun();
            await soon();
            const wasBusy = isBusy(one);
            frames(true);
            {way};
            await until(() => one.shadowRoot.activeElement?.id === 'park.financing');
            const place = () => Math.round(one.shadowRoot.activeElement.getBoundingClientRect().top);
            const at = place();
            await new Promise((done) => setTimeout(done, 300));
            const said = [wasBusy, one.shadowRoot.querySelector('.shifan').dataset.view, count(one), Math.abs(at) < 100, place() === at];
            one.remove();
            return said"
        );
        assert_eq!(in_page(&page, &body).await?, json!([true, "fill", 11, true, true]), "{way}");
    }
    page.close().await
}

/// Whoever prints before the sheet is whole has all of it on paper: the browser lays that out after the event and what follows from it.
#[tokio::test]
async fn a_page_that_is_printed_at_once_is_printed_whole() -> Result<()> {
    let page = Page::open(1280).await?;
    let body = "
        frames(false);
        const one = await begun();
        await soon();
        const wasBusy = isBusy(one);
        dispatchEvent(new Event('beforeprint'));
        for (let step = 0; step < 20; step += 1) await null;
        const printed = [wasBusy, isBusy(one), count(one), one.shadowRoot.querySelectorAll('[data-panel=findings] .card').length];
        dispatchEvent(new Event('afterprint'));
        await until(() => !isBusy(one));
        frames(true);
        return [...printed, count(one)]";
    assert_eq!(in_page(&page, body).await?, json!([true, false, 11, 11, 11]));
    page.close().await
}

/// Whoever loads the page again is brought back to where they were by the browser, for which it has to be as long as it was at once.
#[tokio::test]
async fn a_page_that_is_loaded_again_is_whole_at_once() -> Result<()> {
    let page = Page::open(1280).await?;
    if page.kind() != Browser::Chromium {
        return page.close().await;
    }
    let watch = "
        const look = () => {
            const root = document.querySelector('shifan-assessment')?.shadowRoot;
            if (!root?.querySelector('.workbench')) return requestAnimationFrame(look);
            window.first = [document.documentElement.scrollHeight, root.querySelectorAll('section.indicator').length];
        };
        requestAnimationFrame(look);";
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": watch})).await?;
    page.browser().goto("about:blank").await?;
    page.browser().goto([page.host_address(), "#track=park&stage=creation"].concat()).await?;
    let whole = "return [document.documentElement.scrollHeight, root.querySelectorAll('section.indicator').length]";
    let all = page.wait_until(whole, |now| now[1] == json!(11)).await?;
    let first = page.script("return window.first", json!(null)).await?;
    assert!(first[1].as_u64() < Some(11), "the first time: {first}");
    page.reload_as_a_person().await?;
    page.wait_until("return window.first", |first| *first == all).await?;
    page.quit().await
}
