//! How often each component was rendered: for the proof that a key typed renders little. A release counts nothing.

#[cfg(debug_assertions)]
pub use counting::{rendered, renders};

/// The first line of a component; nothing at all in a release.
#[cfg(not(debug_assertions))]
pub fn rendered(_component: &'static str) {}

#[cfg(debug_assertions)]
mod counting {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    thread_local! {
        static RENDERS: RefCell<BTreeMap<&'static str, usize>> = const { RefCell::new(BTreeMap::new()) };
    }

    /// The first line of a component: counts that it is rendered.
    pub fn rendered(component: &'static str) {
        RENDERS.with_borrow_mut(|renders| *renders.entry(component).or_default() += 1);
    }

    /// How often each component was rendered since this was last asked.
    pub fn renders() -> BTreeMap<&'static str, usize> {
        RENDERS.take()
    }
}
