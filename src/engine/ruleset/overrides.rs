//! A batch's own numbers on top of a ruleset, by name: a threshold the plan lost, a weight it never gave.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Certainty, FigureForm, Indicator, Node, Read, Rule, Ruleset, RulesetError, Stage, Threshold, TrackRules};
use crate::input::Input;

/// One number that is set, as the report repeats it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Override {
    /// A criterion becomes `at_least` with this threshold on its measure.
    Threshold {
        /// The indicator's id.
        indicator: String,
        /// The stage.
        stage: Stage,
        /// The measure's id.
        measure: String,
        /// The threshold, in the measure's unit.
        threshold: String,
    },
    /// A kind of the indicator's tally gets this weight.
    Weight {
        /// The indicator's id.
        indicator: String,
        /// The kind's id.
        kind: String,
        /// The weight.
        weight: String,
    },
}

impl Override {
    /// The indicator's id.
    pub fn indicator(&self) -> &str {
        match self {
            Override::Threshold { indicator, .. } | Override::Weight { indicator, .. } => indicator,
        }
    }

    /// Whether it bears on an indicator of this track at this stage.
    pub fn bears_on(&self, track: &TrackRules, stage: Stage) -> bool {
        let at_stage = !matches!(self, Override::Threshold { stage: other, .. } if *other != stage);
        at_stage && track.indicators.iter().any(|indicator| indicator.id == self.indicator())
    }

    /// Whether both set the same number.
    fn sets_same(&self, other: &Override) -> bool {
        match (self, other) {
            (
                Override::Threshold { indicator, stage, measure, .. },
                Override::Threshold { indicator: other, stage: other_stage, measure: other_measure, .. },
            ) => indicator == other && stage == other_stage && measure == other_measure,
            (Override::Weight { indicator, kind, .. }, Override::Weight { indicator: other, kind: other_kind, .. }) => {
                indicator == other && kind == other_kind
            }
            _ => false,
        }
    }
}

impl Ruleset {
    /// The ruleset with the overrides of this list in place; one that names nothing in the ruleset is refused.
    pub fn with_overrides(&self, overrides: &Node) -> Read<Ruleset> {
        let mut ruleset = self.clone();
        for (one, number, path) in overrides.list(read_override)? {
            ruleset.set(&one, number).map_err(|reason| Box::new(RulesetError { path, reason: reason.to_owned() }))?;
            // The last word on a number counts, and is the one that the report repeats.
            ruleset.overrides.retain(|earlier| !earlier.sets_same(&one));
            ruleset.overrides.push(one);
        }
        Ok(ruleset)
    }

    fn set(&mut self, one: &Override, number: Decimal) -> Result<(), &'static str> {
        let holds = |track: &TrackRules| track.indicators.iter().any(|indicator| indicator.id == one.indicator());
        let track = if holds(&self.park) { &mut self.park } else { &mut self.enterprise };
        let indicator = track.indicators.iter_mut().find(|indicator| indicator.id == one.indicator());
        let indicator = indicator.ok_or("the ruleset has no such indicator")?;
        match one {
            Override::Threshold { stage, measure, .. } => set_threshold(indicator, *stage, measure, number),
            Override::Weight { kind, .. } => {
                let used = indicator.measures.iter().flat_map(|measure| measure.form.figures());
                for figure in used {
                    if let FigureForm::Tally { kinds, .. } = &mut track.figures[figure].form
                        && let Some(kind) = kinds.iter_mut().find(|declared| declared.id == *kind)
                    {
                        kind.weight = Some(number);
                        return Ok(());
                    }
                }
                Err("the indicator's tally has no such kind")
            }
        }
    }
}

fn set_threshold(indicator: &mut Indicator, stage: Stage, measure: &str, number: Decimal) -> Result<(), &'static str> {
    let measure = indicator.measures.iter().position(|declared| declared.id == measure);
    let measure = measure.ok_or("the indicator has no such measure")?;
    let criteria = match stage {
        Stage::Creation => &mut indicator.creation,
        Stage::Recognition => &mut indicator.recognition,
    };
    let criterion = criteria.iter_mut().find(|criterion| criterion.measure == Some(measure));
    let criterion = criterion.ok_or("no criterion of this stage is about this measure")?;
    criterion.rule = Rule::AtLeast(Threshold::Number(number));
    criterion.certainty = Certainty::Override;
    Ok(())
}

fn read_override(node: &Node) -> Read<(Override, Decimal, String)> {
    let of_weight = *node.value.get("kind") != Input::Absent;
    node.only(if of_weight {
        &["indicator", "kind", "weight"]
    } else {
        &["indicator", "stage", "measure", "threshold"]
    })?;
    let indicator = node.key("indicator").string()?;
    let (one, number) = if of_weight {
        let number = node.key("weight").unsigned()?;
        (Override::Weight { indicator, kind: node.key("kind").string()?, weight: number.to_string() }, number)
    } else {
        let number = node.key("threshold").decimal()?;
        let stage = node.key("stage").choice(&Stage::NAMES)?;
        let measure = node.key("measure").string()?;
        (Override::Threshold { indicator, stage, measure, threshold: number.to_string() }, number)
    };
    Ok((one, number, node.path.text()))
}
