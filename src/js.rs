//! JavaScript values as the engine's input, and the default ruleset read once.

use js_sys::{Array, BigInt, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::engine::Library;
use crate::engine::input::{Input, MAX_DEPTH};
use crate::engine::ruleset::PLAN_2025;

/// More values than the largest honest submission has; an object that contains itself must not be followed for ever.
const MAX_VALUES: u32 = 2_000_000;

thread_local! {
    static LIBRARY: Library = Library::new(parse_json(PLAN_2025)).expect("the compiled-in ruleset holds together");
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
    read(value, 0, &mut MAX_VALUES.clone())
}

fn read(value: &JsValue, depth: u32, budget: &mut u32) -> Input {
    if value.is_null() || value.is_undefined() {
        return Input::Absent;
    }
    if let Some(text) = value.as_string() {
        return Input::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Input::number(number);
    }
    if let Some(flag) = value.as_bool() {
        return Input::Bool(flag);
    }
    if let Some(number) = value.dyn_ref::<BigInt>() {
        return number.to_string(10).map_or(Input::Unreadable, |digits| Input::Number(digits.into()));
    }
    if depth >= MAX_DEPTH || !value.is_object() {
        return Input::Unreadable;
    }
    // A getter or a proxy may throw; then the place is unreadable and everything beside it still counts.
    let mut child = |key: &JsValue| match budget.checked_sub(1) {
        Some(left) => {
            *budget = left;
            Reflect::get(value, key).map_or(Input::Unreadable, |value| read(&value, depth + 1, budget))
        }
        None => Input::Unreadable,
    };
    if let Some(list) = value.dyn_ref::<Array>() {
        return Input::List((0..list.length().min(MAX_VALUES)).map(|index| child(&JsValue::from(index))).collect());
    }
    let Ok(keys) = Reflect::own_keys(value) else { return Input::Unreadable };
    let named = keys.iter().filter_map(|key| Some((key.as_string()?, key)));
    Input::Object(named.map(|(name, key)| (name, child(&key))).collect())
}
