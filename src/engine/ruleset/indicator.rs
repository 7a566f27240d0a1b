//! The indicators of a track: what is computed, and what each stage asks of it.

use super::Stage;
use crate::ids::{FigureId, MeasureId, Table};
use crate::measure::Form;
use crate::names::names;
use crate::text::Text;
use rust_decimal::Decimal;

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
    pub measures: Table<MeasureId, Measure>,
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
    /// The formula in words, as it is computed at each stage.
    pub formula: Formula,
    /// Its share of the indicator's points, where several measures share them.
    pub share: Option<Decimal>,
    /// How sure the formula is.
    pub certainty: Certainty,
    /// What was read into the text.
    pub note: Option<Text>,
}

/// A formula in words.
#[derive(Clone, Debug)]
pub struct Formula {
    /// Over the years before the application.
    pub creation: Text,
    /// Over the creation period.
    pub recognition: Text,
}

/// What a measure's value is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureUnit {
    /// 万元
    WanYuan,
    /// A ratio, 1 for the whole.
    Ratio,
    /// Things, weighted or not.
    Count,
}

names!(MeasureUnit {
    WanYuan = "wan_yuan",
    Ratio = "ratio",
    Count = "count",
});

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

names!(Certainty {
    Stated = "stated",
    Reading = "reading",
    Unstated = "unstated",
    Override = "override",
});

/// What a stage asks of a measure.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// The measure; none for a purely qualitative criterion.
    pub measure: Option<MeasureId>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// A number.
    Number(Decimal),
    /// The compounded growth of the rates in this figure.
    Compound(FigureId),
}

impl Criterion {
    /// Whether it compares with the baseline.
    pub fn looks_back(&self) -> bool {
        match self.rule {
            Rule::GrowthAtLeast(_) | Rule::IncreaseAtLeast(_) | Rule::Increases => true,
            // Reviewers of a measured criterion are shown the change.
            Rule::Qualitative => self.measure.is_some(),
            Rule::AtLeast(_) | Rule::Unstated => false,
        }
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

impl Formula {
    /// The formula of a stage.
    pub fn at(&self, stage: Stage) -> &Text {
        match stage {
            Stage::Creation => &self.creation,
            Stage::Recognition => &self.recognition,
        }
    }
}
