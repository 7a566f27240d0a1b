//! The sheets of a workbook, of which one is shown, and what has to be said of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use crate::view::kit::memo::memo;
use crate::view::kit::select::Select;
use intake::reading::cells_text;
use model::action::Action;
use model::preview::Preview;

/// So many cells are named.
const NAMED: usize = 20;

/// The choice of a sheet, and the remarks; nothing for a table that is no sheet.
pub fn sheets(preview: &Preview, frame: &Frame) -> Html {
    let words = frame.words().preview;
    let Some((book, index)) = &preview.book else { return html! { <div hidden=true></div> } };
    let option = |(place, sheet): (usize, &model::book::Sheet)| {
        let hidden = if sheet.is_hidden { words.hidden_sheet } else { "" };
        (AttrValue::from(place.to_string()), AttrValue::from([&*sheet.title, hidden].concat()))
    };
    let choose = frame.act(|chosen: Rc<str>| Action::ChooseSheet(chosen.parse().unwrap_or(0)));
    let mut remarks: Vec<String> = book.remarks.iter().map(|remark| (words.remark)(remark)).collect();
    if let Some(sheet) = book.sheets.get(*index) {
        let cells: Vec<String> = sheet.uncomputed.iter().take(NAMED).map(|at| cells_text(*at, *at)).collect();
        if !cells.is_empty() {
            let more = if sheet.uncomputed.len() > NAMED { " …" } else { "" };
            remarks.push((words.uncomputed)(&[&*cells.join(frame.words().enumeration), more].concat()));
        }
        if sheet.is_filtered {
            remarks.push(words.filtered.to_owned());
        }
    }
    html! {
        <div class="preview-sheets">
            <p class="preview-choice">
                <label for="preview-sheet">{ words.sheet }</label>
                { memo(Select {
                    id: "preview-sheet".into(),
                    prompt: None,
                    chosen: index.to_string().into(),
                    options: book.sheets.iter().enumerate().map(option).collect(),
                    disabled: book.sheets.len() < 2,
                    onchoose: choose,
                }) }
            </p>
            { for remarks.into_iter().map(|remark| html! { <p class="quiet">{ remark }</p> }) }
        </div>
    }
}
