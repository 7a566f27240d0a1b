//! What only a person can tell, one click each.

use yew::prelude::*;

use super::around;
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
    let about = match question.cells {
        Some((from, to)) => about(from, to, preview, frame),
        None => titles(question, frame),
    };
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
    [words.cells, &cells_text(from, to), frame.words().colon, &around::row_text(from.0, preview)].concat()
}

/// The figures that a question is about.
fn titles(question: &Question, frame: &Frame) -> String {
    let mut titles: Vec<String> = Vec::new();
    for path in &question.paths {
        let title = naming::title(path.figure, path.side, &frame.rules, frame.stage, frame.lang);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join(frame.words().enumeration)
}

/// What is answered by a choice; none where it only says that a person has looked.
fn answer(question: &Question, choice: &Choice) -> Option<Answer> {
    // Which cells count is asked without cells of its own: the choices are the cells.
    let along = question.cells.map(|(from, to)| match from.0 == to.0 {
        true => Along::Row(from.0),
        false => Along::Column(from.1, from.0),
    });
    Some(match choice {
        Choice::Figure(figure) => Answer::Is(along?, Target::Figure(*figure)),
        Choice::Kind(figure, kind) => Answer::Is(along?, Target::Kind(*figure, *kind)),
        Choice::Unit(unit) => match question.cells.filter(|_| question.choices.len() == 2) {
            Some((from, to)) => Answer::OfTwo(from, to, *unit),
            None => Answer::AllUnits(*unit),
        },
        Choice::Column(from, _, field) => Answer::Column(from.1, Some(*field)),
        Choice::Cells(from, to) => Answer::Cells(*from, *to),
        Choice::LastYear(year) => Answer::LastYear(*year),
        Choice::Entry(entry) => Answer::Entry(along?, *entry),
        Choice::Fraction => Answer::Fraction,
        Choice::Rest(_, _, total, _) => Answer::Rest(*total),
        Choice::Percent | Choice::AsItStands => return None,
    })
}

/// What is asked. Of a list it may be two things, its kinds or its ranks; and of a figure which it is, or which of its numbers counts.
fn asked(question: &Question, frame: &Frame) -> &'static str {
    let words = frame.words().preview;
    match question.choices.first() {
        Some(Choice::Column(_, _, Field::Rank)) => words.which_ranks,
        Some(Choice::Cells(..)) if question.code == Asked::WhichFigure => words.which_number,
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
            [&cells_text(*from, *to), all.colon, &around::row_text(from.0, preview)].concat()
        }
        Choice::Cells(from, to) | Choice::Column(from, to, _) => {
            let told = around::told(*from, *to, around::cell_words(*from, preview), preview);
            [&cells_text(*from, *to), all.colon, &told].concat()
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
        Choice::Rest(figure, kind, _, rest) => {
            (words.rest)(rest, &frame.say(&frame.rules.figures[*figure].form.kinds()[*kind].title))
        }
    }
}
