//! The latest store, for buttons that need all of it only when they are pressed, and so are not rendered with every key typed.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::kept::KeptStore;

/// The latest store. It stays the same for as long as the page lives, whatever is in it.
#[derive(Clone)]
pub struct LatestStore(Rc<RefCell<UseReducerHandle<KeptStore>>>);

impl LatestStore {
    /// The store as it stands now.
    pub fn store(&self) -> UseReducerHandle<KeptStore> {
        self.0.borrow().clone()
    }
}

impl PartialEq for LatestStore {
    fn eq(&self, other: &LatestStore) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Keeps the store at hand.
#[hook]
pub fn use_latest_store(store: &UseReducerHandle<KeptStore>) -> LatestStore {
    let latest_store = use_mut_ref(|| store.clone());
    latest_store.replace(store.clone());
    LatestStore(latest_store)
}
