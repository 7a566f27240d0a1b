//! What the window tells the page, and what the page asks of it.

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

/// Has the browser ask before the page is closed or reloaded, for as long as `ask` holds. Which words it uses is the browser's.
#[hook]
pub fn use_question_before_leaving(ask: bool) {
    use_window_event("beforeunload", ask, |event| event.prevent_default());
}

/// Today; looked up again whenever the page goes to paper, because it may have been open since another day.
#[hook]
pub fn use_printing_day() -> String {
    let day = use_state_eq(today);
    let setter = day.setter();
    use_window_event("beforeprint", true, move |_| setter.set(today()));
    (*day).clone()
}

/// Listens to an event of the window for as long as `listen` holds.
#[hook]
pub fn use_window_event(name: &'static str, listen: bool, heard: impl Fn(Event) + 'static) {
    use_effect_with(listen, move |listen| {
        let listener = Closure::<dyn Fn(Event)>::new(heard);
        let window = web_sys::window().filter(|_| *listen);
        if let Some(window) = &window {
            let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
        move || {
            if let Some(window) = &window {
                let _ = window.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
    });
}

/// This machine's day as `2026-11-23`.
pub fn today() -> String {
    let now = Date::new_0();
    let two_digits = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&now.get_full_year().to_string(), "-", &two_digits(now.get_month() + 1), "-", &two_digits(now.get_date())].concat()
}
