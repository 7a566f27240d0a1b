//! A file for the person to keep, made in the browser: nothing is asked of any host.

use super::frame::Dispatcher;
use js_sys::Array;
use model::action::Action;
use model::notice::Notice;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, Window};

/// A browser may still be reading the file for a while after the click.
const KEPT_FOR_MS: i32 = 60_000;

/// Hands a text, or bytes, over as a file, and says so. Whether the browser could make it; where it goes is the browser's.
pub fn hand_over(name: &str, media_type: &str, content: impl Into<JsValue>, dispatcher: &Dispatcher) -> bool {
    let content = content.into();
    let is_made = web_sys::window().is_some_and(|window| download(&window, name, media_type, &content).is_ok());
    dispatcher.dispatch(Action::Say(if is_made { Notice::Saved(name.into()) } else { Notice::NotSaved }));
    is_made
}

fn download(window: &Window, name: &str, media_type: &str, content: &JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    // By whatever name: the browser takes either.
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(content), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link = window.document().ok_or(JsValue::NULL)?.create_element("a")?.unchecked_into::<HtmlAnchorElement>();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), KEPT_FOR_MS).map(drop)
}
