//! The sheet of the assessment: whose it is, what it comes to, and a row for everything that is computed or asked.

use super::comparison::COLUMNS;
use super::formula::{Cells, coded, quoted};
use super::header::{Header, header};
use super::judgement::worst;
use super::marks;
use super::part::{Part, said, threshold_of};
use super::places::Places;
use crate::book::look::{Look, cell, text};
use crate::paper::handover::Handover;
use engine::ids::{IndicatorId, MeasureId};
use engine::outcome::Outcome;
use engine::ruleset::{Certainty, Rule};
use intake::template::Particular;
use office::workbook::At;
use office::write::{Cell, Content, Paper, Sheet};

/// The columns.
#[allow(missing_docs)]
pub mod column {
    pub const NUMBER: usize = 0;
    pub const GROUP: usize = 1;
    pub const INDICATOR: usize = 2;
    pub const OUTCOME: usize = 3;
    pub const MEASURE: usize = 4;
    pub const FORMULA: usize = 5;
    pub const VALUE: usize = 6;
    pub const BASELINE: usize = 7;
    pub const OBSERVED: usize = 8;
    pub const ASKED: usize = 9;
    pub const THRESHOLD: usize = 10;
    pub const UNIT: usize = 11;
    pub const CRITERION: usize = 12;
    pub const LACKING: usize = 13;
    pub const BEYOND: usize = 14;
    pub const CERTAINTY: usize = 15;
    pub const NOTE: usize = 16;
    pub const QUOTE: usize = 17;
    pub const REMARK: usize = 18;
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

/// The sheets of the assessment and of its comparisons, and what says again what is answered in the first of them.
pub fn assessment(
    of: &Handover,
    places: &Places,
    choices: &mut Sheet,
) -> ([Sheet; 2], impl Fn(Particular) -> Option<Cell> + use<>) {
    let words = of.words().workings;
    let Header { rows: above, outcomes, answered, lists, verdict, merged } = header(of, choices);
    let first = above.len();
    let mut growing = Growing { of, places, first, rows: Vec::new(), comparisons: Vec::new() };
    of.rules.indicators.ids().for_each(|id| growing.indicator(id));
    let Growing { rows, comparisons, .. } = growing;
    let last = first + rows.len();
    let marks_of = |column| marks::outcomes((first, column), (last - 1, column), of.words());
    let mut sheet = Sheet {
        title: words.assessment.to_owned(),
        rows: above,
        widths: WIDTHS.to_vec(),
        lists,
        merged,
        marks: marks::verdict(verdict, of.words())
            .chain(marks_of(column::OUTCOME))
            .chain(marks_of(column::CRITERION))
            .collect(),
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
    let answered = answered.into_iter().filter_map(|(what, at)| Some((what, again(&sheet, at)?)));
    let answered: Vec<(Particular, Cell)> = answered.collect();
    let again = move |what| answered.iter().find(|(own, _)| *own == what).map(|(_, cell)| cell.clone());
    ([sheet, comparison], again)
}

/// A cell that says what another one says.
fn again(sheet: &Sheet, at: At) -> Option<Cell> {
    let said = match &sheet.rows.get(at.0)?.get(at.1)?.content {
        Content::Text(text) => text.clone(),
        _ => String::new(),
    };
    let code = coded("IF({0}=\"\",\"\",{0})", &[&Cells::one(&sheet.title, at).text()]);
    Some(Cell { content: Content::TextFormula(code, said), style: Look::Closed as usize })
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
            row[column::NUMBER] =
                Cell { content: Content::Number(indicator.number.to_string()), style: Look::Result as usize };
            row[column::GROUP] = text(of.say(&indicator.group), Look::Label);
            row[column::INDICATOR] = text(of.say(&indicator.title), Look::Label);
            if index == 0 {
                let found = of.assessment.indicators[id].outcome;
                let found = (of.words().outcome)(found);
                row[column::OUTCOME] = match criteria.is_empty() {
                    true => text(found, Look::Result),
                    false => result(worst(&outcomes, &all_met, of.words()), found),
                };
                row[column::NOTE] = text(&of.sheet.notes[id], Look::Label);
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
        row[column::ASKED] = text(asks, Look::Label);
        let certainty = criterion.map(|one| one.certainty).or(declared.map(|one| one.certainty));
        let certainty = certainty.map_or("", words.certainty);
        let threshold = Cells::one(words.workings.assessment, (at, column::THRESHOLD)).text();
        row[column::CERTAINTY] = match criterion.map(|criterion| &criterion.rule) {
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
        row[column::QUOTE] = text(criterion.map_or("", |criterion| &criterion.quote), Look::Remark);
        let notes = [declared.and_then(|one| one.note.as_ref()), criterion.and_then(|one| one.note.as_ref())];
        let notes: Vec<&str> = notes.into_iter().flatten().map(|note| of.say(note)).collect();
        row[column::REMARK] = text(&notes.join(words.sentence_gap), Look::Remark);
        self.rows.push(row);
        self.comparisons.push(comparisons);
    }
}

/// A formula that comes to a word.
pub fn result(code: String, word: &str) -> Cell {
    Cell { content: Content::TextFormula(code, word.to_owned()), style: Look::Result as usize }
}
