//! A batch's own numbers on top of a ruleset, by name: a threshold the plan lost, a weight it never gave.

use rust_decimal::Decimal;
use serde::Serialize;
use std::sync::Arc;

use super::{Certainty, FigureForm, Indicator, Node, Read, Rule, Ruleset, RulesetError, Stage, Threshold, TrackRules};
use crate::input::Input;
use crate::names::as_text;
use crate::path::Path;

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
        #[serde(serialize_with = "as_text")]
        threshold: Decimal,
    },
    /// A kind of the indicator's tally gets this weight.
    Weight {
        /// The indicator's id.
        indicator: String,
        /// The kind's id.
        kind: String,
        /// The weight.
        #[serde(serialize_with = "as_text")]
        weight: Decimal,
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
    /// The ruleset with the overrides of a list in place; one that names nothing in the ruleset is refused.
    pub fn with_overrides(&self, overrides: &Input) -> Read<Ruleset> {
        self.overridden(&Node { path: Path::Key(&Path::Root, "overrides"), value: overrides })
    }

    /// The same with the list at a place of a larger document.
    pub(crate) fn overridden(&self, overrides: &Node) -> Read<Ruleset> {
        let mut ruleset = self.clone();
        for (one, path) in overrides.list(read_override)? {
            ruleset.set(one).map_err(|reason| Box::new(RulesetError { path, reason: reason.to_owned() }))?;
        }
        Ok(ruleset)
    }

    /// Puts an override in place. One that names nothing in the ruleset changes nothing, and the reason is given.
    pub fn set(&mut self, one: Override) -> Result<(), &'static str> {
        let name = one.indicator();
        let track = if self.park.indicator(name).is_some() { &mut self.park } else { &mut self.enterprise };
        let track = Arc::make_mut(track);
        let indicator = track.indicator(name).ok_or("the ruleset has no such indicator")?;
        let indicator = &mut track.indicators[indicator];
        match &one {
            Override::Threshold { stage, measure, threshold, .. } => {
                set_threshold(indicator, *stage, measure, *threshold)?;
            }
            Override::Weight { kind, weight, .. } => {
                let used = indicator.measures.iter().flat_map(|measure| measure.form.figures());
                let kind = used.into_iter().find_map(|figure| match &track.figures[figure].form {
                    FigureForm::Tally { kinds, .. } => Some((figure, kinds.find(|declared| declared.id == *kind)?)),
                    _ => None,
                });
                let (figure, kind) = kind.ok_or("the indicator's tally has no such kind")?;
                if let FigureForm::Tally { kinds, .. } = &mut track.figures[figure].form {
                    kinds[kind].weight = Some(*weight);
                }
            }
        }
        // The last word on a number counts, and is the one that the report repeats.
        self.overrides.retain(|earlier| !earlier.sets_same(&one));
        self.overrides.push(one);
        Ok(())
    }
}

fn set_threshold(indicator: &mut Indicator, stage: Stage, measure: &str, number: Decimal) -> Result<(), &'static str> {
    let measure = indicator.measures.find(|declared| declared.id == measure);
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

/// An override and where it stands.
fn read_override(node: &Node) -> Read<(Override, String)> {
    let of_weight = *node.value.get("kind") != Input::Absent;
    node.only(if of_weight {
        &["indicator", "kind", "weight"]
    } else {
        &["indicator", "stage", "measure", "threshold"]
    })?;
    let indicator = node.key("indicator").string()?;
    let one = if of_weight {
        let weight = node.key("weight").unsigned()?;
        Override::Weight { indicator, kind: node.key("kind").string()?, weight }
    } else {
        let threshold = node.key("threshold").unsigned()?;
        let stage = node.key("stage").named()?;
        Override::Threshold { indicator, stage, measure: node.key("measure").string()?, threshold }
    };
    Ok((one, node.path.text()))
}
