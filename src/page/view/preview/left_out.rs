//! What is left out and why. A row that nobody knew can be said to be a figure.

use yew::prelude::*;

use super::around;
use super::filled::figure;
use crate::view::kit::frame::Frame;
use intake::reading::{Code, Unused, cells_text};
use model::preview::Preview;

/// So many parts of a table have a line with choices of their own; of thousands nobody goes through them, and they take seconds to show.
pub const ROWS: usize = 100;

/// A list of what is left out: first what may be a value, then heads and notes, and what is too much for lines, by the reason.
pub fn left_out(preview: &Preview, frame: &Frame) -> Html {
    let words = frame.words().preview;
    let (mut around, mut values): (Vec<&Unused>, Vec<&Unused>) = preview.reading.unused.iter().partition(|unused| {
        matches!(unused.code, Code::Title | Code::Header | Code::Note | Code::SerialNumber | Code::Remark)
    });
    around.extend(values.split_off(values.len().min(ROWS)));
    let mut by_code: Vec<(Code, Vec<String>)> = Vec::new();
    for unused in around {
        let cells = cells_text(unused.from, unused.to);
        match by_code.iter_mut().find(|(code, _)| *code == unused.code) {
            Some((_, all)) => all.push(cells),
            None => by_code.push((unused.code, vec![cells])),
        }
    }
    let around = by_code.iter().map(|(code, cells)| {
        let said = [(words.left_out_why)(*code), frame.words().colon, &cells.join(frame.words().enumeration)].concat();
        html! { <li key={said.clone()} class="quiet">{ said }</li> }
    });
    let values = values.iter().enumerate().map(|(index, unused)| value(index, unused, preview, frame));
    html! {
        <section class="preview-left-out" hidden={preview.reading.unused.is_empty()}>
            <h3>{ words.left_out }</h3>
            <ul>{ for values }</ul>
            <ul>{ for around }</ul>
        </section>
    }
}

fn value(index: usize, unused: &Unused, preview: &Preview, frame: &Frame) -> Html {
    let words = frame.words();
    let text = match unused.along {
        Some(_) if unused.from.0 == unused.to.0 => around::row_text(unused.from.0, preview),
        _ => around::told(unused.from, unused.to, &unused.text, preview),
    };
    let said = [&cells_text(unused.from, unused.to), words.colon, &text].concat();
    let may_be_said = matches!(unused.code, Code::NoSuchFigure | Code::NoSuchKind | Code::LeftOut);
    let id = ["preview-out-", &index.to_string()].concat();
    html! {
        <li key={index} class="preview-out">
            <span>{ said }</span>
            <span class="quiet">{ (words.preview.left_out_why)(unused.code) }</span>
            if let Some(along) = unused.along.filter(|_| may_be_said) {
                { figure(&id, along, None, frame) }
            }
        </li>
    }
}
