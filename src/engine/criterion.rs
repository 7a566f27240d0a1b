//! A measure held against its threshold.

use super::compound::compound;
use super::exact::Exact;
use super::figures::Figure;
use super::known::{Known, Lack, both};
use super::measure::{Source, growth};
use super::needs::{Need, Target, needs};
use super::outcome::Outcome;
use super::ruleset::{Criterion, Measure, Rule, Threshold};

/// What came of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionFinding {
    /// The outcome.
    pub outcome: Outcome,
    /// The threshold, where there is one and it is known.
    pub threshold: Option<Exact>,
    /// What is compared with it: the measure, its growth or its increase, by the rule.
    pub observed: Option<Exact>,
    /// observed ÷ threshold, where both are known and the threshold is not zero.
    pub attainment: Option<Exact>,
    /// For an unmet criterion: threshold − observed.
    pub gap: Option<Exact>,
    /// For an unmet criterion: what alone would be enough.
    pub needs: Vec<Need>,
    /// What is needed and absent or otherwise lacking.
    pub lack: Lack,
}

/// What a measure comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureFinding {
    /// Its value by the figures of the stage.
    pub now: Known<Exact>,
    /// Its value at the baseline, where a criterion of the stage compares with it.
    pub baseline: Option<Known<Exact>>,
}

/// Where a criterion takes its figures from.
#[derive(Clone, Copy)]
pub(crate) struct Sources<'a> {
    /// The figures of the stage.
    pub now: Source<'a>,
    /// The same figures at the baseline.
    pub baseline: Source<'a>,
}

/// Holds a measure against what a criterion asks, and looks how far it is from it. `measured` is the measure with what it comes to; none
/// for a purely qualitative criterion.
pub(crate) fn evaluate(
    criterion: &Criterion,
    measured: Option<(&Measure, &MeasureFinding)>,
    sources: Sources,
) -> CriterionFinding {
    let decided = decide(criterion, measured, sources);
    let (Outcome::Met | Outcome::Unmet, Some(observed), Some((measure, found))) =
        (decided.outcome, decided.observed, measured)
    else {
        return decided;
    };
    let threshold = decided.threshold;
    // The outcome stands. What is too large to be computed for display is left out.
    let decided =
        CriterionFinding { attainment: threshold.and_then(|threshold| observed.over(threshold).ok()), ..decided };
    if decided.outcome == Outcome::Met {
        return decided;
    }
    let ways = || {
        let target = target(&criterion.rule, threshold, || found.then(measure, sources))?;
        let mut needs = needs(measure.form.levers(sources.now)?, found.now.clone()?, target);
        needs.retain(|need| fits(need, sources.now));
        Ok::<_, Lack>(needs)
    };
    CriterionFinding {
        gap: threshold.and_then(|threshold| threshold.minus(observed).ok()),
        needs: ways().unwrap_or_default(),
        ..decided
    }
}

/// Holds a measure against what a criterion asks: the outcome, and what it was decided by.
pub(crate) fn decide(
    criterion: &Criterion,
    measured: Option<(&Measure, &MeasureFinding)>,
    sources: Sources,
) -> CriterionFinding {
    let Some((measure, found)) = measured else {
        return CriterionFinding::undecided(Outcome::Review, Err(Lack::default()));
    };
    let now = &found.now;
    let then = || found.then(measure, sources);
    let against_baseline = |compare: fn(Exact, Exact) -> Known<Exact>| {
        both(now.clone(), then()).and_then(|(now, then)| compare(then, now))
    };
    let (observed, threshold) = match &criterion.rule {
        Rule::Unstated => return CriterionFinding::undecided(Outcome::Unstated, now.clone()),
        // A reviewer decides on the change against the baseline; it is shown where it can be computed.
        Rule::Qualitative => return CriterionFinding::undecided(Outcome::Review, against_baseline(increase)),
        Rule::AtLeast(Threshold::Number(threshold)) => (now.clone(), Ok(Some((*threshold).into()))),
        Rule::AtLeast(Threshold::Compound(rates)) => (now.clone(), compound(sources.now, *rates).map(Some)),
        Rule::GrowthAtLeast(threshold) => (against_baseline(growth), Ok(Some((*threshold).into()))),
        Rule::IncreaseAtLeast(threshold) => (against_baseline(increase), Ok(Some((*threshold).into()))),
        Rule::Increases => (against_baseline(increase), Ok(None)),
    };
    // What is known is shown, even while the rest is lacking.
    let shown = CriterionFinding {
        threshold: threshold.as_ref().ok().copied().flatten(),
        observed: observed.as_ref().ok().copied(),
        ..CriterionFinding::undecided(Outcome::Met, Err(Lack::default()))
    };
    let (observed, threshold) = match both(observed, threshold) {
        Ok(known) => known,
        Err(lack) => return CriterionFinding { outcome: lack.state().into(), lack, ..shown },
    };
    let met = threshold.map_or(observed > Exact::ZERO, |threshold| observed >= threshold);
    if met { shown } else { CriterionFinding { outcome: Outcome::Unmet, ..shown } }
}

/// Whether a need can be filled in: its field takes no more than the kind of number that it holds.
fn fits(need: &Need, source: Source) -> bool {
    let Need { lever, amount } = need;
    if let Some(rise) = lever.rise {
        return *amount <= rise.most;
    }
    let there = match (&source.figures[lever.figure], lever.entry) {
        (Figure::Single(value), _) => value.known().copied(),
        (Figure::Listed(values), Some(entry)) => values.known().and_then(|values| values[entry].known().copied()),
        _ => None,
    };
    let kind = source.track.figures[lever.figure].form.number_kind();
    there.unwrap_or(Exact::ZERO).plus(*amount).is_ok_and(|sum| kind.takes(sum))
}

/// What the rule asks, said of the measure itself: the value that it has to reach.
fn target(rule: &Rule, threshold: Option<Exact>, then: impl Fn() -> Known<Exact>) -> Known<Target> {
    Ok(match (rule, threshold) {
        (Rule::GrowthAtLeast(_), Some(threshold)) => Target::AtLeast(then()?.times(Exact::ONE.plus(threshold)?)?),
        (Rule::IncreaseAtLeast(_), Some(threshold)) => Target::AtLeast(then()?.plus(threshold)?),
        (_, Some(threshold)) => Target::AtLeast(threshold),
        (_, None) => Target::MoreThan(then()?),
    })
}

fn increase(then: Exact, now: Exact) -> Known<Exact> {
    Ok(now.minus(then)?)
}

impl MeasureFinding {
    /// Its value at the baseline.
    fn then(&self, measure: &Measure, sources: Sources) -> Known<Exact> {
        self.baseline.clone().unwrap_or_else(|| measure.form.value(sources.baseline))
    }
}

impl CriterionFinding {
    /// Whether the distance to the threshold is too large a number to be told. The outcome stands all the same.
    pub(crate) fn lacks_gap(&self) -> bool {
        self.outcome == Outcome::Unmet && self.threshold.is_some() && self.gap.is_none()
    }

    /// A finding that no comparison decides; what was observed is shown where it is known.
    fn undecided(outcome: Outcome, observed: Known<Exact>) -> CriterionFinding {
        let (observed, lack) = match observed {
            Ok(observed) => (Some(observed), Lack::default()),
            Err(lack) => (None, lack),
        };
        CriterionFinding { outcome, threshold: None, observed, attainment: None, gap: None, needs: Vec::new(), lack }
    }
}
