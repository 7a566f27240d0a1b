//! What the engine says to a sheet, cut into the pieces that the page shows.

use std::rc::Rc;

use super::address::{Address, Side};
use super::arrangement::looks_back;
use super::magnitude::far_apart;
use super::rules::Rules;
use super::sheet::{Scored, Sheet};
use super::submission::submission;
use engine::assess::{Assessed, assess_in_full};
use engine::compound::compound_formula;
use engine::criterion::{self, Sources};
use engine::exact::Exact;
use engine::measure::{Source, Term};
use engine::outcome::{OutcomeCounts, Verdict};
use engine::plausibility::Warning;
use engine::problem::Code;
use engine::report::IndicatorReport;
use engine::ruleset::{Indicator, Measure, Override, Rule, Ruleset, Stage, Threshold};
use engine::score::Score;

/// The assessment of a sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What it all comes to.
    pub verdict: Verdict,
    /// How many indicators have each outcome.
    pub outcomes: OutcomeCounts,
    /// Whether the field and every eligibility item are answered.
    pub particulars_missing: bool,
    /// The indicators in the order of the annex, shared so that the unchanged ones cost nothing to compare.
    pub indicators: Vec<Rc<Finding>>,
    /// What was refused.
    pub problems: Vec<Refusal>,
    /// Plausibility notes.
    pub warnings: Vec<Doubt>,
    /// The batch's own numbers that were used.
    pub overrides: Vec<Override>,
    /// The person's own mock review, weighed; none until all of it is there.
    pub score: Option<Score>,
}

/// What the engine finds for one indicator.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// The engine's report on it.
    pub report: IndicatorReport,
    /// How each measure came about.
    pub workings: Vec<Working>,
    /// What the stage's criteria came to.
    pub comparisons: Vec<Comparison>,
    /// What is needed and absent, at the places where it is filled in.
    pub missing: Vec<Address>,
}

/// How a measure came about: its formula with the person's own numbers in.
#[derive(Debug, PartialEq, Eq)]
pub struct Working {
    /// The formula over the stage's figures, and its value.
    pub now: Worked,
    /// The same over the baseline, where a criterion compares with it.
    pub baseline: Option<Worked>,
}

/// A formula with the numbers in, and its value where it is known.
#[derive(Debug, PartialEq, Eq)]
pub struct Worked {
    /// The formula.
    pub terms: Vec<Term>,
    /// Its value, exact.
    pub value: Option<Exact>,
}

/// What a criterion came to, in exact numbers: the report has only what is left of them after rounding.
#[derive(Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What was asked: by the ruleset, or by the number that the person set on top of it.
    pub rule: Rule,
    /// The engine's finding.
    pub finding: criterion::Finding,
    /// How the threshold came about; empty where it stands in the ruleset.
    pub threshold: Vec<Term>,
}

/// An entry that was refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where.
    pub at: Spot,
    /// Why.
    pub code: Code,
}

/// A place that can be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A figure or a part of it.
    Figure(Address),
    /// 重点领域
    Field,
    /// A score.
    Score(Scored),
}

/// Figures that do not go together.
#[derive(Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The figures.
    pub at: Vec<Address>,
    /// The ruleset's code for the relation; none for years that lie far apart.
    pub code: Option<String>,
}

