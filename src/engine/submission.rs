//! A submission: what an applicant states, read once and typed.

use super::address::Side;
use super::criterion::Sources;
use super::eligibility::{read_answers, read_field};
use super::figures::{Figures, YEARS};
use super::ids::FieldId;
use super::input::Input;
use super::known::Given;
use super::measure::Source;
use super::names::Named;
use super::number::{NumberKind, read_number};
use super::path::Path;
use super::problem::{Code, Problem, Problems};
use super::read_figures::read_figures;
use super::ruleset::{Ruleset, Stage, Track, TrackRules};
use super::score::{Scores, read_scores};

/// What an applicant states for one track and stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// 示范园区 or 示范企业.
    pub track: Track,
    /// 创建 or 认定.
    pub stage: Stage,
    /// The field (重点领域).
    pub field: Given<FieldId>,
    /// The answers to the track's eligibility items, in their order.
    pub eligibility: Vec<Given<bool>>,
    /// The year of the last entry of every series. It changes no outcome.
    pub last_year: Given<u16>,
    /// The figures of the stage.
    pub figures: Figures,
    /// The same figures at the baseline.
    pub baseline: Figures,
    /// The applicant's own mock review.
    pub scores: Scores,
}

/// Why something cannot be read as a submission at all. Anything less is a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotASubmission {
    /// It is no object.
    NoObject,
    /// Its track is neither `park` nor `enterprise`.
    UnknownTrack,
    /// Its stage is neither `creation` nor `recognition`.
    UnknownStage,
}

impl core::fmt::Display for NotASubmission {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            NotASubmission::NoObject => "submission: an object is needed",
            NotASubmission::UnknownTrack => "submission.track: this must be one of: park, enterprise",
            NotASubmission::UnknownStage => "submission.stage: this must be one of: creation, recognition",
        })
    }
}

impl core::error::Error for NotASubmission {}

/// The keys of a submission.
const KEYS: [&str; 11] = [
    "track",
    "stage",
    "field",
    "eligibility",
    "last_year",
    "figures",
    "baseline",
    "sources",
    "notes",
    "applicant",
    "scores",
];

impl Submission {
    /// Reads untrusted data. What is refused in it is among the problems, in the order in which it was found.
    pub fn read(ruleset: &Ruleset, input: &Input) -> Result<(Submission, Vec<Problem>), NotASubmission> {
        if !matches!(input, Input::Object(_)) {
            return Err(NotASubmission::NoObject);
        }
        let track = named(input.get("track")).ok_or(NotASubmission::UnknownTrack)?;
        let stage = named(input.get("stage")).ok_or(NotASubmission::UnknownStage)?;
        let rules = ruleset.track(track);
        let mut problems = Problems::default();
        problems.check_keys(input, |key| KEYS.contains(&key), &Path::Root);
        let field = read_field(ruleset, input.get("field"), &mut problems);
        let eligibility = read_answers(rules, input.get("eligibility"), &mut problems);
        let last_year = read_year(input.get("last_year"), &mut problems);
        let figures = read_figures(rules, input, Side::Now, &mut problems);
        let baseline = read_figures(rules, input, Side::Baseline, &mut problems);
        check_sources(rules, input.get("sources"), &mut problems);
        let scores = read_scores(rules, input.get("scores"), &mut problems);
        Ok((Submission { track, stage, field, eligibility, last_year, figures, baseline, scores }, problems.0))
    }

    /// Where the criteria take the figures of both sides from.
    pub(crate) fn sources<'a>(&'a self, track: &'a TrackRules) -> Sources<'a> {
        Sources { now: self.source(track, Side::Now), baseline: self.source(track, Side::Baseline) }
    }

    /// Where the measures take the figures of a side from.
    ///
    /// Where a measure takes its figures from.
    pub fn source<'a>(&'a self, track: &'a TrackRules, side: Side) -> Source<'a> {
        let figures = match side {
            Side::Now => &self.figures,
            Side::Baseline => &self.baseline,
        };
        Source { track, side, figures, from_year: from_year(self.stage, side) }
    }
}

/// The first year that means and sums take in. At recognition they are over the creation period, which is the last two years; a baseline is
/// always over its three.
pub fn from_year(stage: Stage, side: Side) -> usize {
    if side == Side::Now && stage == Stage::Recognition { YEARS - 2 } else { 0 }
}

/// A year that is out of range is refused, so one that is known fits; it is whole, so its mantissa is all of it.
fn read_year(input: &Input, problems: &mut Problems) -> Given<u16> {
    let path = Path::Root.key("last_year");
    match read_number(input, NumberKind::Year) {
        Ok(Some(year)) => u16::try_from(year.mantissa()).map_or(Given::Refused, Given::Known),
        Ok(None) => Given::Missing,
        Err(code) => problems.refuse(&path, code),
    }
}

/// Where figures come from is text for people: it is checked for its keys and types and not kept.
fn check_sources(track: &TrackRules, sources: &Input, problems: &mut Problems) {
    let path = Path::Root.key("sources");
    problems.check_keys(sources, |key| track.figure(key).is_some(), &path);
    let Input::Object(pairs) = sources else { return };
    for (figure, source) in pairs.iter().filter(|(key, _)| track.figure(key).is_some()) {
        if !matches!(source, Input::Text(_) | Input::Absent) {
            problems.add(&path.key(figure), Code::WrongType);
        }
    }
}

fn named<T: Named>(input: &Input) -> Option<T> {
    match input {
        Input::Text(name) => T::named(name),
        _ => None,
    }
}
