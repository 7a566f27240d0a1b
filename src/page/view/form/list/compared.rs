//! A list against that of the baseline: who is new, who is gone, who has another kind.

use yew::prelude::*;

use crate::view::kit::frame::Frame;
use engine::roster::Change;
use engine::ruleset::FigureForm;
use model::list::{List, changes};

/// More names than anybody reads in a row; the list itself has them all.
const MOST: usize = 200;

/// The changes by name, folded; nothing where one of the lists is missing.
pub fn compared(before: Option<&List>, now: &List, form: &FigureForm, frame: &Frame) -> Html {
    let words = frame.words().roster;
    let Some(changes) = before.and_then(|before| changes(before, now, form)) else {
        return html! { <details hidden=true></details> };
    };
    let (old, new) = (before.map(List::items).unwrap_or_default(), now.items());
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
        html! {
            <li hidden={names.is_empty()}>
                <strong>{ heading }</strong>
                <span>{ names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(frame.words().enumeration) }</span>
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
