//! The place where a list is pasted.

use std::rc::Rc;

use web_sys::{File, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::paste::{paste, read_text};
use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use crate::view::kit::open_file::{Content, open_file, read_file, table_of};
use engine::address::Address;
use engine::input::Input;
use intake::Table;
use js::parse_json;
use model::action::Action;
use model::notice::Notice;
use model::samples::ROSTERS;

#[derive(PartialEq)]
pub struct TakeIn {
    pub address: Address,
}

impl Memo for TakeIn {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let field = use_node_ref().run(hooks);
        let words = frame.words().roster;
        let name = frame.name(self.address);
        let id = [&*name, "/list"].concat();
        let read = {
            let (field, dispatcher, address) = (field.clone(), frame.dispatcher.clone(), self.address);
            Callback::from(move |_: MouseEvent| {
                let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
                read_text(field.value(), Table::of_text, Some(address), &dispatcher);
            })
        };
        let sample = {
            let (dispatcher, address) = (frame.dispatcher.clone(), self.address);
            let id = frame.rules.figures[address.figure].id.clone();
            Callback::from(move |_: MouseEvent| {
                let lists = parse_json(ROSTERS);
                let Input::List(lines) = lists.get(&id) else { return };
                let lines: Vec<&str> = lines
                    .iter()
                    .filter_map(|line| if let Input::Text(line) = line { Some(&**line) } else { None })
                    .collect();
                if let Ok(table) = Table::of_text(&lines.join("\n")) {
                    dispatcher.dispatch(Action::Read(Rc::new(table), Some(address)));
                }
            })
        };
        let open = {
            let (dispatcher, address) = (frame.dispatcher.clone(), self.address);
            Callback::from(move |file: File| {
                let dispatcher = dispatcher.clone();
                read_file(file, &dispatcher.clone(), move |content| {
                    dispatcher.dispatch(match content {
                        Ok(Content::Book(book)) => Action::ReadBook(Rc::new(book), Some(address)),
                        Ok(Content::Text(text)) => return read_text(text, table_of, Some(address), &dispatcher),
                        Err(refusal) => Action::Say(Notice::NotOpened(refusal)),
                    });
                });
            })
        };
        html! {
            <div class="list-take-in">
                <label for={id.clone()}>{ words.paste_here }</label>
                <p class="quiet">{ words.paste_means }</p>
                <textarea id={id.clone()} name={id} ref={field} rows="3" spellcheck="false" autocomplete="off" onpaste={paste(&frame, self.address)} />
                <div class="line-actions">
                    <button type="button" data-action={["read-list-", &*name].concat()} onclick={read}>{ words.read }</button>
                    { open_file(words.open, "open-list", open) }
                    <button type="button" data-action={["sample-list-", &*name].concat()} onclick={sample}>{ words.sample }</button>
                </div>
            </div>
        }
    }
}
