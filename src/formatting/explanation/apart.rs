//! A value beside its threshold. What is shown of the value, its distance and the threshold adds up on any calculator, and
//! never says anything else than the outcome: the distance is cut, and the shown value follows from it.

use crate::number::{
    ALL_PLACES, ALL_YI_PLACES, FEW_PLACES, Reading, USUAL_PLACES, amount_read, difference, grouped, rounded,
};
use crate::texts::Words;
use engine::criterion::CriterionFinding;
use engine::exact::{Exact, Overflow, Rounding};
use engine::outcome::Outcome;
use engine::ruleset::MeasureUnit;

/// A value and how far it is from its threshold, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The value.
    pub value: Reading,
    /// What is missing, rounded up, or what is beyond, rounded down; none where nothing of it is left to show.
    pub distance: Option<String>,
}

/// How a number of a unit is put into words.
type Say = fn(Exact, MeasureUnit, &Words) -> Reading;

/// A value held against a threshold; none where the numbers are too large to be told apart.
pub fn apart(value: Exact, threshold: Exact, unit: MeasureUnit, say: Say, words: &Words) -> Option<Apart> {
    let between = Between { value, threshold };
    let (shown, distance) = between.cut(ALL_PLACES, Exact::ONE).ok()?;
    let (value, distance_text) = match unit {
        MeasureUnit::WanYuan => (between.amount(words), between.amount_apart(words)?),
        MeasureUnit::Ratio | MeasureUnit::Count => {
            (Reading { rounded: shown != value, ..say(shown, unit, words) }, difference(distance, unit, words).text)
        }
    };
    Some(Apart { value, distance: (distance > Exact::ZERO).then_some(distance_text) })
}

/// A decided criterion's value beside its threshold.
pub fn held(finding: &CriterionFinding, unit: MeasureUnit, say: Say, words: &Words) -> Option<Apart> {
    apart(finding.observed.filter(|_| is_decided(finding))?, finding.threshold?, unit, say, words)
}

/// Whether a comparison decided it.
pub fn is_decided(finding: &CriterionFinding) -> bool {
    matches!(finding.outcome, Outcome::Met | Outcome::Unmet)
}

/// The same as a number to compute with, in the unit that both numbers are given in: beside its threshold it says nothing else
/// than the outcome.
pub fn shown_beside(value: Exact, threshold: Exact) -> Option<Exact> {
    Between { value, threshold }.cut(ALL_PLACES, Exact::ONE).ok().map(|(shown, _)| shown)
}

/// A value and a threshold.
struct Between {
    value: Exact,
    threshold: Exact,
}

impl Between {
    fn distance(&self) -> Result<Exact, Overflow> {
        if self.is_below() { self.threshold.minus(self.value) } else { self.value.minus(self.threshold) }
    }

    fn is_below(&self) -> bool {
        self.value < self.threshold
    }

    /// Value and distance as shown with so many decimals, in units of `scale`. The threshold is shown to the report's decimals.
    fn cut(&self, places: u32, scale: Exact) -> Result<(Exact, Exact), Overflow> {
        let threshold = Exact::from(self.threshold.rounded(ALL_PLACES, Rounding::HalfAway)).over(scale)?;
        let distance = self.distance()?.over(scale)?;
        if self.is_below() {
            let distance = Exact::from(distance.rounded(places, Rounding::Up));
            Ok((threshold.minus(distance)?, distance))
        } else {
            let distance = Exact::from(distance.rounded(places, Rounding::TowardsZero));
            Ok((threshold.plus(distance)?, distance))
        }
    }

    fn amount(&self, words: &Words) -> Reading {
        let read = |number: Exact, scale: Exact| match self.cut(self.places(scale), scale) {
            Ok((shown, _)) => Reading { text: in_digits(shown), rounded: shown != number },
            Err(Overflow) => rounded(number, USUAL_PLACES, Rounding::HalfAway),
        };
        amount_read(self.value, read, words)
    }

    fn amount_apart(&self, words: &Words) -> Option<String> {
        let read = |number: Exact, scale: Exact| match self.cut(self.places(scale), scale) {
            Ok((_, distance)) => Reading { text: in_digits(distance), rounded: false },
            Err(Overflow) => rounded(number, USUAL_PLACES, Rounding::HalfAway),
        };
        Some(amount_read(self.distance().ok()?, read, words).text)
    }

