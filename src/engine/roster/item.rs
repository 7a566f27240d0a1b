//! An item of a roster, and how it is read from untrusted data.

use crate::exact::Exact;
use crate::ids::{KindId, Table};
use crate::input::Input;
use crate::known::Given;
use crate::number::NumberKind;
use crate::path::Path;
use crate::problem::{Code, Problems};
use crate::read_figures::read_entry;
use crate::ruleset::Kind;
use crate::text::plain;

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
    /// The unit's rank; the lead unit's, if none is given.
    pub rank: Option<Given<Exact>>,
    /// The unit that it is built on (依托单位).
    pub host: String,
    /// Its status, as it stands in the list.
    pub status: String,
    /// Why it counts in any case, if a person said so.
    pub anyway: Option<String>,
}

/// The keys of an item. `row` says where it came from; nothing depends on it.
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
    let (host, status, anyway) = (text("host", problems), text("status", problems), text("anyway", problems));
    let mut item = Item { name, code, host, status, ..Item::default() };
    item.anyway = Some(anyway).filter(|reason| !reason.is_empty());
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
    match read_entry(input.get("rank"), NumberKind::Rank, &path.key("rank"), problems) {
        Given::Missing => {}
        rank => {
            is_read &= rank != Given::Refused;
            item.rank = Some(rank);
        }
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

    fn add_kind(&mut self, kind: KindId) {
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
    }
}

/// What the kinds of a tally are called, as it is compared.
pub struct KindNames(Vec<(String, KindId)>);

impl KindNames {
    /// The names of these kinds: their ids, titles and aliases.
    pub fn of(kinds: &Table<KindId, Kind>) -> KindNames {
        let mut names = Vec::new();
        for (id, kind) in kinds.with_ids() {
            for name in [&kind.id, &kind.title.zh, &kind.title.en].into_iter().chain(&kind.aliases) {
                names.push((plain(name), id));
            }
        }
        KindNames(names)
    }

    /// The kind that a text names.
    pub fn find(&self, text: &str) -> Option<KindId> {
        let text = plain(text);
        self.0.iter().find(|(name, _)| *name == text).map(|(_, kind)| *kind)
    }
}
