//! What writes the draft.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

use super::draft::Keeping;
use super::storage::{self, Refused};
use crate::view::kit::window::today;
use js::parse_json;
use model::draft;
use model::json::to_json;
use model::rulesets::Rulesets;
use model::workspace::Workspace;

/// So long after the last change it is kept.
const PAUSE_MS: i32 = 500;
/// While one change follows another, the first of them waits no longer than this.
const LONGEST_MS: i32 = 2000;

/// Longer lists find no room in any browser's storage: to write them takes a good part of a second, and then they are refused.
const MOST_ITEMS: usize = 25_000;

/// Writes what changed, a little later.
pub struct Writer {
    /// Under what it is kept.
    pub key: AttrValue,
    /// What is kept already.
    pub kept: RefCell<Option<Workspace>>,
    /// What is to be kept.
    next: RefCell<Option<(Workspace, Rulesets)>>,
    /// Runs from the last change.
    pause: Cell<Option<i32>>,
    /// Runs from the first change that is not kept yet.
    longest: Cell<Option<i32>>,
    /// What the timers call; made once, for a timer that is stopped before would never free it.
    on_timer: RefCell<Option<Closure<dyn Fn()>>>,
    said: UseStateSetter<Keeping>,
}

impl Writer {
    /// A writer that keeps nothing yet.
    pub fn new(said: UseStateSetter<Keeping>, key: AttrValue) -> Writer {
        Writer {
            key,
            kept: RefCell::default(),
            next: RefCell::default(),
            pause: Cell::default(),
            longest: Cell::default(),
            on_timer: RefCell::default(),
            said,
        }
    }

    /// Keeps this after the next pause, and what is new at once.
    pub fn follow(this: &Rc<Writer>, workspace: &Workspace, rulesets: Rulesets) {
        stop(&this.pause);
        if this.kept.borrow().as_ref() == Some(workspace) {
            this.next.take();
            return stop(&this.longest);
        }
        let is_first = this.kept.borrow().is_none();
        this.next.replace(Some((workspace.clone(), rulesets)));
        if is_first {
            // Whoever switches it on hears at once whether it works.
            return this.write();
        }
        let mut on_timer = this.on_timer.borrow_mut();
        let on_timer = on_timer.get_or_insert_with(|| {
            let writer = Rc::downgrade(this);
            Closure::new(move || {
                if let Some(writer) = writer.upgrade() {
                    writer.write();
                }
            })
        });
        let on_timer = on_timer.as_ref().unchecked_ref();
        start(&this.pause, on_timer, PAUSE_MS);
        if this.longest.get().is_none() {
            start(&this.longest, on_timer, LONGEST_MS);
        }
    }

    /// Writes what is to be kept, if anything is.
    pub fn write(&self) {
        self.stop_timers();
        let Some((workspace, rulesets)) = self.next.take() else { return };
        if workspace.items_to_keep() > MOST_ITEMS {
            self.kept.replace(Some(workspace));
            return self.said.set(Keeping::On(Some(Refused::Full)));
        }
        let draft = draft::write(&workspace, &rulesets[workspace.batch], &today());
        let written = storage::keep(&self.key, &to_json(&draft)).and_then(|kept| comes_back(&kept, &rulesets));
        self.kept.replace(Some(workspace));
        self.said.set(Keeping::On(written.err()));
    }

    /// Keeps nothing any more.
    pub fn forget(&self) {
        self.stop_timers();
        self.next.take();
        self.kept.take();
    }

    fn stop_timers(&self) {
        stop(&self.pause);
        stop(&self.longest);
    }
}

fn start(timer: &Cell<Option<i32>>, act: &Function, after_ms: i32) {
    let started = web_sys::window()
        .and_then(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(act, after_ms).ok());
    timer.set(started);
}

fn stop(timer: &Cell<Option<i32>>) {
    if let Some((timer, window)) = timer.take().zip(web_sys::window()) {
        window.clear_timeout_with_handle(timer);
    }
}

/// Makes sure that what was kept is read as a whole when the page opens again.
fn comes_back(kept: &str, rulesets: &Rulesets) -> Result<(), Refused> {
    match draft::read(&parse_json(kept), rulesets) {
        Ok((_, left_out)) if left_out.is_empty() => Ok(()),
        _ => Err(Refused::Unreadable),
    }
}
