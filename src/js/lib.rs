//! JavaScript values as the engine's input, and the compiled-in rulesets read.
//!
//! [`compiled`] reads the documents that are compiled in.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]
#![cfg_attr(not(test), deny(clippy::expect_used, clippy::panic, clippy::unwrap_used))]

mod compiled;

use js_sys::{Array, BigInt, JSON, JsString, Object, Reflect, Symbol};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use engine::Library;
use engine::input::{Input, MAX_DEPTH, without_exponent};
use engine::ruleset::{PLAN_2025, Ruleset};

/// More than the largest honest document takes: one for a value or a key, and one more for every so many characters of its text.
const MAX_COST: u32 = 2_000_000;
const CHARACTERS: u32 = 16;
/// How deep the figures of a submission stand: one of them may take half of what is left, so that none takes everything.
const SHARED: usize = 2;
/// More hexadecimal digits than any number of ours has.
const MAX_HEX: u32 = 40;

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
    Library::new(compiled::read(PLAN_2025)).unwrap_or_else(|_| unreachable!("the compiled-in ruleset holds together"))
}

/// The batches' documents that are compiled in beside the plan, the earliest first.
static BATCHES: [&str; 1] = [include_str!("../../www/rulesets/batch-2026-1.json")];

/// The rulesets that are compiled in: the plan, and every batch.
pub fn compiled_in() -> (Ruleset, Vec<Ruleset>) {
    with_library(|library| {
        let read = |text: &&'static str| match library.read(&compiled::read(text)) {
            Ok(ruleset) => ruleset,
            Err(_) => unreachable!("the compiled-in batches hold together"),
        };
        (library.default_ruleset().clone(), BATCHES.iter().map(read).collect())
    })
}

/// Lends the library with the default ruleset.
pub fn with_library<T>(use_it: impl FnOnce(&Library) -> T) -> T {
    LIBRARY.with(use_it)
}

/// A JSON text of ours as input, parsed by the browser so that no second parser has to be shipped.
pub fn parse_json(text: &str) -> Input<'static> {
    JSON::parse(text).map_or(Input::Unreadable, |value| to_input(&value))
}

/// A JavaScript value as input. Whatever it is, and whatever it does when read, this returns.
pub fn to_input(value: &JsValue) -> Input<'static> {
    Reader::new().read(value)
}

/// The same of a document that counts as a whole or not at all. One that is larger than any honest one would otherwise be refused at
/// whatever place the reading ended.
pub fn to_document(value: &JsValue) -> Input<'static> {
    let mut reader = Reader::new();
    let read = reader.read(value);
    if reader.is_spent { Input::Unreadable } else { read }
}

/// Reads one value and what it contains.
struct Reader {
    /// What may still be spent on reading.
    left: u32,
    /// Whether anything was not read because it would have cost more than was left.
    is_spent: bool,
    /// The lists and objects around the one that is read: one that contains itself is not followed.
    ancestors: Vec<JsValue>,
    /// The symbol by which a Map or Set is known, once it was needed.
    iterator: Option<JsValue>,
}

impl Reader {
    fn new() -> Reader {
        Reader { left: MAX_COST, is_spent: false, ancestors: Vec::new(), iterator: None }
    }

