//! A measure in its row of the assessment: its value, what it is held against, what comes of that, and how far it is.

use super::assessment::{column, result};
use super::comparison::{Asked, comparison};
use super::formula::{Cells, coded, held, if_else};
use super::measure::{Fraction, fraction};
use super::places::{Places, Values};
use crate::book::look::{Format, Look, cell, style, text};
use crate::explanation::comparison::{observed_unit, unit_name};
use crate::paper::handover::Handover;
use engine::address::Side;
use engine::exact::{Exact, Rounding};
use engine::explain::{ExplainedCriterion, ExplainedMeasure, Worked};
use engine::figures::{RATES, YEARS};
use engine::known::State;
use engine::outcome::Outcome;
use engine::ruleset::{Certainty, Criterion, Measure, MeasureUnit, Rule, Threshold};
use engine::submission::from_year;
use model::entry::Entry;
use model::typed::Typed;
use office::write::{Cell, Content};
use rust_decimal::Decimal;

/// A measure in its row.
pub struct Part<'a> {
    /// What the workbook is made of.
    pub of: &'a Handover<'a>,
    /// Where the figures stand.
    pub places: &'a Places,
    /// Its row.
    pub at: usize,
    /// The measure.
    pub measure: &'a Measure,
    /// What it comes to.
    pub working: &'a ExplainedMeasure,
    /// What is asked of it, if anything is.
    pub criterion: Option<&'a Criterion>,
    /// What came of that.
    pub found: Option<&'a ExplainedCriterion>,
}

