//! The samples: invented applicants that meet some thresholds and miss others.

use engine::ruleset::{Stage, Track};

/// The sample of a track and stage, as JSON text.
pub fn sample(track: Track, stage: Stage) -> &'static str {
    match (track, stage) {
        (Track::Park, Stage::Creation) => include_str!("../../www/samples/park-creation.json"),
        (Track::Park, Stage::Recognition) => include_str!("../../www/samples/park-recognition.json"),
        (Track::Enterprise, Stage::Creation) => include_str!("../../www/samples/enterprise-creation.json"),
        (Track::Enterprise, Stage::Recognition) => include_str!("../../www/samples/enterprise-recognition.json"),
    }
}
