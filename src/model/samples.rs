//! The samples: invented applicants that meet some thresholds and miss others.

use engine::ruleset::{Stage, Track};

/// A list for every tally, as JSON text: the lines of a table by the id of the figure. Names and numbers are invented; the codes have right
/// check characters and belong to nobody, for there is no place 999999.
pub const ROSTERS: &str = include_str!("../../www/samples/rosters.json");

/// The sample of a track and stage, as JSON text.
pub fn sample(track: Track, stage: Stage) -> &'static str {
    match (track, stage) {
        (Track::Park, Stage::Creation) => include_str!("../../www/samples/park-creation.json"),
        (Track::Park, Stage::Recognition) => include_str!("../../www/samples/park-recognition.json"),
        (Track::Enterprise, Stage::Creation) => include_str!("../../www/samples/enterprise-creation.json"),
        (Track::Enterprise, Stage::Recognition) => include_str!("../../www/samples/enterprise-recognition.json"),
    }
}
