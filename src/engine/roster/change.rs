//! Two lists compared: what is new, what is gone, what has another kind now.

use super::{Code, Counting, Item, Roster, Standing, code, things};
use crate::ids::KindId;
use crate::pause::{Pause, Work, at_once};

/// What became of a thing from one list to the next. Only what counts in one of them is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It counts now and did not before.
    New {
        /// Its item.
        now: usize,
    },
    /// It counted before and does not now.
    Gone {
        /// Its item.
        before: usize,
    },
    /// It counts as another kind.
    Kind {
        /// Its item.
        now: usize,
        /// The kind before.
        from: KindId,
        /// The kind now.
        to: KindId,
    },
    /// It counts as it did.
    Same,
}

/// The item as it is compared: who counts for a reason only with who did so under the same name and code.
fn apart(item: &Item) -> Item {
    if item.anyway.is_empty() {
        return item.clone();
    }
    let own = [&*item.name, "\u{1}", &item.code, "\u{1}0"].concat();
    Item { name: own.clone(), code: own, ..Item::default() }
}

impl Counting<'_> {
    /// Compares two lists, each with what it came to, by what their items are known by.
    pub fn changes(&self, before: (&[Item], &Roster), now: (&[Item], &Roster)) -> Vec<Change> {
        at_once(self.changes_with(before, now, Pause::NEVER))
    }

    /// The same with pauses.
    pub fn changes_with<'a>(
        &'a self,
        before: (&'a [Item], &'a Roster),
        now: (&'a [Item], &'a Roster),
        pause: Pause<'a>,
    ) -> Work<'a, Vec<Change>> {
        Box::pin(self.all_changes(before, now, pause))
    }

    async fn all_changes(&self, before: (&[Item], &Roster), now: (&[Item], &Roster), pause: Pause<'_>) -> Vec<Change> {
        let (mut both, mut read) = (Vec::new(), Vec::new());
        for (index, item) in before.0.iter().chain(now.0).enumerate() {
            pause.after(index).await;
            let item = apart(item);
            read.push(code::read(&item.code, self.rule));
            both.push(item);
        }
        let keys: Vec<Option<&str>> = read.iter().map(|code| code.as_ref().and_then(Code::known_by)).collect();
        let things = things::things(self.rule, &both, &keys, &mut Vec::new(), pause).await;
        let mut counted: Vec<[Option<(usize, KindId)>; 2]> = vec![[None, None]; things.count];
        for (side, (roster, from)) in [(before.1, 0), (now.1, before.0.len())].into_iter().enumerate() {
            for (index, standing) in roster.standings.iter().enumerate() {
                if let Standing::Counted { kind, .. } = standing {
                    counted[things.of[from + index]][side] = Some((index, *kind));
                }
            }
        }
        let change = |pair: [Option<(usize, KindId)>; 2]| match pair {
            [None, None] => None,
            [None, Some((now, _))] => Some(Change::New { now }),
            [Some((before, _)), None] => Some(Change::Gone { before }),
            [Some((_, from)), Some((now, to))] if from != to => Some(Change::Kind { now, from, to }),
            [Some(_), Some(_)] => Some(Change::Same),
        };
        counted.into_iter().filter_map(change).collect()
    }
}
