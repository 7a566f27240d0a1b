//! What stands above the table of the assessment: whose it is, what it rests on, and what it all comes to.

use super::assessment::result;
use super::formula::{Cells, coded, if_else, quoted};
use super::judgement::has as has_word;
use crate::book::column_of;
use crate::book::look::{Look, cell, text};
use crate::paper::handover::Handover;
use crate::paper::receipt::receipt;
use engine::outcome::{Outcome, Verdict};
use intake::template::Particular;
use office::workbook::At;
use office::write::{Cell, Choices, Content, List, Sheet};

/// The columns of what a line is about, and of what it says; the latter reaches to the last.
const LABEL: usize = 0;
const SAYS: usize = 3;
const LAST: usize = 5;
/// The columns of the outcomes and of how many indicators have each.
const OUTCOMES: usize = 6;
const NUMBERS: usize = 7;

/// What stands above the table.
pub struct Header<F> {
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Fills in what depends on the outcomes of the indicators, whose cells it is given.
    pub outcomes: F,
    /// Where the field and the answers stand.
    pub answered: Vec<(Particular, At)>,
    /// What can be chosen.
    pub lists: Vec<List>,
    /// Where the verdict stands.
    pub verdict: At,
    /// Cells that are merged.
    pub merged: Vec<(At, At)>,
}

/// What stands above the table, which begins in the row below it.
pub fn header<'a>(of: &'a Handover, choices: &mut Sheet) -> Header<impl FnOnce(&mut Vec<Vec<Cell>>, &str) + use<'a>> {
    let words = of.words();
    let heading = (words.workings.heading)((words.track)(of.rules.track), (words.stage)(of.stage));
    let marks = of.origin.marks(words);
    let (open, close) = words.brackets;
    let heading =
        if marks.is_empty() { heading } else { [&*heading, open, &marks.join(words.separator), close].concat() };
    let mut rows = vec![vec![text(&heading, Look::Title)], vec![text(words.unofficial, Look::Note)]];
    let (mut lists, mut merged) = (Vec::new(), Vec::new());
    let (mut answers, mut field, mut answered) = (Vec::new(), None, Vec::new());
    let mut line = |rows: &mut Vec<Vec<Cell>>, what: &str, says: Cell| {
        let row = rows.len();
        let mut cells = vec![cell(Look::Label); LAST + 1];
        cells[LABEL] = text(what, Look::Head);
        cells[SAYS] = says;
        rows.push(cells);
        merged.push(((row, LABEL), (row, SAYS - 1)));
        merged.push(((row, SAYS), (row, LAST)));
        (row, SAYS)
    };
    let result_at = line(&mut rows, words.report_words.verdict, cell(Look::Result));
    let clauses: Vec<&str> = of.rules.eligibility.iter().map(|clause| of.say(&clause.title)).collect();
    for (what, says) in receipt(of) {
        let is_unfilled = says == words.unfilled;
        let open = if is_unfilled { cell(Look::TextField) } else { text(&says, Look::TextField) };
        if what == words.field {
            let at = line(&mut rows, &what, open);
            let cells = column_of(of.rules.ruleset.fields.iter().map(|field| of.say(field)), choices);
            lists.push(List { from: at, to: at, choices: Choices::Cells(cells.clone()), is_only_help: true });
            answered.push((Particular::Field, at));
            field = Some((at, cells));
        } else if clauses.contains(&&*what) {
            let at = line(&mut rows, &what, open);
            let yes_or_no = [words.yes, words.no].map(str::to_owned).to_vec();
            lists.push(List { from: at, to: at, choices: Choices::Texts(yes_or_no), is_only_help: false });
            answered.push((Particular::Eligibility(answers.len()), at));
            answers.push(at);
        } else {
            line(&mut rows, &what, text(&says, Look::Label));
        }
    }
    let counted = of.assessment.outcomes.listed();
    for (row, (outcome, _)) in (result_at.0..).zip(counted) {
        rows[row].resize(NUMBERS + 1, Cell::default());
        rows[row][OUTCOMES] = text((words.outcome)(outcome), Look::Head);
    }
    rows.push(vec![]);
    rows.push(heads(of));
    let outcomes = move |rows: &mut Vec<Vec<Cell>>, cells: &str| {
        for (row, (outcome, count)) in (result_at.0..).zip(counted) {
            let code = coded("COUNTIF({0},{1})", &[cells, &quoted((words.outcome)(outcome))]);
            let content = Content::Formula(code, count.to_string());
            rows[row][NUMBERS] = Cell { content, style: Look::Result as usize };
        }
        let code = verdict(of, cells, &answers, field.as_ref());
        rows[result_at.0][result_at.1] = result(code, (words.verdict)(of.assessment.verdict));
    };
    Header { rows, outcomes, answered, lists, verdict: result_at, merged }
}

/// The formula of the verdict.
fn verdict(of: &Handover, outcomes: &str, answers: &[At], field: Option<&(At, String)>) -> String {
    let words = of.words();
    let title = words.workings.assessment;
    let has = |outcome| has_word(outcomes, (words.outcome)(outcome));
    let any = |all: &[String]| coded("OR({0})", &[&all.join(",")]);
    let word = |verdict| quoted((words.verdict)(verdict));
    let answer =
        |at: &At, sign: &str, word: &str| coded("{0}{1}{2}", &[&Cells::one(title, *at).text(), sign, &quoted(word)]);
    let open = any(&[has(Outcome::Incomplete), has(Outcome::Invalid), has(Outcome::NotComputable)]);
    let mut lacking: Vec<String> = answers.iter().map(|at| answer(at, "<>", words.yes)).collect();
    lacking.push(open);
    if let Some((at, cells)) = field {
        lacking.push(coded("SUMPRODUCT(--EXACT({1},{0}))=0", &[&Cells::one(title, *at).text(), cells]));
    }
    // Only what is one of the words counts: an outcome that somebody took away must not pass for met.
    let undecided = words.workings.undecided;
    let number = of.rules.indicators.len().to_string();
    let counted = |outcome| coded("COUNTIF({0},{1})", &[outcomes, &quoted((words.outcome)(outcome))]);
    let [met, review, unstated] = [Outcome::Met, Outcome::Review, Outcome::Unstated].map(counted);
    let left = coded("{0}+{1}+{2}={3}", &[&met, &review, &unstated, &number]);
    let rest = if_else(&left, &word(Verdict::SubjectToReview), &quoted(undecided));
    let rest = if_else(&coded("{0}={1}", &[&met, &number]), &word(Verdict::Met), &rest);
    let rest = if_else(&any(&lacking), &word(Verdict::Incomplete), &rest);
    let rest = if_else(&has_word(outcomes, undecided), &quoted(undecided), &rest);
    let rest = if_else(&has(Outcome::Unmet), &word(Verdict::Unmet), &rest);
    let no: Vec<String> = answers.iter().map(|at| answer(at, "=", words.no)).collect();
    if no.is_empty() { rest } else { if_else(&any(&no), &word(Verdict::Ineligible), &rest) }
}

/// The heads of the table.
fn heads(of: &Handover) -> Vec<Cell> {
    let (words, report) = (of.words(), of.report_words());
    let heads = [
        report.ordinal,
        report.group,
        report.indicator,
        report.outcome,
        report.item,
        words.formula,
        report.value,
        (words.workings.at_baseline)(of.stage),
        report.compared,
        words.workings.asked,
        words.requirement,
        report.unit,
        report.criterion_outcome,
        report.lacking,
        report.beyond,
        report.certainty,
        report.notes,
        report.quote,
        report.remark,
    ];
    heads.map(|head| text(head, Look::Head)).to_vec()
}
