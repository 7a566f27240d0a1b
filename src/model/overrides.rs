//! The batch's own numbers, as a person types them: a threshold that the text lost, a weight that it never gave.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::typed::Typed;
use super::unit::AmountUnit;
use engine::input::Input;
use engine::number::NumberKind;
use engine::problem::Code;
use engine::ruleset::{MeasureUnit, Override, Read, Ruleset, RulesetError, Stage, TrackRules};

/// Which number of the ruleset is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverrideKey {
    /// The threshold of a measure at a stage.
    Threshold {
        /// The indicator's id.
        indicator: Rc<str>,
        /// The stage.
        stage: Stage,
        /// The measure's id.
        measure: Rc<str>,
        /// What the threshold is in.
        unit: MeasureUnit,
    },
    /// The weight of a kind.
    Weight {
        /// The indicator's id.
        indicator: Rc<str>,
        /// The kind's id.
        kind: Rc<str>,
    },
}

/// The numbers that are set, in the order in which they were first typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides(Vec<(OverrideKey, Typed)>);

impl OverrideKey {
    /// The name of its field: `overrides.park.rd_intensity.creation.rd_intensity`.
    pub fn name(&self) -> String {
        match self {
            OverrideKey::Threshold { indicator, stage: at, measure, .. } => {
                ["overrides.", indicator, ".", at.as_str(), ".", measure].concat()
            }
            OverrideKey::Weight { indicator, kind } => ["overrides.", indicator, ".", kind].concat(),
        }
    }

    /// The indicator's id.
    pub fn indicator(&self) -> &str {
        match self {
            OverrideKey::Threshold { indicator, .. } | OverrideKey::Weight { indicator, .. } => indicator,
        }
    }

    /// How its number is read.
    pub fn kind(&self) -> NumberKind {
        match self {
            OverrideKey::Threshold { unit: MeasureUnit::WanYuan, .. } => NumberKind::Amount,
            OverrideKey::Threshold { unit: MeasureUnit::Ratio, .. } => NumberKind::Percent,
            OverrideKey::Threshold { unit: MeasureUnit::Count, .. } | OverrideKey::Weight { .. } => NumberKind::Plain,
        }
    }

    /// A text typed for it. An amount without a unit is in 万元, whatever the figures of a sheet are in: a number of the notice does
    /// not change with a sheet.
    pub fn typed(&self, text: Rc<str>) -> Typed {
        Typed::new(self.kind(), text, AmountUnit::WanYuan)
    }

    /// The number of what is typed in the unit of the ruleset (万元, a ratio, things); none of a blank.
    pub fn number(&self, typed: &Typed) -> Result<Option<Decimal>, Code> {
        let Some(number) = typed.reading()? else { return Ok(None) };
        if number.is_sign_negative() && !number.is_zero() {
            return Err(Code::Negative);
        }
        Ok(Some(match typed.kind() {
            // A shift of the point, which is exact.
            NumberKind::Percent => (number * Decimal::new(1, 2)).normalize(),
            _ => number,
        }))
    }

    /// The override with a number in place.
    fn with(&self, number: Decimal) -> Override {
        match self {
            OverrideKey::Threshold { indicator, stage, measure, .. } => Override::Threshold {
                indicator: indicator.to_string(),
                stage: *stage,
                measure: measure.to_string(),
                threshold: number,
            },
            OverrideKey::Weight { indicator, kind } => {
                Override::Weight { indicator: indicator.to_string(), kind: kind.to_string(), weight: number }
            }
        }
    }
}

/// An override as options of the engine carry it.
fn data(one: Override) -> Input<'static> {
    let (number, mut pairs) = match one {
        Override::Threshold { indicator, stage, measure, threshold } => {
            let stage = stage.as_str().to_owned();
            (("threshold", threshold), vec![("indicator", indicator), ("stage", stage), ("measure", measure)])
        }
        Override::Weight { indicator, kind, weight } => {
            (("weight", weight), vec![("indicator", indicator), ("kind", kind)])
        }
    };
    pairs.push((number.0, number.1.to_string()));
    Input::Object(pairs.into_iter().map(|(key, text)| (key.to_owned().into(), Input::Text(text.into()))).collect())
}

