//! Which items are one thing. Decided by what they have in common, never by likeness: what is only alike is a doubt.

use std::collections::BTreeMap;

use super::{About, Common, Doubt, Item};
use crate::pause::Pause;
use crate::ruleset::{CodeForm, OneBy, RosterRule};
use crate::text::plain;

/// A name as it is compared; empty if a dash stands in its place, which makes nobody the same.
pub(super) fn name(text: &str) -> String {
    let text = plain(text);
    let says_nothing = matches!(&*text, "无" | "暂无" | "n/a") || text.chars().all(|sign| "-―/_.。·、".contains(sign));
    if says_nothing { String::new() } else { text }
}

/// The things of a list.
pub(super) struct Things {
    /// The thing of every item.
    pub of: Vec<usize>,
    /// How many there are.
    pub count: usize,
    one_by: OneBy,
}

/// Finds the things of a list. `codes` are what the items' codes are compared by.
pub(super) async fn things(
    rule: &RosterRule,
    items: &[Item],
    codes: &[Option<&str>],
    doubts: &mut Vec<Doubt>,
    pause: Pause<'_>,
) -> Things {
    let mut names = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        pause.after(index).await;
        // Who gives a reason to count is nobody else, whatever the name.
        names.push(if item.anyway.is_empty() { name(&item.name) } else { String::new() });
    }
    let mut things = Things { of: Vec::with_capacity(items.len()), count: 0, one_by: rule.one_by };
    match rule.one_by {
        OneBy::CodeOrName => {
            things.by_code_or_name(&names, codes, rule, doubts, pause).await;
            if rule.name_is_doubtful {
                things.doubt_like_numbers(&names, codes, doubts, pause).await;
                things.doubt_other_names(&names, codes, doubts, pause).await;
            }
        }
        OneBy::Code => {
            things.by_key(codes, pause).await;
            things.doubt_same_names(&names, doubts, pause).await;
        }
        OneBy::Name => {
            // Different codes tell two of one name apart; one code makes no two names the same.
            let both = |(name, code): (&String, &Option<&str>)| [name, "\n", code.unwrap_or("")].concat();
            let keys: Vec<String> = names.iter().zip(codes).map(both).collect();
            let keys: Vec<Option<&str>> = codes.iter().zip(&keys).map(|(code, key)| code.map(|_| &**key)).collect();
            things.by_code_or_name(&names, &keys, rule, doubts, pause).await;
        }
        OneBy::NameOrHost => {
            things.by_name_or_host(&names, items, pause).await;
            things.doubt_shared_hosts(items, doubts, pause).await;
        }
    }
    if rule.code == CodeForm::Organisation || matches!(rule.one_by, OneBy::Name | OneBy::NameOrHost) {
        things.doubt_near_names(&names, codes, doubts, pause).await;
    }
    pause.after(0).await;
    things
}

/// The first item of each key. One type for all of them: every other one is compiled anew.
pub(super) type FirstOf<'a> = BTreeMap<&'a str, usize>;

impl Things {
    /// What an item has in common with the one that stands for their thing.
    pub fn common(&self, items: &[Item], codes: &[Option<&str>], of: usize, item: usize) -> Common {
        let same_name = plain(&items[of].name) == plain(&items[item].name);
        match self.one_by {
            OneBy::NameOrHost if same_name => Common::Name,
            OneBy::NameOrHost => Common::Host,
            OneBy::Name => Common::Name,
            OneBy::CodeOrName | OneBy::Code if codes[of].is_some() && codes[of] == codes[item] => Common::Code,
            OneBy::CodeOrName | OneBy::Code => Common::Name,
        }
    }

    fn new_thing(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    /// What has no key is a thing of its own.
    async fn by_key(&mut self, keys: &[Option<&str>], pause: Pause<'_>) {
        let mut first_of = FirstOf::new();
        for (index, key) in keys.iter().enumerate() {
            pause.after(index).await;
            let first = key.map_or(index, |key| *first_of.entry(key).or_insert(index));
            let thing = if first == index { self.new_thing() } else { self.of[first] };
            self.of.push(thing);
        }
    }

    /// By the code; what has none belongs to the only thing of its name, else it is one with what has the same name and no code either.
    async fn by_code_or_name(
        &mut self,
        names: &[String],
        codes: &[Option<&str>],
        rule: &RosterRule,
        doubts: &mut Vec<Doubt>,
        pause: Pause<'_>,
    ) {
        self.by_key(codes, pause).await;
        // The first item with a code of each name, the first with another code, the first without a code.
        let (mut coded, mut others, mut uncoded) = (FirstOf::new(), FirstOf::new(), FirstOf::new());
        let has_name = |index: &usize| !names[*index].is_empty();
        for index in (0..names.len()).filter(has_name) {
            pause.after(index).await;
            if codes[index].is_none() {
                continue;
            }
            let first = *coded.entry(&names[index]).or_insert(index);
            if codes[first] != codes[index] {
                others.entry(&names[index]).or_insert(index);
                if rule.code == CodeForm::Organisation {
                    doubts.push(Doubt { item: index, about: About::SameName, of: Some(first) });
                }
            }
        }
        for index in (0..names.len()).filter(has_name) {
            pause.after(index).await;
            if codes[index].is_some() {
                continue;
            }
            let name = &*names[index];
            let first = *uncoded.entry(name).or_insert(index);
            let (coded, is_of_several) = (coded.get(name).copied(), others.contains_key(name));
            let earlier = (first < index).then_some(first);
            let other = if is_of_several { earlier } else { coded.or(earlier) };
            if let Some(other) = other {
                self.of[index] = self.of[other];
            }
            if is_of_several || (rule.name_is_doubtful && other.is_some()) {
                doubts.push(Doubt { item: index, about: About::SameName, of: other.or(coded) });
            }
        }
    }

    /// By the name or the unit it is built on, and so are those that a third has something in common with.
    async fn by_name_or_host(&mut self, names: &[String], items: &[Item], pause: Pause<'_>) {
        let mut root: Vec<usize> = (0..items.len()).collect();
        let mut hosts = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            pause.after(index).await;
            hosts.push(if item.anyway.is_empty() { name(&item.host) } else { String::new() });
        }
        for keys in [names, &hosts] {
            let mut first_of = FirstOf::new();
            for (index, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
                pause.after(index).await;
                join(&mut root, *first_of.entry(key).or_insert(index), index);
            }
        }
        for index in 0..items.len() {
            // The root is the first item of its thing.
            let root = find(&mut root, index);
            let thing = if root == index { self.new_thing() } else { self.of[root] };
            self.of.push(thing);
        }
    }
}

fn find(root: &mut [usize], mut at: usize) -> usize {
    while root[at] != at {
        root[at] = root[root[at]];
        at = root[at];
    }
    at
}

/// The smaller index stays the root, so that the order of things is that of their first items.
fn join(root: &mut [usize], one: usize, other: usize) {
    let (one, other) = (find(root, one), find(root, other));
    root[one.max(other)] = one.min(other);
}
