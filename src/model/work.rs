//! What a person filled in and chose: all that a way back has to bring back.

use std::rc::Rc;

use super::desk::Desk;
use super::overrides::Overrides;
use engine::ruleset::{Ruleset, Stage, Track};

/// What was filled in and chosen.
#[derive(Clone, PartialEq)]
pub struct Work {
    /// The ruleset, by its place among the batches.
    pub batch: usize,
    /// The batch's own numbers.
    pub overrides: Rc<Overrides>,
    /// Those of other batches, put aside with the batch that they are about.
    pub(super) aside: Vec<(usize, Rc<Overrides>)>,
    /// The track, once chosen.
    pub track: Option<Track>,
    /// The stage, once chosen.
    pub stage: Option<Stage>,
    /// One desk for each track and stage, in the order of [`DESKS`]: choosing another never touches what was typed.
    pub desks: [Desk; 4],
}

/// The tracks and stages in the order of their desks.
pub const DESKS: [(Track, Stage); 4] = [
    (Track::Park, Stage::Creation),
    (Track::Park, Stage::Recognition),
    (Track::Enterprise, Stage::Creation),
    (Track::Enterprise, Stage::Recognition),
];

/// The place of a desk.
pub fn desk_of(track: Track, stage: Stage) -> usize {
    DESKS.iter().position(|desk| *desk == (track, stage)).unwrap_or(0)
}

impl Work {
    /// Nothing filled in, and nothing chosen but the ruleset.
    pub fn blank(ruleset: &Ruleset, batch: usize) -> Work {
        let desk = |(track, _)| Desk::blank(ruleset.track(track));
        Work { batch, overrides: Rc::default(), aside: Vec::new(), track: None, stage: None, desks: DESKS.map(desk) }
    }

    /// The desk of a track and stage.
    pub fn desk_mut(&mut self, track: Track, stage: Stage) -> &mut Desk {
        &mut self.desks[desk_of(track, stage)]
    }

    /// Goes over to another ruleset. What that has no place for is left out.
    pub fn move_to(&mut self, batch: usize, from: &Ruleset, to: &Ruleset) {
        let numbers = self.aside.iter().position(|(other, _)| *other == batch);
        let numbers = numbers.map_or_else(Rc::default, |place| self.aside.swap_remove(place).1);
        self.aside.push((self.batch, std::mem::replace(&mut self.overrides, numbers)));
        self.batch = batch;
        self.move_desks(from, to);
    }

    /// Goes over to a ruleset among others than before. Numbers that were set belong to documents that may be gone.
    pub fn move_among_others(&mut self, batch: usize, from: &Ruleset, to: &Ruleset) {
        (self.batch, self.overrides, self.aside) = (batch, Rc::default(), Vec::new());
        self.move_desks(from, to);
    }

    fn move_desks(&mut self, from: &Ruleset, to: &Ruleset) {
        for ((track, stage), desk) in DESKS.into_iter().zip(&mut self.desks) {
            *desk = desk.moved(from, to, track, stage);
        }
    }
}
