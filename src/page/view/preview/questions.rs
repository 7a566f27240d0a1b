//! What only a person can tell, one click each.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::address::{Address, Part, Side};
use engine::names::Named;
use formatting::explanation::naming;
use intake::context::{Along, Answer};
use intake::list::Field;
use intake::names::Target;
use intake::reading::{Asked, At, Choice, Question, cells_text};
use model::action::Action;
use model::preview::Preview;

/// The questions, each with its choices as buttons.
pub fn questions(preview: &Preview, frame: &Frame) -> Html {
    let words = frame.words().preview;
    let all =
        preview.reading.questions.iter().enumerate().map(|(index, question)| one(index, question, preview, frame));
    // A list says of every item what becomes of it, answered or not.
    let open = preview.reading.questions.iter().any(|question| question.chosen.is_none() && !is_of_a_list(question));
    html! {
        <section class="preview-questions" hidden={preview.reading.questions.is_empty()}>
            <h3>{ words.questions }</h3>
            <p class="quiet" hidden={!open}>{ words.not_written_until_answered }</p>
            <ul>{ for all }</ul>
        </section>
    }
}

fn one(index: usize, question: &Question, preview: &Preview, frame: &Frame) -> Html {
    let words = frame.words().preview;
    let about = question.cells.map(|(from, to)| about(from, to, preview, frame)).unwrap_or_default();
    // What no choice can answer has to be mended in the table.
    let mend = match question.code {
        _ if !question.choices.is_empty() => "",
        Asked::WhichColumn if is_of_a_list(question) => words.list_without_kinds,
        Asked::WhichColumn => words.row_too_long,
        Asked::YearsUnclear => words.years_not_told,
        _ => "",
    };
    let choices = question.choices.iter().enumerate().filter_map(|(choice, what)| {
        let answer = answer(question, what)?;
        let pressed = question.chosen == Some(choice);
        let name = name(question, what, preview, frame);
        Some(html! {
            <button
                key={choice}
                type="button"
                aria-pressed={if pressed { "true" } else { "false" }}
                onclick={frame.act(move |_: MouseEvent| Action::AnswerTable(answer.clone()))}
            >
                { name }
            </button>
        })
    });
    html! {
        <li key={index} data-question={question.code.as_str()}>
            <p><strong>{ asked(question, frame) }</strong></p>
            <p class="quiet">{ about }</p>
            <p hidden={mend.is_empty()}>{ mend }</p>
            <div class="preview-choices" role="group" aria-label={asked(question, frame)}>{ for choices }</div>
        </li>
    }
}

/// The cells that a question is about, with the first words in them.
fn about(from: At, to: At, preview: &Preview, frame: &Frame) -> String {
    let words = frame.words().preview;
    [words.cells, &cells_text(from, to), frame.words().colon, &row_text(from.0, preview)].concat()
}

/// What stands in a row of the table, shortened.
pub fn row_text(row: usize, preview: &Preview) -> String {
    const MOST: usize = 40;
    let cells = preview.table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
    let text = texts.join(" ");
    if text.chars().count() > MOST { text.chars().take(MOST).chain(['…']).collect() } else { text }
}

/// What is answered by a choice; none where it only says that a person has looked.
fn answer(question: &Question, choice: &Choice) -> Option<Answer> {
    let (from, to) = question.cells?;
    let along = if from.0 == to.0 { Along::Row(from.0) } else { Along::Column(from.1, from.0) };
    Some(match choice {
        Choice::Figure(figure) => Answer::Is(along, Target::Figure(*figure)),
        Choice::Kind(figure, kind) => Answer::Is(along, Target::Kind(*figure, *kind)),
        Choice::Unit(unit) if question.choices.len() == 2 => Answer::OfTwo(from, to, *unit),
        Choice::Unit(unit) => Answer::AllUnits(*unit),
        Choice::Column(from, _, field) => Answer::Column(from.1, Some(*field)),
        Choice::Cells(from, to) => Answer::Cells(*from, *to),
        Choice::LastYear(year) => Answer::LastYear(*year),
        Choice::Entry(entry) => Answer::Entry(along, *entry),
        Choice::Fraction => Answer::Fraction,
        Choice::Percent | Choice::AsItStands => return None,
    })
}

/// What is asked. Of a list it may be two things: its kinds, or its ranks.
fn asked(question: &Question, frame: &Frame) -> &'static str {
    let words = frame.words().preview;
    match question.choices.first() {
        Some(Choice::Column(_, _, Field::Rank)) => words.which_ranks,
        _ if is_of_a_list(question) => words.which_kinds,
        _ => (words.ask)(question.code),
    }
}

/// Whether a column of a list is asked for: the question is about the whole figure.
fn is_of_a_list(question: &Question) -> bool {
    question.code == Asked::WhichColumn && question.paths.iter().any(|path| path.part == Part::Whole)
}

/// Whether a choice takes the cells of all the others.
fn is_all(question: &Question, from: At, to: At) -> bool {
    question.code == Asked::WhichFigure
        && matches!(question.choices.first(), Some(Choice::Cells(first, last)) if *first == from && *last != to)
}

fn name(question: &Question, choice: &Choice, preview: &Preview, frame: &Frame) -> String {
    let all = frame.words();
    let words = all.preview;
    match choice {
        Choice::Figure(figure) => frame.say(&frame.rules.figures[*figure].title).to_string(),
        Choice::Kind(figure, kind) => frame.say(&frame.rules.figures[*figure].form.kinds()[*kind].title).to_string(),
        Choice::Unit(unit) => (words.unit_name)(*unit).to_owned(),
        Choice::Cells(from, to) if is_all(question, *from, *to) => {
            [&cells_text(*from, *to), all.colon, words.added_up].concat()
        }
        Choice::Cells(from, to) if from.0 == to.0 && question.code == Asked::WhichFigure => {
            [&cells_text(*from, *to), all.colon, &row_text(from.0, preview)].concat()
        }
        Choice::Cells(from, to) | Choice::Column(from, to, _) => {
            let first = preview.table.rows.get(from.0).and_then(|row| row.get(from.1)).map_or("", |cell| &cell.text);
            let more = if from == to { "" } else { "…" };
            [&cells_text(*from, *to), all.colon, first, more].concat()
        }
        Choice::LastYear(year) => (all.years.calendar_year)(*year),
        Choice::Entry(entry) => {
            let address = question.paths.get(*entry).copied();
            let year = address.map(|address: Address| {
                let form = &frame.rules.figures[address.figure].form;
                naming::year(
                    form,
                    Side::Now,
                    if let Part::Entry(index) = address.part { index } else { 0 },
                    frame.period,
                    all,
                )
            });
            (words.begins_with)(&year.unwrap_or_default())
        }
        Choice::Percent => words.percent.to_owned(),
        Choice::Fraction => words.fraction.to_owned(),
        Choice::AsItStands => words.as_it_stands.to_owned(),
    }
}
