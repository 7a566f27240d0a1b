//! The store as it stands, for whoever stands outside of the application and asks in their own time.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::store::Store;

/// The cell in which the one outside finds the store.
pub type StoreCell = RefCell<Option<Rc<Store>>>;

/// The store's side of it. Weak: the store lies in the cell and must not keep it.
#[derive(Clone, Default)]
pub struct Latest(Weak<StoreCell>);

impl PartialEq for Latest {
    fn eq(&self, other: &Latest) -> bool {
        Weak::ptr_eq(&self.0, &other.0)
    }
}

impl Latest {
    /// Shows every store from now on in a cell.
    pub fn shown_in(store_cell: &Rc<StoreCell>) -> Latest {
        Latest(Rc::downgrade(store_cell))
    }

    /// The store that was shown last.
    pub fn store(&self) -> Option<Rc<Store>> {
        self.0.upgrade()?.borrow().clone()
    }

    /// Shows a store.
    pub fn show(&self, store: &Rc<Store>) {
        if let Some(store_cell) = self.0.upgrade() {
            store_cell.replace(Some(Rc::clone(store)));
        }
    }
}
