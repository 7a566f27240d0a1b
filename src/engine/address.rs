//! Where an entry of a figure stands in a submission: `figures.revenue[1]`.

use super::ids::{FigureId, KindId};
use super::names::names;
use super::path::Path;
use super::ruleset::TrackRules;

/// The figures of the stage, or those of its baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The figures of the stage.
    Now,
    /// The same figures at the baseline.
    Baseline,
}

names!(Side {
    Now = "figures",
    Baseline = "baseline",
});

/// The address of a figure or of an entry of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// The side.
    pub side: Side,
    /// The figure.
    pub figure: FigureId,
    /// The part of the figure.
    pub part: Part,
}

/// A part of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// An entry of a series or of rates, counted from 0.
    Entry(usize),
    /// The count of a kind, where a tally has one field for each kind. A submission has lines instead.
    Kind(KindId),
    /// A column of a tally's line, counted from 0.
    Line(usize, Column),
}

/// What a line of a tally consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The kind.
    Kind,
    /// How many.
    Count,
    /// The unit's rank.
    Rank,
}

names!(Column {
    Kind = "kind",
    Count = "count",
    Rank = "rank",
});

impl Address {
    /// The address of a whole figure.
    pub fn whole(side: Side, figure: FigureId) -> Address {
        Address { side, figure, part: Part::Whole }
    }

    /// The address of a part of the same figure.
    pub fn at(self, part: Part) -> Address {
        Address { part, ..self }
    }

    /// The address as a path: `figures.revenue[1]`, `figures.patents.gold`, `baseline.platforms[0].rank`.
    pub fn path(self, track: &TrackRules) -> String {
        let figure = &track.figures[self.figure];
        let side = Path::Root.key(self.side.as_str());
        let whole = side.key(&figure.id);
        match self.part {
            Part::Whole => whole.text(),
            Part::Entry(index) => whole.entry(index).text(),
            Part::Kind(kind) => whole.key(&figure.form.kinds()[kind].id).text(),
            Part::Line(index, column) => whole.entry(index).key(column.as_str()).text(),
        }
    }
}