impl Assessment {
    /// Assesses a sheet by a ruleset, which is that of `rules` or the same with the batch's own numbers in place. What did not
    /// change since `before` stays the same piece of memory.
    pub fn of(
        sheet: &Sheet,
        rules: &Rules,
        ruleset: &Ruleset,
        stage: Stage,
        before: Option<&Assessment>,
    ) -> Assessment {
        let input = submission(sheet, rules.track, stage, rules);
        let assessed = assess_in_full(ruleset, &input);
        let Assessed { report, figures, findings } =
            assessed.unwrap_or_else(|_| unreachable!("the page names a track and a stage"));
        let track = ruleset.track(rules.track);
        let sources = figures.sources(track, stage);
        let address = |path: &str| Address::read(path, rules, |side: Side| sheet.side(side));

        let finding = |((indicator, report), found): ((&Indicator, IndicatorReport), Vec<_>)| Finding {
            workings: indicator.measures.iter().map(|measure| working(indicator, measure, stage, sources)).collect(),
            comparisons: indicator
                .criteria(stage)
                .iter()
                .zip(found)
                .map(|(asked, finding)| Comparison {
                    rule: asked.rule.clone(),
                    threshold: threshold_steps(&asked.rule, sources.now),
                    finding,
                })
                .collect(),
            missing: report.missing.iter().filter_map(|path| address(path)).collect(),
            report,
        };
        let findings = track.indicators.iter().zip(report.indicators).zip(findings).map(finding).enumerate();
        let known = |index: usize| before.and_then(|before| before.indicators.get(index));
        let shared = |(index, finding): (usize, Finding)| match known(index) {
            Some(same) if **same == finding => Rc::clone(same),
            _ => Rc::new(finding),
        };
        let doubt = |warning: &Warning| Doubt {
            at: warning.paths.iter().filter_map(|path| address(path)).collect(),
            code: Some(warning.code.clone()),
        };
        let apart = far_apart(sheet, rules, stage).into_iter();
        Assessment {
            verdict: report.verdict,
            outcomes: report.outcomes,
            particulars_missing: sheet.field.is_empty() || sheet.eligibility.contains(&None),
            indicators: findings.map(shared).collect(),
            problems: report
                .problems
                .iter()
                .map(|one| Refusal { at: spot(&one.path, rules, address(&one.path)), code: one.code })
                .collect(),
            warnings: report.warnings.iter().map(doubt).chain(apart.map(|at| Doubt { at, code: None })).collect(),
            overrides: report.overrides,
            score: report.score,
        }
    }

    /// What was refused of a figure as a whole rather than at one of its fields.
    pub fn refusal_of(&self, side: Side, figure: usize) -> Option<Code> {
        let whole = Address::whole(side, figure);
        let refusal = self.problems.iter().find(|one| one.at == Spot::Figure(whole) && one.code == Code::Overflow);
        refusal.map(|one| one.code)
    }
}

/// What the page fills in beside the figures is the field and the scores; it cannot fill in anything else wrongly.
fn spot(path: &str, rules: &Rules, address: Option<Address>) -> Spot {
    let indicator = |path: &str| rules.indicators.iter().position(|indicator| path.ends_with(&indicator.id));
    match (address, path.strip_prefix("scores")) {
        (Some(address), _) => Spot::Figure(address),
        (None, None) => Spot::Field,
        (None, Some(".workplan")) => Spot::Score(Scored::Workplan),
        (None, Some(path)) => Spot::Score(indicator(path).map_or(Scored::Basics, Scored::Indicator)),
    }
}

fn working(indicator: &Indicator, measure: &Measure, stage: Stage, sources: Sources) -> Working {
    let index = indicator.measures.iter().position(|other| other.id == measure.id);
    let mut about_it = indicator.criteria(stage).iter().filter(|criterion| criterion.measure == index);
    let worked =
        |source: Source| Worked { terms: measure.form.formula(source), value: measure.form.value(source).ok() };
    let baseline = worked(sources.baseline);
    // At recognition the start is of interest wherever it is known, not only where a threshold looks back to it.
    let shown = about_it.any(looks_back) || (stage == Stage::Recognition && baseline.value.is_some());
    Working { now: worked(sources.now), baseline: shown.then_some(baseline) }
}

/// How a threshold comes about. Nothing for one that stands in the ruleset.
fn threshold_steps(rule: &Rule, source: Source) -> Vec<Term> {
    match rule {
        Rule::AtLeast(Threshold::Compound(rates)) => compound_formula(source, *rates),
        _ => Vec::new(),
    }
}
