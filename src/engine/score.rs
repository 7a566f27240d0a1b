//! The applicant's own mock review, weighed as the plan weighs it. No score is made up: without the person's, there is none.

use super::exact::{Exact, Overflow};
use super::ids::{IndicatorId, Table};
use super::input::Input;
use super::known::Given;
use super::number::NumberKind;
use super::path::Path;
use super::problem::Problems;
use super::read_figures::read_entry;
use super::ruleset::{Ruleset, TrackRules};

/// The scores that a person brings, each out of 100. One that is absent or refused does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// 基本情况, where the ruleset gives no points.
    pub basics: Option<Exact>,
    /// 创建工作方案
    pub workplan: Option<Exact>,
    /// One an indicator; they take the place of `basics` where the ruleset gives points.
    pub indicators: Table<IndicatorId, Option<Exact>>,
}

/// The weighed score, out of 100.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// 基本情况
    pub basics: Exact,
    /// 创建工作方案
    pub workplan: Exact,
    /// The two weighed.
    pub total: Exact,
}

impl Scores {
    /// No score for any indicator of a track.
    fn none(track: &TrackRules) -> Scores {
        Scores { basics: None, workplan: None, indicators: track.indicators.iter().map(|_| None).collect() }
    }
}

/// Reads `scores`.
pub(crate) fn read_scores(track: &TrackRules, scores: &Input, problems: &mut Problems) -> Scores {
    let path = Path::Root.key("scores");
    if !problems.check_keys(scores, |key| ["basics", "workplan", "indicators"].contains(&key), &path) {
        return Scores::none(track);
    }
    let basics = read_score(scores, "basics", &path, problems);
    let workplan = read_score(scores, "workplan", &path, problems);
    let (own, path) = (scores.get("indicators"), path.key("indicators"));
    problems.check_keys(own, |key| track.indicator(key).is_some(), &path);
    let indicators = track.indicators.iter().map(|indicator| read_score(own, &indicator.id, &path, problems)).collect();
    Scores { basics, workplan, indicators }
}

fn read_score(scores: &Input, key: &str, path: &Path, problems: &mut Problems) -> Option<Exact> {
    match read_entry(scores.get(key), NumberKind::Score, &path.key(key), problems) {
        Given::Known(score) => Some(score),
        Given::Missing | Given::Refused => None,
    }
}

/// Weighs the scores by the ruleset (六(二)); none until all that is needed is there.
pub(crate) fn weigh(ruleset: &Ruleset, track: &TrackRules, scores: &Scores) -> Result<Option<Score>, Overflow> {
    let gives_points = track.indicators.iter().any(|indicator| indicator.points.is_some());
    let basics = if gives_points { weighted_mean(track, scores)? } else { scores.basics };
    let (Some(basics), Some(workplan)) = (basics, scores.workplan) else { return Ok(None) };
    let (of_basics, of_workplan) = (ruleset.weighing.basics.into(), ruleset.weighing.workplan.into());
    let total = basics.times(of_basics)?.plus(workplan.times(of_workplan)?)?;
    Ok(Some(Score { basics, workplan, total }))
}

/// The mean of the indicators' scores weighted by their points, once every one that carries points has a score.
fn weighted_mean(track: &TrackRules, scores: &Scores) -> Result<Option<Exact>, Overflow> {
    let (mut points, mut sum) = (Exact::ZERO, Exact::ZERO);
    for (indicator, score) in track.indicators.iter().zip(&scores.indicators) {
        let Some(weight) = indicator.points.map(Exact::from) else { continue };
        let Some(score) = score else { return Ok(None) };
        points = points.plus(weight)?;
        sum = sum.plus(score.times(weight)?)?;
    }
    if points == Exact::ZERO { Ok(None) } else { sum.over(points).map(Some) }
}
