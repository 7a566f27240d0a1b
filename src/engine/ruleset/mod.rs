//! The rules of a batch (批次), as data. A batch is a document, never code: see `www/rulesets/` and the JSON Schema there.

mod document;
mod node;
mod read;

pub(crate) use node::Node;
pub use node::RulesetError;

use rust_decimal::Decimal;
use serde::Serialize;

use super::measure::Form;
use super::overrides::Override;
use super::text::Text;

/// The plan's own rules (工信部规〔2025〕250号) as JSON text, compiled in as the default.
pub const PLAN_2025: &str = include_str!("../../../www/rulesets/plan-2025.json");

/// A whole ruleset that holds together: every id it uses is declared, every number is a number.
#[derive(Clone, Debug)]
pub struct Ruleset {
    /// The id that the report repeats.
    pub id: String,
    /// The document's title.
    pub title: Text,
    /// The issuing body.
    pub issuer: Text,
    /// The document's number (文号).
    pub number: String,
    /// The date of issue.
    pub issued: String,
    /// The fields (重点领域) that a submission may name, by their Chinese names.
    pub fields: Vec<Text>,
    /// How the review weighs its two parts.
    pub weighing: Weighing,
    /// What costs a recognised base its name.
    pub red_lines: Vec<Clause>,
    /// The programme's calendar.
    pub calendar: Vec<Clause>,
    /// The rules for parks (annex 1).
    pub park: TrackRules,
    /// The rules for enterprises (annex 2).
    pub enterprise: TrackRules,
    /// The overrides that stand on top of the document, in their order.
    pub overrides: Vec<Override>,
}

/// The two tracks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// 示范园区
    Park,
    /// 示范企业
    Enterprise,
}

/// The two stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 创建: the application.
    Creation,
    /// 认定: after the creation period of two years.
    Recognition,
}

/// How the review weighs 基本情况 and 创建工作方案 (六(二)).
#[derive(Clone, Debug)]
pub struct Weighing {
    /// The part of 基本情况, 1 for all.
    pub basics: Decimal,
    /// The part of 创建工作方案.
    pub workplan: Decimal,
    /// Where the plan says so.
    pub place: Text,
    /// What it says.
    pub quote: String,
}

/// One sentence of the plan that is no indicator: an eligibility item, a red line, a date of the calendar.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its id.
    pub id: String,
    /// What it comes to, in a few words.
    pub title: Text,
    /// Where the plan says so.
    pub place: Text,
    /// What it says.
    pub quote: String,
}

/// The rules of one track.
#[derive(Clone, Debug)]
pub struct TrackRules {
    /// 示范园区 or 示范企业.
    pub title: Text,
    /// The number of the annex.
    pub annex: u32,
    /// Yes-or-no conditions.
    pub eligibility: Vec<Clause>,
    /// The figures that a submission gives.
    pub figures: Vec<FigureRule>,
    /// The indicators in the order of the annex.
    pub indicators: Vec<Indicator>,
    /// Relations between figures that are worth a question.
    pub plausibility: Vec<Plausibility>,
}

/// A figure that a submission gives.
#[derive(Clone, Debug)]
pub struct FigureRule {
    /// Its key in the submission.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What to count, and the plan's caveats.
    pub hint: Option<Text>,
    /// Its form.
    pub form: FigureForm,
}

/// The forms of figures.
#[derive(Clone, Debug)]
pub enum FigureForm {
    /// One amount in 万元.
    Amount {
        /// Whether it may be below zero.
        signed: bool,
    },
    /// Three yearly amounts in 万元, oldest first.
    Series {
        /// Whether they may be below zero.
        signed: bool,
    },
    /// A whole number.
    Count {
        /// What is counted.
        counted_in: Text,
    },
    /// Counts by kind.
    Tally {
        /// The kinds.
        kinds: Vec<Kind>,
        /// Whether a line's weight is divided by the unit's rank.
        ranked: bool,
        /// What is counted.
        counted_in: Text,
    },
    /// The growth rates of two years, in percent.
    Rates,
}

/// A kind of a tally.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Its weight ω; none where the document states none.
    pub weight: Option<Decimal>,
}

