//! The draft: kept in this browser for as long as the person wants that.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

use super::storage::{self, Elsewhere, Refused};
use crate::kept::KeptStore;
use crate::view::kit::json::to_json;
use crate::view::kit::window::{today, use_window_event};
use engine::ruleset::Ruleset;
use js::parse_json;
use model::action::Action;
use model::draft;
use model::latest::Latest;
use model::notice::FileRefusal;
use model::workspace::Workspace;

/// So long after the last change it is kept.
const PAUSE_MS: i32 = 500;

/// How a draft is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The page is no website's, or has not looked yet.
    Unavailable,
    /// It is not kept; if it should have been, why not.
    Off(Option<Refused>),
    /// It is kept; if the last change is not, why not.
    On(Option<Refused>),
    /// Another window keeps its own.
    Elsewhere,
    /// There is one, and it is not opened: the host page filled in the form.
    Offered,
    /// It should be gone and is still there.
    NotDeleted,
}

/// A draft that did not come back as a whole.
#[derive(Clone, PartialEq)]
pub struct Remains {
    /// All of it.
    pub text: Rc<str>,
    /// Why it was not restored, or what of it was not.
    pub reason: Result<Vec<Rc<str>>, FileRefusal>,
}

/// The draft on this machine.
#[derive(Clone, PartialEq)]
pub struct Draft {
    /// How it is kept.
    pub keeping: Keeping,
    /// What is left of one that did not come back as a whole.
    pub remains: Option<Remains>,
    /// Keeps a draft from now on, or deletes it.
    pub switch: Callback<bool>,
    /// Lets go of what is left, with the draft itself where that cannot be read.
    pub let_go: Callback<()>,
    /// Opens the one that is offered.
    pub open: Callback<()>,
    /// Deletes it; whether it is gone.
    pub delete: Callback<(), bool>,
}

impl Draft {
    /// Whether everything comes back after a crash.
    pub fn is_safe(&self) -> bool {
        self.keeping == Keeping::On(None)
    }

    /// Whether anything is kept.
    pub fn exists(&self) -> bool {
        matches!(self.keeping, Keeping::On(_) | Keeping::Elsewhere | Keeping::NotDeleted) || self.is_unreadable()
    }

    /// Whether a draft is there that must not be written over.
    pub fn is_unreadable(&self) -> bool {
        self.remains.as_ref().is_some_and(|remains| remains.reason.is_err())
    }
}

/// Brings the draft under a key back when the page opens, and keeps it from then on.
#[hook]
pub fn use_draft(store: &UseReducerHandle<KeptStore>, latest: &Latest, key: &AttrValue) -> Draft {
    let (keeping, remains) = (use_state_eq(|| Keeping::Unavailable), use_state_eq(|| None::<Remains>));
    let writer = use_memo((keeping.setter(), key.clone()), |(said, key)| Writer::new(said.clone(), key.clone()));
    let open = use_opening(store, latest, &keeping, &remains, &writer);
    {
        let (open, keeping, key) = (open.clone(), keeping.setter(), key.clone());
        use_effect_with((), move |()| {
            if storage::has_place_for(&key) {
                keeping.set(Keeping::Off(None));
                open.emit(());
            }
        });
    }
    let is_on = matches!(*keeping, Keeping::On(_));
    {
        let (writer, ruleset) = (writer.clone(), store.ruleset().clone());
        use_effect_with((store.workspace.clone(), is_on), move |(workspace, is_on)| {
            if *is_on {
                Writer::follow(&writer, workspace, ruleset);
            }
        });
    }
    {
        let (keeping, writer) = (keeping.setter(), writer.clone());
        use_effect_with(store.draft_gave_way(), move |gave_way| {
            if *gave_way {
                writer.forget();
                keeping.set(Keeping::Offered);
            }
        });
    }
    {
        let writer = writer.clone();
        use_effect_with((), move |()| move || writer.write());
    }
    let write = {
        let writer = writer.clone();
        move |_| writer.write()
    };
    use_window_event("pagehide", true, write.clone());
    use_window_event("visibilitychange", true, write);
    {
        let (keeping, writer) = (keeping.setter(), writer.clone());
        use_window_event("storage", is_on, move |event| {
            if let Some(elsewhere) = storage::changed_elsewhere(&writer.key, &event) {
                writer.forget();
                keeping.set(match elsewhere {
                    Elsewhere::Kept => Keeping::Elsewhere,
                    Elsewhere::Deleted => Keeping::Off(None),
                });
            }
        });
    }
    let stop = {
        let (keeping, writer) = (keeping.setter(), writer.clone());
        move || {
            writer.forget();
            let is_gone = storage::delete(&writer.key).is_ok();
            keeping.set(if is_gone { Keeping::Off(None) } else { Keeping::NotDeleted });
            is_gone
        }
    };
    let switch = {
        let (stop, setter, key) = (stop.clone(), keeping.setter(), key.clone());
        use_callback(*keeping, move |on: bool, keeping| {
            if !on {
                stop();
            } else if matches!(keeping, Keeping::Off(_)) && matches!(storage::kept(&key), Ok(Some(_))) {
                // Another window kept one since; it is not written over unasked.
                setter.set(Keeping::Elsewhere);
            } else {
                setter.set(Keeping::On(None));
            }
        })
    };
    let delete = {
        let stop = stop.clone();
        use_callback((), move |(), ()| stop())
    };
    let let_go = {
        use_callback(remains.clone(), move |(), remains| {
            if remains.as_ref().is_some_and(|remains| remains.reason.is_err()) {
                stop();
            }
            remains.set(None);
        })
    };
    Draft { keeping: *keeping, remains: (*remains).clone(), switch, let_go, open, delete }
}

