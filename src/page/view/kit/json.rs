//! Data as a JavaScript value.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use engine::input::Input;

#[wasm_bindgen]
extern "C" {
    /// The browser's own reading of a number: Rust's brings along a table of 10 KB.
    #[wasm_bindgen(js_name = Number)]
    fn number_of(text: &str) -> JsValue;
}

/// The value itself, as JavaScript has it.
pub fn input_to_js(value: &Input) -> JsValue {
    match value {
        Input::Absent | Input::Unreadable => JsValue::NULL,
        Input::Bool(flag) => JsValue::from(*flag),
        Input::Number(number) => number_of(number),
        Input::Text(text) => JsValue::from(&**text),
        Input::List(entries) => entries.iter().map(input_to_js).collect::<Array>().into(),
        Input::Object(pairs) => {
            let object = Object::new();
            for (key, value) in pairs {
                // An object of our own that was just made refuses nothing.
                let _ = Reflect::set(&object, &JsValue::from(&**key), &input_to_js(value));
            }
            object.into()
        }
    }
}
