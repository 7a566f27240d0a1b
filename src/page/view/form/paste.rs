//! What is pasted: into a field, or beside the fields onto the sheet.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};
use yew::prelude::*;

use crate::view::kit::dispatcher::{Done, job};
use crate::view::kit::frame::{Dispatcher, Frame};
use engine::address::Address;
use intake::{Table, TooLarge};
use model::action::Action;
use model::notice::{FileRefusal, Notice};
use model::work::MANY;

/// A block of cells fills the neighbouring fields as well; anything else is pasted by the browser.
pub fn paste(frame: &Frame, address: Address) -> Callback<Event> {
    let (dispatcher, given) = (frame.dispatcher.clone(), frame.is_given(address));
    Callback::from(move |event: Event| {
        // A field that cannot be typed into begins nothing either.
        if !given {
            take(&event, Some(address), &dispatcher);
        }
    })
}

/// A block of cells that is pasted beside the fields is read by what it says.
pub fn paste_beside(frame: &Frame) -> Callback<Event> {
    let dispatcher = frame.dispatcher.clone();
    Callback::from(move |event: Event| {
        // Every field has its own, or leaves it to the browser.
        let is_in_field = |at: Element| at.closest("input, textarea, select").is_ok_and(|field| field.is_some());
        if !event.target_dyn_into::<Element>().is_some_and(is_in_field) {
            take(&event, None, &dispatcher);
        }
    })
}

fn take(event: &Event, at: Option<Address>, dispatcher: &Dispatcher) {
    let clipboard = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
    let data = |form: &str| clipboard.as_ref().and_then(|clipboard| clipboard.get_data(form).ok()).unwrap_or_default();
    let text = data("text/plain");
    if is_long(&text) {
        event.prevent_default();
        return read_text(text, Table::of_text, at, dispatcher);
    }
    // Beside a text it is not looked at, and may be ten times as long.
    let html = if text.trim().is_empty() { data("text/html") } else { String::new() };
    if let Some(action) = pasted(&text, &html, at) {
        event.prevent_default();
        dispatcher.dispatch(action);
    }
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Whether a text has so many lines that it can be nothing but a table.
fn is_long(text: &str) -> bool {
    lines(text) > MANY
}

/// Reads a text as a table that belongs to a place, if it does. A long one has a turn of its own: to get it from the browser took long enough.
pub fn read_text(
    text: String,
    table_of: fn(&str) -> Result<Table, TooLarge>,
    at: Option<Address>,
    dispatcher: &Dispatcher,
) {
    let (rows, own) = (lines(&text), dispatcher.clone());
    let read = move || {
        own.dispatch(match table_of(&text) {
            Ok(table) => Action::Read(Rc::new(table), at),
            Err(TooLarge) => Action::Say(Notice::NotOpened(FileRefusal::TooLarge)),
        });
    };
    dispatcher.work_out(rows, job(move |_| Box::pin(std::future::ready(Box::new(read) as Done))));
}

/// What a paste does; none where the browser pastes it as it does any text.
fn pasted(text: &str, html: &str, at: Option<Address>) -> Option<Action> {
    // Without a text the browser would paste nothing, and say nothing.
    let is_page = text.trim().is_empty() && !html.trim().is_empty();
    match if is_page { Table::of_html(html) } else { Table::of_text(text).map(Some) } {
        Ok(Some(table)) if table.is_one_cell() && !is_page => {
            // A browser would leave a line break within the cell out; the table has a blank for it.
            let is_broken = text.trim().contains(['\r', '\n']);
            let cell = table.rows.iter().flatten().find(|cell| !cell.text.is_empty()).filter(|_| is_broken)?;
            Some(Action::Type(at?, cell.text.as_str().into()))
        }
        Ok(Some(table)) => Some(Action::Read(Rc::new(table), at)),
        Ok(None) => Some(Action::Say(Notice::NoTable)),
        Err(TooLarge) => Some(Action::Say(Notice::NotOpened(FileRefusal::TooLarge))),
    }
}

#[cfg(test)]
mod tests {
    use engine::address::{Address, Side};
    use engine::ids::{FigureId, Id};
    use model::action::Action;
    use model::notice::Notice;

    use super::pasted;

    #[test]
    fn a_page_is_read_where_there_is_no_text() {
        const TABLE: &str = "<table><tr><td>98.5</td><td>112</td></tr></table>";
        const CELL: &str = "<table><tr><td>98.5</td></tr></table>";
        // text/plain | text/html | what is done: nothing of ours, a table of so many cells, or a word to the person
        let table = [
            ("", "", "nothing"),
            ("98.5", "", "nothing"),
            ("98.5", TABLE, "nothing"),
            ("98.5\t112\t3", CELL, "3"),
            ("98.5\r\n", CELL, "nothing"),
            ("\"12\n34\"\r\n", CELL, "typed 12 34"),
            ("\"12\r\n万元\"", "", "typed 12 万元"),
            ("", TABLE, "2"),
            (" \n", TABLE, "2"),
            ("", CELL, "1"),
            ("", "<p>98.5</p>", "no table"),
            ("", "<img src=a>", "no table"),
        ];
        for (text, html, expected) in table {
            let field = Address::whole(Side::Now, FigureId::from_index(0));
            let done = match pasted(text, html, Some(field)) {
                None => "nothing".to_owned(),
                Some(Action::Read(table, Some(_))) => table.rows.iter().flatten().count().to_string(),
                Some(Action::Type(_, text)) => ["typed ", &text].concat(),
                Some(Action::Say(Notice::NoTable)) => "no table".to_owned(),
                Some(_) => "something else".to_owned(),
            };
            assert_eq!(done, expected, "{text:?} {html:?}");
        }
    }

    #[test]
    fn what_is_pasted_beside_the_fields_is_a_table_or_nothing() {
        // text/plain | text/html | what is done
        let table = [
            ("98.5", "", "nothing"),
            ("\"12\n34\"\r\n", "", "nothing"),
            ("营业收入\t98.5", "", "a table"),
            ("", "<table><tr><td>98.5</td><td>112</td></tr></table>", "a table"),
            ("", "<p>98.5</p>", "no table"),
        ];
        for (text, html, expected) in table {
            let done = match pasted(text, html, None) {
                None => "nothing",
                Some(Action::Read(_, None)) => "a table",
                Some(Action::Say(Notice::NoTable)) => "no table",
                Some(_) => "something else",
            };
            assert_eq!(done, expected, "{text:?} {html:?}");
        }
    }
}
