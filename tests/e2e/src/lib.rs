//! The page in a real browser: what the stories in `tests/` share.
//!
//! `cargo xtask test` builds the page and says in `SHIFAN_DIST`, `AXE`, `SHIFAN_BROWSER` and the variables of `browser.rs` where
//! things are, and which browser the stories are for.

mod acting;
pub mod browser;
pub mod host;
pub mod nginx;
mod own;
pub mod site;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use browser::{Browser, Program};
use host::Host;
use serde_json::{Value, json};
use thirtyfour::{Key, WebDriver, WebElement};

/// How long a story waits for what has to come. The page answers far sooner: this is for a machine on which much else runs.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The page open in a browser of its own.
pub struct Page {
    browser: Browser,
    driver: WebDriver,
    host: Host,
    _program: Program,
}

impl Page {
    /// Opens the hosted page in a window of this width.
    pub async fn open(width: u32) -> Result<Page> {
        let page = Page::blank(width).await?;
        page.visit(page.host.address()).await?;
        Ok(page)
    }

    /// Opens one of the sites of `tests/hosts`, by its folder.
    pub async fn open_site(name: &str) -> Result<Page> {
        let page = Page::blank(1280).await?;
        page.visit(&format!("{}{name}/", page.host.address())).await?;
        Ok(page)
    }

    /// Opens the page as a double click on its file does.
    pub async fn open_from_folder() -> Result<Page> {
        Page::open_file(&host::dist()?.join("shifan.html")).await
    }

    /// Opens a page from a file.
    pub async fn open_file(file: &Path) -> Result<Page> {
        let page = Page::blank(1280).await?;
        page.visit(&format!("file://{}", file.canonicalize()?.display())).await?;
        Ok(page)
    }

    /// Begins anew in the same browser.
    pub async fn reload(&self) -> Result<()> {
        self.visit(self.host.address()).await
    }

    /// The browser that this story is played in.
    pub fn kind(&self) -> Browser {
        self.browser
    }

    /// Loads the page again as its button in the browser does.
    pub async fn reload_as_a_person(&self) -> Result<()> {
        self.driver.refresh().await?;
        self.find("[data-action=track-park]").await.map(drop)
    }

    async fn visit(&self, address: &str) -> Result<()> {
        self.driver.goto(address).await?;
        self.find("[data-action=track-park]").await.map(drop)
    }

    /// A browser that shows nothing yet.
    pub async fn blank(width: u32) -> Result<Page> {
        let host = Host::start().await?;
        let browser = Browser::chosen()?;
        let (driver, program) = browser.start().await?;
        let page = Page { browser, driver, host, _program: program };
        page.resize(width, 900).await?;
        Ok(page)
    }

    /// Opens the page with a track and stage chosen.
    pub async fn open_at(track: &str, stage: &str) -> Result<Page> {
        let page = Page::open(1280).await?;
        page.act(&format!("track-{track}")).await?;
        page.act(&format!("stage-{stage}")).await?;
        Ok(page)
    }

    /// Shows the sample of a park at creation, which does not meet every threshold.
    pub async fn play_sample(&self) -> Result<()> {
        self.act("track-park").await?;
        self.act("stage-creation").await?;
        self.act("sample").await?;
        self.expect_verdict("unmet").await.map(drop)
    }

    /// The browser itself, for what is around the application.
    pub fn browser(&self) -> &WebDriver {
        &self.driver
    }

