//! The store as Yew keeps it.

use std::ops::Deref;
use std::rc::Rc;

use yew::Reducible;

use model::action::Action;
use model::store::Store;

/// The store behind Yew's reducer: the model itself knows of no browser and no framework.
pub struct KeptStore(Rc<Store>);

impl KeptStore {
    /// Keeps a store, and shows it.
    pub fn new(store: Store) -> KeptStore {
        let store = Rc::new(store);
        store.show();
        KeptStore(store)
    }

    /// The store, for whoever keeps it for a while.
    pub fn shared(&self) -> Rc<Store> {
        Rc::clone(&self.0)
    }
}

impl Deref for KeptStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.0
    }
}

impl Reducible for KeptStore {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = Rc::new(self.after(action));
        next.show();
        Rc::new(KeptStore(next))
    }
}
