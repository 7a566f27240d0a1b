//! What comes of each indicator: the person's notes as text, and a table of how it came about.

use super::Text;
use super::look::{Look, WIDTH, bold, cell, cell_of, keep_together, paragraph, row};
use crate::explanation::finding::{CriterionSaid, MeasureSaid, Sureness, Working, left_blank};
use crate::explanation::naming::full;
use crate::paper::handover::Handover;
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use office::document::{Paragraph, Row, Run, Table};

/// How wide the column is that says what is said.
const LABELS: u32 = 1900;

/// An indicator.
pub fn indicator(of: &Handover, id: IndicatorId, text: &mut Text) {
    let (words, report) = (of.words(), of.report_words());
    let (indicator, finding) = (&of.rules.indicators[id], &of.assessment.indicators[id]);
    text.say(&(words.document.item)(indicator.number, of.say(&indicator.title)), Look::Item);
    note(of, &of.sheet.notes[id], text);
    let blank = left_blank(finding).then(|| cell_text(words.left_blank));
    let outcome = bold((words.outcome)(finding.outcome), Look::Cell);
    let mut rows = vec![said(report.outcome, [outcome].into_iter().chain(blank).collect())];
    if !finding.missing.is_empty() {
        let names: Vec<_> = finding.missing.iter().map(|at| full(*at, of.rules, of.period(), of.lang)).collect();
        rows.push(said(report.missing, vec![cell_text(&names.join(words.enumeration))]));
    }
    let mut parts = Vec::new();
    for measure in indicator.measures.ids() {
        let measured = of.basis().measure(id, measure, finding);
        let asked = measured.asked.map(|index| of.basis().criterion(id, index, finding));
        of_measure(of, measured, &mut rows);
        match asked {
            Some(asked) => of_criterion(of, asked, &mut rows),
            None => rows.push(said(words.requirement, vec![cell_text(words.no_threshold_here)])),
        }
        parts.push(std::mem::take(&mut rows));
    }
    for (index, criterion) in indicator.criteria(of.stage).iter().enumerate() {
        if criterion.measure.is_none() {
            of_criterion(of, of.basis().criterion(id, index, finding), &mut rows);
        }
    }
    parts.push(rows);
    // A page ends between measures only.
    parts.iter_mut().for_each(|rows| keep_together(rows));
    text.table(Table { widths: vec![LABELS, WIDTH - LABELS], heads: 0, rows: parts.concat() });
}

/// What the person says of it (情况说明), a paragraph for each line.
fn note(of: &Handover, note: &str, text: &mut Text) {
    let lines = note.lines().filter(|line| !line.trim().is_empty());
    for (index, line) in lines.enumerate() {
        let mut says = paragraph(line, Look::Text);
        if index == 0 {
            says.runs.insert(0, Run::Bold([of.report_words().notes, of.words().colon].concat()));
        }
        text.push(says);
    }
}

fn of_measure(of: &Handover, measure: MeasureSaid, rows: &mut Vec<Row>) {
    let words = of.words();
    let MeasureSaid { title, share, value, formula, now, baseline, movement, blank, sureness, .. } = measure;
    let value = [bold(&value, Look::Cell)].into_iter().chain((!share.is_empty()).then(|| cell_text(&share)));
    rows.push(row(vec![cell_of(vec![bold(&title, Look::Label)]), cell_of(value.collect())]));
    rows.push(said(words.formula, vec![cell_text(&formula)]));
    let worked =
        |Working { label, years, equation }: Working| said(&label, vec![cell_text(&[years, equation].concat())]);
    let mut now = worked(now);
    if let (Some(blank), Some(cell)) = (blank, now.cells.last_mut()) {
        cell.paragraphs.push(cell_text(blank));
    }
    rows.push(now);
    rows.extend(baseline.map(worked));
    rows.extend(movement.map(|movement| said(words.observed_increase, vec![cell_text(&movement)])));
    rows.extend(sureness.map(|sureness| how_sure(of, sureness)));
}

fn of_criterion(of: &Handover, criterion: CriterionSaid, rows: &mut Vec<Row>) {
    let words = of.words();
    let CriterionSaid { requirement, outcome, steps, change, distance, reached, needs, quote, source, sureness } =
        criterion;
    // What is not stated is said to be so, as in the table for spreadsheets.
    let mut asked = requirement.unwrap_or_else(|| (words.outcome)(Outcome::Unstated).to_owned());
    if let Some(outcome) = outcome {
        let (open, close) = words.brackets;
        asked = [&*asked, open, (words.outcome)(outcome), close].concat();
    }
    let steps = steps.map(|steps| steps.concat()).into_iter().chain(change);
    let asked = [asked].into_iter().chain(steps);
    rows.push(said(words.requirement, asked.map(|text| cell_text(&text)).collect()));
    let far: Vec<String> = distance.into_iter().chain(reached).collect();
    let mut compared: Vec<Paragraph> = Vec::new();
    if !far.is_empty() {
        compared.push(cell_text(&far.join(words.separator)));
    }
    if !needs.is_empty() {
        compared.push(cell_text(if needs.len() > 1 { words.needs_of_kinds } else { words.needs }));
        compared.extend(needs.iter().map(|need| cell_text(&["· ", need].concat())));
    }
    if !compared.is_empty() {
        rows.push(said(words.document.compared, compared));
    }
    if let Some(quote) = quote {
        let (open, close) = words.brackets;
        let before = if words.in_original.is_empty() { String::new() } else { [words.in_original, " "].concat() };
        let quote = [&before, "“", &quote, "”", open, &source, close].concat();
        rows.push(said(of.report_words().quote, vec![cell_text(&quote)]));
    }
    rows.push(how_sure(of, sureness));
}

fn how_sure(of: &Handover, Sureness { certainty, note }: Sureness) -> Row {
    let words = of.words();
    let text = [(words.certainty)(certainty).to_owned()].into_iter().chain(note);
    said(of.report_words().certainty, vec![cell_text(&text.collect::<Vec<_>>().join(words.colon))])
}

/// What, and what is said of it.
fn said(what: &str, says: Vec<Paragraph>) -> Row {
    row(vec![cell(what, Look::Label), cell_of(says)])
}

fn cell_text(text: &str) -> Paragraph {
    paragraph(text, Look::Cell)
}
