//! A text saved as a file: by the browser itself, so nothing leaves the computer.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// In milliseconds.
const A_MINUTE: i32 = 60_000;

/// Hands a text to the person as a file of this name. None where the browser does not let a page do so.
pub fn save(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // A browser may begin to read the file only after this.
    let forget = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), A_MINUTE).ok()?;
    Some(())
}
