//! The browsers in which the stories are played, and how each is started.

use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, FirefoxCapabilities, LoggingPrefsLogLevel, WebDriver,
};

/// Neither calls its maker, and files are saved without a question.
const CHROMIUM_FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--lang=zh-CN",
];

/// A driver with its browser. Both end with it, also where a story fails before it says goodbye.
#[derive(Debug)]
pub struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        // The group that both are in; its number is that of its first member.
        let group = format!("-{}", self.0.id());
        drop(Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status());
        drop(self.0.wait());
    }
}

/// A browser, as `SHIFAN_BROWSER` names it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Browser {
    /// What Chrome, Edge and most of China's browsers are made of.
    Chromium,
    /// The one with another engine.
    Firefox,
    /// Safari's engine, in Debian's small browser for it. It needs a screen, and can do less from outside: docs/browsers.md.
    Webkit,
}

impl Browser {
    /// The one that the stories are played in; Chromium unless another is named.
    pub fn chosen() -> Result<Browser> {
        match std::env::var("SHIFAN_BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Ok(Browser::Chromium),
            Ok("firefox") => Ok(Browser::Firefox),
            Ok("webkit") => Ok(Browser::Webkit),
            Ok(other) => bail!("SHIFAN_BROWSER is chromium, firefox or webkit, not {other}"),
        }
    }

    /// Starts it, and the program that steers it. Once more if it does not start: the port that was free may have become another's.
    pub async fn start(self) -> Result<(WebDriver, Program)> {
        match self.start_once().await {
            Err(_) => self.start_once().await,
            started => started,
        }
    }

    async fn start_once(self) -> Result<(WebDriver, Program)> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = match self {
            Browser::Chromium => {
                let mut command = Command::new(named("CHROMEDRIVER", "chromedriver"));
                command.arg(format!("--port={port}"));
                command
            }
            Browser::Firefox => {
                let mut command = Command::new(named("GECKODRIVER", "geckodriver"));
                // The second port is for another protocol, and by default the same for all who start it.
                command.args(["--port", &port.to_string(), "--websocket-port", "0", "--allow-system-access"]);
                // Firefox refuses a home that belongs to somebody else, as that of root may under `sudo`.
                command.env("HOME", std::env::temp_dir());
                command
            }
            Browser::Webkit => {
                let mut command = Command::new(named("WEBKITWEBDRIVER", "WebKitWebDriver"));
                command.arg(format!("--port={port}"));
                command
            }
        };
        let program = command.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn();
        let program = Program(program.with_context(|| format!("the driver of {self:?} does not start"))?);
        let since = Instant::now();
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if since.elapsed() > crate::PATIENCE {
                bail!("the driver of {self:?} does not answer");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        let address = format!("http://127.0.0.1:{port}");
        let driver = WebDriver::new(&address, self.capabilities()?).await;
        let driver = driver.with_context(|| format!("{self:?} does not start"))?;
        // A script that waits in vain ends by itself, and says for what.
        driver.set_script_timeout(2 * crate::PATIENCE).await?;
        Ok((driver, program))
    }

    fn capabilities(self) -> Result<Capabilities> {
        Ok(match self {
            Browser::Chromium => chromium()?,
            Browser::Firefox => firefox()?.into(),
            Browser::Webkit => webkit()?,
        })
    }
}

fn chromium() -> Result<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for flag in CHROMIUM_FLAGS {
        capabilities.add_arg(flag)?;
    }
    if let Ok(chromium) = std::env::var("CHROMIUM") {
        capabilities.set_binary(&chromium)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities.into())
}

fn firefox() -> Result<FirefoxCapabilities> {
    let mut capabilities = DesiredCapabilities::firefox();
    capabilities.set_headless()?;
    capabilities.set_firefox_binary(&named("FIREFOX", "firefox-esr"))?;
    let mut preferences = FirefoxPreferences::new();
    preferences.set("intl.accept_languages", "zh-CN")?;
    preferences.set("browser.download.folderList", 2)?;
    preferences.set("browser.download.alwaysOpenPanel", false)?;
    capabilities.set_preferences(preferences)?;
    Ok(capabilities)
}

fn webkit() -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    let browser = named("MINIBROWSER", "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");
    capabilities.set("webkitgtk:browserOptions", json!({"binary": browser, "args": ["--automation"]}))?;
    Ok(capabilities)
}

/// A program that `cargo xtask test` names, or else the one on the path.
fn named(variable: &str, otherwise: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| otherwise.to_owned())
}
