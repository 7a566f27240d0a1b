//! What was handed over, before anything is believed of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A JSON or JavaScript value. Numbers are kept as the text of their shortest decimal form. Texts are borrowed from what it was read
/// from, where that is possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// null, undefined, or nothing at all.
    Absent,
    /// true or false.
    Bool(bool),
    /// A number, in its shortest decimal form.
    Number(Cow<'a, str>),
    /// A text, exactly as typed.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Input<'a>>),
    /// An object, its keys in their order.
    Object(Vec<(Cow<'a, str>, Input<'a>)>),
    /// What is no data, throws when read, or is nested deeper than any document of ours.
    Unreadable,
}

/// Hardly an object of a submission has more keys.
const USUAL: usize = 16;

/// Deeper than any submission (5) or ruleset (10) goes; a hostile depth must not exhaust the stack.
pub const MAX_DEPTH: usize = 24;

impl<'a> Input<'a> {
    /// A JavaScript number. It is the one place where a float is seen, as JavaScript has no other number: from here on it is the
    /// text of its shortest decimal form, without an exponent.
    #[expect(clippy::disallowed_types, reason = "JavaScript has no other number")]
    pub fn number(value: f64) -> Input<'static> {
        Input::Number(value.to_string().into())
    }

    /// The value of a key; absent if this is no object or has no such key. Of two for one key the last counts, as in JavaScript.
    pub fn get(&self, key: &str) -> &Input<'a> {
        match self {
            Input::Object(pairs) => {
                pairs.iter().rev().find(|(k, _)| k == key).map_or(&Input::Absent, |(_, value)| value)
            }
            _ => &Input::Absent,
        }
    }

    /// The same with texts of its own.
    pub fn into_owned(self) -> Input<'static> {
        let owned = |text: Cow<str>| Cow::Owned(text.into_owned());
        match self {
            Input::Absent => Input::Absent,
            Input::Bool(flag) => Input::Bool(flag),
            Input::Number(text) => Input::Number(owned(text)),
            Input::Text(text) => Input::Text(owned(text)),
            Input::List(entries) => Input::List(entries.into_iter().map(Input::into_owned).collect()),
            Input::Object(pairs) => {
                Input::Object(pairs.into_iter().map(|(key, value)| (owned(key), value.into_owned())).collect())
            }
            Input::Unreadable => Input::Unreadable,
        }
    }
}

/// The text of a number as JavaScript or Rust writes it, without its exponent: `1.5e-7` is `0.00000015`.
pub fn without_exponent(text: String) -> String {
    let parts = text.split_once('e').and_then(|(number, exponent)| Some((number, exponent.parse::<i32>().ok()?)));
    let Some((number, exponent)) = parts else { return text };
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |number| ("-", number));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    // How many digits stand before the point, once it is moved.
    let point = whole.len() as i32 + exponent;
    let mut plain = sign.to_owned();
    if point <= 0 {
        plain.push_str("0.");
        push_zeros(&mut plain, -point);
    }
    let start = plain.len();
    plain.push_str(whole);
    plain.push_str(fraction);
    let digits = (plain.len() - start) as i32;
    if point >= digits {
        push_zeros(&mut plain, point - digits);
    } else if point > 0 {
        plain.insert(start + point as usize, '.');
    }
    plain
}

fn push_zeros(text: &mut String, count: i32) {
    (0..count).for_each(|_| text.push('0'));
}

impl<'de> Deserialize<'de> for Input<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Input<'de>, D::Error> {
        Depth(0).deserialize(deserializer)
    }
}

#[derive(Clone, Copy)]
struct Depth(usize);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Input<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Input<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Input<'de>;

    fn expecting(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Input<'de>, E> {
        Ok(Input::Absent)
    }

    fn visit_none<E>(self) -> Result<Input<'de>, E> {
        Ok(Input::Absent)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Input<'de>, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Input<'de>, E> {
        Ok(Input::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Input<'de>, E> {
        Ok(Input::Number(value.to_string().into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Input<'de>, E> {
        Ok(Input::Number(value.to_string().into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Input<'de>, E> {
        Ok(Input::Number(value.to_string().into()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Input<'de>, E> {
        Ok(Input::Number(value.to_string().into()))
    }

    #[expect(clippy::disallowed_types, reason = "JSON has no other number")]
    fn visit_f64<E>(self, value: f64) -> Result<Input<'de>, E> {
        Ok(Input::number(value))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Input<'de>, E> {
        Ok(Input::Text(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Input<'de>, E> {
        Ok(Input::Text(value.to_owned().into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Input<'de>, E> {
        Ok(Input::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Input<'de>, A::Error> {
        if self.0 >= MAX_DEPTH {
            while entries.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Input::Unreadable);
        }
        let mut list = Vec::with_capacity(entries.size_hint().unwrap_or(0).min(USUAL));
        while let Some(entry) = entries.next_element_seed(Depth(self.0 + 1))? {
            list.push(entry);
        }
        Ok(Input::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Input<'de>, A::Error> {
        if self.0 >= MAX_DEPTH {
            while pairs.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Input::Unreadable);
        }
        let mut object: Vec<(Cow<str>, Input)> = Vec::new();
        // Where the keys are, once they are too many to be looked through.
        let mut places: BTreeMap<Cow<str>, usize> = BTreeMap::new();
        while let Some(key) = pairs.next_key_seed(Key)? {
            let value = pairs.next_value_seed(Depth(self.0 + 1))?;
            if object.len() == USUAL {
                places = object.iter().enumerate().map(|(index, (key, _))| (key.clone(), index)).collect();
            }
            let known = if places.is_empty() {
                object.iter().position(|(other, _)| *other == key)
            } else {
                places.get(&key).copied()
            };
            // As `JSON.parse` has it: a key that is given twice stands where it first stood, with the value that it had last.
            match known {
                Some(index) => object[index].1 = value,
                None => {
                    if !places.is_empty() {
                        places.insert(key.clone(), object.len());
                    }
                    object.push((key, value));
                }
            }
        }
        Ok(Input::Object(object))
    }
}

/// A key, borrowed where that is possible.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(key.into())
    }

    fn visit_str<E>(self, key: &str) -> Result<Cow<'de, str>, E> {
        Ok(key.to_owned().into())
    }
}
