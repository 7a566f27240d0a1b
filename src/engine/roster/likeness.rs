//! What is only alike: items that may be one thing, and about which a person is asked.

use super::code::gist_of_number;
use super::things::{FirstOf, Things, name};
use super::{About, Doubt, Item};
use crate::pause::Pause;
use crate::text::around;

impl Things {
    /// Two things of one name, where the name decides nothing.
    pub(super) async fn doubt_same_names(&self, names: &[String], doubts: &mut Vec<Doubt>, pause: Pause<'_>) {
        let mut first_of = FirstOf::new();
        for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            pause.after(index).await;
            let first = *first_of.entry(name).or_insert(index);
            if self.of[first] != self.of[index] {
                doubts.push(Doubt { item: index, about: About::SameName, of: Some(first) });
            }
        }
    }

    /// One name under two numbers of which one may be the other: 007 and 7.
    pub(super) async fn doubt_like_numbers(
        &self,
        names: &[String],
        codes: &[Option<&str>],
        doubts: &mut Vec<Doubt>,
        pause: Pause<'_>,
    ) {
        let mut keys = Vec::with_capacity(names.len());
        for (index, (name, code)) in names.iter().zip(codes).enumerate() {
            pause.after(index).await;
            keys.push(code.filter(|_| !name.is_empty()).map(|code| [name, "\n", &*gist_of_number(code)].concat()));
        }
        let mut first_of = FirstOf::new();
        for (index, key) in keys.iter().enumerate() {
            pause.after(index).await;
            let Some(key) = key else { continue };
            let first = *first_of.entry(key).or_insert(index);
            if self.of[first] != self.of[index] {
                doubts.push(Doubt { item: index, about: About::SameName, of: Some(first) });
            }
        }
    }

    /// One number under two names: a number of something else, or one that was cut off.
    pub(super) async fn doubt_other_names(
        &self,
        names: &[String],
        codes: &[Option<&str>],
        doubts: &mut Vec<Doubt>,
        pause: Pause<'_>,
    ) {
        let mut first_of = FirstOf::new();
        for (index, code) in codes.iter().enumerate() {
            pause.after(index).await;
            let Some(code) = code.filter(|_| !names[index].is_empty()) else { continue };
            let first = *first_of.entry(code).or_insert(index);
            if names[first] != names[index] {
                doubts.push(Doubt { item: index, about: About::OtherName, of: Some(first) });
            }
        }
    }

    /// Two things on several units each, of which one is the same: 甲大学、乙公司 and 甲大学.
    pub(super) async fn doubt_shared_hosts(&self, items: &[Item], doubts: &mut Vec<Doubt>, pause: Pause<'_>) {
        let mut units = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            pause.after(index).await;
            let parts = item.host.split(['、', '，', ',', '；', ';', '/']);
            let own: Vec<String> = parts.map(name).filter(|unit| !unit.is_empty()).collect();
            units.push(if item.anyway.is_empty() { own } else { Vec::new() });
        }
        let mut first_of = FirstOf::new();
        for (index, own) in units.iter().enumerate() {
            pause.after(index).await;
            for unit in own {
                let first = *first_of.entry(unit).or_insert(index);
                if self.of[first] != self.of[index] {
                    doubts.push(Doubt { item: index, about: About::SharedHost, of: Some(first) });
                    break;
                }
            }
        }
    }

    /// Two things whose names differ in nothing but the form of the company, or a bracket. Where both have a code it tells them apart.
    pub(super) async fn doubt_near_names(
        &self,
        names: &[String],
        codes: &[Option<&str>],
        doubts: &mut Vec<Doubt>,
        pause: Pause<'_>,
    ) {
        let mut gists = Vec::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            pause.after(index).await;
            gists.push(gist(name));
        }
        let (mut first_of, mut seen) = (FirstOf::new(), FirstOf::new());
        for (index, name) in names.iter().enumerate() {
            pause.after(index).await;
            if name.is_empty() || *seen.entry(name).or_insert(index) != index {
                continue;
            }
            let first = *first_of.entry(&gists[index]).or_insert(index);
            let are_told_apart = codes[first].is_some() && codes[index].is_some();
            if self.of[first] != self.of[index] && names[first] != *name && !are_told_apart {
                doubts.push(Doubt { item: index, about: About::NearName, of: Some(first) });
            }
        }
    }
}

/// What comes before are letters of other scripts and marks. To know all letters would take a table of kilobytes.
const FIRST_IDEOGRAPH: char = '\u{3400}';

/// A name without the form of the company, the level of its place, and marks.
fn gist(name: &str) -> String {
    const FORMS: [&str; 5] = ["有限责任公司", "股份有限公司", "有限公司", "集团", "公司"];
    // Longer than any name: what follows takes a name's length squared.
    if name.len() > 600 {
        return name.to_owned();
    }
    let mut gist = name.to_owned();
    for form in FORMS {
        while let Some((before, behind)) = around(&gist, form) {
            gist = [before, behind].concat();
        }
    }
    gist.retain(|c| (c.is_ascii_alphanumeric() || c >= FIRST_IDEOGRAPH) && !matches!(c, '省' | '市' | '县'));
    if gist.is_empty() { name.to_owned() } else { gist }
}
