//! JSON documents changed where it hurts: numbers around thresholds, ids from the rules, parts copied, dropped and exchanged.

use engine::ruleset::PLAN_2025;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Everything the plan's rules are made of: ids, keys, numbers.
static WORDS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let plan: Value = serde_json::from_str(PLAN_2025).expect("JSON");
    let mut words = Vec::new();
    gather(&plan, &mut words);
    words.sort_by_key(Value::to_string);
    words.dedup();
    words
});

const NUMBERS: [&str; 30] = [
    "0",
    "1",
    "-1",
    "0.000001",
    "-0.000001",
    "0.5",
    "1/3",
    "2",
    "3",
    "7",
    "11",
    "1000",
    "1001",
    "4999.999999",
    "5000",
    "999999.999997",
    "1000000",
    "999999999",
    "1000000000",
    "1000000001",
    "999999999999",
    "999999999999.999999",
    "1e12",
    "0.000000000001",
    "-999999999999.999999999999",
    "１，２３４",
    "1.2亿",
    "0.0001万",
    "50%",
    "1,23",
];

/// Short texts, and the keys of objects.
fn gather(value: &Value, words: &mut Vec<Value>) {
    match value {
        Value::Array(entries) => entries.iter().for_each(|entry| gather(entry, words)),
        Value::Object(pairs) => pairs.iter().for_each(|(key, value)| {
            words.push(key.as_str().into());
            gather(value, words);
        }),
        Value::String(text) if text.len() <= 40 => words.push(value.clone()),
        Value::Number(_) => words.push(value.clone()),
        _ => {}
    }
}

/// The document with a few of the values below one of these places changed.
pub fn mutate(bytes: &[u8], places: &[&str], chance: &mut fastrand::Rng) -> Vec<u8> {
    let mut document: Value = serde_json::from_slice(bytes).unwrap_or_else(|_| seed(chance));
    for _ in 0..chance.usize(1..5) {
        let donor = {
            let all = count(&document);
            let mut at = chance.usize(0..all);
            nth(&mut document, &mut at).expect("one of them").clone()
        };
        let place = places[chance.usize(0..places.len())];
        let Some(part) = document.pointer_mut(place) else { continue };
        let mut at = chance.usize(0..count(part));
        let value = nth(part, &mut at).expect("one of them");
        change(value, donor, chance);
    }
    document.to_string().into_bytes()
}

/// For when the bytes are no document.
fn seed(chance: &mut fastrand::Rng) -> Value {
    let (track, stage) = (["park", "enterprise"][chance.usize(0..2)], ["creation", "recognition"][chance.usize(0..2)]);
    json!({"submission": {"track": track, "stage": stage, "figures": {}, "baseline": {}}, "options": {"overrides": []}})
}

/// How many values there are, the document itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(entries) => entries.iter().map(count).sum(),
        Value::Object(pairs) => pairs.values().map(count).sum::<usize>(),
        _ => 0,
    }
}

/// The value number `at`, in the order in which they are written.
fn nth<'a>(value: &'a mut Value, at: &mut usize) -> Option<&'a mut Value> {
    if *at == 0 {
        return Some(value);
    }
    *at -= 1;
    match value {
        Value::Array(entries) => entries.iter_mut().find_map(|entry| nth(entry, at)),
        Value::Object(pairs) => pairs.values_mut().find_map(|value| nth(value, at)),
        _ => None,
    }
}

fn change(value: &mut Value, donor: Value, chance: &mut fastrand::Rng) {
    match (chance.u8(0..12), value) {
        (0, value) => *value = donor,
        (1, value) => *value = scalar(chance),
        (_, Value::Array(entries)) => change_list(entries, donor, chance),
        (_, Value::Object(pairs)) => change_object(pairs, donor, chance),
        (2..5, value) => *value = word(chance),
        (_, value) => *value = number_near(value, chance),
    }
}

fn change_list(entries: &mut Vec<Value>, donor: Value, chance: &mut fastrand::Rng) {
    let place = chance.usize(0..=entries.len());
    match (chance.u8(0..6), place < entries.len()) {
        (0, _) => entries.clear(),
        (1, true) => drop(entries.remove(place)),
        (2, true) => entries[place] = Value::Null,
        (3 | 4, true) => entries.insert(place, entries[place].clone()),
        _ => entries.insert(place, donor),
    }
}

fn change_object(pairs: &mut Map<String, Value>, donor: Value, chance: &mut fastrand::Rng) {
    let key = pairs.keys().nth(chance.usize(0..=pairs.len())).cloned();
    match (chance.u8(0..4), key) {
        (0, Some(key)) => drop(pairs.remove(&key)),
        (1, Some(key)) => drop(pairs.insert(key, donor)),
        (2, Some(key)) => {
            // Under another name.
            let value = pairs.remove(&key).unwrap_or_default();
            pairs.insert(word_text(chance), value);
        }
        _ => drop(pairs.insert(word_text(chance), donor)),
    }
}

fn word(chance: &mut fastrand::Rng) -> Value {
    WORDS[chance.usize(0..WORDS.len())].clone()
}

fn word_text(chance: &mut fastrand::Rng) -> String {
    word(chance).as_str().map_or_else(|| "kind".to_owned(), str::to_owned)
}

fn scalar(chance: &mut fastrand::Rng) -> Value {
    match chance.u8(0..10) {
        0 => Value::Null,
        1 => Value::Bool(chance.bool()),
        2 => json!([]),
        3 => json!({}),
        4 => json!(""),
        5 => json!(chance.i64(-10..1_000_000)),
        6 => json!(f64::from_bits(chance.u64(..))),
        _ => NUMBERS[chance.usize(0..NUMBERS.len())].into(),
    }
}

/// A little more, a little less, another size; or any number at all where none stands.
fn number_near(value: &Value, chance: &mut fastrand::Rng) -> Value {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let Ok(number) = text.parse::<rust_decimal::Decimal>() else { return scalar(chance) };
    let step = rust_decimal::Decimal::new(chance.i64(1..4), [0, 6, 0, 6, 3, 12][chance.usize(0..6)]);
    let near = match chance.u8(0..7) {
        0 | 1 => number.checked_add(step),
        2 | 3 => number.checked_sub(step),
        4 => number.checked_mul(rust_decimal::Decimal::TEN),
        5 => number.checked_div(rust_decimal::Decimal::from(3)).map(|third| third.round_dp(6)),
        _ => Some(-number),
    };
    near.map_or_else(|| scalar(chance), |near| json!(near.normalize().to_string()))
}