/// Opens what is kept, if anything is.
#[hook]
fn use_opening(
    store: &UseReducerHandle<KeptStore>,
    latest: &Latest,
    keeping: &UseStateHandle<Keeping>,
    remains: &UseStateHandle<Option<Remains>>,
    writer: &Rc<Writer>,
) -> Callback<()> {
    let (dispatcher, keeping, remains) = (store.dispatcher(), keeping.setter(), remains.setter());
    let writer = writer.clone();
    let latest = latest.clone();
    use_callback((), move |(), ()| {
        let Some(store) = latest.store() else { return };
        let text = match storage::kept(&writer.key) {
            Err(refused) => return keeping.set(Keeping::Off(Some(refused))),
            Ok(None) => return keeping.set(Keeping::Off(None)),
            Ok(Some(text)) => text,
        };
        match draft::read(&parse_json(&text), &store.rulesets) {
            Ok((restored, left_out)) => {
                writer.kept.replace(Some(restored.workspace.clone()));
                if !left_out.is_empty() {
                    remains.set(Some(Remains { text: text.into(), reason: Ok(left_out) }));
                }
                keeping.set(Keeping::On(None));
                dispatcher.dispatch(Action::Restore(Box::new(restored)));
            }
            Err(refusal) => {
                remains.set(Some(Remains { text: text.into(), reason: Err(refusal) }));
                keeping.set(Keeping::Off(None));
            }
        }
    })
}

/// Writes what changed, a little later.
struct Writer {
    key: AttrValue,
    /// What is kept already.
    kept: RefCell<Option<Workspace>>,
    /// What is to be kept.
    next: RefCell<Option<(Workspace, Rc<Ruleset>)>>,
    timer: Cell<Option<i32>>,
    /// What the timer calls; made once, for a timer that is stopped before would never free it.
    on_timer: RefCell<Option<Closure<dyn Fn()>>>,
    said: UseStateSetter<Keeping>,
}

impl Writer {
    fn new(said: UseStateSetter<Keeping>, key: AttrValue) -> Writer {
        Writer {
            key,
            kept: RefCell::default(),
            next: RefCell::default(),
            timer: Cell::default(),
            on_timer: RefCell::default(),
            said,
        }
    }

    fn follow(this: &Rc<Writer>, workspace: &Workspace, ruleset: Rc<Ruleset>) {
        this.stop_timer();
        if this.kept.borrow().as_ref() == Some(workspace) {
            this.next.take();
            return;
        }
        let is_first = this.kept.borrow().is_none();
        this.next.replace(Some((workspace.clone(), ruleset)));
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
        let timer = web_sys::window().and_then(|window| {
            let on_timer = on_timer.as_ref().unchecked_ref();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(on_timer, PAUSE_MS).ok()
        });
        this.timer.set(timer);
    }

    /// Writes what is to be kept, if anything is.
    fn write(&self) {
        self.stop_timer();
        let Some((workspace, ruleset)) = self.next.take() else { return };
        let written = storage::keep(&self.key, &to_json(&draft::write(&workspace, &ruleset, &today())));
        self.kept.replace(Some(workspace));
        self.said.set(Keeping::On(written.err()));
    }

    fn forget(&self) {
        self.stop_timer();
        self.next.take();
        self.kept.take();
    }

    fn stop_timer(&self) {
        if let Some((timer, window)) = self.timer.take().zip(web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}
