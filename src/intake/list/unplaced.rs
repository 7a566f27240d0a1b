//! A list that was pasted nowhere: the tally that its kinds belong to, or a question.

use engine::address::Side;
use engine::ids::FigureId;
use engine::pause::Pause;
use engine::ruleset::FigureForm;

use super::columns::{Columns, Field, Says, names_things};
use super::{Tally, head, kinds};
use crate::context::{Answer, Context};
use crate::grid::{Grid, Sort};
use crate::names::Target;
use crate::reading::{Asked, Choice, Code, Question, Reading, Unused, entry};
use crate::words::plain;

/// Where a list belongs.
pub enum Place {
    /// It is of this tally.
    Of(FigureId),
    /// It may be of these; its head, and the first row below it.
    Unclear(Vec<FigureId>, usize),
}

/// Where a table belongs that was pasted nowhere and has the head of a list; none if it has not.
pub async fn place(grid: &Grid<'_>, context: &Context<'_>, pause: Pause<'_>) -> Option<Place> {
    let answered = context.answered(&|answer| match answer {
        Answer::Is(_, Target::Figure(figure)) => Tally::of(context, *figure).map(|_| *figure),
        _ => None,
    });
    if let Some(figure) = answered {
        return Some(Place::Of(figure));
    }
    let (mut clear, mut possible, mut below) = (Vec::new(), Vec::new(), 0);
    for (figure, rule) in context.track.figures.with_ids() {
        let FigureForm::Tally { roster: Some(rule), .. } = &rule.form else { continue };
        if !Columns::has_head(grid, rule) {
            continue;
        }
        let Some(tally) = Tally::of(context, figure) else { continue };
        let Some(columns) = Columns::of(grid, context, &tally, pause).await else { continue };
        let has_years =
            columns.head.iter().any(|row| grid.filled(*row).iter().any(|column| grid.is_year(*row, *column)));
        if !columns.head.iter().any(|row| names_things(grid, *row, rule)) || has_years {
            continue;
        }
        below = columns.first;
        if shows_kinds(grid, &columns, &tally) {
            clear.push(figure);
        } else if !holds_numbers(grid, &columns) {
            possible.push(figure);
        }
    }
    match clear.as_slice() {
        [figure] => Some(Place::Of(*figure)),
        [] if possible.is_empty() => None,
        [] => Some(Place::Unclear(possible, below)),
        _ => Some(Place::Unclear(clear, below)),
    }
}

/// Asks where a list belongs. Nothing of it is read meanwhile, and all of it is named.
pub fn ask(grid: &Grid, figures: &[FigureId], below: usize) -> Reading {
    let all = |row: usize| ((row, 0), (row, grid.width.saturating_sub(1)));
    let mut reading = Reading::default();
    for row in (0..grid.height()).filter(|row| !grid.filled(*row).is_empty()) {
        let text = grid.filled(row).first().map_or("", |column| grid.text(row, *column)).to_owned();
        let (from, to) = all(row);
        let code = if row < below { Code::Header } else { Code::NoNumber };
        match reading.unused.last_mut() {
            Some(last) if last.code == code && last.to.0 + 1 == row => last.to = to,
            _ => reading.unused.push(Unused { from, to, text, along: None, code, times: 1 }),
        }
    }
    reading.questions.push(Question {
        code: Asked::WhichFigure,
        paths: figures.iter().map(|figure| entry(Side::Now, *figure, None)).collect(),
        cells: Some(((below, 0), all(grid.height().saturating_sub(1)).1)),
        choices: figures.iter().map(|figure| Choice::Figure(*figure)).collect(),
        chosen: None,
    });
    reading
}

/// Whether a list says kinds of a tally, or codes by which its items are known where they need no kind.
fn shows_kinds(grid: &Grid, columns: &Columns, tally: &Tally) -> bool {
    let needs_no_kind = tally.rule.kind_if_none.is_some() || !tally.rule.series.is_empty();
    let cells = |column: usize| (columns.first..grid.height()).map(move |row| grid.text(row, column));
    columns.says.iter().enumerate().any(|(column, says)| match says {
        Says::Field(Field::Kinds) => cells(column).any(|text| kinds::says_kind(text, tally)),
        Says::Field(Field::Code) => needs_no_kind && cells(column).any(|text| head::is_code(&plain(text), tally.rule)),
        // √, or 1 and 0.
        Says::Kind(_) => (columns.first..grid.height())
            .any(|row| grid.sort(row, column) == Sort::Words || grid.text(row, column).trim() == "1"),
        _ => false,
    })
}

/// Whether numbers stand in a list that are none of its items' codes.
fn holds_numbers(grid: &Grid, columns: &Columns) -> bool {
    let is_open = |column: &usize| !matches!(columns.says[*column], Says::Serial | Says::Field(Field::Code));
    (0..columns.says.len())
        .filter(is_open)
        .any(|column| (columns.first..grid.height()).any(|row| grid.sort(row, column) == Sort::Number))
}
