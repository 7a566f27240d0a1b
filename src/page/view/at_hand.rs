//! The store as it stands, for whoever needs all of it only when a button is pressed: so such a button is not rendered with every
//! key typed.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::kept::KeptStore;

/// The latest store. It stays the same for as long as the page lives, whatever is in it.
#[derive(Clone)]
pub struct AtHand(Rc<RefCell<UseReducerHandle<KeptStore>>>);

impl AtHand {
    /// The store as it stands now.
    pub fn store(&self) -> UseReducerHandle<KeptStore> {
        self.0.borrow().clone()
    }
}

impl PartialEq for AtHand {
    fn eq(&self, other: &AtHand) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Keeps the store at hand.
#[hook]
pub fn use_at_hand(store: &UseReducerHandle<KeptStore>) -> AtHand {
    let at_hand = use_mut_ref(|| store.clone());
    at_hand.replace(store.clone());
    AtHand(at_hand)
}
