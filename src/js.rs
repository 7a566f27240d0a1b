//! JavaScript values as the engine's input, and the default ruleset read once.

use js_sys::{Array, BigInt, JSON, Object, Reflect, Symbol};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::engine::Library;
use crate::engine::input::{Input, MAX_DEPTH, without_exponent};
use crate::engine::ruleset::PLAN_2025;

/// More values than the largest honest document has.
const MAX_VALUES: u32 = 2_000_000;

/// What may throw on a hostile proxy, caught: an exception must never cross our own frames.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn enumerable_keys(value: &JsValue) -> Result<Array, JsValue>;
    /// A number's own text. Rust's formatting of floats would weigh as much as the whole of the engine's arithmetic.
    #[wasm_bindgen(js_name = String)]
    fn number_text(value: &JsValue) -> String;
}

thread_local! {
    static LIBRARY: Library = default_library();
}

fn default_library() -> Library {
    // Not `expect`, which would bring along the formatting of errors for debugging.
    Library::new(parse_json(PLAN_2025)).unwrap_or_else(|_| unreachable!("the compiled-in ruleset holds together"))
}

/// Lends the library with the default ruleset.
pub fn with_library<T>(use_it: impl FnOnce(&Library) -> T) -> T {
    LIBRARY.with(use_it)
}

/// A JSON text of ours as input, parsed by the browser so that no second parser has to be shipped.
pub fn parse_json(text: &str) -> Input {
    JSON::parse(text).map_or(Input::Unreadable, |value| to_input(&value))
}

/// A JavaScript value as input. Whatever it is, and whatever it does when read, this returns.
pub fn to_input(value: &JsValue) -> Input {
    Reader { left: MAX_VALUES, ancestors: Vec::new(), iterator: None }.read(value)
}

/// Reads one value and what it contains.
struct Reader {
    /// How many more values may be read.
    left: u32,
    /// The lists and objects around the one that is read: one that contains itself is not followed.
    ancestors: Vec<JsValue>,
    /// The symbol by which a Map or Set is known, once it was needed.
    iterator: Option<JsValue>,
}

impl Reader {
    fn read(&mut self, value: &JsValue) -> Input {
        // Every question is a call into JavaScript: the most frequent answers come first.
        if let Some(text) = value.as_string() {
            Input::Text(text)
        } else if value.is_object() {
            self.container(value).unwrap_or(Input::Unreadable)
        } else if let Some(number) = value.as_f64() {
            Input::Number(number_as_text(number, value))
        } else if value.is_null() || value.is_undefined() {
            Input::Absent
        } else if let Some(flag) = value.as_bool() {
            Input::Bool(flag)
        } else if value.is_bigint() {
            let digits = value.unchecked_ref::<BigInt>().to_string(10);
            digits.map_or(Input::Unreadable, |digits| Input::Number(digits.into()))
        } else {
            Input::Unreadable
        }
    }

    /// None if it cannot be read, is too deep or contains itself.
    fn container(&mut self, value: &JsValue) -> Option<Input> {
        if self.ancestors.len() >= MAX_DEPTH || self.ancestors.iter().any(|around| Object::is(around, value)) {
            return None;
        }
        self.ancestors.push(value.clone());
        let read = if is_array(value).ok()? { self.list(value) } else { self.object(value) };
        self.ancestors.pop();
        read
    }

    fn list(&mut self, list: &JsValue) -> Option<Input> {
        let length = Reflect::get(list, &JsValue::from("length")).ok()?.as_f64()? as u32;
        self.left = self.left.checked_sub(length)?;
        Some(Input::List((0..length).map(|index| self.child(list, &JsValue::from(index))).collect()))
    }

    fn object(&mut self, object: &JsValue) -> Option<Input> {
        // A Map or Set has no keys of its own, and is not empty for that.
        let iterator = self.iterator.get_or_insert_with(|| Symbol::iterator().into());
        if Reflect::get(object, iterator).ok()?.is_function() {
            return None;
        }
        let keys = enumerable_keys(object).ok()?;
        self.left = self.left.checked_sub(keys.length())?;
        let pair = |key: JsValue| Some((key.as_string()?, self.child(object, &key)));
        Some(Input::Object(keys.iter().filter_map(pair).collect()))
    }

    /// A getter or a proxy may throw; then the place is unreadable and everything beside it still counts.
    fn child(&mut self, around: &JsValue, key: &JsValue) -> Input {
        Reflect::get(around, key).map_or(Input::Unreadable, |value| self.read(&value))
    }
}

/// A number's own text. Small whole numbers are their digits, with 0 for -0 as in JavaScript; the rest JavaScript writes.
fn number_as_text(number: f64, value: &JsValue) -> String {
    let whole = number as i32;
    if f64::from(whole) == number { whole.to_string() } else { without_exponent(number_text(value)) }
}

/// Plain objects and null, as `JSON.parse` would give them.
pub fn to_js(value: &impl Serialize) -> JsValue {
    // Nothing that we serialize can fail: texts, numbers, lists and objects with text keys.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
