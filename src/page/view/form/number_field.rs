//! One number as typed, and what was understood of it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlInputElement};
use yew::prelude::*;

use crate::formatting::number::{refusal, understood};
use crate::view::kit::dispatcher::{Dispatcher, Done, job};
use crate::view::kit::frame::{Frame, use_frame};
use crate::view::kit::keys::move_on;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::address::Address;
use engine::number::{NumberKind, number_in};
use engine::problem::Code;
use intake::{Table, TooLarge};
use model::action::Action;
use model::notice::{FileRefusal, Notice};
use model::typed::Typed;
use model::work::MANY;

#[derive(PartialEq)]
pub struct NumberField {
    pub address: Address,
    pub label: AttrValue,
    /// A remark behind the label.
    pub remark: AttrValue,
    /// What it is in; amounts are in the person's unit.
    pub unit: AttrValue,
    pub typed: Typed,
    pub disabled: bool,
}

impl Memo for NumberField {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let address = self.address;
        let id = frame.name(address);
        let (unit_id, equals_id, problem_id) =
            ([&*id, "/unit"].concat(), [&*id, "/echo"].concat(), [&*id, "/refusal"].concat());
        let kind = self.typed.kind();
        let unit = match kind {
            NumberKind::Amount | NumberKind::SignedAmount => {
                AttrValue::from((frame.words().workbench.amount_unit_name)(frame.unit))
            }
            _ => self.unit.clone(),
        };
        let problem = self.typed.problem().filter(|_| !self.disabled);
        let read = understood(&self.typed, &unit, frame.words());
        let printed = read.clone().unwrap_or_else(|| as_typed(&self.typed, &unit));
        let equals = read.map(|number| ["= ", &number].concat()).unwrap_or_default();
        // What stands in brackets is the same number in 万元.
        let (in_brief, in_full) = equals.split_at(equals.find(frame.words().brackets.0).unwrap_or(equals.len()));
        let state = match problem {
            Some(_) => "refused",
            None if self.typed.is_blank() => "blank",
            None => "known",
        };
        let typed = frame.act(move |event: InputEvent| {
            Action::Type(address, event.target_unchecked_into::<HtmlInputElement>().value().into())
        });
        let given = frame.is_given(address);
        let remark = if given { frame.words().workbench.given.into() } else { self.remark.clone() };
        html! {
            <div class="field number" part="field" data-state={state}>
                <label for={id.clone()}>
                    { self.label.clone() }
                    <span class="remark">{ remark }</span>
                </label>
                <span class="control">
                    <input
                        id={id.clone()}
                        name={id}
                        type="text"
                        inputmode={keyboard(kind)}
                        autocomplete="off"
                        spellcheck="false"
                        value={AttrValue::from(Rc::clone(self.typed.text()))}
                        disabled={self.disabled}
                        readonly={given}
                        aria-invalid={if problem.is_some() { "true" } else { "false" }}
                        aria-describedby={[&*unit_id, " ", &problem_id, " ", &equals_id].concat()}
                        oninput={typed}
                        onpaste={paste(&frame, address)}
                        onkeydown={Callback::from(|event: KeyboardEvent| move_on(&event))}
                    />
                    <span class="unit" id={unit_id} data-typed={if names_its_unit(&self.typed) { "true" } else { "false" }}>
                        { unit }
                    </span>
                </span>
                <span class="printed">{ printed }</span>
                <span class="echo" id={equals_id}>{ in_brief.to_owned() }<span class="in-full">{ in_full.to_owned() }</span></span>
                <span class="refusal" id={problem_id} hidden={problem.is_none()}>
                    { problem.map_or("", |code| refusal(code, kind, self.typed.text(), frame.words())) }
                </span>
                <span class="reread" hidden={problem != Some(Code::UnitUnclear)}>
                    { if problem == Some(Code::UnitUnclear) { self.reread(&frame) } else { html! {} } }
                </span>
            </div>
        }
    }
}

impl NumberField {
    /// The two ways to read an amount whose unit is unclear. Each writes the unit behind the number, as if it had been typed.
    fn reread(&self, frame: &Frame) -> Html {
        let words = frame.words();
        let button = |action, unit, label| {
            let (dispatcher, address) = (frame.dispatcher.clone(), self.address);
            let text: Rc<str> = [number_in(self.typed.text()), unit].concat().into();
            let press = Callback::from(move |event: MouseEvent| {
                dispatcher.dispatch(Action::Type(address, Rc::clone(&text)));
                // The buttons go; the field is what one looks at next.
                focus_field(&event);
            });
            html! { <button type="button" data-action={action} onclick={press}>{ label }</button> }
        };
        html! {
            <>
                { button("read-in-yuan", "元", words.read_in_yuan) }
                { button("read-in-wan-yuan", "万元", words.read_in_wan_yuan) }
            </>
        }
    }
}

/// Puts the focus on the field that a button belongs to.
fn focus_field(event: &MouseEvent) -> Option<()> {
    let field = event.target_dyn_into::<Element>()?.closest(".field").ok()??;
    field.query_selector("input").ok()??.dyn_into::<HtmlInputElement>().ok()?.focus().ok()
}

