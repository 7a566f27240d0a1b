//! Different texts numbered, and keys put in order. Each is compiled once and not for every type that it is used with.

use std::collections::{BTreeMap, BinaryHeap};

/// Texts, each with its number.
#[derive(Debug, Default)]
pub struct Numbered {
    numbers: BTreeMap<String, usize>,
}

impl Numbered {
    /// The number of a text; a new one has the next.
    pub fn number(&mut self, text: &str) -> usize {
        if let Some(number) = self.find(text) {
            return number;
        }
        let next = self.len();
        self.numbers.insert(text.to_owned(), next);
        next
    }

    /// The number of a text that is known.
    pub fn find(&self, text: &str) -> Option<usize> {
        self.numbers.get(text).copied()
    }

    /// How many different texts there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The texts with their numbers, in the order of their letters.
    pub fn texts(&self) -> impl Iterator<Item = (&str, usize)> {
        self.numbers.iter().map(|(text, number)| (text.as_str(), *number))
    }
}

/// Whether no text is there twice.
pub fn all_differ<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let mut numbered = Numbered::default();
    texts.enumerate().all(|(count, text)| numbered.number(text) == count)
}

/// Something to sort by, and the place that it had.
pub type Key = ([usize; 4], usize);

/// The places in the order of their keys; of equal keys the first stays the first. A heap is a tenth of the code of a slice's sort.
pub fn in_order(keys: Vec<Key>) -> Vec<usize> {
    let mut heap = BinaryHeap::from(keys);
    let mut places = vec![0; heap.len()];
    while let Some((_, place)) = heap.pop() {
        places[heap.len()] = place;
    }
    places
}
