//! The rules of one track, shared by everything on the page.

use std::ops::Deref;
use std::rc::Rc;

use engine::ruleset::{Ruleset, Track, TrackRules};

/// One track of a shared ruleset. Two are equal when they are the same document in memory, so comparing them costs nothing.
#[derive(Clone)]
pub struct Rules {
    /// The whole ruleset.
    pub ruleset: Rc<Ruleset>,
    /// The track.
    pub track: Track,
}

impl Deref for Rules {
    type Target = TrackRules;

    fn deref(&self) -> &TrackRules {
        self.ruleset.track(self.track)
    }
}

impl PartialEq for Rules {
    fn eq(&self, other: &Rules) -> bool {
        Rc::ptr_eq(&self.ruleset, &other.ruleset) && self.track == other.track
    }
}
