//! Files that are dropped onto the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DragEvent, Element, File};
use yew::prelude::*;

/// The whole page.
const PAGE: &str = ".shifan";

/// Listens for files dropped anywhere on the page around a node. Whether one is held over it.
#[hook]
pub fn use_file_drop(node: &NodeRef, ondrop: Callback<File>) -> bool {
    let held = use_state_eq(|| false);
    let latest = use_mut_ref(|| ondrop.clone());
    *latest.borrow_mut() = ondrop;
    {
        let (node, setter) = (node.clone(), held.setter());
        use_effect_with((), move |()| {
            let page = node.cast::<Element>().and_then(|node| node.closest(PAGE).ok()?);
            let heard = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| match &*event.type_() {
                "dragleave" => {
                    if has_left(&event) {
                        setter.set(false);
                    }
                }
                _ if !carries_files(&event) => {}
                "dragover" => {
                    event.prevent_default();
                    setter.set(true);
                }
                _ => {
                    event.prevent_default();
                    setter.set(false);
                    if let Some(file) = dropped(&event) {
                        let ondrop = latest.borrow().clone();
                        ondrop.emit(file);
                    }
                }
            });
            let events = ["dragover", "dragleave", "drop"];
            if let Some(page) = &page {
                for event in events {
                    let _ = page.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
                }
            }
            move || {
                if let Some(page) = &page {
                    for event in events {
                        let _ = page.remove_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
                    }
                }
            }
        });
    }
    *held
}

/// A text that is dragged from one field to another is none of our business.
fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}

fn has_left(event: &DragEvent) -> bool {
    let next = event.related_target().and_then(|next| next.dyn_into::<Element>().ok());
    next.is_none_or(|next| !matches!(next.closest(PAGE), Ok(Some(_))))
}

fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}
