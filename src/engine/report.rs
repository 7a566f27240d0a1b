//! The report: what an assessment hands out. Names and shapes are those of the data contract.

use serde::Serialize;

use super::digits::Digits;
use super::known::State;
use super::outcome::{Outcome, OutcomeCounts, Verdict};
use super::problem::Problem;
use super::roster::Common;
use super::ruleset::{Certainty, MeasureUnit, Override, Stage, Track};

/// The whole report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report<'a> {
    /// The ruleset by which it was assessed.
    pub ruleset: RulesetName<'a>,
    /// The track.
    pub track: Track,
    /// The stage.
    pub stage: Stage,
    /// What it all comes to.
    pub verdict: Verdict,
    /// How many indicators have each outcome.
    pub outcomes: OutcomeCounts,
    /// The eligibility items.
    pub eligibility: Vec<EligibilityReport<'a>>,
    /// The indicators in the order of the annex.
    pub indicators: Vec<IndicatorReport<'a>>,
    /// What was refused.
    pub problems: Vec<Problem>,
    /// Plausibility notes.
    pub warnings: Vec<WarningReport<'a>>,
    /// The overrides that were used.
    pub overrides: Vec<&'a Override>,
    /// The person's own mock review, weighed; null until both parts are there.
    pub score: Option<ScoreReport>,
    /// What the rosters come to, by their path; only where there is one.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_object")]
    pub rosters: Vec<(String, RosterReport<'a>)>,
}

/// Pairs as an object, in their order.
fn as_object<S: serde::Serializer>(pairs: &[(String, RosterReport<'_>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(path, roster)| (path, roster)))
}

/// What a roster comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RosterReport<'a> {
    /// How many items it has.
    pub items: usize,
    /// The lines of the tally that come of it; null, if something was refused that they depend on.
    pub counted: Option<Vec<CountedReport<'a>>>,
    /// The items that were not counted by themselves.
    pub left_out: Vec<LeftOutReport>,
    /// What a person should look at.
    pub doubts: Vec<DoubtReport>,
}

/// A line of a tally.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountedReport<'a> {
    /// The kind's id.
    pub kind: &'a str,
    /// How many.
    pub count: u64,
    /// The unit's rank.
    pub rank: u64,
}

/// An item that was not counted by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOutReport {
    /// The item, counted from 0.
    pub item: usize,
    /// `duplicate`, or why it does not count.
    pub code: &'static str,
    /// The item that stands for the same thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<usize>,
    /// What the two have in common.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Common>,
}

/// What a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoubtReport {
    /// The item, counted from 0.
    pub item: usize,
    /// What is doubtful.
    pub code: &'static str,
    /// Another item that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<usize>,
    /// The character of the code that is wrong, counted from 1 without blanks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub character: Option<usize>,
    /// What would stand there if the others are right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
}

/// The name of a ruleset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RulesetName<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its Chinese title.
    pub title: &'a str,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorReport<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its number in the annex.
    pub number: u32,
    /// Its 一级指标.
    pub group: &'a str,
    /// Its Chinese name.
    pub title: &'a str,
    /// The first of its criteria's outcomes in the order of weight.
    pub outcome: Outcome,
    /// What is computed for it.
    pub measures: Vec<MeasureReport<'a>>,
    /// What the stage asks of it.
    pub criteria: Vec<CriterionReport<'a>>,
    /// The paths that its criteria need and that are absent.
    pub missing: Vec<String>,
}

/// One measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureReport<'a> {
    /// Its id within the indicator.
    pub id: &'a str,
    /// What its value is in.
    pub unit: MeasureUnit,
    /// Whether it is known, or why not.
    pub state: State,
    /// The value rounded half away from zero to at most 6 decimals.
    pub value: Option<Digits>,
    /// The value as a fraction in lowest terms.
    pub exact: Option<Digits>,
    /// Its share of the indicator's points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Digits>,
}

/// One criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionReport<'a> {
    /// The measure's id.
    pub measure: Option<&'a str>,
    /// The rule's name.
    pub rule: &'static str,
    /// The threshold, rounded to at most 6 decimals.
    pub threshold: Option<Digits>,
    /// The threshold as a fraction.
    pub threshold_exact: Option<Digits>,
    /// What is compared with it, rounded to at most 6 decimals.
    pub observed: Option<Digits>,
    /// What is compared with it, as a fraction.
    pub observed_exact: Option<Digits>,
    /// The outcome.
    pub outcome: Outcome,
    /// observed ÷ threshold with at most 4 decimals, towards zero.
    pub attainment: Option<Digits>,
    /// threshold − observed with at most 6 decimals, rounded up; only where unmet.
    pub gap: Option<Digits>,
    /// What alone would be enough.
    pub needs: Vec<NeedReport<'a>>,
    /// How sure the criterion is.
    pub certainty: Certainty,
    /// The plan's sentence.
    pub quote: &'a str,
}

/// One way to close the distance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeedReport<'a> {
    /// The figure's id.
    pub figure: &'a str,
    /// The entry of a series, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<usize>,
    /// The kind's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'a str>,
    /// The kind from which things of a roster rise to it, where none are added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<&'a str>,
    /// How much to add: 万元 with at most 6 decimals, or whole things.
    pub amount: Digits,
}

/// One eligibility item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EligibilityReport<'a> {
    /// The item's id.
    pub id: &'a str,
    /// `met`, `unmet`, `incomplete` (not answered) or `invalid` (answered with neither true nor false).
    pub outcome: Outcome,
}

/// A plausibility note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WarningReport<'a> {
    /// The figures that do not go together.
    pub paths: Vec<String>,
    /// The ruleset's code for the relation.
    pub code: &'a str,
    /// What seems off, in Chinese.
    pub message: &'a str,
}

/// The weighed score, out of 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoreReport {
    /// 基本情况, rounded to at most 6 decimals where it is a mean.
    pub basics: Digits,
    /// 创建工作方案
    pub workplan: Digits,
    /// The two weighed, rounded to at most 6 decimals.
    pub total: Digits,
    /// The two weighed, as a fraction.
    pub exact: Digits,
}
