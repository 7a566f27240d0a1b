//! The applicant's own mock review, weighed as the plan weighs it. No score is made up: without the person's, there is none.

use serde::Serialize;

use super::exact::{Exact, Overflow, Rounding};
use super::input::Input;
use super::number::{NumberKind, read_number};
use super::path::Path;
use super::problem::{Code, Problems};
use super::ruleset::{Indicator, Ruleset, TrackRules};

/// The weighed score, out of 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    /// 基本情况, rounded to at most 6 decimals where it is a mean.
    pub basics: String,
    /// 创建工作方案
    pub workplan: String,
    /// The two weighed, rounded to at most 6 decimals.
    pub total: String,
    /// The two weighed, as a fraction.
    pub exact: String,
}

/// Reads `scores` and weighs them; none until all that is needed is there.
pub fn score(ruleset: &Ruleset, track: &TrackRules, scores: &Input, problems: &mut Problems) -> Option<Score> {
    let path = Path::Root.key("scores");
    if !problems.check_keys(scores, |key| ["basics", "workplan", "indicators"].contains(&key), &path) {
        return None;
    }
    let basics = read_score(scores, "basics", &path, problems);
    let workplan = read_score(scores, "workplan", &path, problems);
    let own = indicator_scores(track, scores.get("indicators"), &path.key("indicators"), problems);
    let gives_points = track.indicators.iter().any(|indicator| indicator.points.is_some());
    let basics = if gives_points { weighted_mean(&own) } else { Ok(basics) };
    basics.and_then(|basics| weigh(ruleset, basics, workplan)).unwrap_or_else(|Overflow| {
        problems.add(&path, Code::Overflow);
        None
    })
}

fn weigh(ruleset: &Ruleset, basics: Option<Exact>, workplan: Option<Exact>) -> Result<Option<Score>, Overflow> {
    let (Some(basics), Some(workplan)) = (basics, workplan) else { return Ok(None) };
    let (of_basics, of_workplan) = (ruleset.weighing.basics.into(), ruleset.weighing.workplan.into());
    let total = basics.times(of_basics)?.plus(workplan.times(of_workplan)?)?;
    let shown = |exact: Exact| exact.rounded(6, Rounding::HalfAway).to_string();
    Ok(Some(Score { basics: shown(basics), workplan: shown(workplan), total: shown(total), exact: total.fraction() }))
}

/// The scores of the indicators that carry points, in the order of the annex.
fn indicator_scores<'a>(
    track: &'a TrackRules,
    scores: &Input,
    path: &Path,
    problems: &mut Problems,
) -> Vec<(&'a Indicator, Option<Exact>)> {
    problems.check_keys(scores, |key| track.indicators.iter().any(|indicator| indicator.id == key), path);
    let mut read = |indicator: &'a Indicator| (indicator, read_score(scores, &indicator.id, path, problems));
    track.indicators.iter().map(&mut read).filter(|(indicator, _)| indicator.points.is_some()).collect()
}

/// The points-weighted mean, once every one has a score.
fn weighted_mean(own: &[(&Indicator, Option<Exact>)]) -> Result<Option<Exact>, Overflow> {
    let (mut points, mut sum) = (Exact::ZERO, Exact::ZERO);
    for (indicator, score) in own {
        let (Some(weight), Some(score)) = (indicator.points.map(Exact::from), score) else { return Ok(None) };
        points = points.plus(weight)?;
        sum = sum.plus(score.times(weight)?)?;
    }
    if points == Exact::ZERO { Ok(None) } else { sum.over(points).map(Some) }
}

fn read_score(scores: &Input, key: &str, path: &Path, problems: &mut Problems) -> Option<Exact> {
    match read_number(scores.get(key), NumberKind::Score) {
        Ok(number) => number.map(Exact::from),
        Err(code) => {
            problems.add(&path.key(key), code);
            None
        }
    }
}
