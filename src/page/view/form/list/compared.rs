//! A list against that of the baseline: who is new, who is gone, who has another kind.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::kit::frame::use_frame;
use crate::view::kit::memo::{Hook, HookContext, Memo};
use engine::ids::FigureId;
use engine::roster::Change;
use model::list::{List, changes};

/// More names than anybody reads in a row; the list itself has them all.
const MOST: usize = 200;

/// The changes by name. A memo of its own: comparing takes as long as counting, and nothing but the lists decides it.
#[derive(PartialEq)]
pub struct Compared {
    pub figure: FigureId,
    pub before: Option<Rc<List>>,
    pub now: Rc<List>,
}

impl Memo for Compared {
    fn show(&self, hooks: &mut HookContext) -> Html {
        let frame = use_frame().run(hooks);
        let words = frame.words().roster;
        let form = &frame.rules.figures[self.figure].form;
        let compared = self.before.as_deref().and_then(|before| Some((before, changes(before, &self.now, form)?)));
        let Some((before, changes)) = compared else { return html! { <details hidden=true></details> } };
        let (old, new) = (before.items(), self.now.items());
        let title = |kind| form.kinds()[kind].title.get(frame.lang);
        let (mut come, mut gone, mut risen, mut same) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for change in &changes {
            match change {
                Change::New { now } => come.push(new[*now].name.clone()),
                Change::Gone { before } => gone.push(old[*before].name.clone()),
                Change::Kind { now, from, to } => {
                    risen.push((words.from_to)(&new[*now].name, title(*from), title(*to)));
                }
                Change::Same => same += 1,
            }
        }
        let part = |heading: String, names: &[String]| {
            let shown: Vec<&str> = names.iter().take(MOST).map(String::as_str).collect();
            let more = if names.len() > MOST { " …" } else { "" };
            html! {
                <li hidden={names.is_empty()}>
                    <strong>{ heading }</strong>
                    <span>{ shown.join(frame.words().enumeration) }{ more }</span>
                </li>
            }
        };
        html! {
            <details class="list-compared" open=true>
                <summary>{ words.compared }{ frame.words().colon }{ (words.same_things)(&same.to_string()) }</summary>
                <ul>
                    { part((words.new_things)(&come.len().to_string()), &come) }
                    { part((words.gone_things)(&gone.len().to_string()), &gone) }
                    { part((words.risen_things)(&risen.len().to_string()), &risen) }
                </ul>
            </details>
        }
    }
}
