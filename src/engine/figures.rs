//! The figures of a submission. Every entry is known, missing or refused on its own.

use std::sync::Arc;

use super::exact::Exact;
use super::ids::{FigureId, KindId, Table};
use super::known::Given;
use super::roster::Roster;

/// The figures of a submission or of its baseline, in the order in which the track declares them.
pub type Figures = Table<FigureId, Figure>;

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// An amount in 万元, or a count.
    Single(Given<Exact>),
    /// Yearly amounts in 万元, oldest first (three), or rates in percent (two).
    Listed(Given<Vec<Given<Exact>>>),
    /// The lines of a tally. No line at all says that there is none.
    Tally(Given<Vec<Line>>),
    /// A tally as its list. Its lines are what the list comes to.
    Roster(Arc<Roster>),
}

/// One line of a tally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The kind.
    pub kind: Given<KindId>,
    /// How many.
    pub count: Given<Exact>,
    /// The unit's rank; 1 is the lead unit.
    pub rank: Given<Exact>,
}

/// How many years a series has.
pub const YEARS: usize = 3;
/// How many yearly rates are compounded.
pub const RATES: usize = 2;

impl Figure {
    /// An amount or count. A ruleset in which a measure meets a figure of another form is refused before it gets here.
    pub(crate) fn single(&self) -> &Given<Exact> {
        match self {
            Figure::Single(value) => value,
            Figure::Listed(_) | Figure::Tally(_) | Figure::Roster(_) => {
                unreachable!("checked when the ruleset was read")
            }
        }
    }

    /// The entries of a series or of rates.
    pub(crate) fn listed(&self) -> &Given<Vec<Given<Exact>>> {
        match self {
            Figure::Listed(entries) => entries,
            Figure::Single(_) | Figure::Tally(_) | Figure::Roster(_) => {
                unreachable!("checked when the ruleset was read")
            }
        }
    }

    /// The lines of a tally.
    pub(crate) fn tally(&self) -> &Given<Vec<Line>> {
        match self {
            Figure::Tally(lines) => lines,
            Figure::Roster(roster) => &roster.lines,
            Figure::Single(_) | Figure::Listed(_) => unreachable!("checked when the ruleset was read"),
        }
    }
}
