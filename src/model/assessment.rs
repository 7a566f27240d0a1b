//! What the engine says to a sheet, at the addresses where it is typed.

use std::rc::Rc;

use super::magnitude::questions;
use super::rules::Rules;
use super::sheet::{Scored, Sheet};
use engine::address::{Address, Side};
use engine::explain::{ExplainedIndicator, explain};
use engine::ids::{FigureId, IndicatorId, Table};
use engine::outcome::{OutcomeCounts, Verdict};
use engine::problem::Code;
use engine::ruleset::{Override, Ruleset, Stage};
use engine::score::Score;
use engine::{assess, plausibility};

/// What the engine says to a sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What it all comes to.
    pub verdict: Verdict,
    /// How many indicators have each outcome.
    pub outcomes: OutcomeCounts,
    /// Whether the field or the answer to an eligibility item is lacking.
    pub particulars_missing: bool,
    /// The indicators, in the order of the annex. Each is shared with the assessment before as long as nothing in it changes.
    pub indicators: Table<IndicatorId, Rc<ExplainedIndicator>>,
    /// What was refused.
    pub problems: Vec<Problem>,
    /// What does not go together.
    pub warnings: Vec<Warning>,
    /// Whether the years of the baseline reach into the creation period that is held against them.
    pub baseline_overlaps: bool,
    /// The overrides that were used.
    pub overrides: Vec<Override>,
    /// The person's own mock review, weighed; none until all of it is there.
    pub score: Option<Score>,
}

/// Something that was refused.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
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
    /// The last year of the series, or of those of the baseline.
    LastYear(Side),
    /// A score.
    Score(Scored),
}

/// Figures that do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The figures.
    pub at: Vec<Address>,
    /// Why.
    pub about: About,
    /// The texts with which they would say what is probably meant; nothing where that cannot be told.
    pub anew: Vec<(Address, Rc<str>)>,
}

/// Why figures are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A relation of the ruleset does not hold, by its index in the track.
    Relation(usize),
    /// Neighbouring years lie far apart.
    YearsApart,
    /// They are absurdly far from the threshold of their own criterion.
    Magnitude,
    /// Rates are all below 1.
    Fractions,
}

impl Assessment {
    /// Assesses a sheet by a ruleset, which is that of `rules` or the same with overrides in place. What did not change since
    /// `before` stays the same piece of memory.
    pub fn of(
        sheet: &Sheet,
        rules: &Rules,
        ruleset: &Ruleset,
        stage: Stage,
        before: Option<&Assessment>,
    ) -> Assessment {
        let submission = sheet.submission(rules.track, stage, ruleset);
        let found = assess(ruleset, &submission);
        let track = ruleset.track(rules.track);

        let mut problems = sheet.problems(ruleset, track);
        let overflow = |at| Problem { at, code: Code::Overflow };
        problems.extend(found.score.is_err().then(|| overflow(Spot::Score(Scored::Basics))));
        problems.extend(found.overflows.iter().map(|at| overflow(Spot::Figure(*at))));

        let implausible = |one: &plausibility::Warning| {
            let about = About::Relation(one.relation);
            Warning { at: one.at.into(), about, anew: Vec::new() }
        };
        let known = before.iter().flat_map(|before| &before.indicators).map(Some).chain(std::iter::repeat(None));
        let shared = |(indicator, known): (ExplainedIndicator, Option<&Rc<ExplainedIndicator>>)| match known {
            Some(same) if **same == indicator => Rc::clone(same),
            _ => Rc::new(indicator),
        };
        Assessment {
            verdict: found.verdict,
            outcomes: found.outcomes,
            particulars_missing: sheet.field.is_empty() || sheet.eligibility.contains(&None),
            indicators: explain(ruleset, &submission, found.indicators).into_iter().zip(known).map(shared).collect(),
            problems,
            warnings: found.warnings.iter().map(implausible).chain(questions(sheet, track, stage)).collect(),
            baseline_overlaps: sheet.period(stage).baseline_overlaps(),
            overrides: ruleset.overrides.iter().filter(|one| one.bears_on(track, stage)).cloned().collect(),
            score: found.score.ok().flatten(),
        }
    }

    /// The questions about the size of a figure's numbers.
    pub fn questions_of(&self, side: Side, figure: FigureId) -> Vec<Warning> {
        let of_figure = |warning: &&Warning| {
            !matches!(warning.about, About::Relation(_))
                && warning.at.iter().any(|at| (at.side, at.figure) == (side, figure))
        };
        self.warnings.iter().filter(of_figure).cloned().collect()
    }

    /// What was refused of a figure as a whole rather than at one of its fields.
    pub fn problem_of(&self, side: Side, figure: FigureId) -> Option<Code> {
        let whole = Address::whole(side, figure);
        let problem = self.problems.iter().find(|one| one.at == Spot::Figure(whole) && one.code == Code::Overflow);
        problem.map(|one| one.code)
    }
}