impl Part<'_> {
    /// Fills in the row, and makes that of the comparison.
    pub fn fill(&self, row: &mut [Cell]) -> Option<Vec<Cell>> {
        let (of, words) = (self.of, self.of.words());
        row[column::MEASURE] = text(of.say(&self.measure.title), Look::Label);
        row[column::FORMULA] = text(of.say(self.measure.formula.at(of.stage)), Look::Remark);
        row[column::UNIT] = text(unit_name(self.measure.unit, words), Look::Label);
        let worked = |side| fraction(&self.measure.form, self.places, side, from_year(of.stage, side));
        let now = worked(Side::Now)?;
        let then = self.working.baseline.as_ref().zip(worked(Side::Baseline));
        let asked = Asked {
            now: (&now, self.working.now.state),
            baseline: then.as_ref().map(|(found, fraction)| (fraction, found.state)),
            rule: self.criterion.map(|criterion| &criterion.rule),
            threshold: self.cell(column::THRESHOLD),
            number: self.threshold(),
            rates: self.rates(),
            rates_state: self.rates_state(),
        };
        let compared = comparison(words.workings.comparison, self.at, of.say(&self.measure.title), &asked);
        row[column::VALUE] = self.value(&now, &self.working.now, &compared.states[0]);
        if let Some((found, fraction)) = &then {
            row[column::BASELINE] = self.value(fraction, found, &compared.states[1]);
        }
        self.threshold_cell(row);
        if let Some(observed) = self.observed(&compared.states) {
            row[column::OBSERVED] = observed;
        }
        if let Some(found) = self.found {
            let outcome = (words.outcome)(found.finding.outcome);
            row[column::CRITERION] = match &compared.compared {
                Some(compared) => result(compared.outcome(words), outcome),
                None => text(outcome, Look::Result),
            };
            if let Some(compared) = &compared.compared {
                self.distances(compared.distances(&self.cell(column::CRITERION).text(), words), found, row);
            }
        }
        Some(compared.cells)
    }

    fn cell(&self, column: usize) -> Cells {
        Cells::one(self.of.words().workings.assessment, (self.at, column))
    }

    /// The number of the threshold.
    fn threshold(&self) -> Option<Decimal> {
        threshold_of(&self.criterion?.rule)
    }

    /// The rates of which the threshold is made.
    fn rates(&self) -> Vec<Values> {
        let Some(Rule::AtLeast(Threshold::Compound(rates))) = self.criterion.map(|one| &one.rule) else {
            return Vec::new();
        };
        let first = YEARS - RATES;
        (first..YEARS).filter_map(|entry| self.places.entry(Side::Now, *rates, entry)).collect()
    }

    /// Whether they are known.
    fn rates_state(&self) -> State {
        let Some(Rule::AtLeast(Threshold::Compound(rates))) = self.criterion.map(|one| &one.rule) else {
            return State::Known;
        };
        let Entry::Listed(typed) = &*self.of.sheet.figures[*rates] else { return State::Missing };
        if typed.iter().any(|one| one.problem().is_some()) {
            State::Refused
        } else if typed.iter().any(Typed::is_blank) {
            State::Missing
        } else {
            State::Known
        }
    }

    /// A value, or nothing while it is not known.
    fn value(&self, fraction: &Fraction, found: &Worked, state: &str) -> Cell {
        let code = if_else(&coded("{0}>0", &[state]), "\"\"", &fraction.value);
        number(code, found.value, self.measure.unit)
    }

    /// The cell of the threshold.
    fn threshold_cell(&self, row: &mut [Cell]) {
        let Some(criterion) = self.criterion else { return };
        let unit = observed_unit(&criterion.rule, self.measure.unit);
        let look = if criterion.certainty == Certainty::Override { Look::Own } else { Look::Field };
        let rates = self.rates();
        row[column::THRESHOLD] = match (&criterion.rule, self.threshold()) {
            (_, Some(threshold)) => Cell {
                content: Content::Number(threshold.normalize().to_string()),
                style: style(look, format_of(unit)),
            },
            (Rule::Unstated, None) => Cell { content: Content::Blank, style: style(Look::Own, format_of(unit)) },
            (Rule::AtLeast(Threshold::Compound(_)), None) => {
                let growths: Vec<String> =
                    rates.iter().map(|rate| coded("(1+{0}/100)", &[&rate.cells.text()])).collect();
                let counts: Vec<String> = rates.iter().map(|rate| coded("COUNT({0})", &[&rate.cells.text()])).collect();
                let are_there = coded("{0}<{1}", &[&counts.join("+"), &rates.len().to_string()]);
                let code = if_else(&are_there, "\"\"", &coded("{0}-1", &[&growths.join("*")]));
                number(code, self.found.and_then(|found| found.finding.threshold), MeasureUnit::Ratio)
            }
            _ => cell(Look::Label),
        };
    }

    /// What is compared with the threshold, where that is not the value itself.
    fn observed(&self, states: &[String]) -> Option<Cell> {
        let rule = &self.criterion.filter(|criterion| criterion.looks_back())?.rule;
        let (now, then) = (self.cell(column::VALUE).text(), self.cell(column::BASELINE).text());
        let is_growth = matches!(rule, Rule::GrowthAtLeast(_));
        let code = match is_growth {
            true => if_else(&coded("{0}>0", &[&then]), &coded("({0}-{1})/{1}", &[&now, &then]), "\"\""),
            false => coded("{0}-{1}", &[&now, &then]),
        };
        let code = if_else(&coded("MAX({0},{1})>0", &[&states[0], &states[1]]), "\"\"", &code);
        Some(number(code, self.found?.finding.observed, observed_unit(rule, self.measure.unit)))
    }

    /// How far it is from the threshold.
    fn distances(&self, [lacking, beyond]: [String; 2], found: &ExplainedCriterion, row: &mut [Cell]) {
        let unit = observed_unit(&found.rule, self.measure.unit);
        let finding = &found.finding;
        if matches!(found.rule, Rule::Increases) {
            return;
        }
        let over = finding.observed.zip(finding.threshold).filter(|_| finding.outcome == Outcome::Met);
        let over = over.and_then(|(observed, threshold)| observed.minus(threshold).ok());
        let shown = |value: Option<Exact>, rounding| value.map(|value| Exact::from(value.rounded(6, rounding)));
        row[column::LACKING] = number(lacking, shown(finding.gap, Rounding::Up), unit);
        row[column::BEYOND] = number(beyond, shown(over, Rounding::TowardsZero), unit);
    }
}

/// The number that a rule asks for, where it is one.
pub fn threshold_of(rule: &Rule) -> Option<Decimal> {
    match rule {
        Rule::AtLeast(Threshold::Number(number)) | Rule::GrowthAtLeast(number) | Rule::IncreaseAtLeast(number) => {
            Some(*number)
        }
        _ => None,
    }
}

/// A formula that comes to what is said within the table.
pub fn said(code: String, text: &str) -> Cell {
    Cell { content: Content::TextFormula(code, text.to_owned()), style: Look::Label as usize }
}

/// A formula that comes to a number, or to nothing.
fn number(code: String, value: Option<Exact>, unit: MeasureUnit) -> Cell {
    let code = coded("IFERROR({0},\"\")", &[&code]);
    let content = match value {
        Some(value) => Content::Formula(code, held(value)),
        None => Content::TextFormula(code, String::new()),
    };
    Cell { content, style: style(Look::Label, format_of(unit)) }
}

fn format_of(unit: MeasureUnit) -> Format {
    match unit {
        MeasureUnit::WanYuan => Format::Amount,
        MeasureUnit::Ratio => Format::Percent,
        MeasureUnit::Count => Format::Plain,
    }
}
