//! An item of a roster, and how it is read from untrusted data.

use crate::ids::{KindId, Table};
use crate::input::Input;
use crate::known::Given;
use crate::number::NumberKind;
use crate::path::Path;
use crate::problem::{Code, Problems};
use crate::read_figures::read_entry;
use crate::ruleset::Kind;
use crate::text::{around, plain};

/// One line of a list: an enterprise, a patent, a person, a platform, a standard, an award, a factory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its code or number, by which it is known.
    pub code: String,
    /// Its kinds.
    pub kinds: Vec<KindId>,
    /// What stands where a kind belongs and is none of the tally's.
    pub other_kinds: Vec<String>,
    /// The unit's rank as it stands in the list; that of the lead unit, if nothing does.
    pub rank: String,
    /// The unit that it is built on (依托单位).
    pub host: String,
    /// Its status, as it stands in the list.
    pub status: String,
    /// Where it came from. Nothing depends on it.
    pub row: String,
    /// Why it counts in any case, if a person said so.
    pub anyway: String,
}

/// The keys of an item.
const KEYS: [&str; 8] = ["name", "code", "kinds", "rank", "host", "status", "row", "anyway"];

/// Reads the items of a roster, and says whether nothing in it was refused that its counts depend on.
pub(crate) fn read_items(
    list: &[Input],
    kinds: &Table<KindId, Kind>,
    path: &Path,
    problems: &mut Problems,
) -> (Vec<Item>, bool) {
    let kinds = KindNames::of(kinds);
    let mut is_whole = true;
    let read = |(index, input)| {
        let (item, is_read) = read_item(input, &kinds, &path.entry(index), problems);
        is_whole &= is_read;
        item
    };
    let items = list.iter().enumerate().map(read).collect();
    (items, is_whole)
}

/// The items of a roster, and the places of what in it cannot be read.
pub fn items_of(roster: &Input, kinds: &Table<KindId, Kind>) -> Option<(Vec<Item>, Vec<String>)> {
    let Input::List(list) = roster else { return None };
    let mut problems = Problems::default();
    let (items, _) = read_items(list, kinds, &Path::Root, &mut problems);
    Some((items, problems.0.into_iter().map(|problem| problem.path).collect()))
}

/// An item with the keys that it has, as a submission has it.
pub fn as_input(item: &Item, kinds: &Table<KindId, Kind>) -> Input<'static> {
    let text = |text: &String| Input::Text(text.clone().into());
    let mut pairs = Vec::new();
    let mut push = |key: &'static str, value: Input<'static>| pairs.push((key.into(), value));
    for (key, value) in [("name", &item.name), ("code", &item.code)] {
        if !value.is_empty() {
            push(key, text(value));
        }
    }
    let mut all: Vec<Input> = item.kinds.iter().map(|kind| text(&kinds[*kind].id)).collect();
    all.extend(item.other_kinds.iter().map(text));
    if !all.is_empty() {
        push("kinds", Input::List(all));
    }
    let more = [&item.rank, &item.host, &item.status, &item.row, &item.anyway];
    for (key, value) in ["rank", "host", "status", "row", "anyway"].into_iter().zip(more) {
        if !value.is_empty() {
            push(key, text(value));
        }
    }
    Input::Object(pairs)
}

fn read_item(input: &Input, kinds: &KindNames, path: &Path, problems: &mut Problems) -> (Item, bool) {
    let Input::Object(_) = input else {
        problems.add(path, Code::WrongType);
        return (Item::default(), false);
    };
    problems.check_keys(input, |key| KEYS.contains(&key), path);
    let mut is_read = true;
    let mut text = |key: &str, problems: &mut Problems| match input.get(key) {
        Input::Text(text) | Input::Number(text) => text.trim().to_owned(),
        Input::Absent => String::new(),
        _ => {
            problems.add(&path.key(key), Code::WrongType);
            is_read = false;
            String::new()
        }
    };
    let (name, code) = (text("name", problems), text("code", problems));
    let (host, status) = (text("host", problems), text("status", problems));
    let (row, anyway) = (text("row", problems), text("anyway", problems));
    let mut item = Item { name, code, host, status, row, anyway, ..Item::default() };
    match input.get("kinds") {
        Input::Text(text) => item.add_kinds(text, kinds),
        Input::List(list) => {
            for (index, kind) in list.iter().enumerate() {
                match kind {
                    Input::Text(text) => item.add_kinds(text, kinds),
                    _ => {
                        problems.add(&path.key("kinds").entry(index), Code::WrongType);
                        is_read = false;
                    }
                }
            }
        }
        Input::Absent => {}
        _ => {
            problems.add(&path.key("kinds"), Code::WrongType);
            is_read = false;
        }
    }
    let rank = input.get("rank");
    is_read &= read_entry(rank, NumberKind::Rank, &path.key("rank"), problems) != Given::Refused;
    if let Input::Text(text) | Input::Number(text) = rank {
        item.rank = text.trim().to_owned();
    }
    (item, is_read)
}

impl Item {
    /// Takes the kinds of a text as a person writes it: an id, a name or another name of a kind, or several of them.
    pub fn add_kinds(&mut self, text: &str, kinds: &KindNames) {
        if let Some(kind) = kinds.find(text) {
            self.add_kind(kind);
            return;
        }
        for part in text.split(['、', '，', ',', '；', ';', '/', '\n', '+']) {
            match kinds.find(part) {
                Some(kind) => self.add_kind(kind),
                None if part.trim().is_empty() => {}
                None => self.other_kinds.push(part.trim().to_owned()),
            }
        }
    }

    /// Takes a kind, once.
    pub fn add_kind(&mut self, kind: KindId) {
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
    }
}

/// What the kinds of a tally are called, as it is compared, in the order of the letters.
pub struct KindNames(Vec<(String, KindId)>);

impl KindNames {
    /// The names of these kinds: their ids, titles and aliases.
    pub fn of(kinds: &Table<KindId, Kind>) -> KindNames {
        let mut names: Vec<(String, KindId)> = Vec::new();
        for (id, kind) in kinds.with_ids() {
            for name in [&kind.id, &kind.title.zh, &kind.title.en].into_iter().chain(&kind.aliases) {
                let name = plain(name);
                let at = names.partition_point(|(other, _)| *other < name);
                // Of two kinds of one name the first has it.
                if names.get(at).is_none_or(|(other, _)| *other != name) {
                    names.insert(at, (name, id));
                }
            }
        }
        KindNames(names)
    }

    /// The kind that a text names, with or without the number of an award's session: 第二十一届中国专利金奖.
    pub fn find(&self, text: &str) -> Option<KindId> {
        let text = plain(text);
        let find = |text: &str| {
            let at = self.0.partition_point(|(name, _)| &**name < text);
            self.0.get(at).filter(|(name, _)| name == text).map(|(_, kind)| *kind)
        };
        find(&text).or_else(|| around(&text, "届").and_then(|(_, behind)| find(behind)))
    }
}
