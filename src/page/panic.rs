//! What is left to do when the application cannot go on: to say so, where somebody can still save what was filled in.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn log(message: &str);
}

thread_local! {
    static LISTENER: std::cell::RefCell<Option<Function>> = const { std::cell::RefCell::new(None) };
}

/// Calls a function with the message of a panic. It runs in the middle of it and may not call back. Yew would put a hook of its own in
/// the place of any other.
pub fn report_panics_to(listener: Function) {
    LISTENER.set(Some(listener));
    yew::set_custom_panic_hook(Box::new(|panic| {
        let message = panic.to_string();
        log(&message);
        if let Some(listener) = LISTENER.take() {
            let _ = listener.call1(&JsValue::NULL, &JsValue::from(message));
        }
    }));
}
