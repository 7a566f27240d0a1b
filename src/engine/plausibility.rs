//! Relations between figures that are worth a question. They change no outcome.

use serde::Serialize;

use super::exact::Exact;
use super::figures::{Figure, Figures};
use super::known::Known;
use super::measure::plain_sum;
use super::path::Path;
use super::ruleset::{Plausibility, TrackRules};

/// A plausibility note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// The figures that do not go together.
    pub paths: Vec<String>,
    /// The ruleset's code for the relation.
    pub code: String,
    /// What seems off, in Chinese.
    pub message: String,
}

/// The notes on the figures: every part that is larger than its whole, year by year for series.
pub fn warnings(track: &TrackRules, figures: &Figures) -> Vec<Warning> {
    let path = Path::Root.key("figures");
    track.plausibility.iter().flat_map(|relation| compare(track, relation, figures, &path)).collect()
}

fn compare(track: &TrackRules, relation: &Plausibility, figures: &Figures, path: &Path) -> Vec<Warning> {
    let paths = [relation.part, relation.whole].map(|index| path.key(&track.figures[index].id));
    let warning = |paths: [Path; 2]| Warning {
        paths: paths.iter().map(Path::text).collect(),
        code: relation.code.clone(),
        message: relation.message.zh.clone(),
    };
    match (figures.figure(relation.part), figures.figure(relation.whole)) {
        (Figure::Listed(Ok(part)), Figure::Listed(Ok(whole))) => {
            let years = part.iter().zip(whole).enumerate();
            let off = years.filter(|(_, (part, whole))| exceeds(part, whole));
            off.map(|(year, _)| warning([paths[0].entry(year), paths[1].entry(year)])).collect()
        }
        (part, whole) if exceeds(&size(part), &size(whole)) => vec![warning(paths)],
        _ => Vec::new(),
    }
}

fn exceeds(part: &Known<Exact>, whole: &Known<Exact>) -> bool {
    matches!((part, whole), (Ok(part), Ok(whole)) if part > whole)
}

/// The size of an amount or count, or the number of things in a tally without weights.
fn size(figure: &Figure) -> Known<Exact> {
    match figure {
        Figure::Single(value) => value.clone(),
        Figure::Tally(lines) => plain_sum(lines.as_ref().map_err(Clone::clone)?),
        Figure::Listed(entries) => Err(entries.as_ref().err().cloned().unwrap_or_default()),
    }
}
