//! What all reports by a ruleset have in common, at a track and stage: JavaScript is given it once.

use std::cell::OnceCell;

use serde::Serialize;
use wasm_bindgen::JsValue;

use engine::Ruleset;
use engine::digits::Digits;
use engine::exact::{Exact, Rounding};
use engine::ids::Id;
use engine::report::RulesetName;
use engine::ruleset::{Certainty, Criterion, Indicator, Measure, MeasureUnit, Override, Rule, Stage, Threshold, Track};
use js::to_js;

/// The heads of a ruleset's reports, each made when it is first asked for.
#[derive(Default)]
pub struct Heads([[OnceCell<JsValue>; 2]; 2]);

impl Heads {
    /// The head of the reports at a track and stage. `ruleset` is the same at every call.
    pub fn of(&self, ruleset: &Ruleset, track: Track, stage: Stage) -> &JsValue {
        self.0[track as usize][stage as usize].get_or_init(|| to_js(&Head::of(ruleset, track, stage)))
    }
}

/// Names and shapes are those of the report, without what differs from one to the next.
#[derive(Serialize)]
struct Head<'a> {
    ruleset: RulesetName<'a>,
    track: Track,
    stage: Stage,
    eligibility: Vec<&'a str>,
    indicators: Vec<IndicatorHead<'a>>,
    overrides: Vec<&'a Override>,
}

#[derive(Serialize)]
struct IndicatorHead<'a> {
    id: &'a str,
    number: u32,
    group: &'a str,
    title: &'a str,
    measures: Vec<MeasureHead<'a>>,
    criteria: Vec<CriterionHead<'a>>,
}

#[derive(Serialize)]
struct MeasureHead<'a> {
    id: &'a str,
    unit: MeasureUnit,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<String>,
}

#[derive(Serialize)]
struct CriterionHead<'a> {
    measure: Option<&'a str>,
    rule: &'static str,
    /// The threshold as a decimal and as a fraction, unless it comes of the submission's own figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<[Option<Digits>; 2]>,
    /// The place of the measure among the indicator's, where it is what is observed.
    of: Option<usize>,
    certainty: Certainty,
    quote: &'a str,
}

impl<'a> Head<'a> {
    fn of(ruleset: &'a Ruleset, track: Track, stage: Stage) -> Head<'a> {
        let rules = ruleset.track(track);
        Head {
            ruleset: RulesetName { id: &ruleset.id, title: &ruleset.title.zh },
            track,
            stage,
            eligibility: rules.eligibility.iter().map(|item| &*item.id).collect(),
            indicators: rules.indicators.iter().map(|indicator| of_indicator(indicator, stage)).collect(),
            overrides: ruleset.overrides.iter().filter(|one| one.bears_on(rules, stage)).collect(),
        }
    }
}

fn of_indicator(indicator: &Indicator, stage: Stage) -> IndicatorHead<'_> {
    IndicatorHead {
        id: &indicator.id,
        number: indicator.number,
        group: &indicator.group.zh,
        title: &indicator.title.zh,
        measures: indicator.measures.iter().map(of_measure).collect(),
        criteria: indicator.criteria(stage).iter().map(|criterion| of_criterion(criterion, indicator)).collect(),
    }
}

fn of_criterion<'a>(criterion: &'a Criterion, indicator: &'a Indicator) -> CriterionHead<'a> {
    CriterionHead {
        measure: criterion.measure.map(|measure| &*indicator.measures[measure].id),
        rule: criterion.rule.name(),
        set: (!is_compound(&criterion.rule)).then(|| set(&criterion.rule)),
        of: observes_measure(&criterion.rule).then(|| criterion.measure.map(Id::index)).flatten(),
        certainty: criterion.certainty,
        quote: &criterion.quote,
    }
}

/// Whether the threshold comes of the submission's own figures.
pub fn is_compound(rule: &Rule) -> bool {
    matches!(rule, Rule::AtLeast(Threshold::Compound(_)))
}

/// Whether what is observed is the measure itself, and not its change.
pub fn observes_measure(rule: &Rule) -> bool {
    matches!(rule, Rule::AtLeast(_) | Rule::Unstated)
}

fn set(rule: &Rule) -> [Option<Digits>; 2] {
    let threshold = match rule {
        Rule::AtLeast(Threshold::Number(number)) | Rule::GrowthAtLeast(number) | Rule::IncreaseAtLeast(number) => {
            Exact::from(*number)
        }
        Rule::AtLeast(Threshold::Compound(_)) | Rule::Increases | Rule::Qualitative | Rule::Unstated => {
            return [None, None];
        }
    };
    [Some(threshold.shown(6, Rounding::HalfAway)), Some(threshold.fraction())]
}

fn of_measure(measure: &Measure) -> MeasureHead<'_> {
    let share = measure.share.map(|share| share.to_string());
    MeasureHead { id: &measure.id, unit: measure.unit, share }
}
