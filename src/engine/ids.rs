//! Ids of what a ruleset lists: an index that fits only the list it was made for.

use core::marker::PhantomData;
use core::ops::{Deref, Index, IndexMut};

/// An index into one kind of list.
pub trait Id: Copy + Eq {
    /// The id of the entry at this index.
    fn from_index(index: usize) -> Self;
    /// Its index, counted from 0.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(usize);

            impl Id for $name {
                fn from_index(index: usize) -> $name {
                    $name(index)
                }

                fn index(self) -> usize {
                    self.0
                }
            }
        )*
    };
}

ids! {
    /// A figure of a track.
    FigureId;
    /// An indicator of a track.
    IndicatorId;
    /// A measure of an indicator.
    MeasureId;
    /// A kind of a tally.
    KindId;
    /// A field (重点领域) of a ruleset.
    FieldId;
}

/// A list whose entries are found by ids of their own type.
///
/// It lends itself as a slice, so that everything but indexing works as usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<I, T> {
    entries: Vec<T>,
    ids: PhantomData<I>,
}

impl<I, T> Table<I, T> {
    /// A list without entries.
    pub const EMPTY: Table<I, T> = Table { entries: Vec::new(), ids: PhantomData };
}

impl<I: Id, T> Table<I, T> {
    /// The ids of the entries, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + use<I, T> {
        (0..self.entries.len()).map(I::from_index)
    }

    /// The entries with their ids, in order.
    pub fn with_ids(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.entries.iter().enumerate().map(|(index, entry)| (I::from_index(index), entry))
    }

    /// The id of the first entry of which something holds.
    pub fn find(&self, holds: impl Fn(&T) -> bool) -> Option<I> {
        self.entries.iter().position(holds).map(I::from_index)
    }

    /// The entries, to be changed.
    pub fn entries_mut(&mut self) -> &mut [T] {
        &mut self.entries
    }
}

impl<I, T> FromIterator<T> for Table<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(entries: A) -> Table<I, T> {
        Vec::from_iter(entries).into()
    }
}

impl<I, T> From<Vec<T>> for Table<I, T> {
    fn from(entries: Vec<T>) -> Table<I, T> {
        Table { entries, ids: PhantomData }
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.entries[id.index()]
    }
}

impl<I: Id, T> IndexMut<I> for Table<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.entries[id.index()]
    }
}

impl<I, T> Deref for Table<I, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.entries
    }
}

impl<'a, I, T> IntoIterator for &'a Table<I, T> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

impl<I, T> IntoIterator for Table<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}
