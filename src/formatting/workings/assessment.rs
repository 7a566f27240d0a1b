//! The sheet of the assessment: whose it is, what it comes to, and a row for everything that is computed or asked.

use super::comparison::{Asked, COLUMNS, comparison};
use super::formula::{Cells, coded, held, if_else, quoted};
use super::header::{Header, header};
use super::judgement::worst;
use super::measure::{Fraction, fraction};
use super::places::{Places, Values};
use crate::book::look::{Format, Look, cell, style, text};
use crate::paper::handover::Handover;
use crate::texts::Words;
use engine::address::Side;
use engine::exact::{Exact, Rounding};
use engine::explain::{ExplainedCriterion, ExplainedMeasure, Worked};
use engine::figures::{RATES, YEARS};
use engine::ids::{IndicatorId, MeasureId};
use engine::known::State;
use engine::outcome::Outcome;
use engine::ruleset::{Certainty, Criterion, Measure, MeasureUnit, Rule, Stage, Threshold};
use model::sheet::Entry;
use model::typed::Typed;
use office::write::{Cell, Content, Paper, Sheet};
use rust_decimal::Decimal;

/// The columns.
mod column {
    pub const OUTCOME: usize = 3;
    pub const VALUE: usize = 6;
    pub const BASELINE: usize = 7;
    pub const OBSERVED: usize = 8;
    pub const THRESHOLD: usize = 10;
    pub const CRITERION: usize = 12;
    pub const ALL: usize = 19;
}
const WIDTHS: [u32; column::ALL] = [6, 10, 16, 11, 16, 26, 19, 19, 19, 14, 19, 7, 11, 19, 19, 14, 24, 30, 30];
const WIDTH_OF_LABELS: u32 = 30;
const WIDTH_OF_NUMBERS: u32 = 16;

/// Both sheets as they grow: their rows are the same.
struct Growing<'a> {
    of: &'a Handover<'a>,
    places: &'a Places,
    /// The first row of the table.
    first: usize,
    rows: Vec<Vec<Cell>>,
    comparisons: Vec<Vec<Cell>>,
}

/// The sheets of the assessment and of its comparisons.
pub fn assessment(of: &Handover, places: &Places, choices: &mut Sheet) -> [Sheet; 2] {
    let words = of.words().workings;
    let Header { rows: above, outcomes, lists, merged } = header(of, choices);
    let first = above.len();
    let mut growing = Growing { of, places, first, rows: Vec::new(), comparisons: Vec::new() };
    of.rules.indicators.ids().for_each(|id| growing.indicator(id));
    let Growing { rows, comparisons, .. } = growing;
    let last = first + rows.len();
    let mut sheet = Sheet {
        title: words.assessment.to_owned(),
        rows: above,
        widths: WIDTHS.to_vec(),
        lists,
        merged,
        paper: Paper::A3Across,
        ..Sheet::default()
    };
    outcomes(&mut sheet.rows, &Cells::column(&sheet.title, column::OUTCOME, first..last).text());
    sheet.rows.extend(rows);
    let heads: Vec<Cell> = [words.item].into_iter().chain(words.heads).map(|head| text(head, Look::Head)).collect();
    let mut above = vec![Vec::new(); first];
    above[0] = vec![text(words.comparison, Look::Title)];
    above[1] = vec![text(words.states, Look::Note)];
    above[first - 1] = heads;
    above.extend(comparisons);
    let mut widths = vec![WIDTH_OF_NUMBERS; COLUMNS];
    widths[0] = WIDTH_OF_LABELS;
    let comparison =
        Sheet { title: words.comparison.to_owned(), rows: above, widths, frozen: Some((first, 1)), ..Sheet::default() };
    [sheet, comparison]
}