    /// The decimals of a distance in units of `scale`: all where it is below 1 万元, else few if few are enough.
    fn places(&self, scale: Exact) -> u32 {
        match self.distance() {
            Ok(distance) if distance < Exact::ONE && scale == Exact::ONE => ALL_PLACES,
            Ok(distance) if distance < Exact::ONE => ALL_YI_PLACES,
            Ok(distance) => match distance.over(scale) {
                Ok(number) if !rounded(number, FEW_PLACES, Rounding::HalfAway).rounded => FEW_PLACES,
                _ => USUAL_PLACES,
            },
            Err(Overflow) => USUAL_PLACES,
        }
    }
}

fn in_digits(number: Exact) -> String {
    grouped(&number.rounded(ALL_YI_PLACES, Rounding::HalfAway).to_string())
}

#[cfg(test)]
mod tests {
    use super::apart;
    use crate::number::value;
    use crate::testing::exact;
    use crate::texts::words;
    use engine::exact::Exact;
    use engine::ruleset::MeasureUnit;
    use engine::text::Lang;

    #[test]
    fn value_and_distance_add_up_to_the_threshold() {
        use MeasureUnit::{Count, Ratio, WanYuan};
        // Three times the value, the threshold, what is shown of the value, what of the distance.
        let table = [
            ("2437100", "1000000", WanYuan, "81.23 亿元（812,366.66 万元）", Some("18.77 亿元（187,633.34 万元）")),
            ("2999999", "1000000", WanYuan, "99.9999666666 亿元（999,999.666666 万元）", Some("0.333334 万元")),
            ("2999999.999999", "1000000", WanYuan, "99.9999999999 亿元（999,999.999999 万元）", Some("0.000001 万元")),
            ("2999970", "1000000", WanYuan, "99.999 亿元（999,990 万元）", Some("10 万元")),
            ("2999850.5", "1000000", WanYuan, "99.99 亿元（999,950.16 万元）", Some("49.84 万元")),
            ("14999.999999", "5000", WanYuan, "4,999.999999 万元", Some("0.000001 万元")),
            ("14999.985", "5000", WanYuan, "4,999.995 万元", Some("0.005 万元")),
            ("3728800", "1000000", WanYuan, "124.29 亿元（1,242,933.33 万元）", Some("24.29 亿元（242,933.33 万元）")),
            ("3000000", "1000000", WanYuan, "100 亿元（1,000,000 万元）", None),
            ("3000000.000001", "1000000", WanYuan, "100 亿元（1,000,000 万元）", None),
            ("3000001", "1000000", WanYuan, "100.0000333333 亿元（1,000,000.333333 万元）", Some("0.333333 万元")),
            ("-1", "0.15", Ratio, "−33.3334%", Some("48.3334 个百分点")),
            ("0.449999", "0.15", Ratio, "14.9999%", Some("0.0001 个百分点")),
            ("0.4500001", "0.15", Ratio, "15%", None),
            // A threshold that is itself rounded when it is shown.
            ("0.1827", "0.06090099", Ratio, "6.09%", Some("0.0001 个百分点")),
            ("0.18270297", "0.06090099", Ratio, "6.0901%", None),
            ("149.999999", "50", Count, "49.999999", Some("0.000001")),
            ("150.000001", "50", Count, "50", None),
            ("152", "50", Count, "50.666666", Some("0.666666")),
        ];
        for (threefold, threshold, unit, shown, distance) in table {
            let number = exact(threefold).over(Exact::whole(3)).unwrap();
            let found =
                apart(number, exact(threshold), unit, value, words(Lang::Zh)).expect("numbers of a sensible size");
            assert_eq!((found.value.text.as_str(), found.distance.as_deref()), (shown, distance), "{threefold} ÷ 3");
        }
    }

    /// Over many values near a threshold: what is shown lies on the right side of it, and adds up to it.
    #[test]
    fn what_is_shown_never_says_anything_else_than_the_outcome() {
        let (hundred, threshold) = (Exact::whole(100), exact("0.15"));
        let read = |text: &str| exact(&text.replace(['%', ' '], "").replace("个百分点", "").replace('−', "-"));
        for steps in 1..400i64 {
            let number = Exact::whole(steps).over(Exact::whole(2657)).unwrap();
            let found = apart(number, threshold, MeasureUnit::Ratio, value, words(Lang::Zh)).unwrap();
            let (shown, distance) = (read(&found.value.text), found.distance.as_deref().map_or(Exact::ZERO, read));
            let asked = threshold.times(hundred).unwrap();
            assert_eq!(shown < asked, number < threshold, "{steps}");
            let sum = if shown < asked { shown.plus(distance) } else { shown.minus(distance) };
            assert_eq!(sum, Ok(asked), "{steps}");
        }
    }
}