impl Overrides {
    /// What is typed for a number; blank where nothing is.
    pub fn typed(&self, key: &OverrideKey) -> Typed {
        self.0.iter().find(|(own, _)| own == key).map_or_else(|| key.typed("".into()), |(_, typed)| typed.clone())
    }

    /// Types a text for a number; a blank takes it away.
    pub fn write(&mut self, key: OverrideKey, text: Rc<str>) {
        let typed = key.typed(text);
        match self.0.iter_mut().find(|(own, _)| *own == key) {
            Some(_) if typed.text().is_empty() => self.0.retain(|(own, _)| *own != key),
            Some((_, own)) => *own = typed,
            None if typed.text().is_empty() => {}
            None => self.0.push((key, typed)),
        }
    }

    /// These numbers with those of a track replaced.
    pub fn with(&self, others: &Overrides, track: &TrackRules) -> Overrides {
        let of_track = |id: &str| track.indicators.iter().any(|indicator| indicator.id == id);
        let kept = self.0.iter().filter(|(override_key, _)| !of_track(override_key.indicator()));
        let taken = others.0.iter().filter(|(override_key, _)| of_track(override_key.indicator()));
        Overrides(kept.chain(taken).cloned().collect())
    }

    /// What is typed, in order.
    pub fn iter(&self) -> impl Iterator<Item = &(OverrideKey, Typed)> {
        self.0.iter()
    }

    /// Every number that is typed, as an override; what is not a number is left out.
    fn numbers(&self) -> impl Iterator<Item = Override> {
        self.0.iter().filter_map(|(key, typed)| Some(key.with(key.number(typed).ok()??)))
    }

    /// The overrides as options of the engine carry them.
    pub fn input(&self) -> Input<'static> {
        Input::List(self.numbers().map(data).collect())
    }

    /// A ruleset with these numbers in place. One that the ruleset has no place for changes nothing.
    pub fn on(&self, ruleset: &Rc<Ruleset>) -> Rc<Ruleset> {
        let mut set = Rc::clone(ruleset);
        for one in self.numbers() {
            // Copied for the first number only. What names nothing in the ruleset is another batch's.
            let _ = Rc::make_mut(&mut set).set(one);
        }
        set
    }

    fn refused_by_its_field(index: usize) -> Box<RulesetError> {
        let path = ["overrides[", &index.to_string(), "]"].concat();
        Box::new(RulesetError { path, reason: "this is no number that its field takes".to_owned() })
    }

    /// The overrides of a list as options carry it, or the first that the ruleset refuses, with the reason.
    pub fn read(list: &Input, ruleset: &Ruleset) -> Read<Overrides> {
        if *list == Input::Absent {
            return Ok(Overrides::default());
        }
        let whole = ruleset.with_overrides(list)?;
        let mut overrides = Overrides::default();
        for (index, one) in whole.overrides.iter().enumerate() {
            let typed = typed(one, ruleset)
                .filter(|(key, text)| matches!(key.number(&key.typed(Rc::clone(text))), Ok(Some(_))));
            // What its own field would refuse would be shown and yet not count.
            let Some((key, text)) = typed else { return Err(Overrides::refused_by_its_field(index)) };
            overrides.write(key, text);
        }
        Ok(overrides)
    }
}

