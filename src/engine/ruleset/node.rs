//! A place in a document together with what stands there, so that every refusal can name it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::input::Input;
use crate::names::Named;
use crate::number::{NumberKind, read_number};
use crate::path::Path;
use crate::text::Text;

/// Why a ruleset or an override was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesetError {
    /// Where, like `tracks.park.figures[3].id`; empty for the whole document.
    pub path: String,
    /// What is wrong there.
    pub reason: String,
}

impl core::fmt::Display for RulesetError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(if self.path.is_empty() { "ruleset" } else { &self.path })?;
        f.write_str(": ")?;
        f.write_str(&self.reason)
    }
}

impl core::error::Error for RulesetError {}

/// What was read, or why not. Boxed, because almost everything passes refusals on: whatever is returned is as large as they are.
pub type Read<T> = Result<T, Box<RulesetError>>;

/// More entries than any list of a ruleset has. Lines of a submission are looked up in them one by one.
const MOST_ENTRIES: usize = 1000;

/// A place in a document and its value.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    /// The place.
    pub path: Path<'a>,
    /// What stands there.
    pub value: &'a Input<'a>,
}

impl<'a> Node<'a> {
    /// The whole document.
    pub fn root(value: &'a Input<'a>) -> Node<'a> {
        Node { path: Path::Root, value }
    }

    /// The refusal of this place.
    pub fn refuse(&self, reason: &str) -> Box<RulesetError> {
        Box::new(RulesetError { path: self.path.text(), reason: reason.to_owned() })
    }

    /// The value of a key here, possibly absent.
    pub fn key(&'a self, key: &'a str) -> Node<'a> {
        Node { path: self.path.key(key), value: self.value.get(key) }
    }

    /// Why this is no object.
    pub(crate) fn no_object(&self) -> &'static str {
        match self.value {
            Input::Unreadable => "this cannot be read, or is larger than any such document",
            _ => "an object is needed",
        }
    }

    /// Makes sure that this is an object with no other keys than these.
    pub fn only(&self, keys: &[&str]) -> Read<()> {
        let Input::Object(pairs) = self.value else { return Err(self.refuse(self.no_object())) };
        match pairs.iter().find(|(key, _)| !keys.contains(&&**key)) {
            Some((key, _)) => Err(self.key(key).refuse("there is no such key here")),
            None => Ok(()),
        }
    }

    /// What is read here, or none if nothing stands here.
    pub fn optional<T>(&self, read: impl FnOnce(&Self) -> Read<T>) -> Read<Option<T>> {
        if *self.value == Input::Absent { Ok(None) } else { read(self).map(Some) }
    }

    /// Reads every entry of the list here, until one is refused. Not generic: `list` is compiled for each type.
    pub fn each(&self, read: &mut dyn FnMut(&Node) -> Read<()>) -> Read<()> {
        let Input::List(entries) = self.value else { return Err(self.refuse("a list is needed")) };
        if entries.len() > MOST_ENTRIES {
            return Err(self.refuse("there are more than 1000 entries"));
        }
        for (index, value) in entries.iter().enumerate() {
            read(&Node { path: self.path.entry(index), value })?;
        }
        Ok(())
    }

    /// Every entry of the list here.
    pub fn list<T>(&self, read: impl Fn(&Node) -> Read<T>) -> Read<Vec<T>> {
        let mut list = Vec::new();
        self.each(&mut |node| {
            list.push(read(node)?);
            Ok(())
        })?;
        Ok(list)
    }

    /// A list of texts.
    pub fn strings(&self) -> Read<Vec<String>> {
        self.list(|node| node.string())
    }

    /// A list that is not empty.
    pub fn some<T>(&self, read: impl Fn(&Node) -> Read<T>) -> Read<Vec<T>> {
        let list = self.list(read)?;
        if list.is_empty() { Err(self.refuse("at least one is needed")) } else { Ok(list) }
    }

    /// A text that is not blank.
    pub fn text(&self) -> Read<&'a str> {
        match self.value {
            Input::Text(text) if !text.trim().is_empty() => Ok(text),
            _ => Err(self.refuse("a text is needed")),
        }
    }

    /// A text of its own.
    pub fn string(&self) -> Read<String> {
        self.text().map(str::to_owned)
    }

    /// A text in both languages.
    pub fn bilingual(&self) -> Read<Text> {
        self.only(&["zh", "en"])?;
        Ok(Text { zh: self.key("zh").string()?, en: self.key("en").string()? })
    }

    /// A decimal number.
    pub fn decimal(&self) -> Read<Decimal> {
        match read_number(self.value, NumberKind::Plain) {
            Ok(Some(number)) => Ok(number),
            _ => Err(self.refuse("a decimal number is needed, with at most 12 digits before and 12 behind the point")),
        }
    }

    /// A decimal number that is not negative.
    pub fn unsigned(&self) -> Read<Decimal> {
        let number = self.decimal()?;
        if number < Decimal::ZERO { Err(self.refuse("this may not be negative")) } else { Ok(number) }
    }

    /// A small whole number.
    pub fn small(&self) -> Read<u32> {
        match self.value {
            Input::Number(text) => text.parse().map_err(|_| self.refuse("a small whole number is needed")),
            _ => Err(self.refuse("a small whole number is needed")),
        }
    }

    /// true or false; false if absent.
    pub fn flag(&self) -> Read<bool> {
        match self.value {
            Input::Absent => Ok(false),
            Input::Bool(flag) => Ok(*flag),
            _ => Err(self.refuse("true or false is needed")),
        }
    }

    /// The one among named choices that stands here.
    pub fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Read<T> {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        self.choose(&names).map(|index| choices[index].1)
    }

    /// The choice whose name stands here.
    pub fn named<T: Named>(&self) -> Read<T> {
        self.choose(T::NAMES).map(|index| T::ALL[index])
    }

    /// The index of the name that stands here. One function for all choices: most of what is generic is compiled for each.
    fn choose(&self, names: &[&str]) -> Read<usize> {
        let text = self.text()?;
        let mut reason = "this must be one of:".to_owned();
        for (index, name) in names.iter().enumerate() {
            if *name == text {
                return Ok(index);
            }
            reason.push_str(if index == 0 { " " } else { ", " });
            reason.push_str(name);
        }
        Err(self.refuse(&reason))
    }

    /// Refuses the second of two entries with one id.
    pub fn unique<'b, T>(&self, list: &'b [T], id: impl Fn(&'b T) -> &'b str) -> Read<()> {
        self.all_different(list.len(), &|index| id(&list[index]))
    }

    fn all_different<'b>(&self, count: usize, id: &dyn Fn(usize) -> &'b str) -> Read<()> {
        let mut seen = BTreeSet::new();
        for index in 0..count {
            if !seen.insert(id(index)) {
                let entry = Node { path: self.path.entry(index), value: self.value };
                return Err(entry.refuse("an earlier one is the same"));
            }
        }
        Ok(())
    }
}
