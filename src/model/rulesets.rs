//! The rulesets (批次) that a person can choose from: the plan, and the batches that came after it.

use std::ops::Deref;
use std::rc::Rc;

use engine::Library;
use engine::input::Input;
use engine::ruleset::Ruleset;

/// Shared rulesets, never none. Two are equal when they are the same in memory, so comparing them costs nothing.
#[derive(Clone)]
pub struct Rulesets {
    all: Rc<[Rc<Ruleset>]>,
    /// The documents of a host page.
    offered: Rc<[Input<'static>]>,
}

impl Rulesets {
    /// These with a host page's own documents: one of the same id takes the other's place, the rest follow.
    pub fn with(&self, documents: &[Input<'static>], library: &Library) -> Result<Rulesets, String> {
        let mut all = self.all.to_vec();
        for (index, document) in documents.iter().enumerate() {
            let read = library.read(document);
            let ruleset =
                Rc::new(read.map_err(|refusal| ["[", &index.to_string(), "] ", &refusal.to_string()].concat())?);
            match all.iter_mut().find(|known| known.id == ruleset.id) {
                Some(known) => *known = ruleset,
                None => all.push(ruleset),
            }
        }
        Ok(Rulesets { all: all.into(), offered: documents.into() })
    }

    /// The first of them, which is chosen until a person chooses another, and the others.
    pub fn new((first, others): (Ruleset, Vec<Ruleset>)) -> Rulesets {
        let all = std::iter::once(first).chain(others).map(Rc::new).collect();
        Rulesets { all, offered: Rc::default() }
    }

    /// The documents of a host page that are among them.
    pub fn offered(&self) -> &[Input<'static>] {
        &self.offered
    }
}

impl Deref for Rulesets {
    type Target = [Rc<Ruleset>];

    fn deref(&self) -> &[Rc<Ruleset>] {
        &self.all
    }
}

impl PartialEq for Rulesets {
    fn eq(&self, other: &Rulesets) -> bool {
        Rc::ptr_eq(&self.all, &other.all)
    }
}
