//! The store as it stands, for whoever stands outside of the application and asks in their own time.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::store::Store;

/// The cell in which the one outside finds the store.
pub type Window = RefCell<Option<Rc<Store>>>;

/// The store's side of it. Weak: the store lies in the cell and must not keep it.
#[derive(Clone, Default)]
pub struct Latest(Weak<Window>);

impl PartialEq for Latest {
    fn eq(&self, other: &Latest) -> bool {
        Weak::ptr_eq(&self.0, &other.0)
    }
}

impl Latest {
    /// Shows every store from now on in a cell.
    pub fn shown_in(window: &Rc<Window>) -> Latest {
        Latest(Rc::downgrade(window))
    }

    /// Shows a store.
    pub fn show(&self, store: &Rc<Store>) {
        if let Some(window) = self.0.upgrade() {
            window.replace(Some(Rc::clone(store)));
        }
    }
}
