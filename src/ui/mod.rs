//! The page: what a person types, and what the engine says to it, live.
//!
//! - [`state`]: the raw texts as typed, every way to change them, and the assessment that follows. No browser in it.
//! - [`show`]: how numbers, formulas and comparisons are put into words. No browser in it either.
//! - [`wording`]: the page's own texts in both languages. What the plan says comes from the ruleset, never from here.
//! - [`view`]: one component for each thing shown.

mod show;
mod state;
mod view;
mod wording;

/// For the tests: how often each component was rendered since this was last asked.
#[cfg(debug_assertions)]
pub use view::renders;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::engine::text::Lang;

/// Shows the self-assessment inside `host`. `lang` is a language tag; anything but English is answered in Chinese.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, lang: &str) {
    let lang = if lang.starts_with("en") { Lang::En } else { Lang::Zh };
    yew::Renderer::<view::App>::with_root_and_props(host.into(), view::AppProps { lang }).render();
}
