//! What only a browser's own protocol can do: Chromium's is that of its developer tools; in Firefox scripts may run in the browser itself.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};

use crate::{Browser, PATIENCE, Page};

/// Where Firefox runs scripts from now on: in the page (`content`) or in the browser (`chrome`).
#[derive(Debug)]
struct Context(&'static str);

impl ExtensionCommand for Context {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}

impl Page {
    /// Sends a command of Chromium's own protocol.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        ensure!(self.browser == Browser::Chromium, "{method} is Chromium's own");
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    /// Runs a script in Firefox itself; `argument` is what is handed over.
    async fn in_firefox(&self, body: &str, argument: Value) -> Result<Value> {
        self.firefox_context("chrome").await?;
        let script = format!("const argument = arguments[0]; {body}");
        let result = self.driver.execute(&script, vec![argument]).await;
        self.firefox_context("content").await?;
        Ok(result?.json().clone())
    }

    /// Lets the input method of Firefox do something, and waits until the page has heard the last of it, which is that many events
    /// of this kind: keys and compositions take another way to the page than scripts, and may come later.
    async fn with_the_input_method(&self, (count, event): (u64, &str), body: &str, argument: Value) -> Result<Value> {
        let listen = "window.hearing?.abort();
            window.hearing = new AbortController();
            window.heard = 0;
            addEventListener(arguments[0], () => window.heard++, { capture: true, signal: window.hearing.signal })";
        self.driver.execute(listen, vec![json!(event)]).await?;
        let result = self.in_firefox(body, argument).await?;
        let since = Instant::now();
        while self.ask("return window.heard").await?.as_u64().is_none_or(|heard| heard < count) {
            ensure!(since.elapsed() < PATIENCE, "the page has not heard {count} of {event}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(result)
    }

    async fn firefox_context(&self, name: &'static str) -> Result<()> {
        self.driver.cmd(Command::ExtensionCommand(Box::new(Context(name)))).await?;
        Ok(())
    }

    /// Gives the page this size. The smallest window of either browser is wider than a phone, so the window stays as it is.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        match self.browser {
            Browser::Chromium => {
                let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
                self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
            }
            Browser::Firefox => {
                let script = "for (const [side, length] of Object.entries(argument)) {
                    for (const limit of ['', 'min-', 'max-']) gBrowser.selectedBrowser.style.setProperty(limit + side, length);
                }";
                let sides = json!({"width": format!("{width}px"), "height": format!("{height}px")});
                self.in_firefox(script, sides).await?;
                self.wait_for_size(width, height).await?;
            }
            // Its smallest window is narrow enough, and a little of the height is the window's own.
            Browser::Webkit => self.driver.set_window_rect(0, 0, width, height).await?,
        }
        Ok(())
    }

    async fn wait_for_size(&self, width: u32, height: u32) -> Result<()> {
        let script = "return new Promise((done) => {
            const look = () => (innerWidth === arguments[0] && innerHeight === arguments[1] ? done(true) : requestAnimationFrame(look));
            look();
            setTimeout(() => done(false), 5000);
        })";
        let done = self.driver.execute(script, vec![json!(width), json!(height)]).await?;
        ensure!(done.json() == &json!(true), "the page does not become {width} × {height}");
        Ok(())
    }

    /// Has the person's system prefer `light` or `dark`.
    pub async fn prefer(&self, scheme: &str) -> Result<()> {
        match self.browser {
            Browser::Chromium => {
                let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
                self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
            }
            Browser::Firefox => {
                let script = "gBrowser.selectedBrowser.browsingContext.prefersColorSchemeOverride = argument";
                self.in_firefox(script, json!(scheme)).await?;
            }
            Browser::Webkit => bail!("no way to prefer {scheme} in WebKit"),
        }
        Ok(())
    }

    /// Has files saved into this folder.
    pub async fn save_to(&self, folder: &Path) -> Result<()> {
        match self.browser {
            Browser::Chromium => {
                let behaviour = json!({"behavior": "allow", "downloadPath": folder});
                self.cdp("Browser.setDownloadBehavior", behaviour).await?;
            }
            Browser::Firefox => {
                let script = "Services.prefs.setStringPref('browser.download.dir', argument)";
                self.in_firefox(script, json!(folder)).await?;
            }
            Browser::Webkit => bail!("no way to save to {} in WebKit", folder.display()),
        }
        Ok(())
    }

    /// Puts a text into the clipboard.
    pub(crate) async fn copy(&self, text: &str) -> Result<()> {
        match self.browser {
            Browser::Chromium => {
                let permissions = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
                self.cdp("Browser.grantPermissions", permissions).await?;
                self.script("return navigator.clipboard.writeText(argument)", json!(text)).await?;
            }
            Browser::Firefox => {
                let script = "Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(argument)";
                self.in_firefox(script, json!(text)).await?;
            }
            Browser::Webkit => bail!("no way to copy {text} in WebKit"),
        }
        Ok(())
    }

    /// What an input method shows while its person is still choosing.
    pub async fn compose(&self, text: &str) -> Result<()> {
        let length = text.encode_utf16().count();
        match self.browser {
            Browser::Chromium => {
                let composition = json!({"text": text, "selectionStart": length, "selectionEnd": length});
                self.cdp("Input.imeSetComposition", composition).await?;
            }
            Browser::Firefox => {
                let script = "
                    window.inputMethod ??= Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
                    if (!inputMethod.hasComposition) inputMethod.beginInputTransactionForTests(window);
                    inputMethod.setPendingCompositionString(argument[0]);
                    inputMethod.appendClauseToPendingComposition(argument[1], inputMethod.ATTR_RAW_CLAUSE);
                    inputMethod.setCaretInPendingComposition(argument[1]);
                    return inputMethod.flushPendingComposition()";
                let heard = (1, "compositionupdate");
                let composed = self.with_the_input_method(heard, script, json!([text, length])).await?;
                ensure!(composed == json!(true), "nothing is composed");
            }
            Browser::Webkit => bail!("no way to compose {text} in WebKit"),
        }
        Ok(())
    }

    /// Text that arrives at the caret: from the keyboard, or chosen in an input method, which ends its composition.
    pub async fn insert(&self, text: &str) -> Result<()> {
        match self.browser {
            Browser::Chromium => self.cdp("Input.insertText", json!({ "text": text })).await.map(drop),
            Browser::Firefox => {
                let composing = "return window.inputMethod?.hasComposition === true";
                if self.in_firefox(composing, json!(null)).await? == json!(true) {
                    let script = "inputMethod.commitCompositionWith(argument)";
                    return self.with_the_input_method((1, "compositionend"), script, json!(text)).await.map(drop);
                }
                // Keys from the same hand: where Firefox itself ended a composition, those of the driver no longer arrive.
                let script = "
                    window.inputMethod ??= Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
                    inputMethod.beginInputTransactionForTests(window);
                    for (const key of argument) {
                        inputMethod.keydown(new KeyboardEvent('', { key }));
                        inputMethod.keyup(new KeyboardEvent('', { key }));
                    }";
                let heard = (text.chars().count() as u64, "keyup");
                self.with_the_input_method(heard, script, json!(text)).await.map(drop)
            }
            Browser::Webkit => self.press(text).await,
        }
    }

    /// Enter while an input method composes: the system says that it took the key.
    pub async fn enter_in_the_input_method(&self) -> Result<()> {
        match self.browser {
            Browser::Chromium => {
                for kind in ["keyDown", "keyUp"] {
                    let event = json!({"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229});
                    self.cdp("Input.dispatchKeyEvent", event).await?;
                }
            }
            Browser::Firefox => {
                let script = "
                    const enter = new KeyboardEvent('', { key: 'Enter', code: 'Enter', keyCode: KeyEvent.DOM_VK_RETURN });
                    inputMethod.keydown(enter);
                    inputMethod.keyup(enter)";
                self.with_the_input_method((1, "keyup"), script, json!(null)).await?;
            }
            Browser::Webkit => bail!("no input method in WebKit"),
        }
        Ok(())
    }

    /// What the browser complained about in its console.
    pub(crate) async fn complaints(&self) -> Result<Vec<String>> {
        match self.browser {
            Browser::Chromium => {
                let log = self.driver.get_log("browser").await?;
                Ok(log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
            }
            Browser::Firefox => {
                // Of errors only, and only of those of the page: Firefox has some of its own.
                let script = r"return Services.console.getMessageArray()
                    .filter((entry) => entry instanceof Ci.nsIScriptError && !(entry.flags & Ci.nsIScriptError.warningFlag))
                    .filter(({ sourceName }) => /^(http:\/\/127\.0\.0\.1|file:|blob:)/.test(sourceName))
                    .map(({ errorMessage, sourceName }) => `${sourceName}: ${errorMessage}`)";
                Ok(serde_json::from_value(self.in_firefox(script, json!(null)).await?)?)
            }
            Browser::Webkit => Ok(Vec::new()), // It does not tell.
        }
    }
}
