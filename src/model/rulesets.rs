//! The rulesets (批次) that a person can choose from: the plan, and the batches that came after it.

use std::ops::Deref;
use std::rc::Rc;

use engine::Library;
use engine::input::Input;
use engine::ruleset::Ruleset;

/// Shared rulesets, never none. Two are equal when they are the same in memory, so comparing them costs nothing.
#[derive(Clone)]
pub struct Rulesets(Rc<[Rc<Ruleset>]>);

impl Rulesets {
    /// These with a host page's own documents: one of the same id takes the other's place, the rest follow.
    pub fn with(&self, documents: &[Input], library: &Library) -> Result<Rulesets, String> {
        let mut all = self.0.to_vec();
        for (index, document) in documents.iter().enumerate() {
            let read = library.read(document);
            let ruleset =
                Rc::new(read.map_err(|refusal| ["[", &index.to_string(), "] ", &refusal.to_string()].concat())?);
            match all.iter_mut().find(|known| known.id == ruleset.id) {
                Some(known) => *known = ruleset,
                None => all.push(ruleset),
            }
        }
        Ok(Rulesets(all.into()))
    }

    /// The first of them, which is chosen until a person chooses another, and the others.
    pub fn new(first: Ruleset, others: impl Iterator<Item = Ruleset>) -> Rulesets {
        Rulesets(std::iter::once(first).chain(others).map(Rc::new).collect())
    }
}

impl Deref for Rulesets {
    type Target = [Rc<Ruleset>];

    fn deref(&self) -> &[Rc<Ruleset>] {
        &self.0
    }
}

impl PartialEq for Rulesets {
    fn eq(&self, other: &Rulesets) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
