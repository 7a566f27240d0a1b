//! What was handed over, before anything is believed of it.

use std::collections::BTreeMap;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A JSON or JavaScript value. Numbers are kept as the text of their shortest decimal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// null, undefined, or nothing at all.
    Absent,
    /// true or false.
    Bool(bool),
    /// A number, in its shortest decimal form.
    Number(String),
    /// A text, exactly as typed.
    Text(String),
    /// A list.
    List(Vec<Input>),
    /// An object, its keys in their order.
    Object(Vec<(String, Input)>),
    /// What is no data, throws when read, or is nested deeper than any document of ours.
    Unreadable,
}

/// Deeper than any submission (5) or ruleset (10) goes; a hostile depth must not exhaust the stack.
pub const MAX_DEPTH: usize = 24;

impl Input {
    /// A JavaScript number. It is the one place where a float is seen, as JavaScript has no other number: from here on it is the
    /// text of its shortest decimal form, without an exponent.
    #[expect(clippy::disallowed_types, reason = "JavaScript has no other number")]
    pub fn number(value: f64) -> Input {
        Input::Number(value.to_string())
    }

    /// The value of a key; absent if this is no object or has no such key. Of two for one key the last counts, as in JavaScript.
    pub fn get(&self, key: &str) -> &Input {
        match self {
            Input::Object(pairs) => {
                pairs.iter().rev().find(|(k, _)| k == key).map_or(&Input::Absent, |(_, value)| value)
            }
            _ => &Input::Absent,
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

impl<'de> Deserialize<'de> for Input {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Input, D::Error> {
        Depth(0).deserialize(deserializer)
    }
}

#[derive(Clone, Copy)]
struct Depth(usize);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Input;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Input, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Input;

    fn expecting(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Input, E> {
        Ok(Input::Absent)
    }

    fn visit_none<E>(self) -> Result<Input, E> {
        Ok(Input::Absent)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Input, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Input, E> {
        Ok(Input::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Input, E> {
        Ok(Input::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Input, E> {
        Ok(Input::Number(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Input, E> {
        Ok(Input::Number(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Input, E> {
        Ok(Input::Number(value.to_string()))
    }

    #[expect(clippy::disallowed_types, reason = "JSON has no other number")]
    fn visit_f64<E>(self, value: f64) -> Result<Input, E> {
        Ok(Input::number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Input, E> {
        Ok(Input::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Input, E> {
        Ok(Input::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Input, A::Error> {
        if self.0 >= MAX_DEPTH {
            while entries.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Input::Unreadable);
        }
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element_seed(Depth(self.0 + 1))? {
            list.push(entry);
        }
        Ok(Input::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Input, A::Error> {
        if self.0 >= MAX_DEPTH {
            while pairs.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Input::Unreadable);
        }
        let mut object: Vec<(String, Input)> = Vec::new();
        // As `JSON.parse` has it: a key that is given twice stands where it first stood, with the value that it had last.
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        while let Some(key) = pairs.next_key::<String>()? {
            let value = pairs.next_value_seed(Depth(self.0 + 1))?;
            match places.get(&key) {
                Some(index) => object[*index].1 = value,
                None => {
                    places.insert(key.clone(), object.len());
                    object.push((key, value));
                }
            }
        }
        Ok(Input::Object(object))
    }
}
