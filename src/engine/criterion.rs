//! A measure held against its threshold.

use super::exact::Exact;
use super::known::{Known, Lack, both};
use super::measure::{Form, Source, growth};
use super::needs::{Need, Target, needs};
use super::outcome::Outcome;
use super::ruleset::{Criterion, Rule, Threshold};

/// What came of a criterion.
#[derive(Clone, Debug)]
pub struct Finding {
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

/// Where a criterion takes its figures from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The figures of the stage.
    pub now: Source<'a>,
    /// The same figures at the baseline.
    pub baseline: Source<'a>,
}

/// Holds a measure against what a criterion asks. `form` is none for a purely qualitative criterion.
pub fn evaluate(criterion: &Criterion, form: Option<&Form>, sources: Sources) -> Finding {
    let Some(form) = form else { return Finding::undecided(Outcome::Review, Ok(None)) };
    let now = form.value(sources.now);
    match &criterion.rule {
        Rule::Unstated => Finding::undecided(Outcome::Unstated, now.map(Some)),
        // A reviewer decides on the change against the baseline; it is computed where it can be.
        Rule::Qualitative => {
            let change = both(now, form.value(sources.baseline)).and_then(|(now, then)| Ok(Some(now.minus(then)?)));
            Finding::undecided(Outcome::Review, change)
        }
        rule => decide(rule, form, now, sources).unwrap_or_else(Finding::open),
    }
}

fn decide(rule: &Rule, form: &Form, now: Known<Exact>, sources: Sources) -> Known<Finding> {
    let Comparison { now, observed, threshold, target } = compare(rule, form, now, sources)?;
    let met = target.is_reached_by(now);
    let divisor = threshold.filter(|threshold| *threshold != Exact::ZERO);
    Ok(Finding {
        outcome: if met { Outcome::Met } else { Outcome::Unmet },
        threshold,
        observed: Some(observed),
        attainment: divisor.map(|threshold| observed.over(threshold)).transpose()?,
        gap: threshold.filter(|_| !met).map(|threshold| threshold.minus(observed)).transpose()?,
        needs: if met { Vec::new() } else { needs(&form.levers(sources.now)?, now, target)? },
        lack: Lack::default(),
    })
}

/// What is compared with what. `target` says the same of the measure itself: the value that it has to reach.
struct Comparison {
    now: Exact,
    observed: Exact,
    threshold: Option<Exact>,
    target: Target,
}

fn compare(rule: &Rule, form: &Form, now: Known<Exact>, sources: Sources) -> Known<Comparison> {
    let with_baseline = |now: Known<Exact>| both(now, form.value(sources.baseline));
    match rule {
        Rule::GrowthAtLeast(threshold) => {
            let (now, then) = with_baseline(now)?;
            let threshold = Exact::from(*threshold);
            let target = Target::AtLeast(then.times(Exact::ONE.plus(threshold)?)?);
            Ok(Comparison { now, observed: growth(then, now)?, threshold: Some(threshold), target })
        }
        Rule::IncreaseAtLeast(threshold) => {
            let (now, then) = with_baseline(now)?;
            let threshold = Exact::from(*threshold);
            let target = Target::AtLeast(then.plus(threshold)?);
            Ok(Comparison { now, observed: now.minus(then)?, threshold: Some(threshold), target })
        }
        Rule::Increases => {
            let (now, then) = with_baseline(now)?;
            Ok(Comparison { now, observed: now.minus(then)?, threshold: None, target: Target::MoreThan(then) })
        }
        Rule::AtLeast(Threshold::Number(threshold)) => {
            let (now, threshold) = (now?, Exact::from(*threshold));
            Ok(Comparison { now, observed: now, threshold: Some(threshold), target: Target::AtLeast(threshold) })
        }
        Rule::AtLeast(Threshold::Compound(rates)) => {
            let (now, threshold) = both(now, compound(sources.now, *rates))?;
            Ok(Comparison { now, observed: now, threshold: Some(threshold), target: Target::AtLeast(threshold) })
        }
        Rule::Qualitative | Rule::Unstated => unreachable!("neither is decided by a comparison"),
    }
}

/// The growth that yearly rates in percent compound to: (1 + a)(1 + b) − 1.
fn compound(source: Source, rates: usize) -> Known<Exact> {
    let rates = source.figures.listed(rates).as_ref().map_err(Clone::clone).and_then(super::known::all)?;
    let hundred = Exact::whole(100);
    let growth =
        rates.into_iter().try_fold(Exact::ONE, |product, rate| product.times(Exact::ONE.plus(rate.over(hundred)?)?));
    Ok(growth?.minus(Exact::ONE)?)
}

impl Finding {
    /// A finding whose outcome no comparison decides; what was observed is shown where it is known.
    fn undecided(outcome: Outcome, observed: Known<Option<Exact>>) -> Finding {
        let (observed, lack) = match observed {
            Ok(observed) => (observed, Lack::default()),
            Err(lack) => (None, lack),
        };
        Finding { outcome, threshold: None, observed, attainment: None, gap: None, needs: Vec::new(), lack }
    }

    /// A finding that waits for what is lacking.
    fn open(lack: Lack) -> Finding {
        Finding { outcome: lack.state().into(), lack, ..Finding::undecided(Outcome::Incomplete, Ok(None)) }
    }
}