    /// The element that a selector finds inside the application, as soon as there is one.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let since = Instant::now();
        loop {
            if let Some(element) = self.look_for(selector).await? {
                return Ok(element);
            }
            if since.elapsed() > PATIENCE {
                let said = "return (document.querySelector('shifan-assessment')?.shadowRoot ?? document.body).textContent.slice(0, 2000)";
                let text = self.ask(said).await?;
                bail!("nothing on the page is {selector}; the page says: {text}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// The element that a selector finds inside the application right now.
    pub async fn look_for(&self, selector: &str) -> Result<Option<WebElement>> {
        let script =
            "return document.querySelector('shifan-assessment')?.shadowRoot?.querySelector(arguments[0]) ?? null";
        let found = self.driver.execute(script, vec![json!(selector)]).await?;
        Ok(if found.json().is_null() { None } else { Some(found.element()?) })
    }

    /// Runs a script; `root` is the application's shadow root, `argument` what is handed over.
    pub async fn script(&self, body: &str, argument: Value) -> Result<Value> {
        let script = format!(
            "const root = document.querySelector('shifan-assessment').shadowRoot; const argument = arguments[0]; {body}"
        );
        Ok(self.driver.execute(&script, vec![argument]).await?.json().clone())
    }

    /// Runs a script about what is around the application, in a page that may not have one.
    pub async fn ask(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// Waits until what a script returns is as wanted.
    pub async fn wait_until(&self, body: &str, wanted: impl Fn(&Value) -> bool) -> Result<Value> {
        let since = Instant::now();
        loop {
            let found = self.script(body, json!(null)).await?;
            if wanted(&found) {
                return Ok(found);
            }
            if since.elapsed() > PATIENCE {
                bail!("{body}: {found}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Empties a field as a person does: all of it selected, and deleted.
    pub async fn empty(&self, name: &str) -> Result<()> {
        let field = self.field(name).await?;
        Ok(field.send_keys(Key::Control + "a" + Key::Delete).await?)
    }

    /// What stands in a field.
    pub async fn value(&self, name: &str) -> Result<String> {
        Ok(self.field(name).await?.prop("value").await?.unwrap_or_default())
    }

    /// The name of the field that has the focus.
    pub async fn focused(&self) -> Result<Value> {
        self.script("return root.activeElement?.getAttribute('name') ?? null", json!(null)).await
    }

    /// Waits until an indicator has an outcome, and fails if it does not come to that.
    pub async fn expect_outcome(&self, indicator: &str, outcome: &str) -> Result<WebElement> {
        self.find(&format!("[data-indicator='{indicator}'][data-outcome='{outcome}']")).await
    }

    /// Waits for a verdict.
    pub async fn expect_verdict(&self, verdict: &str) -> Result<WebElement> {
        self.find(&format!("[data-verdict='{verdict}']")).await
    }

    /// What an indicator's section says.
    pub async fn text_of(&self, indicator: &str) -> Result<String> {
        Ok(self.find(&format!("[data-indicator='{indicator}']")).await?.text().await?)
    }

    /// The address of the host, which serves what is in `dist`.
    pub fn host_address(&self) -> &str {
        self.host.address()
    }

    /// The paths that were asked of the host so far.
    pub fn requests(&self) -> Vec<String> {
        self.host.requests()
    }

    /// Closes the browser, whatever it complained about.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// Ends a story: nothing was written to the browser's console, no policy was violated, nothing was asked of the host but the
    /// page itself.
    pub async fn close(self) -> Result<()> {
        self.close_after(&[]).await
    }

    /// The same for a story in which these were asked for as well, once each.
    pub async fn close_after(self, more: &[&str]) -> Result<()> {
        let from_folder = self.driver.current_url().await?.scheme() == "file";
        let requests = self.close_site().await?;
        let expected: &[&str] = if from_folder { &[] } else { &["/", "/shifan.js"] };
        assert_eq!(requests, [expected, more].concat(), "requests");
        Ok(())
    }

    /// Ends a story of a site around the element: nothing was written to the browser's console. What was asked of the host is
    /// returned.
    pub async fn close_site(self) -> Result<Vec<String>> {
        let complaints = self.complaints().await?;
        let requests = self.requests();
        self.quit().await?;
        assert_eq!(complaints, Vec::<String>::new(), "the browser's console");
        Ok(requests)
    }
}