    fn read(&mut self, value: &JsValue) -> Input<'static> {
        // Every question is a call into JavaScript: the most frequent answers come first.
        if value.is_string() {
            self.text(value).map_or(Input::Unreadable, |text| Input::Text(text.into()))
        } else if value.is_object() {
            self.container(value).unwrap_or(Input::Unreadable)
        } else if let Some(number) = value.as_f64() {
            Input::Number(number_as_text(number, value).into())
        } else if value.is_null() || value.is_undefined() {
            Input::Absent
        } else if let Some(flag) = value.as_bool() {
            Input::Bool(flag)
        } else if value.is_bigint() {
            integer(value.unchecked_ref()).map_or(Input::Unreadable, |digits| Input::Number(digits.into()))
        } else {
            Input::Unreadable
        }
    }

    /// None, and nothing is left, if that is more than is left.
    fn spend(&mut self, cost: u32) -> Option<()> {
        let left = self.left.checked_sub(cost);
        self.left = left.unwrap_or(0);
        self.is_spent |= left.is_none();
        left.map(drop)
    }

    /// None if it is too long to be read as well. A text may stand at many places at the price of one: it is counted at each.
    fn text(&mut self, text: &JsValue) -> Option<String> {
        self.spend(text.unchecked_ref::<JsString>().length() / CHARACTERS)?;
        text.as_string()
    }

    /// None if it cannot be read, is too deep or contains itself.
    fn container(&mut self, value: &JsValue) -> Option<Input<'static>> {
        // To list the keys of an object takes as long as there are keys: that is not done for nothing.
        if self.left == 0 {
            self.is_spent = true;
            return None;
        }
        if self.ancestors.len() >= MAX_DEPTH || self.ancestors.iter().any(|around| Object::is(around, value)) {
            return None;
        }
        // Asked before it counts as an ancestor, which it must not stay: a revoked proxy throws here.
        let is_list = is_array(value).ok()?;
        self.ancestors.push(value.clone());
        let read = if is_list { self.list(value) } else { self.object(value) };
        self.ancestors.pop();
        read
    }

    fn list(&mut self, list: &JsValue) -> Option<Input<'static>> {
        let said = Reflect::get(list, &JsValue::from("length")).ok()?.as_f64()?;
        let length = said as u32;
        // A proxy may say anything; no list is empty because its length is not a number.
        if f64::from(length) != said {
            return None;
        }
        self.spend(length)?;
        Some(Input::List((0..length).map(|index| self.child(list, &JsValue::from(index))).collect()))
    }

    fn object(&mut self, object: &JsValue) -> Option<Input<'static>> {
        // A Map or Set has no keys of its own, and is not empty for that.
        let iterator = self.iterator.get_or_insert_with(|| Symbol::iterator().into());
        if Reflect::get(object, iterator).ok()?.is_function() {
            return None;
        }
        let keys = enumerable_keys(object).ok()?;
        self.spend(keys.length())?;
        let pair = |key: JsValue| Some((self.text(&key)?.into(), self.child(object, &key)));
        // A key left out would be one that nobody hears of.
        keys.iter().map(pair).collect::<Option<_>>().map(Input::Object)
    }

    /// A getter or a proxy may throw; then the place is unreadable and everything beside it still counts.
    fn child(&mut self, around: &JsValue, key: &JsValue) -> Input<'static> {
        let kept = if self.ancestors.len() <= SHARED { self.left / 2 } else { 0 };
        self.left -= kept;
        let read = Reflect::get(around, key).map_or(Input::Unreadable, |value| self.read(&value));
        self.left += kept;
        read
    }
}

/// A number's own text. Small whole numbers are their digits, with 0 for -0 as in JavaScript; the rest JavaScript writes.
fn number_as_text(number: f64, value: &JsValue) -> String {
    let whole = number as i32;
    if f64::from(whole) == number { whole.to_string() } else { without_exponent(number_text(value)) }
}

/// The digits of a BigInt. Those of a huge one would take minutes to find, and it is out of every range whatever they are.
fn integer(number: &BigInt) -> Option<String> {
    let hex = number.to_string(16).ok()?;
    if hex.length() <= MAX_HEX {
        return number.to_string(10).ok().map(String::from);
    }
    let huge = if hex.starts_with("-", 0) { "-1e50" } else { "1e50" };
    Some(without_exponent(huge.to_owned()))
}

/// Plain objects and null, as `JSON.parse` would give them.
pub fn to_js(value: &impl Serialize) -> JsValue {
    // Nothing that we serialize can fail: texts, numbers, lists and objects with text keys.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
