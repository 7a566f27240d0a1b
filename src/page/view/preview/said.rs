//! What a template says beside the figures, before it is filled in.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::address::Side;
use intake::reading::cell_text;
use intake::template::{Particular, Said};
use model::preview::Preview;
use model::sheet::Sheet;

/// A list: what it is about, what would stand there, and what stands there now.
pub fn said(preview: &Preview, sheet: &Sheet, frame: &Frame) -> Html {
    let words = frame.words();
    let changes = &preview.changes.said;
    let is_written = |said: &&Said| changes.iter().any(|(what, _)| *what == said.what);
    let one = |said: &Said| {
        let before = before(said.what, sheet, frame);
        let before = if before.trim().is_empty() || *before == *said.text {
            String::new()
        } else {
            [" · ", &(words.preview.before)(&before)].concat()
        };
        html! {
            <li key={cell_text(said.cell)} class="preview-said">
                <span class="preview-what">{ name(said.what, frame) }</span>
                <strong>{ said.text.clone() }</strong>
                <span class="quiet">{ [cell_text(said.cell), before].concat() }</span>
            </li>
        }
    };
    html! {
        <section class="preview-filled" hidden={changes.is_empty()}>
            <h3>{ words.template.particulars }</h3>
            <ul>{ for preview.reading.said.iter().filter(is_written).map(one) }</ul>
        </section>
    }
}

/// What it is about.
fn name(what: Particular, frame: &Frame) -> String {
    let (words, rules) = (frame.words(), &frame.rules);
    let of = |title: &str, word: &str| [title, words.separator, word].concat();
    match what {
        Particular::Applicant => words.applicant.to_owned(),
        Particular::Field => words.field.to_owned(),
        Particular::Eligibility(item) => {
            rules.eligibility.get(item).map_or(String::new(), |clause| clause.title.get(frame.lang).to_owned())
        }
        Particular::Source(figure) => {
            of(rules.figures[figure].title.get(frame.lang), words.report_words.source_of_figure)
        }
        Particular::Note(indicator) => of(rules.indicators[indicator].title.get(frame.lang), words.report_words.notes),
        Particular::Score(indicator) => of(rules.indicators[indicator].title.get(frame.lang), words.scores),
        Particular::LastYear(Side::Now) => words.years.last_year.to_owned(),
        Particular::LastYear(Side::Baseline) => words.years.baseline_last_year.to_owned(),
        Particular::Basics => words.overview.basics.to_owned(),
        Particular::Workplan => words.overview.workplan.to_owned(),
    }
}

/// What stands there now.
fn before(what: Particular, sheet: &Sheet, frame: &Frame) -> String {
    let words = frame.words();
    let said = match what {
        Particular::Applicant => &*sheet.applicant,
        Particular::Field => {
            let known = frame.rules.ruleset.fields.iter().find(|field| *field.zh == *sheet.field);
            known.map_or(&*sheet.field, |field| field.get(frame.lang))
        }
        Particular::Eligibility(item) => match sheet.eligibility.get(item).copied().flatten() {
            Some(yes) => [words.no, words.yes][usize::from(yes)],
            None => "",
        },
        Particular::Source(figure) => &*sheet.sources[figure],
        Particular::Note(indicator) => &*sheet.notes[indicator],
        Particular::LastYear(_) => "",
        Particular::Basics => sheet.scores.basics.text(),
        Particular::Workplan => sheet.scores.workplan.text(),
        Particular::Score(indicator) => sheet.scores.indicators[indicator].text(),
    };
    said.to_owned()
}