/// One of the annex's indicators (二级指标).
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its id, like `park.industry_scale`.
    pub id: String,
    /// Its number in the annex.
    pub number: u32,
    /// Its 一级指标.
    pub group: Text,
    /// Its name.
    pub title: Text,
    /// The annex's 指标说明, quoted.
    pub purpose: String,
    /// Its points, where a batch gives any.
    pub points: Option<Decimal>,
    /// What is computed for it.
    pub measures: Vec<Measure>,
    /// What is asked at application.
    pub creation: Vec<Criterion>,
    /// What is asked at the end of the creation period.
    pub recognition: Vec<Criterion>,
}

/// Something computed from figures.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its id within the indicator.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// How it is computed.
    pub form: Form,
    /// What its value is in.
    pub unit: MeasureUnit,
    /// The formula in words.
    pub formula: Text,
    /// Its share of the indicator's points, where several measures share them.
    pub share: Option<Decimal>,
    /// How sure the formula is.
    pub certainty: Certainty,
    /// What was read into the text.
    pub note: Option<Text>,
}

/// What a measure's value is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureUnit {
    /// 万元
    WanYuan,
    /// A ratio, 1 for the whole.
    Ratio,
    /// Things, weighted or not.
    Count,
}

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The plan's text says it in full.
    Stated,
    /// Part of the text is lost or ambiguous: this is a reading.
    Reading,
    /// No threshold or weight survives.
    Unstated,
    /// Set by the person, from the batch's notice.
    Override,
}

/// What a stage asks of a measure.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// The measure, by its place in the indicator; none for a purely qualitative criterion.
    pub measure: Option<usize>,
    /// What is asked.
    pub rule: Rule,
    /// How sure that is.
    pub certainty: Certainty,
    /// The plan's sentence.
    pub quote: String,
    /// What was read into it.
    pub note: Option<Text>,
}

/// What can be asked of a measure.
#[derive(Clone, Debug)]
pub enum Rule {
    /// It is at least the threshold.
    AtLeast(Threshold),
    /// It has grown against the baseline by at least this ratio.
    GrowthAtLeast(Decimal),
    /// It has increased against the baseline by at least this much.
    IncreaseAtLeast(Decimal),
    /// It is greater than at the baseline.
    Increases,
    /// Reviewers decide.
    Qualitative,
    /// Something is asked, but no threshold is stated.
    Unstated,
}

impl Rule {
    /// The rule's name, as documents and reports write it.
    pub fn name(&self) -> &'static str {
        match self {
            Rule::AtLeast(_) => "at_least",
            Rule::GrowthAtLeast(_) => "growth_at_least",
            Rule::IncreaseAtLeast(_) => "increase_at_least",
            Rule::Increases => "increases",
            Rule::Qualitative => "qualitative",
            Rule::Unstated => "unstated",
        }
    }
}

/// A threshold.
#[derive(Clone, Debug)]
pub enum Threshold {
    /// A number.
    Number(Decimal),
    /// The compounded growth of the rates in this figure (by its place in the track).
    Compound(usize),
}

/// Two figures of which the first is a part of the second.
#[derive(Clone, Debug)]
pub struct Plausibility {
    /// The warning's code.
    pub code: String,
    /// The part, by its place in the track.
    pub part: usize,
    /// The whole, by its place in the track.
    pub whole: usize,
    /// What seems off.
    pub message: Text,
}

impl Track {
    /// The tracks by their names in a submission.
    pub const NAMES: [(&str, Track); 2] = [("park", Track::Park), ("enterprise", Track::Enterprise)];
}

impl Stage {
    /// The stages by their names in a submission.
    pub const NAMES: [(&str, Stage); 2] = [("creation", Stage::Creation), ("recognition", Stage::Recognition)];
}

impl Ruleset {
    /// The rules of a track.
    pub fn track(&self, track: Track) -> &TrackRules {
        match track {
            Track::Park => &self.park,
            Track::Enterprise => &self.enterprise,
        }
    }
}

impl TrackRules {
    /// The place of a figure by its id.
    pub fn figure(&self, id: &str) -> Option<usize> {
        self.figures.iter().position(|figure| figure.id == id)
    }
}

impl Indicator {
    /// What a stage asks.
    pub fn criteria(&self, stage: Stage) -> &[Criterion] {
        match stage {
            Stage::Creation => &self.creation,
            Stage::Recognition => &self.recognition,
        }
    }
}

impl FigureForm {
    /// The kinds, for a tally; none for anything else.
    pub fn kinds(&self) -> &[Kind] {
        match self {
            FigureForm::Tally { kinds, .. } => kinds,
            _ => &[],
        }
    }
}
