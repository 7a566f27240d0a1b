//! The overrides as typed, for the few memos that show them: nothing else is rendered while one is typed.

use std::rc::Rc;

use yew::prelude::*;

use model::overrides::Overrides;
use model::rules::Rules;

/// What is set, and the rules that follow.
#[derive(Clone)]
pub struct TypedOverrides {
    /// The numbers as typed.
    pub typed: Rc<Overrides>,
    /// The rules of the track with these numbers in place.
    pub rules: Rules,
}

impl PartialEq for TypedOverrides {
    fn eq(&self, other: &TypedOverrides) -> bool {
        Rc::ptr_eq(&self.typed, &other.typed) && self.rules == other.rules
    }
}

/// The batch's own numbers.
#[hook]
pub fn use_typed_overrides() -> TypedOverrides {
    use_context::<TypedOverrides>().expect("inside the desk")
}
