//! What a person does on the page: pressing, typing, choosing, and moving by keys.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::{Key, TypingData, WebElement};

use crate::Page;

impl Page {
    /// Presses a button by its action.
    pub async fn act(&self, action: &str) -> Result<()> {
        self.click(&format!("[data-action='{action}']")).await?;
        if action.starts_with("stage-") || action.starts_with("track-") {
            // The first frame has the indicators that may be in sight; the others follow.
            let is_whole = "return root.querySelector('.workbench[aria-busy]') === null";
            self.wait_until(is_whole, |is_whole| *is_whole == serde_json::json!(true)).await?;
        }
        Ok(())
    }

    /// Clicks an element in the middle of the window, where no notice at its edge lies over it. Aims again where the page was
    /// still moving, as a person does.
    pub async fn click(&self, selector: &str) -> Result<()> {
        for tries in 1.. {
            let element = self.find(selector).await?;
            self.unfold(selector).await?;
            element.scroll_into_view().await?;
            match element.click().await {
                Err(error) if tries < 5 && matches!(*error, WebDriverErrorInner::ElementClickIntercepted(_)) => {}
                clicked => return clicked.with_context(|| format!("clicking {selector}")),
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        Ok(())
    }

    /// Unfolds what an element is folded away in, as a person would.
    pub async fn unfold(&self, selector: &str) -> Result<()> {
        let folded = format!(
            "const opener = {{ choices: 'unfold-track', particulars: 'unfold-conditions', more: 'unfold-more' }};
            const drawer = root.querySelector({})?.closest('[data-drawer][hidden]')?.dataset.drawer;
            return drawer ? opener[drawer] : null",
            json!(selector)
        );
        let Value::String(opener) = self.script(&folded, json!(null)).await? else { return Ok(()) };
        self.find(&format!("[data-action='{opener}']")).await?.click().await?;
        self.wait_until(&folded, Value::is_null).await.map(drop)
    }

    /// The input of a figure, by its path in the submission.
    pub async fn field(&self, name: &str) -> Result<WebElement> {
        let selector = format!("[name='{name}']");
        if let [_, track, indicator, _, _] = name.split('.').collect::<Vec<_>>()[..]
            && self.look_for(&selector).await?.is_none()
        {
            // A threshold of the batch's own stands in the finding of its indicator.
            self.click(&format!("[data-action='finding-{track}.{indicator}']")).await?;
        }
        let field = self.find(&selector).await?;
        self.unfold(&selector).await?;
        Ok(field)
    }

    /// Types into a field, behind what stands there.
    pub async fn type_into(&self, name: &str, text: &str) -> Result<()> {
        let field = self.field(name).await?;
        field.scroll_into_view().await?;
        field.send_keys(text).await.with_context(|| format!("typing {text} into {name}"))
    }

    /// Pastes a text from the clipboard into a field.
    pub async fn paste_into(&self, name: &str, text: &str) -> Result<()> {
        self.copy(text).await?;
        let field = self.field(name).await?;
        field.focus().await?;
        Ok(field.send_keys(Key::Control + "v").await?)
    }

    /// Chooses from a list, by the value.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        self.field(name).await?.scroll_into_view().await?;
        let option = self.find(&format!("[name='{name}'] option[value='{value}']")).await?;
        option.click().await.with_context(|| format!("choosing {value} of {name}"))
    }

    /// Presses keys wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Clicks twice at once where an element is.
    pub async fn double_click(&self, element: &WebElement) -> Result<()> {
        element.scroll_into_view().await?;
        Ok(self.driver.action_chain().double_click_element(element).perform().await?)
    }

    /// Presses a key while Shift is held.
    pub async fn press_with_shift(&self, key: Key) -> Result<()> {
        Ok(self.driver.action_chain().key_down(Key::Shift).send_keys(key + "").key_up(Key::Shift).perform().await?)
    }

    /// Presses Tab until an element has the focus.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        self.press_until(selector, false).await
    }

    /// The same with Shift, against the order.
    pub async fn tab_back_to(&self, selector: &str) -> Result<()> {
        self.press_until(selector, true).await
    }

    async fn press_until(&self, selector: &str, back: bool) -> Result<()> {
        for _ in 0..300 {
            if self.script("return root.activeElement?.matches(argument) ?? false", json!(selector)).await?
                == json!(true)
            {
                return Ok(());
            }
            if back { self.press_with_shift(Key::Tab).await? } else { self.press(Key::Tab + "").await? }
        }
        bail!("the keyboard does not lead to {selector}")
    }
}