/// An override as a person would have typed it.
fn typed(one: &Override, ruleset: &Ruleset) -> Option<(OverrideKey, Rc<str>)> {
    match one {
        Override::Weight { indicator, kind, weight } => Some((
            OverrideKey::Weight { indicator: indicator.as_str().into(), kind: kind.as_str().into() },
            weight.to_string().into(),
        )),
        Override::Threshold { indicator, stage, measure, threshold } => {
            let mut all = ruleset.park.indicators.iter().chain(&ruleset.enterprise.indicators);
            let rules = all.find(|declared| declared.id == *indicator)?;
            let unit = rules.measures.iter().find(|declared| declared.id == *measure)?.unit;
            let text = match unit {
                MeasureUnit::Ratio => {
                    let percent = threshold.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
                    [&percent.to_string(), "%"].concat()
                }
                MeasureUnit::WanYuan => [&threshold.to_string(), AmountUnit::WanYuan.sign()].concat(),
                MeasureUnit::Count => threshold.to_string(),
            };
            let (indicator, measure) = (indicator.as_str().into(), measure.as_str().into());
            Some((OverrideKey::Threshold { indicator, stage: *stage, measure, unit }, text.into()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{OverrideKey, Overrides};
    use crate::testing::{id, json, plan};
    use engine::problem::Code;
    use engine::ruleset::{Certainty, MeasureUnit, Stage};

    fn threshold(indicator: &str, measure: &str, unit: MeasureUnit) -> OverrideKey {
        OverrideKey::Threshold { indicator: indicator.into(), stage: Stage::Creation, measure: measure.into(), unit }
    }

    #[test]
    fn a_number_is_read_in_the_unit_of_its_measure() {
        use MeasureUnit::{Count, Ratio};
        type Read = Result<Option<&'static str>, Code>;
        let table: [(&str, MeasureUnit, Read); 9] = [
            ("3", Ratio, Ok(Some("0.03"))),
            ("3.25%", Ratio, Ok(Some("0.0325"))),
            ("１５％", Ratio, Ok(Some("0.15"))),
            ("50", MeasureUnit::WanYuan, Ok(Some("50"))),
            ("1.2亿", MeasureUnit::WanYuan, Ok(Some("12000"))),
            ("12.5", Count, Ok(Some("12.5"))),
            ("-1", Count, Err(Code::Negative)),
            (" ", Count, Ok(None)),
            ("三", Count, Err(Code::NotANumber)),
        ];
        for (text, unit, expected) in table {
            let key = threshold("park.talent", "talent_count", unit);
            let read = key.number(&key.typed(text.into()));
            assert_eq!(
                read.map(|number| number.map(|number| number.to_string())),
                expected.map(|n| n.map(str::to_owned)),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_typed_sets_the_ruleset_and_a_blank_takes_it_back() {
        let plan = plan();
        let override_key = threshold("park.rd_intensity", "rd_intensity", MeasureUnit::Ratio);
        let mut overrides = Overrides::default();
        overrides.write(override_key.clone(), "3%".into());
        let set = overrides.on(&plan);
        assert_eq!(set.park.indicators[id(2)].creation[0].certainty, Certainty::Override);
        assert_eq!(set.overrides.len(), 1);
        overrides.write(override_key.clone(), "x".into());
        assert_eq!(overrides.on(&plan).overrides.len(), 0, "no number, no threshold");
        overrides.write(override_key, "".into());
        assert_eq!(overrides, Overrides::default());
    }

    #[test]
    fn overrides_of_a_file_come_back_as_typed() {
        let plan = plan();
        let list = json(
            r#"[{"indicator": "park.rd_intensity", "stage": "creation", "measure": "rd_intensity", "threshold": "0.025"},
                {"indicator": "park.tech_contracts", "stage": "creation", "measure": "average_tech_contracts", "threshold": "6000"},
                {"indicator": "park.digitalization", "kind": "leading", "weight": "4"}]"#,
        );
        let overrides = Overrides::read(&list, &plan).unwrap();
        let typed: Vec<_> = overrides.iter().map(|(key, typed)| (key.name(), typed.text().to_string())).collect();
        let expected = [
            ("overrides.park.rd_intensity.creation.rd_intensity", "2.5%"),
            ("overrides.park.tech_contracts.creation.average_tech_contracts", "6000万元"),
            ("overrides.park.digitalization.leading", "4"),
        ];
        assert_eq!(typed, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert_eq!(Overrides::read(&overrides.input(), &plan), Ok(overrides));
        let named = Overrides::read(&json(r#"[{"indicator": "park.nothing", "kind": "x", "weight": "1"}]"#), &plan);
        assert_eq!(named.unwrap_err().path, "overrides[0]");
    }
}