/// A block of cells fills the neighbouring fields as well; anything else is pasted by the browser.
pub fn paste(frame: &Frame, address: Address) -> Callback<Event> {
    let (dispatcher, given) = (frame.dispatcher.clone(), frame.is_given(address));
    Callback::from(move |event: Event| {
        // A field that cannot be typed into begins nothing either.
        if given {
            return;
        }
        let clipboard = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        let data =
            |form: &str| clipboard.as_ref().and_then(|clipboard| clipboard.get_data(form).ok()).unwrap_or_default();
        let text = data("text/plain");
        if is_long(&text) {
            event.prevent_default();
            return read_text(text, Table::of_text, address, &dispatcher);
        }
        // Beside a text it is not looked at, and may be ten times as long.
        let html = if text.trim().is_empty() { data("text/html") } else { String::new() };
        if let Some(action) = pasted(&text, &html, address) {
            event.prevent_default();
            dispatcher.dispatch(action);
        }
    })
}

/// A block of cells that is pasted beside the fields is read as a whole.
pub fn paste_anywhere(frame: &Frame) -> Callback<Event> {
    let dispatcher = frame.dispatcher.clone();
    Callback::from(move |event: Event| {
        let in_field = |at: Element| at.closest("input, textarea, select").is_ok_and(|field| field.is_some());
        if event.default_prevented() || event.target_dyn_into::<Element>().is_some_and(in_field) {
            return;
        }
        let clipboard = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        let text = clipboard.and_then(|clipboard| clipboard.get_data("text/plain").ok()).unwrap_or_default();
        let table = Table::of_text(&text).ok().filter(|table| !table.is_one_cell());
        if let Some(table) = table {
            event.prevent_default();
            dispatcher.dispatch(Action::Read(Rc::new(table), None));
        }
    })
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Whether a text has so many lines that it can be nothing but a table.
fn is_long(text: &str) -> bool {
    lines(text) > MANY
}

/// Reads a text as a table that belongs to a place. A long one has a turn of its own: to get it from the browser took long enough.
pub fn read_text(
    text: String,
    table_of: fn(&str) -> Result<Table, TooLarge>,
    address: Address,
    dispatcher: &Dispatcher,
) {
    let (rows, own) = (lines(&text), dispatcher.clone());
    let read = move || {
        own.dispatch(match table_of(&text) {
            Ok(table) => Action::Read(Rc::new(table), Some(address)),
            Err(TooLarge) => Action::Say(Notice::NotOpened(FileRefusal::TooLarge)),
        });
    };
    dispatcher.work_out(rows, job(move |_| Box::pin(std::future::ready(Box::new(read) as Done))));
}

/// What a paste does; none where the browser pastes it as it does any text.
fn pasted(text: &str, html: &str, address: Address) -> Option<Action> {
    // Without a text the browser would paste nothing, and say nothing.
    let is_page = text.trim().is_empty() && !html.trim().is_empty();
    match if is_page { Table::of_html(html) } else { Table::of_text(text).map(Some) } {
        Ok(Some(table)) if table.is_one_cell() && !is_page => {
            // A browser would leave a line break within the cell out; the table has a blank for it.
            let is_broken = text.trim().contains(['\r', '\n']);
            let cell = table.rows.iter().flatten().find(|cell| !cell.text.is_empty()).filter(|_| is_broken)?;
            Some(Action::Type(address, cell.text.as_str().into()))
        }
        Ok(Some(table)) => Some(Action::Read(Rc::new(table), Some(address))),
        Ok(None) => Some(Action::Say(Notice::NoTable)),
        Err(TooLarge) => Some(Action::Say(Notice::NotOpened(FileRefusal::TooLarge))),
    }
}

/// The keys that a phone offers: 亿 is on none of the keyboards for numbers.
fn keyboard(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Count | NumberKind::Rank => "numeric",
        NumberKind::Percent => "decimal",
        _ => "text",
    }
}

/// Whether a unit was typed behind the number, so that the field's own would be read a second time.
fn names_its_unit(typed: &Typed) -> bool {
    let number = number_in(typed.text());
    match typed.kind() {
        NumberKind::Count => number.ends_with(['家', '户', '个', '個', '项', '項', '人', '名', '件', '台', '条']),
        NumberKind::Rank => false,
        _ => number.trim_end_matches([')', '）', '整']).ends_with(['元', '万', '亿', '萬', '億', '%', '％', '‰']),
    }
}

/// On paper, a text that reads as it was meant, or that was refused; a dash where nothing was filled in.
fn as_typed(typed: &Typed, unit: &str) -> String {
    match typed.text().trim() {
        "" => "—".to_owned(),
        text if names_its_unit(typed) || unit.is_empty() => text.to_owned(),
        text => [text, if unit == "%" { "" } else { " " }, unit].concat(),
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
            let done = match pasted(text, html, Address::whole(Side::Now, FigureId::from_index(0))) {
                None => "nothing".to_owned(),
                Some(Action::Read(table, Some(_))) => table.rows.iter().flatten().count().to_string(),
                Some(Action::Type(_, text)) => ["typed ", &text].concat(),
                Some(Action::Say(Notice::NoTable)) => "no table".to_owned(),
                Some(_) => "something else".to_owned(),
            };
            assert_eq!(done, expected, "{text:?} {html:?}");
        }
    }
}
