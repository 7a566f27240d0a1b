//! Programs that fill in forms: some set the value of a field and say only that it has changed, not that it was typed in.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{EventInit, EventTarget, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Listens to what is typed and to what has changed; where the one was not said before the other, it is said now.
#[hook]
pub fn use_fillers() -> (Callback<InputEvent>, Callback<Event>) {
    let heard = use_mut_ref(|| None);
    let typed = {
        let heard = Rc::clone(&heard);
        Callback::from(move |event: InputEvent| {
            // A file that is chosen meanwhile leaves a text to be the last that was typed.
            if let Some(filled) = text_of(&event) {
                heard.replace(Some(filled));
            }
        })
    };
    let changed = Callback::from(move |event: Event| {
        let _ = say_typed(&event, &heard);
    });
    (typed, changed)
}

/// A field with its text.
type Filled = (EventTarget, String);

fn say_typed(changed: &Event, heard: &RefCell<Option<Filled>>) -> Option<()> {
    let filled = text_of(changed)?;
    if heard.borrow().as_ref() == Some(&filled) {
        return None;
    }
    let how = EventInit::new();
    how.set_bubbles(true);
    how.set_composed(true);
    filled.0.dispatch_event(&Event::new_with_event_init_dict("input", &how).ok()?).ok().map(drop)
}

/// The field that an event is about, where a text is typed into it.
fn text_of(event: &Event) -> Option<Filled> {
    let target = event.target()?;
    let text = match (target.dyn_ref::<HtmlInputElement>(), target.dyn_ref::<HtmlTextAreaElement>()) {
        (Some(input), _) if input.type_() == "text" => input.value(),
        (_, Some(area)) => area.value(),
        _ => return None,
    };
    Some((target, text))
}
