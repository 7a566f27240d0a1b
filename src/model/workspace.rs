//! What a person filled in and chose: all that a way back has to bring back.

use std::rc::Rc;

use super::dossier::Dossier;
use super::overrides::Overrides;
use engine::ruleset::{Ruleset, Stage, Track};

/// What was filled in and chosen.
#[derive(Clone, PartialEq)]
pub struct Workspace {
    /// The ruleset, by its index among the batches.
    pub batch: usize,
    /// The batch's own numbers.
    pub overrides: Rc<Overrides>,
    /// Those of other batches, put aside with the batch that they are about.
    pub(super) aside: Vec<(usize, Rc<Overrides>)>,
    /// The track, once chosen.
    pub track: Option<Track>,
    /// The stage, once chosen.
    pub stage: Option<Stage>,
    /// One dossier for each track and stage, in the order of [`DOSSIERS`]: choosing another never touches what was typed.
    pub dossiers: [Dossier; 4],
}

/// The tracks and stages in the order of their dossiers.
pub const DOSSIERS: [(Track, Stage); 4] = [
    (Track::Park, Stage::Creation),
    (Track::Park, Stage::Recognition),
    (Track::Enterprise, Stage::Creation),
    (Track::Enterprise, Stage::Recognition),
];

/// The place of a dossier.
pub fn dossier_index(track: Track, stage: Stage) -> usize {
    DOSSIERS.iter().position(|dossier| *dossier == (track, stage)).unwrap_or(0)
}

impl Workspace {
    /// Nothing filled in, and nothing chosen but the ruleset.
    pub fn blank(ruleset: &Ruleset, batch: usize) -> Workspace {
        let dossier = |(track, _)| Dossier::blank(ruleset.track(track));
        Workspace {
            batch,
            overrides: Rc::default(),
            aside: Vec::new(),
            track: None,
            stage: None,
            dossiers: DOSSIERS.map(dossier),
        }
    }

    /// The dossier of a track and stage.
    pub fn dossier_mut(&mut self, track: Track, stage: Stage) -> &mut Dossier {
        &mut self.dossiers[dossier_index(track, stage)]
    }

    /// How many items of lists a draft of it would hold.
    pub fn items_to_keep(&self) -> usize {
        let kept = self.dossiers.iter().flat_map(Dossier::to_keep);
        kept.flat_map(|(scenarios, _)| scenarios.all()).map(|sheet| sheet.items()).sum()
    }

    /// Whether both say the same, whatever is chosen and shown.
    pub(super) fn says_the_same(&self, other: &Workspace) -> bool {
        let mut dossiers = self.dossiers.iter().zip(&other.dossiers);
        self.overrides == other.overrides && dossiers.all(|(one, other)| one.says_the_same(other))
    }

    /// Goes over to another ruleset. What that has no place for is left out.
    pub fn move_to(&mut self, batch: usize, from: &Ruleset, to: &Ruleset) {
        let numbers = self.aside.iter().position(|(other, _)| *other == batch);
        let numbers = numbers.map_or_else(Rc::default, |index| self.aside.swap_remove(index).1);
        self.aside.push((self.batch, std::mem::replace(&mut self.overrides, numbers)));
        self.batch = batch;
        self.move_dossiers(from, to);
    }

    /// Goes over to a ruleset among others than before. Numbers that were set belong to documents that may be gone.
    pub fn move_among_others(&mut self, batch: usize, from: &Ruleset, to: &Ruleset) {
        (self.batch, self.overrides, self.aside) = (batch, Rc::default(), Vec::new());
        self.move_dossiers(from, to);
    }

    fn move_dossiers(&mut self, from: &Ruleset, to: &Ruleset) {
        for ((track, stage), dossier) in DOSSIERS.into_iter().zip(&mut self.dossiers) {
            *dossier = dossier.moved(from, to, track, stage);
        }
    }
}
