//! The browser's window: its events, leaving the page, printing, and today's date.

use gloo_timers::callback::Timeout;
use js_sys::{Date, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::PerformanceNavigation;
use yew::prelude::*;

/// Has the browser ask before the page is closed or reloaded, for as long as `ask` holds. Which words it uses is the browser's.
#[hook]
pub fn use_question_before_leaving(ask: bool) {
    use_window_event("beforeunload", ask, |event| {
        event.prevent_default();
        // Below 119, Chromium asks only for this; an empty text is none to it.
        let _ = Reflect::set(&event, &"returnValue".into(), &"?".into());
    });
}

/// The page and paper.
#[derive(Clone, PartialEq)]
pub struct Printing {
    /// Whether the page is on its way to paper: what only paper shows is rendered only then.
    pub is_on: bool,
    /// The day; looked up again whenever the page goes to paper, because it may have been open since another day.
    pub day: AttrValue,
}

/// Follows whether the page is on its way to paper.
#[hook]
pub fn use_printing() -> Printing {
    let now = |is_on: bool| Printing { is_on, day: today().into() };
    let printing = use_state_eq(|| now(false));
    let (begun, asked_for, done) = (printing.setter(), printing.setter(), printing.setter());
    // The browser lays the paper out after this event and what follows from it; see `print_page` for when it does not.
    use_window_event("beforeprint", true, move |_| begun.set(now(true)));
    use_window_event(ASKED_TO_PRINT, true, move |_| asked_for.set(now(true)));
    use_window_event("afterprint", true, move |_| done.set(now(false)));
    (*printing).clone()
}

/// How long a frame is waited for: windows that are not in sight make none.
const FRAME_MS: u32 = 500;

/// Whether the browser has shown something since this was rendered first; also true from the beginning where that is not waited for.
#[hook]
pub fn use_frame_made() -> bool {
    let made = use_state_eq(waits_for_no_frame);
    let (after_frame, late) = (made.setter(), made.setter());
    use_effect_with((), move |()| {
        // What comes in a frame is shown with it; what comes after it, with the next.
        next_frame(move || {
            Timeout::new(0, move || after_frame.set(true)).forget();
            Some(())
        });
        let late = Timeout::new(FRAME_MS, move || late.set(true));
        move || drop(late)
    });
    *made
}

/// Whether everything is needed at once: nobody is looking, or somebody comes back to the page, whom the browser brings to where they were
/// as soon as the page is as long as it was.
fn waits_for_no_frame() -> bool {
    let Some(window) = web_sys::window() else { return true };
    let is_hidden = window.document().is_none_or(|page| page.hidden());
    let comes_back = |how| matches!(how, PerformanceNavigation::TYPE_RELOAD | PerformanceNavigation::TYPE_BACK_FORWARD);
    is_hidden || window.performance().is_some_and(|performance| comes_back(performance.navigation().type_()))
}

/// Does something in the next frame.
pub fn next_frame(act: impl FnOnce() -> Option<()> + 'static) -> Option<()> {
    let later = Closure::once_into_js(move || {
        act();
    });
    web_sys::window()?.request_animation_frame(later.unchecked_ref()).ok().map(drop)
}

/// The height of the screen, in CSS pixels; no window is higher.
pub fn screen_height() -> u32 {
    let height = web_sys::window().and_then(|window| window.screen().ok()?.height().ok());
    height.and_then(|height| u32::try_from(height).ok()).unwrap_or(u32::MAX)
}

/// Whether the window is that of a phone.
pub fn is_narrow() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(max-width: 40rem)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// Prints the page. A script that asks for it is still running while the paper is laid out, and what Yew renders waits for the
/// end of every script: so what only paper shows is rendered first, and the printing asked for in a turn of its own.
pub fn print_page() {
    let Some(window) = web_sys::window() else { return };
    if let Ok(event) = Event::new(ASKED_TO_PRINT) {
        let _ = window.dispatch_event(&event);
    }
    let print = Closure::once_into_js(move || {
        let _ = web_sys::window().map(|window| window.print());
    });
    let _ = window.set_timeout_with_callback(print.unchecked_ref());
}

/// Said to the page itself when a person asks it to print.
const ASKED_TO_PRINT: &str = "shifan-print";

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
