//! The rules of a batch (批次), as data. A batch is a document, never code: see `www/rulesets/` and the JSON Schema there.

mod compact;
mod document;
mod figure;
mod indicator;
mod node;
mod overrides;
mod read;
mod read_indicator;
mod roster;

pub use figure::{FigureForm, FigureRule, Help, Kind};
pub use indicator::{Certainty, Criterion, Formula, Indicator, Measure, MeasureUnit, Rule, Threshold};
pub(crate) use node::Node;
pub use node::{Read, RulesetError};
pub use overrides::Override;
pub(crate) use read::Base;
pub use roster::{CodeForm, CountingClause, Issuers, OneBy, RosterRule, Series, Statuses};

use self::compact::{compact, compact_length};
use super::ids::{FieldId, FigureId, IndicatorId, Table};
use super::names::names;
use super::text::Text;
use rust_decimal::Decimal;
use std::sync::Arc;

/// The plan's own rules (工信部规〔2025〕250号) as JSON text, compiled in as the default.
/// A `static`, so that two crates that use it do not each carry a copy.
pub static PLAN_2025: &str = match str::from_utf8(&COMPACT_PLAN) {
    Ok(plan) => plan,
    Err(_) => unreachable!(),
};

static COMPACT_PLAN: [u8; compact_length(WRITTEN_PLAN)] = compact(WRITTEN_PLAN);
const WRITTEN_PLAN: &str = include_str!("../../../www/rulesets/plan-2025.json");

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
    /// Which state of the document this is, where it says so. The document's own, never that of one it extends.
    pub version: Option<String>,
    /// The fields (重点领域) that a submission may name, by their Chinese names.
    pub fields: Table<FieldId, Text>,
    /// How the review weighs its two parts.
    pub weighing: Weighing,
    /// What costs a recognised base its name.
    pub red_lines: Vec<Clause>,
    /// The programme's calendar.
    pub calendar: Vec<Clause>,
    /// The rules for parks (annex 1). Shared with the document that this one extends, as long as they are the same.
    pub park: Arc<TrackRules>,
    /// The rules for enterprises (annex 2), shared likewise.
    pub enterprise: Arc<TrackRules>,
    /// The overrides that stand on top of the document, in their order.
    pub overrides: Vec<Override>,
}

/// The two tracks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Track {
    /// 示范园区
    Park,
    /// 示范企业
    Enterprise,
}

names!(Track {
    Park = "park",
    Enterprise = "enterprise",
});

/// The two stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 创建: the application.
    Creation,
    /// 认定: after the creation period of two years.
    Recognition,
}

names!(Stage {
    Creation = "creation",
    Recognition = "recognition",
});

/// How the review weighs 基本情况 and 创建工作方案 (六(二)).
#[derive(Clone, Debug)]
pub struct Weighing {
    /// The part of 基本情况, 1 for all.
    pub basics: Decimal,
    /// The part of 创建工作方案.
    pub workplan: Decimal,
    /// Where the plan says so.
    pub source: Text,
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
    pub source: Text,
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
    pub figures: Table<FigureId, FigureRule>,
    /// The indicators in the order of the annex.
    pub indicators: Table<IndicatorId, Indicator>,
    /// Relations between figures that are worth a question.
    pub plausibility: Vec<Plausibility>,
}

/// Two figures of which the first is a part of the second.
#[derive(Clone, Debug)]
pub struct Plausibility {
    /// The warning's code.
    pub code: String,
    /// The part.
    pub part: FigureId,
    /// The whole.
    pub whole: FigureId,
    /// What seems off.
    pub message: Text,
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
    /// The figure of this name.
    pub fn figure(&self, name: &str) -> Option<FigureId> {
        self.figures.find(|figure| figure.id == name)
    }

    /// The indicator of this name.
    pub fn indicator(&self, name: &str) -> Option<IndicatorId> {
        self.indicators.find(|indicator| indicator.id == name)
    }
}
