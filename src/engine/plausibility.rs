//! Relations between figures that are worth a question. They change no outcome.

use super::address::{Address, Part, Side};
use super::exact::Exact;
use super::figures::{Figure, Figures};
use super::ids::{FigureId, Table};
use super::known::Given;
use super::measure::plain_sum;
use super::ruleset::{Plausibility, TrackRules};

/// Two figures, or years of them, that do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The relation that does not hold, by its index in the track.
    pub relation: usize,
    /// The part, then the whole that it exceeds.
    pub at: [Address; 2],
}

/// Every part that is larger than its whole, year by year for series.
pub(crate) fn warnings(track: &TrackRules, figures: &Figures) -> Vec<Warning> {
    // Once for each figure, however many relations name it.
    let sizes: Table<FigureId, Option<Exact>> = figures.iter().map(size).collect();
    let all = track.plausibility.iter().enumerate();
    let exceeding = |of| exceeding(of, figures, &sizes);
    all.flat_map(|(relation, of)| exceeding(of).into_iter().map(move |at| Warning { relation, at })).collect()
}

fn exceeding(relation: &Plausibility, figures: &Figures, sizes: &Table<FigureId, Option<Exact>>) -> Vec<[Address; 2]> {
    let whole = [relation.part, relation.whole].map(|figure| Address::whole(Side::Now, figure));
    match (&figures[relation.part], &figures[relation.whole]) {
        (Figure::Listed(Given::Known(parts)), Figure::Listed(Given::Known(wholes))) => {
            let years = parts.iter().zip(wholes).enumerate();
            let off = years.filter(|(_, (part, whole))| exceeds(part.known().copied(), whole.known().copied()));
            off.map(|(year, _)| whole.map(|figure| figure.at(Part::Entry(year)))).collect()
        }
        _ if exceeds(sizes[relation.part], sizes[relation.whole]) => vec![whole],
        _ => Vec::new(),
    }
}

/// Whether both are known and the first is larger.
fn exceeds(part: Option<Exact>, whole: Option<Exact>) -> bool {
    part.zip(whole).is_some_and(|(part, whole)| part > whole)
}

/// The size of an amount or count, or the number of things in a tally without weights; none where it is not known.
fn size(figure: &Figure) -> Option<Exact> {
    match figure {
        Figure::Single(value) => value.known().copied(),
        Figure::Tally(_) | Figure::Roster(_) => plain_sum(figure.tally().known()?),
        Figure::Listed(_) => None,
    }
}
