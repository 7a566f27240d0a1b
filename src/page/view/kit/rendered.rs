//! How often each memo was rendered: for the proof that a key typed renders little. A release counts nothing.

#[cfg(debug_assertions)]
pub use counting::{rendered, renders};

/// Said when a memo is rendered; nothing at all in a release.
#[cfg(not(debug_assertions))]
pub fn rendered(_memo: fn() -> &'static str) {}

#[cfg(debug_assertions)]
mod counting {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    thread_local! {
        static RENDERS: RefCell<BTreeMap<&'static str, usize>> = const { RefCell::new(BTreeMap::new()) };
    }

    /// Counts that a memo is rendered, by the last part of its type's name.
    pub fn rendered(memo: fn() -> &'static str) {
        let name = memo();
        let name = name.rsplit_once("::").map_or(name, |(_, last)| last);
        RENDERS.with_borrow_mut(|renders| *renders.entry(name).or_default() += 1);
    }

    /// How often each memo was rendered since this was last asked.
    pub fn renders() -> BTreeMap<&'static str, usize> {
        RENDERS.take()
    }
}
