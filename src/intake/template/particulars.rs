//! The sheet of who applies, and of what is said in words beside the figures.

use engine::address::{Part, Side};
use engine::ids::{FigureId, IndicatorId};
use engine::ruleset::{FigureForm, TrackRules};

use super::{Mark, NOTHING, SAYS, SOURCE, YEARS};
use crate::context::address;
use crate::desk::Desk;
use crate::grid::Sort;
use crate::reading::{At, Code};
use crate::words::{is_one_of, plain};

/// What a submission says beside its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Particular {
    /// The applicant's name.
    Applicant,
    /// The field.
    Field,
    /// The answer to an eligibility item.
    Eligibility(usize),
    /// Where a figure comes from.
    Source(FigureId),
    /// The note to an indicator.
    Note(IndicatorId),
    /// The score of the basics (基本情况).
    Basics,
    /// The score of the plan of work (创建工作方案).
    Workplan,
    /// The score of an indicator.
    Score(IndicatorId),
    /// The last year of a side's series, which the heads of its sheet say.
    LastYear(Side),
}

/// What a cell says beside the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it is about.
    pub what: Particular,
    /// Where it stands.
    pub cell: At,
    /// The text of the cell.
    pub text: String,
}

const APPLICANT: &str = "applicant.name";
const FIELD: &str = "field";
const ELIGIBILITY: &str = "eligibility.";
const SOURCES: &str = "sources.";
const NOTES: &str = "notes.";
const BASICS: &str = "scores.basics";
const WORKPLAN: &str = "scores.workplan";
const LAST_YEAR: &str = "last_year";
const SCORES: &str = "scores.indicators.";

impl Particular {
    /// Its path in a submission, by which its row is marked.
    pub fn path(self, track: &TrackRules) -> String {
        let [begins, id] = match self {
            Particular::Applicant => [APPLICANT, ""],
            Particular::Field => [FIELD, ""],
            Particular::Eligibility(index) => [ELIGIBILITY, track.eligibility.get(index).map_or("", |item| &item.id)],
            Particular::Source(figure) => [SOURCES, &track.figures[figure].id],
            Particular::Note(indicator) => [NOTES, &track.indicators[indicator].id],
            Particular::Basics => [BASICS, ""],
            Particular::Workplan => [WORKPLAN, ""],
            Particular::Score(indicator) => [SCORES, &track.indicators[indicator].id],
            Particular::LastYear(_) => [LAST_YEAR, ""],
        };
        [begins, id].concat()
    }

    /// What a path of a submission is about.
    pub fn at(path: &str, track: &TrackRules) -> Option<Particular> {
        let indicator = |id: &str| track.indicators.find(|own| own.id == id);
        if let Some(id) = path.strip_prefix(ELIGIBILITY) {
            return track.eligibility.iter().position(|item| item.id == id).map(Particular::Eligibility);
        }
        if let Some(id) = path.strip_prefix(SOURCES) {
            return track.figure(id).map(Particular::Source);
        }
        if let Some(id) = path.strip_prefix(NOTES) {
            return indicator(id).map(Particular::Note);
        }
        if let Some(id) = path.strip_prefix(SCORES) {
            return indicator(id).map(Particular::Score);
        }
        match path {
            APPLICANT => Some(Particular::Applicant),
            FIELD => Some(Particular::Field),
            BASICS => Some(Particular::Basics),
            WORKPLAN => Some(Particular::Workplan),
            _ => None,
        }
    }
}

/// What a cell answers to a question of yes or no; none if it says neither.
pub fn yes_or_no(text: &str) -> Option<bool> {
    let text = plain(text);
    let is = |words: &str| is_one_of(words, &text);
    if is("是 yes y √ ✓ ✔ true") { Some(true) } else { is("否 不是 no n × ✗ ✘ false").then_some(false) }
}

/// What the rows of the sheet of particulars say.
pub fn particulars(desk: &mut Desk, mark: Mark) -> Vec<Said> {
    let (grid, (top, marks)) = (desk.grid, mark.at);
    let mut all = Vec::new();
    for row in top + 1..grid.height() {
        let path = grid.text(row, marks);
        let what = Particular::at(path, desk.context.track);
        for column in (0..grid.width).filter(|column| *column != marks) {
            match (what, grid.text(top, column)) {
                _ if path == NOTHING || grid.sort(row, column) == Sort::Blank => {}
                (_, NOTHING) => {}
                (Some(what), SAYS) => take(desk, &mut all, what, (row, column)),
                (None, SAYS) => desk.leave_cell((row, column), Code::NoSuchFigure),
                _ => desk.leave_cell((row, column), Code::Remark),
            }
        }
    }
    all
}

/// What the rows of a sheet of figures say of where these come from.
pub fn sources(desk: &mut Desk, mark: Mark) -> Vec<Said> {
    let (grid, (top, marks)) = (desk.grid, mark.at);
    let Some(column) = (0..grid.width).find(|column| grid.text(top, *column) == SOURCE) else { return Vec::new() };
    let mut all = Vec::new();
    for row in top + 1..grid.height() {
        let path = grid.text(row, marks);
        match source_of(path, desk.context.track) {
            _ if path == NOTHING || path == YEARS || grid.sort(row, column) == Sort::Blank => {}
            Some(what) => take(desk, &mut all, what, (row, column)),
            None => desk.leave_cell((row, column), Code::Remark),
        }
    }
    all
}

/// The figure whose source stands in a row: that of the row itself, or of a row of its own above the lines of a tally.
fn source_of(path: &str, track: &TrackRules) -> Option<Particular> {
    let own = address(path, track).filter(|own| own.part == Part::Whole);
    let own = own.filter(|own| !matches!(track.figures[own.figure].form, FigureForm::Tally { .. }));
    match own {
        Some(own) => Some(Particular::Source(own.figure)),
        None => Particular::at(path, track).filter(|what| matches!(what, Particular::Source(_))),
    }
}

/// Takes what a cell says. What cannot be an answer, or was said before, is left out and named.
fn take(desk: &mut Desk, all: &mut Vec<Said>, what: Particular, cell: At) {
    let grid = desk.grid;
    let text = grid.text(cell.0, cell.1).trim();
    let is_no_answer = matches!(what, Particular::Eligibility(_)) && yes_or_no(text).is_none();
    if grid.is_hidden(cell.0, cell.1) || grid.sort(cell.0, cell.1) == Sort::Error {
        desk.leave_cell(cell, Code::ErrorValue);
    } else if is_no_answer {
        desk.leave_cell(cell, Code::NoAnswer);
    } else if all.iter().any(|said| said.what == what) {
        desk.leave_cell(cell, Code::Duplicate);
    } else {
        desk.use_cell(cell);
        all.push(Said { what, cell, text: text.to_owned() });
    }
}