impl Growing<'_> {
    /// The rows of an indicator: for each measure what is asked of it, then what is asked without one.
    fn indicator(&mut self, id: IndicatorId) {
        let of = self.of;
        let indicator = &of.rules.indicators[id];
        let criteria = indicator.criteria(of.stage);
        let asked_of =
            |measure| criteria.iter().enumerate().filter(move |(_, one)| one.measure == measure).map(|(at, _)| at);
        let mut parts: Vec<(Option<MeasureId>, Option<usize>)> = Vec::new();
        for measure in indicator.measures.ids() {
            let asked: Vec<usize> = asked_of(Some(measure)).collect();
            parts.extend(asked.iter().map(|at| (Some(measure), Some(*at))));
            if asked.is_empty() {
                parts.push((Some(measure), None));
            }
        }
        parts.extend(asked_of(None).map(|at| (None, Some(at))));
        let from = self.first + self.rows.len();
        let count = parts.len();
        let outcomes = Cells::column(of.words().workings.assessment, column::CRITERION, from..from + count).text();
        let met = quoted((of.words().outcome)(Outcome::Met));
        let all_met = coded("COUNTIF({0},{1})={2}", &[&outcomes, &met, &criteria.len().to_string()]);
        for (index, (measure, asked)) in parts.into_iter().enumerate() {
            let mut row = vec![cell(Look::Label); column::ALL];
            row[0] = Cell { content: Content::Number(indicator.number.to_string()), style: Look::Result as usize };
            row[1] = text(of.say(&indicator.group), Look::Label);
            row[2] = text(of.say(&indicator.title), Look::Label);
            if index == 0 {
                let found = of.assessment.indicators[id].outcome;
                let found = (of.words().outcome)(found);
                row[column::OUTCOME] = match criteria.is_empty() {
                    true => text(found, Look::Result),
                    false => result(worst(&outcomes, &all_met, of.words()), found),
                };
                row[16] = text(&of.sheet.notes[id], Look::Label);
            }
            self.part(id, measure, asked, row);
        }
    }

    /// One row: a measure, what is asked of it, or both.
    fn part(&mut self, id: IndicatorId, measure: Option<MeasureId>, asked: Option<usize>, mut row: Vec<Cell>) {
        let (of, words) = (self.of, self.of.words());
        let at = self.first + self.rows.len();
        let indicator = &of.rules.indicators[id];
        let criterion = asked.map(|asked| &indicator.criteria(of.stage)[asked]);
        let found = asked.map(|asked| &of.assessment.indicators[id].criteria[asked]);
        let mut comparisons = vec![cell(Look::Remark); COLUMNS];
        let declared = measure.map(|measure| &indicator.measures[measure]);
        if let (Some(measure), Some(declared)) = (measure, declared) {
            let working = &of.assessment.indicators[id].measures[measure];
            let part = Part { of, places: self.places, at, measure: declared, working, criterion, found };
            comparisons = part.fill(&mut row).unwrap_or(comparisons);
        } else if let Some(found) = found {
            row[column::CRITERION] = text((words.outcome)(found.finding.outcome), Look::Result);
        }
        let asks = criterion.map_or(words.no_threshold_here, |criterion| (words.workings.rule)(&criterion.rule));
        row[9] = text(asks, Look::Label);
        let certainty = criterion.map(|one| one.certainty).or(declared.map(|one| one.certainty));
        let certainty = certainty.map_or("", words.certainty);
        let threshold = Cells::one(words.workings.assessment, (at, column::THRESHOLD)).text();
        row[15] = match criterion.map(|criterion| &criterion.rule) {
            // A threshold that somebody changes is no longer what the text says.
            Some(rule) if threshold_of(rule).is_some() => {
                let number = threshold_of(rule).map(|number| number.normalize().to_string()).unwrap_or_default();
                let changed = quoted(&(words.workings.changed)(&number));
                said(coded("IF({0}={1},{2},{3})", &[&threshold, &number, &quoted(certainty), &changed]), certainty)
            }
            Some(Rule::Unstated) if declared.is_some() => {
                let entered = quoted((words.certainty)(Certainty::Override));
                said(coded("IF({0}=\"\",{1},{2})", &[&threshold, &quoted(certainty), &entered]), certainty)
            }
            _ => text(certainty, Look::Label),
        };
        row[17] = text(criterion.map_or("", |criterion| &criterion.quote), Look::Remark);
        let notes = [declared.and_then(|one| one.note.as_ref()), criterion.and_then(|one| one.note.as_ref())];
        let notes: Vec<&str> = notes.into_iter().flatten().map(|note| of.say(note)).collect();
        row[18] = text(&notes.join(words.sentence_gap), Look::Remark);
        self.rows.push(row);
        self.comparisons.push(comparisons);
    }
}

/// A measure in its row.
struct Part<'a> {
    of: &'a Handover<'a>,
    places: &'a Places,
    at: usize,
    measure: &'a Measure,
    working: &'a ExplainedMeasure,
    criterion: Option<&'a Criterion>,
    found: Option<&'a ExplainedCriterion>,
}

impl Part<'_> {
    /// Fills in the row, and makes that of the comparison.
    fn fill(&self, row: &mut [Cell]) -> Option<Vec<Cell>> {
        let (of, words) = (self.of, self.of.words());
        row[4] = text(of.say(&self.measure.title), Look::Label);
        row[5] = text(of.say(self.measure.formula.at(of.stage)), Look::Remark);
        row[11] = text(unit_name(self.measure.unit, words), Look::Label);
        let from_year = if of.stage == Stage::Recognition { YEARS - 2 } else { 0 };
        let now = fraction(&self.measure.form, self.places, Side::Now, from_year)?;
        let then = self.working.baseline.as_ref().zip(fraction(&self.measure.form, self.places, Side::Baseline, 0));
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
        row[13] = number(lacking, shown(finding.gap, Rounding::Up), unit);
        row[14] = number(beyond, shown(over, Rounding::TowardsZero), unit);
    }
}

/// The number that a rule asks for, where it is one.
fn threshold_of(rule: &Rule) -> Option<Decimal> {
    match rule {
        Rule::AtLeast(Threshold::Number(number)) | Rule::GrowthAtLeast(number) | Rule::IncreaseAtLeast(number) => {
            Some(*number)
        }
        _ => None,
    }
}

/// A formula that comes to what is said within the table.
fn said(code: String, text: &str) -> Cell {
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

/// A formula that comes to a word.
pub fn result(code: String, word: &str) -> Cell {
    Cell { content: Content::TextFormula(code, word.to_owned()), style: Look::Result as usize }
}

fn observed_unit(rule: &Rule, unit: MeasureUnit) -> MeasureUnit {
    if matches!(rule, Rule::GrowthAtLeast(_)) { MeasureUnit::Ratio } else { unit }
}

fn format_of(unit: MeasureUnit) -> Format {
    match unit {
        MeasureUnit::WanYuan => Format::Amount,
        MeasureUnit::Ratio => Format::Percent,
        MeasureUnit::Count => Format::Plain,
    }
}

fn unit_name(unit: MeasureUnit, words: &Words) -> &'static str {
    match unit {
        MeasureUnit::WanYuan => words.wan_yuan,
        MeasureUnit::Ratio => words.percent,
        MeasureUnit::Count => words.count,
    }
}
